//! Draws edges to be judged by reading, and tells how far their confidence holds.
//!
//! ```sh
//! cargo run --release --example calibration -- sample GRAPH.json --seed WORD --count 100 [--table TABLE.csv]
//! cargo run --release --example calibration -- table measurements/edges.csv [--graph GRAPH.json]...
//! ```
//!
//! `sample` takes the claims (no statements, no mentions of documents) in the order of a hash of seed and edge, so that the same seed
//! draws the same edges, and prints each with its evidence; `--table` writes a table for the verdicts, without any text. `table` reads
//! such tables: precision by band of confidence, family, kind and wording. Verdicts are `right`, `wrong-ends`, `not-stated`, `wrong-modality`,
//! `wrong-kind` and `wrong-asserter`; an edge without a verdict does not count.
//! `--graph` leaves out edges that none of these graphs has any more, and takes the confidence from them.

#![expect(clippy::print_stdout, reason = "a command: what it finds is for people")]

use std::collections::BTreeMap;
use std::path::Path;

use diplograph::graph::EdgeView;
use diplograph::graph::json;
use diplograph::resource::Resources;
use diplograph::schema::Family;
use diplograph::schema::Schema;
use serde::Deserialize;
use serde::Serialize;
use sha2::Digest;
use sha2::Sha256;

/// Rows with fewer judgements say nothing.
const LEAST: usize = 5;

/// One judged edge. Neither text nor names stand in it.
#[derive(Serialize, Deserialize)]
struct Judged {
    /// Where the texts are from.
    set: String,
    document: String,
    edge: String,
    rule: String,
    kind: String,
    modality: String,
    confidence: f64,
    verdict: String,
}

#[derive(Default, Clone)]
struct Tally {
    judged: usize,
    right: usize,
    sure: f64,
    faults: BTreeMap<String, usize>,
}

impl Tally {
    fn add(&mut self, row: &Judged) {
        self.judged += 1;
        self.sure += row.confidence;
        if row.verdict == "right" {
            self.right += 1;
        } else {
            *self.faults.entry(row.verdict.clone()).or_default() += 1;
        }
    }

    fn print(&self, name: &str) {
        let of = self.judged.max(1) as f64;
        let faults: Vec<String> =
            self.faults.iter().map(|(fault, count)| format!("{fault} {count}")).collect();
        println!(
            "{name:34}{:6}{:8.2}{:8.2}  {}",
            self.judged,
            self.right as f64 / of,
            self.sure / of,
            faults.join(", ")
        );
    }
}

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [command, graph, rest @ ..] if command == "sample" => sample(graph, rest),
        [command, tables @ ..] if command == "table" && !tables.is_empty() => table(tables),
        _ => anyhow::bail!(
            "usage: calibration sample GRAPH.json [--seed WORD] [--count N] [--table FILE] | table FILE... [--graph FILE]..."
        ),
    }
}

fn sample(graph: &str, options: &[String]) -> anyhow::Result<()> {
    let option = |name: &str| options.iter().position(|one| one == name).and_then(|at| options.get(at + 1));
    let seed = option("--seed").map_or("diplograph", String::as_str);
    let count: usize = option("--count").map_or(Ok(100), |count| count.parse())?;
    let set = option("--set").map_or("", String::as_str);
    let schema = Schema::load(&Resources::schema(&[]))?;
    let graph = json::load(Path::new(graph))?;
    let claims = [Family::Structure, Family::Action, Family::Addresses];
    let mut drawn: Vec<(Vec<u8>, EdgeView<'_>)> = graph
        .edges()
        .filter(|view| schema.family(&view.edge.kind).is_some_and(|family| claims.contains(&family)))
        .filter(|view| !view.edge.evidence.is_empty())
        .map(|view| (Sha256::digest(format!("{seed} {}", view.edge.id)).to_vec(), view))
        .collect();
    drawn.sort_by(|a, b| a.0.cmp(&b.0));
    drawn.truncate(count);
    let mut table = option("--table").map(csv::Writer::from_path).transpose()?;
    for (number, (_, view)) in drawn.iter().enumerate() {
        let Some(first) = view.edge.evidence.first() else { continue };
        let record = graph.documents.iter().find(|record| record.id == first.document);
        let words = first.text.split_whitespace().collect::<Vec<_>>().join(" ");
        println!(
            "{} [{}] {} [{}] -- {} --> [{}] {} | {} | says {} | when {} | {:.2} | {} | {} of {}\n    {words}",
            number + 1,
            view.edge.id,
            view.source.label,
            view.source.kind,
            view.edge.kind,
            view.target.kind,
            view.target.label,
            view.edge.modality,
            if view.edge.asserted_by.is_empty() { "-".to_owned() } else { view.edge.asserted_by.join(", ") },
            view.edge.when.as_deref().unwrap_or("-"),
            view.edge.confidence,
            first.rule,
            record.map_or("", |record| record.path.as_str()),
            record.and_then(|record| record.date.as_deref()).unwrap_or("no date"),
        );
        if let Some(table) = &mut table {
            table.serialize(Judged {
                set: set.to_owned(),
                document: first.document.clone(),
                edge: view.edge.id.clone(),
                rule: first.rule.clone(),
                kind: view.edge.kind.to_string(),
                modality: view.edge.modality.to_string(),
                confidence: (view.edge.confidence * 1000.0).round() / 1000.0,
                verdict: String::new(),
            })?;
        }
    }
    if let Some(table) = &mut table {
        table.flush()?;
    }
    Ok(())
}

fn table(files: &[String]) -> anyhow::Result<()> {
    let schema = Schema::load(&Resources::schema(&[]))?;
    let mut rows: Vec<Judged> = Vec::new();
    let mut present: Option<BTreeMap<String, f64>> = None;
    let mut files = files.iter();
    while let Some(file) = files.next() {
        if file == "--graph" {
            let Some(graph) = files.next() else { anyhow::bail!("--graph needs a file") };
            let graph = json::load(Path::new(graph))?;
            let edges = graph.edges().map(|view| (view.edge.id.clone(), view.edge.confidence));
            present.get_or_insert_default().extend(edges);
            continue;
        }
        for row in csv::Reader::from_path(file)?.deserialize() {
            rows.push(row?);
        }
    }
    rows.retain(|row| !row.verdict.is_empty());
    if let Some(present) = present {
        rows.retain(|row| present.contains_key(&row.edge));
        for row in &mut rows {
            row.confidence = present.get(&row.edge).copied().unwrap_or(row.confidence);
        }
    }
    let group = |title: &str, least: usize, name: &dyn Fn(&Judged) -> String| {
        let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
        for row in &rows {
            tallies.entry(name(row)).or_default().add(row);
        }
        println!("{title:34}{:>6}{:>8}{:>8}", "judged", "right", "sure");
        for (name, tally) in tallies.iter().filter(|(_, tally)| tally.judged >= least) {
            tally.print(name);
        }
        println!();
    };
    group("confidence", 1, &|row| match (row.confidence * 10.0 + 1e-9) as usize {
        0..=4 => "below .5".to_owned(),
        band @ 5..=8 => format!(".{band} to .{}", band + 1),
        _ => ".9 and above".to_owned(),
    });
    group("at least", 1, &|row| {
        (if row.confidence + 1e-9 >= 0.8 { ".8 and above" } else { "below .8" }).to_owned()
    });
    group("set", 1, &|row| row.set.clone());
    group("family", 1, &|row| {
        let family = schema.edge_kind(&row.kind).and_then(|kind| schema.family(&kind));
        family.map_or_else(String::new, |family| format!("{family:?}").to_lowercase())
    });
    group("modality", 1, &|row| row.modality.clone());
    group("kind", LEAST, &|row| row.kind.clone());
    group("wording", LEAST, &|row| row.rule.clone());
    group("all", 1, &|_| "all".to_owned());
    Ok(())
}
