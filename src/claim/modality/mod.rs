//! Whether what a predicate says happened, is planned, may be, did not happen, or is denied.

mod clause;
mod nominal;
mod own;
mod scope;
mod state;

use crate::claim::modality::scope::HEIGHT;
use crate::claim::modality::scope::Scope;
use crate::lexicon::modality::ModalityLexicon;
use crate::model::Annotated;
use crate::model::Deprel;
use crate::model::Modality;
use crate::model::PartialDate;
use crate::model::Span;
use crate::model::When;

/// The modality of a predicate, with what decides it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Judged {
    /// How the text puts it.
    pub modality: Modality,
    /// The words that decide it (*will*, *possibly*, *not*); none for a plain fact.
    pub cue: Option<Span>,
    /// Where the predicate is the purpose of a thing (*a pact meant to fight smuggling*): the modality of that thing.
    /// Who asks what a thing is for, rather than what came of it, takes this one.
    pub of_purpose: Option<Modality>,
}

impl Judged {
    /// What is a fact by its grammar, but lies after the day of publication, is a plan: *Friday's meetings*, on Thursday.
    #[must_use]
    pub fn dated(self, when: Option<When>, published: Option<PartialDate>) -> Self {
        let after = |when: When, published: PartialDate| {
            when.first_day().is_some_and(|first| first > published.last_day())
        };
        match (self.modality, when, published) {
            (Modality::Actual, Some(when), Some(published)) if after(when, published) => {
                Self { modality: Modality::Planned, ..self }
            }
            _ => self,
        }
    }
}

/// Judges the predicate `predicate`: a verb, a predicate noun or adjective, or the noun of an event (*talks*, *visit*).
#[must_use]
pub fn of(annotated: &Annotated<'_>, predicate: usize, lexicon: &ModalityLexicon) -> Judged {
    // *will **be** in Kenya*: auxiliaries and negation hang on what is said of the subject.
    let copula = annotated.head(predicate).filter(|_| annotated.deprel(predicate) == Deprel::Cop);
    let state = Scope { annotated, lexicon }.state(copula.unwrap_or(predicate), HEIGHT);
    let cue = state.cue.map(|token| annotated.tokens[token].span);
    Judged { modality: state.modality, cue, of_purpose: state.purpose }
}
