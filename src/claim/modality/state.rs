//! What holds of a word, and what a word that governs it makes of that.

use crate::lexicon::modality::Effect;
use crate::lexicon::modality::Operator;
use crate::model::Modality;

/// What holds of a word, with the token that decides it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct State {
    pub(super) modality: Modality,
    pub(super) cue: Option<usize>,
    /// Of a purpose: what holds of that which has it.
    pub(super) purpose: Option<Modality>,
}

impl State {
    pub(super) const ACTUAL: Self = Self { modality: Modality::Actual, cue: None, purpose: None };

    pub(super) const fn new(modality: Modality, cue: usize) -> Self {
        Self { modality, cue: Some(cue), purpose: None }
    }

    /// Whether it lies ahead or is open.
    pub(super) const fn is_open(self) -> bool {
        matches!(self.modality, Modality::Planned | Modality::Possible)
    }

    pub(super) const fn is_negative(self) -> bool {
        matches!(self.modality, Modality::Negated | Modality::Denied)
    }

    /// What stays of the state for something that it does not fully cover: negation does not reach it.
    pub(super) fn if_open(self) -> Self {
        if self.is_open() { self } else { Self::ACTUAL }
    }

    /// What an operator of which `self` holds makes of the word that it governs.
    pub(super) fn under(self, operator: &Operator, cue: usize, past: bool) -> Self {
        let purpose = operator.purpose.then_some(self.purpose.unwrap_or(self.modality));
        let state = match (operator.when_negated, operator.when_past) {
            (Some(effect), _) if self.is_negative() => Self::ACTUAL.with(effect, cue, self),
            (_, Some(effect)) if past => self.with(effect, cue, self),
            _ => self.with(operator.effect, cue, self),
        };
        Self { purpose: purpose.or(state.purpose), ..state }
    }

    /// What `effect`, by the word `cue`, makes of something of which `self` holds.
    pub(super) fn with(self, effect: Effect, cue: usize, as_is: Self) -> Self {
        let new = |modality| Self::new(modality, cue);
        match effect {
            Effect::AsIs => as_is,
            Effect::Pending => as_is.if_open(),
            // That it is not said does not make it untrue; a promise to say so does not make what is said a promise.
            Effect::Said if self.is_negative() => new(Modality::Possible),
            Effect::Fact | Effect::Said => Self::ACTUAL,
            Effect::Possible => match self.modality {
                Modality::Denied => self,
                _ => new(Modality::Possible),
            },
            Effect::Planned => match self.modality {
                Modality::Actual | Modality::Planned => new(Modality::Planned),
                Modality::Possible | Modality::Negated | Modality::Denied => self,
            },
            Effect::Negated => match self.modality {
                Modality::Actual | Modality::Planned => new(Modality::Negated),
                Modality::Possible => self,
                Modality::Negated => Self::ACTUAL,
                Modality::Denied => new(Modality::Possible),
            },
            Effect::Denied => match self.modality {
                Modality::Actual | Modality::Planned => new(Modality::Denied),
                Modality::Possible => self,
                Modality::Negated | Modality::Denied => new(Modality::Possible),
            },
        }
    }

    /// What holds of a word that has its own auxiliaries, negation and adverbs, in a place of which `self` holds.
    pub(super) fn around(self, own: Self) -> Self {
        match (self.modality, own.modality) {
            (Modality::Actual, _) => Self { purpose: own.purpose.or(self.purpose), ..own },
            // "No talks took place": one word that negates both verb and noun.
            (Modality::Negated, Modality::Negated) if self.cue == own.cue => self,
            (Modality::Negated, Modality::Negated) => Self::ACTUAL,
            (Modality::Denied, Modality::Negated) => Self { modality: Modality::Possible, ..self },
            (Modality::Planned, Modality::Negated | Modality::Possible | Modality::Denied) => own,
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(modality: Modality) -> State {
        State::new(modality, 0)
    }

    #[test]
    fn two_negations_cancel() {
        let refused = holds(Modality::Negated);
        assert_eq!(refused.with(Effect::Negated, 1, refused), State::ACTUAL);
        assert_eq!(refused.around(State::new(Modality::Negated, 1)), State::ACTUAL);
        assert_eq!(refused.around(holds(Modality::Negated)), refused);
    }

    #[test]
    fn what_may_be_agreed_is_possible_and_what_was_not_agreed_is_negated() {
        assert_eq!(
            holds(Modality::Possible).with(Effect::Planned, 1, State::ACTUAL).modality,
            Modality::Possible
        );
        assert_eq!(
            holds(Modality::Negated).with(Effect::Planned, 1, State::ACTUAL).modality,
            Modality::Negated
        );
    }

    #[test]
    fn what_one_will_say_is_not_planned_thereby() {
        assert_eq!(holds(Modality::Planned).with(Effect::Said, 1, State::ACTUAL), State::ACTUAL);
        assert_eq!(
            holds(Modality::Negated).with(Effect::Said, 1, State::ACTUAL).modality,
            Modality::Possible
        );
    }
}
