//! Which nodes and edges of the graph are written.

use std::collections::BTreeSet;

use crate::graph::EdgeView;
use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::model::Modality;
use crate::model::NodeKind;

/// The chosen part of a graph, nodes and edges each sorted by id.
#[derive(Debug, Clone)]
pub struct Selection<'g> {
    /// The nodes, also those without edges.
    pub nodes: Vec<&'g Node>,
    /// The edges between them.
    pub edges: Vec<EdgeView<'g>>,
}

/// Whether the node stands for a text or an utterance, not for a thing in the world.
fn is_speech(node: &Node) -> bool {
    node.kind == NodeKind::STATEMENT || node.kind == NodeKind::DOCUMENT
}

impl<'g> Selection<'g> {
    /// The edges of the given modalities and confidence, and all nodes, with or without statements and documents.
    #[must_use]
    pub fn of(
        graph: &'g KnowledgeGraph,
        with_statements: bool,
        modalities: &[Modality],
        min_confidence: f64,
    ) -> Self {
        let is_chosen = |node: &Node| with_statements || !is_speech(node);
        let mut edges: Vec<EdgeView<'g>> = graph
            .edges()
            .filter(|view| is_chosen(view.source) && is_chosen(view.target))
            .filter(|view| modalities.contains(&view.edge.modality))
            .filter(|view| view.edge.confidence >= min_confidence)
            .collect();
        edges.sort_by(|a, b| a.edge.id.cmp(&b.edge.id));
        Self { nodes: graph.nodes().filter(|node| is_chosen(node)).collect(), edges }
    }

    /// The same without the nodes that have no edge: of a picture they are but the dust around it.
    #[must_use]
    pub fn connected(mut self) -> Self {
        let ends: BTreeSet<&str> =
            self.edges.iter().flat_map(|view| [view.source.id.as_str(), &view.target.id]).collect();
        self.nodes.retain(|node| ends.contains(node.id.as_str()));
        self
    }
}
