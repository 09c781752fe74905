//! Edges of networks as rows.

use serde::Serialize;

use crate::graph::KnowledgeGraph;
use crate::model::EdgeKind;
use crate::query::NodeRef;

/// An edge of a network for reading.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TieRow<'g> {
    /// Who.
    pub source: NodeRef<'g>,
    /// How they are tied.
    pub kind: &'g EdgeKind,
    /// To what or whom.
    pub target: NodeRef<'g>,
    /// How many statements, or things on which they agree or differ.
    pub weight: f64,
    /// How many statements show it.
    pub statements: usize,
}

/// The edges of a network, the heaviest first.
#[must_use]
pub fn network_rows(network: &KnowledgeGraph) -> Vec<TieRow<'_>> {
    let mut rows: Vec<_> = network
        .edges()
        .map(|view| TieRow {
            source: NodeRef::of(view.source),
            kind: &view.edge.kind,
            target: NodeRef::of(view.target),
            weight: view.edge.weight,
            statements: view.edge.evidence.len(),
        })
        .collect();
    rows.sort_by(|a, b| {
        b.weight
            .total_cmp(&a.weight)
            .then_with(|| (a.source, a.kind, a.target).cmp(&(b.source, b.kind, b.target)))
    });
    rows
}
