//! An edge as it stands in the file: with the ids of its two ends, and its own id twice, since readers of
//! multigraphs look for `key`.

use serde::{Deserialize, Serialize};

use crate::graph::Edge;
use crate::graph::EdgeView;
use crate::graph::Evidence;
use crate::model::EdgeKind;
use crate::model::Modality;

/// The keys of an edge, as written.
#[derive(Serialize)]
pub(super) struct EdgeLine<'g> {
    id: &'g str,
    key: &'g str,
    source: &'g str,
    kind: &'g EdgeKind,
    target: &'g str,
    modality: Modality,
    asserted_by: &'g [String],
    when: Option<&'g str>,
    weight: f64,
    confidence: f64,
    evidence: &'g [Evidence],
}

impl<'g> From<EdgeView<'g>> for EdgeLine<'g> {
    fn from(view: EdgeView<'g>) -> Self {
        let edge = view.edge;
        Self {
            id: &edge.id,
            key: &edge.id,
            source: &view.source.id,
            kind: &edge.kind,
            target: &view.target.id,
            modality: edge.modality,
            asserted_by: &edge.asserted_by,
            when: edge.when.as_deref(),
            weight: edge.weight,
            confidence: edge.confidence,
            evidence: &edge.evidence,
        }
    }
}

/// The keys of an edge, as read; what may be missing is what `networkx` users leave out of graphs of their own.
#[derive(Deserialize)]
pub(super) struct EdgeRecord {
    pub(super) id: String,
    pub(super) source: String,
    kind: EdgeKind,
    pub(super) target: String,
    #[serde(default)]
    modality: Modality,
    #[serde(default)]
    asserted_by: Vec<String>,
    #[serde(default)]
    when: Option<String>,
    #[serde(default = "one")]
    weight: f64,
    #[serde(default = "one")]
    confidence: f64,
    #[serde(default)]
    evidence: Vec<Evidence>,
}

const fn one() -> f64 {
    1.0
}

impl EdgeRecord {
    pub(super) fn into_edge(self) -> Edge {
        Edge {
            id: self.id,
            kind: self.kind,
            modality: self.modality,
            asserted_by: self.asserted_by,
            when: self.when,
            weight: self.weight,
            confidence: self.confidence,
            evidence: self.evidence,
        }
    }
}
