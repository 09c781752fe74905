//! A node as rows name it.

use serde::Serialize;

use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::model::NodeKind;

/// Id, kind and label of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct NodeRef<'g> {
    /// Its id.
    pub id: &'g str,
    /// What it is.
    pub kind: &'g NodeKind,
    /// The name shown.
    pub label: &'g str,
}

impl<'g> NodeRef<'g> {
    pub(crate) fn of(node: &'g Node) -> Self {
        Self { id: &node.id, kind: &node.kind, label: &node.label }
    }

    /// The nodes of some ids, in the same order; an id that the graph does not have is left out.
    pub(crate) fn all(graph: &'g KnowledgeGraph, ids: &[String]) -> Vec<Self> {
        ids.iter().filter_map(|id| graph.node(id)).map(Self::of).collect()
    }
}
