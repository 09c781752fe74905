//! Edges drawn at random, with their words.

use std::path::Path;

use diplograph::graph::EdgeView;
use diplograph::graph::json;
use diplograph::resource::Resources;
use diplograph::schema::Family;
use diplograph::schema::Schema;
use sha2::Digest;
use sha2::Sha256;

use crate::judged::Judged;

/// Prints claims of a graph in the order of a hash of seed and edge.
pub(crate) fn sample(graph: &str, options: &[String]) -> anyhow::Result<()> {
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
