//! Pairs files by name: the gold graph `talks.json` is that of the graph `talks.json`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::error::Result;
use crate::graph::KnowledgeGraph;
use crate::graph::json;
use crate::score::compare::Scorer;
use crate::score::finding::Finding;
use crate::score::gold::Gold;
use crate::score::report::Report;

/// The outcome over all texts.
#[derive(Debug, Clone, Default)]
pub struct Comparison {
    /// The figures.
    pub report: Report,
    /// The differences of each text, by its name.
    pub findings: BTreeMap<String, Vec<Finding>>,
    /// Texts of which there is no graph. All that their gold graphs have counts as not found.
    pub without_graph: Vec<String>,
    /// Graphs of which there is no gold graph. They are not counted.
    pub without_gold: Vec<PathBuf>,
}

/// Compares graphs with the gold graphs of a folder. A folder among the graphs stands for its files `*.json`.
///
/// # Errors
/// Where a folder or file cannot be read, or is no graph, or two graphs have one name.
pub fn compare_files(scorer: &Scorer<'_>, gold: &Path, graphs: &[PathBuf]) -> Result<Comparison> {
    let mut by_name = BTreeMap::new();
    for path in graphs {
        let files = if path.is_dir() { json_files(path)? } else { vec![path.clone()] };
        for file in files {
            if let Some(other) = by_name.insert(name_of(&file), file.clone()) {
                let message = format!("{} has the same name: give one graph for each text", other.display());
                return Err(Error::Graph { path: file.display().to_string(), message });
            }
        }
    }
    let mut comparison = Comparison::default();
    for file in json_files(gold)? {
        let name = name_of(&file);
        let graph = if let Some(path) = by_name.remove(&name) {
            json::load(&path)?
        } else {
            comparison.without_graph.push(name.clone());
            KnowledgeGraph::default()
        };
        let (tally, findings) = scorer.compare(&Gold::load(&file)?, &graph);
        comparison.report.0.add(&tally);
        comparison.findings.insert(name, findings);
    }
    comparison.without_gold = by_name.into_values().collect();
    Ok(comparison)
}

fn name_of(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn json_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let io = |source| Error::Io { path: folder.to_owned(), source };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(io)? {
        let path = entry.map_err(io)?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
