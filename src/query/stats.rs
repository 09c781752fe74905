//! Counts.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::graph::KnowledgeGraph;

/// How many there are of something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Count<'g> {
    /// What is counted: `nodes`, `edges`, `modality`, `statements by act` ...
    pub group: &'static str,
    /// The kind; empty for the sum.
    pub name: &'g str,
    /// How many.
    pub count: usize,
}

/// Counts of documents, nodes, edges, evidence and statements: for each group the sum, then its kinds, the most frequent first.
#[must_use]
pub fn stats(graph: &KnowledgeGraph) -> Vec<Count<'_>> {
    let mut rows = Vec::new();
    let languages = graph.documents.iter().map(|record| record.language.as_str());
    add(&mut rows, "documents", languages);
    add(&mut rows, "nodes", graph.nodes().map(|node| node.kind.as_str()));
    add(&mut rows, "edges", graph.edges().map(|view| view.edge.kind.as_str()));
    let told = || graph.edges().filter(|view| !view.edge.kind.is_speech());
    add(&mut rows, "relations by modality", told().map(|view| view.edge.modality.as_str()));
    let evidence = told().flat_map(|view| view.edge.evidence.iter());
    add(&mut rows, "evidence by rule", evidence.map(|evidence| evidence.rule.as_str()));
    let details = || graph.nodes().filter_map(|node| node.statement.as_ref());
    add(&mut rows, "statements by act", details().map(|detail| detail.act.as_str()));
    let stances = details().flat_map(|detail| &detail.stance).map(|stance| stance.position.as_str());
    add(&mut rows, "stances by position", stances);
    add(&mut rows, "statements by form", details().map(|detail| detail.form.as_str()));
    rows
}

fn add<'g>(rows: &mut Vec<Count<'g>>, group: &'static str, names: impl Iterator<Item = &'g str>) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    rows.push(Count { group, name: "", count: counts.values().sum() });
    let mut kinds: Vec<_> = counts.into_iter().map(|(name, count)| Count { group, name, count }).collect();
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.count));
    rows.extend(kinds);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    #[test]
    fn each_group_begins_with_its_sum_and_the_most_frequent() {
        let graph = sample::graph();
        let rows = stats(&graph);
        let group = |name| {
            rows.iter().filter(|row| row.group == name).map(|row| (row.name, row.count)).collect::<Vec<_>>()
        };
        assert_eq!(group("documents"), [("", 2), ("en", 2)]);
        assert_eq!(group("statements by act"), [("", 3), ("say", 2), ("deny", 1)]);
        assert_eq!(group("relations by modality")[0].1, graph.edge_count() - 7);
    }
}
