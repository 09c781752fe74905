//! Which edges a query walks over.

use std::collections::BTreeSet;

use crate::graph::EdgeView;
use crate::model::EdgeKind;
use crate::model::Modality;
use crate::model::NodeKind;

/// Which edges count.
#[derive(Debug, Clone)]
pub struct EdgeFilter {
    /// Only these.
    pub modalities: BTreeSet<Modality>,
    /// Only these; all where it is empty, but for those that tell of texts and not of the world.
    pub kinds: BTreeSet<EdgeKind>,
    /// Nothing less sure, 0 to 1.
    pub min_confidence: f64,
    /// Whether statements and documents count as nodes.
    pub statements: bool,
}

/// What happened and what is planned, without statements and documents.
impl Default for EdgeFilter {
    fn default() -> Self {
        Self {
            modalities: BTreeSet::from([Modality::Actual, Modality::Planned]),
            kinds: BTreeSet::new(),
            min_confidence: 0.0,
            statements: false,
        }
    }
}

impl EdgeFilter {
    /// Every modality; still without statements and documents.
    #[must_use]
    pub fn any_modality() -> Self {
        Self { modalities: BTreeSet::from(Modality::ALL), ..Self::default() }
    }

    pub(crate) fn admits(&self, view: &EdgeView<'_>) -> bool {
        self.modalities.contains(&view.edge.modality)
            && view.edge.confidence >= self.min_confidence
            && if self.kinds.is_empty() {
                self.statements || !tells_of_texts(view)
            } else {
                self.kinds.contains(&view.edge.kind)
            }
    }
}

/// Whether the edge ties a statement or a document to something: true of every text, and telling nothing of the world.
pub(crate) fn tells_of_texts(view: &EdgeView<'_>) -> bool {
    [view.source, view.target]
        .iter()
        .any(|node| node.kind == NodeKind::STATEMENT || node.kind == NodeKind::DOCUMENT)
}
