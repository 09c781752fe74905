//! An edge as rows show it.

use serde::Serialize;

use crate::graph::CharSpan;
use crate::graph::EdgeView;
use crate::graph::Evidence;
use crate::graph::KnowledgeGraph;
use crate::model::EdgeKind;
use crate::model::Modality;
use crate::query::Citation;
use crate::query::Moment;
use crate::query::NodeRef;

/// One place that states the edge.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EvidenceRow<'g> {
    /// The words and where they stand.
    #[serde(flatten)]
    pub citation: Citation<'g>,
    /// The predicate inside the words, in characters of the document.
    pub trigger: Option<CharSpan>,
    /// The wording that matched.
    pub rule: &'g str,
    /// How sure, 0 to 1.
    pub confidence: f64,
    /// Id of the statement in which the words stand.
    pub statement: Option<&'g str>,
}

/// An edge with its ends, its time and its evidence.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EdgeRow<'g> {
    /// Id of the edge.
    pub id: &'g str,
    /// Where it starts.
    pub source: NodeRef<'g>,
    /// The relation.
    pub kind: &'g EdgeKind,
    /// Where it ends.
    pub target: NodeRef<'g>,
    /// How it stands to the facts.
    pub modality: Modality,
    /// In whose words it stands, outermost first; empty where the author says so.
    pub asserted_by: Vec<NodeRef<'g>>,
    /// When it is, was or will be.
    #[serde(flatten)]
    pub moment: Moment<'g>,
    /// Number of distinct documents that say so.
    pub weight: f64,
    /// How sure the surest evidence is.
    pub confidence: f64,
    /// In order of document and place.
    pub evidence: Vec<EvidenceRow<'g>>,
}

impl<'g> EdgeRow<'g> {
    pub(crate) fn of(graph: &'g KnowledgeGraph, view: EdgeView<'g>) -> Self {
        let EdgeView { source, edge, target } = view;
        Self {
            id: &edge.id,
            source: NodeRef::of(source),
            kind: &edge.kind,
            target: NodeRef::of(target),
            modality: edge.modality,
            asserted_by: NodeRef::all(graph, &edge.asserted_by),
            moment: Moment::of_edge(graph, edge),
            weight: edge.weight,
            confidence: edge.confidence,
            evidence: edge.evidence.iter().map(|evidence| evidence_row(graph, evidence)).collect(),
        }
    }

    /// By time, then by the place of the first evidence.
    pub(crate) fn sort(rows: &mut [Self]) {
        rows.sort_by(|a, b| a.order().cmp(&b.order()));
    }

    pub(crate) fn order(&self) -> impl Ord + use<'g> {
        (self.moment.order(), self.evidence.first().map(|first| first.citation), self.id)
    }
}

fn evidence_row<'g>(graph: &'g KnowledgeGraph, evidence: &'g Evidence) -> EvidenceRow<'g> {
    EvidenceRow {
        citation: Citation::of_evidence(graph, evidence),
        trigger: evidence.trigger,
        rule: &evidence.rule,
        confidence: evidence.confidence,
        statement: evidence.statement.as_deref(),
    }
}
