//! How sure a claim is of those between whom it stands.

use crate::claim::relation::participant::Participant;
use crate::claim::relation::reading::Reading;
use crate::lexicon::relations::Wording;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::Modality;
use crate::model::NodeKind;

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

    /// How sure a claim of a wording is, as measured on claims judged by reading.
    pub(super) fn measured(&self, wording: &Wording, modality: Modality, ends: [Participant; 2]) -> f32 {
        let certainty = &self.lexicon.relations.certainty;
        let plain = certainty.of_wording(&wording.rule, &wording.kind, wording.confidence);
        let target = self.kind(ends[1].mention).map_or(1.0, |kind| certainty.left_by(modality, kind));
        ends.iter().fold(plain * target, |left, end| {
            let pronoun = self.mention(end.mention).form == MentionForm::Pronoun;
            left * certainty.left_by_way(end.steps, pronoun)
        })
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

    /// Whether the two stand in one list: *the Ministry of Trade and **Norway***.
    pub(super) fn are_coordinated(&self, one: MentionId, other: MentionId) -> bool {
        let (one, other) = (self.mention(one), self.mention(other));
        let person = |kind: &NodeKind| [NodeKind::OFFICIAL, NodeKind::PERSON].contains(kind);
        // *Foreign Minister Oduya and other Kenyan officials*: fellows tell of each other.
        if one.span.overlaps(other.span) || one.kind.as_ref().is_some_and(person) {
            return false;
        }
        let (one, other) = (one.head as usize, other.head as usize);
        self.tree.conjuncts(one).contains(&other) || self.tree.conjuncts(other).contains(&one)
    }

    /// Whether a name of a person has no title before it: what stands before it names no office.
    pub(super) fn is_bare_person(&self, id: MentionId) -> bool {
        let mention = self.mention(id);
        self.is_named_person(id) && mention.name.is_some_and(|name| mention.span.start >= name.start)
    }

    /// Whether it names a person, with or without a title.
    pub(super) fn is_named_person(&self, id: MentionId) -> bool {
        let person = self.kind(id).is_some_and(|kind| [NodeKind::OFFICIAL, NodeKind::PERSON].contains(kind));
        person && self.mention(id).form == MentionForm::Name
    }
}
