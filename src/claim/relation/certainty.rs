//! How sure a claim is of those between whom it stands.

use crate::claim::relation::participant::Participant;
use crate::claim::relation::reading::Reading;
use crate::model::MentionForm;
use crate::model::MentionId;

/// What each step of inference leaves of the confidence.
pub(super) const STEP: f32 = 0.92;

/// What a participant named by a pronoun leaves of it.
const PRONOUN: f32 = 0.95;

impl Reading<'_> {
    /// What the way to a participant leaves of the confidence.
    pub(super) fn certainty(&self, participant: Participant) -> f32 {
        let pronoun = self.mention(participant.mention).form == MentionForm::Pronoun;
        STEP.powi(i32::from(participant.steps)) * if pronoun { PRONOUN } else { 1.0 }
    }

    /// Whether one of the two stands in the words of the other: *the **Kenyan** minister* did not meet Kenya. What
    /// stands there after a preposition may be an argument that a description has swallowed.
    pub(super) fn is_part(&self, one: MentionId, other: MentionId) -> bool {
        let tree = self.tree;
        let inside = |inner: MentionId, outer: MentionId| {
            let (inner, outer) = (self.mention(inner), self.mention(outer));
            let cases = tree.cases(inner.head as usize);
            inner.span.is_within(outer.span)
                && (cases.is_empty()
                    || tree.is_genitive(inner.head as usize)
                    || cases.iter().any(|case| tree.grammar.owning.contains(case)))
        };
        inside(one, other) || inside(other, one)
    }
}
