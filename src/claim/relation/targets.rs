//! To whom it is done, once it is known who does it.

use crate::claim::relation::participant::Fits;
use crate::claim::relation::participant::Participant;
use crate::claim::relation::predicate::Predicate;
use crate::claim::relation::reading::Reading;
use crate::lexicon::relations::Wording;
use crate::model::MentionForm;
use crate::model::MentionId;

impl Reading<'_> {
    /// The targets at the first path that has any besides the sources themselves.
    pub(super) fn targets(
        &self,
        wording: &Wording,
        predicate: &Predicate,
        sources: &[Participant],
        fits: Fits<'_>,
    ) -> Vec<Participant> {
        // *sought to win*: who seeks is no target of it.
        // *Kenya and Norway back its reform*: what is theirs is no other's.
        let pronoun = |id: MentionId| self.mention(id).form == MentionForm::Pronoun;
        let is_other = |target: &Participant| {
            !sources.iter().any(|source| {
                source.mention == target.mention
                    || pronoun(target.mention) && self.same(source.mention, target.mention)
            })
        };
        let at = |path| {
            let mut found = self.participants(predicate, std::slice::from_ref(path), fits);
            found.retain(is_other);
            found
        };
        let found = wording.target.iter().map(at).find(|found| !found.is_empty()).unwrap_or_default();
        if !found.is_empty() || !wording.nationals {
            return found;
        }
        let mut nationals = self.nationals(predicate, &wording.target, fits);
        nationals.retain(is_other);
        nationals
    }
}
