//! What a speaker says that the own side must do: *we must lower tariffs, Brandt said*. It is what they set out to do.

use crate::claim::relation::obligation::OwnBodies;
use crate::claim::relation::reading::Reading;
use crate::model::Claim;
use crate::model::Modality;
use crate::model::Upos;

impl Reading<'_> {
    /// The claim, planned where a speaker says what those for whom they speak have to do.
    pub(super) fn undertaken(&self, claim: Claim, own: &OwnBodies) -> Claim {
        let doc = self.tree.doc;
        let bound = claim.modality_cue.is_some_and(|cue| {
            let word = doc.token_at(cue.start);
            matches!(self.tree.upos(word), Upos::Aux | Upos::Verb)
                && self.tree.grammar.undertakings.contains(doc.lemma(word))
        });
        let ours = claim.asserted_by.first().is_some_and(|&speaker| own.has(self, speaker, claim.source));
        let modality = if claim.modality == Modality::Possible && bound && ours {
            Modality::Planned
        } else {
            claim.modality
        };
        Claim { modality, ..claim }
    }
}
