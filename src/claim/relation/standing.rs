//! How a claim stands to the facts.

use crate::claim::modality;
use crate::claim::relation::reading::Reading;
use crate::lexicon::relations::Wording;
use crate::model::EdgeKind;
use crate::model::Modality;
use crate::model::Span;
use crate::model::When;

impl Reading<'_> {
    /// A standing fact is what its wording says; else the clause tells, and where it tells nothing the wording may.
    pub(super) fn modality(
        &self,
        wording: &Wording,
        governor: usize,
        standing: bool,
        when: Option<When>,
    ) -> (Modality, Option<Span>) {
        if let Some(fixed) = wording.modality.filter(|_| standing) {
            return (fixed, None);
        }
        let doc = self.tree.doc;
        let judged = modality::of(doc, governor, &self.lexicon.modality).dated(when, doc.document.date);
        // What a pact is meant to fight, it addresses.
        let aims = wording.kind == EdgeKind::ADDRESSES;
        let modality = judged.of_purpose.filter(|_| aims).unwrap_or(judged.modality);
        match wording.modality {
            Some(own) if modality == Modality::Actual => (own, judged.cue),
            _ => (modality, judged.cue),
        }
    }
}
