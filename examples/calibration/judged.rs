//! Verdicts on edges, and the graphs that they are looked up in.

use std::collections::BTreeMap;
use std::path::Path;

use diplograph::graph::json;
use diplograph::model::Modality;
use diplograph::model::NodeKind;
use serde::Deserialize;
use serde::Serialize;

/// One judged edge. Neither text nor names stand in it.
#[derive(Serialize, Deserialize)]
pub(crate) struct Judged {
    /// Where the texts are from.
    pub set: String,
    pub document: String,
    pub edge: String,
    pub rule: String,
    pub kind: String,
    pub modality: String,
    pub confidence: f64,
    pub verdict: String,
}

/// A judged edge as a graph has it now.
pub(crate) struct Present {
    pub confidence: f64,
    /// The surest wording behind it.
    pub rule: String,
    pub modality: Modality,
    pub target: NodeKind,
}

/// Edges by their ids.
pub(crate) type Graphs = BTreeMap<String, Present>;

/// Reads tables, graphs after `--graph`, names of sets after `--set`: the verdicts of these sets (of all if none is named), and the
/// edges of the graphs if any are named. Of an edge that was
/// judged twice, each verdict counts.
pub(crate) fn read(files: &[String]) -> anyhow::Result<(Vec<Judged>, Option<Graphs>)> {
    let mut rows: Vec<Judged> = Vec::new();
    let mut present: Option<Graphs> = None;
    let mut sets: Vec<String> = Vec::new();
    let mut files = files.iter();
    while let Some(file) = files.next() {
        if file == "--graph" {
            let Some(graph) = files.next() else { anyhow::bail!("--graph needs a file") };
            let graph = json::load(Path::new(graph))?;
            present.get_or_insert_default().extend(graph.edges().map(|view| {
                let surest = view.edge.evidence.iter().max_by(|a, b| a.confidence.total_cmp(&b.confidence));
                let now = Present {
                    confidence: view.edge.confidence,
                    rule: surest.map_or_else(String::new, |evidence| evidence.rule.clone()),
                    modality: view.edge.modality,
                    target: view.target.kind.clone(),
                };
                (view.edge.id.clone(), now)
            }));
            continue;
        }
        if file == "--set" {
            let Some(set) = files.next() else { anyhow::bail!("--set needs the name of a set") };
            sets.push(set.clone());
            continue;
        }
        for row in csv::Reader::from_path(file)?.deserialize() {
            rows.push(row?);
        }
    }
    rows.retain(|row| !row.verdict.is_empty() && (sets.is_empty() || sets.contains(&row.set)));
    if let Some(present) = &present {
        rows.retain(|row| present.contains_key(&row.edge));
        for row in &mut rows {
            row.confidence = present.get(&row.edge).map_or(row.confidence, |now| now.confidence);
        }
    }
    Ok((rows, present))
}
