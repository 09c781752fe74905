//! From nodes and evidence to the graph: weights, confidence, order.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::graph::Edge;
use crate::graph::Evidence;
use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::graph::broader::add_broader;
use crate::graph::corrections::JudgedEdges;
use crate::graph::edge_key::EdgeKey;
use crate::schema::Schema;

/// Puts nodes and edges together. `stories` leads from copies and later versions of a text to the first of its story: they count once.
pub(super) fn finish(
    mut nodes: BTreeMap<String, Node>,
    edges: JudgedEdges,
    stories: &BTreeMap<&str, &str>,
    schema: &Schema,
) -> KnowledgeGraph {
    add_broader(&mut nodes, schema);
    let mut graph = KnowledgeGraph::default();
    for node in nodes.into_values() {
        graph.add_node(node);
    }
    let mut sorted: Vec<(String, EdgeKey, Vec<Evidence>)> =
        edges.edges.into_iter().map(|(key, evidence)| (key.id(), key, evidence)).collect();
    sorted.sort_by(|a, b| a.0.cmp(&b.0));
    for (id, key, mut evidence) in sorted {
        evidence.sort_by(|a, b| {
            (&a.document, a.start, a.end, &a.rule).cmp(&(&b.document, b.start, b.end, &b.rule))
        });
        evidence.dedup();
        let story = |document| stories.get(document).copied().unwrap_or(document);
        let documents: BTreeSet<&str> = evidence.iter().map(|e| story(e.document.as_str())).collect();
        let surest = evidence.iter().map(|e| e.confidence).fold(0.0, f64::max);
        let edge = Edge {
            // What a user put right is sure.
            confidence: if edges.corrected.contains(&key) { 1.0 } else { surest },
            id,
            kind: key.kind,
            modality: key.modality,
            asserted_by: key.asserted_by,
            when: key.when,
            weight: documents.len() as f64,
            evidence,
        };
        graph.add_edge(&key.source, &key.target, edge);
    }
    graph
}
