//! What a word makes of the events that nouns beside it name: *held talks*, *during the talks*, *a proposal for talks*.

use crate::claim::modality::scope::Scope;
use crate::claim::modality::state::State;
use crate::lexicon::modality::Frame;
use crate::lexicon::modality::Operator;
use crate::model::Deprel;
use crate::model::Modality;
use crate::model::Upos;

impl Scope<'_, '_> {
    pub(super) fn of_object(&self, token: usize, verb: usize, height: usize) -> State {
        let outer = self.state(verb, height);
        if let Some(operator) = self.noun_operator(verb, &Frame::Object, token) {
            return outer.under(operator, verb, self.is_past(verb));
        }
        let carried = self.lexicon.is_carrier(self.annotated.lemma(verb)) || !self.is_definite(token);
        if carried { outer } else { State::ACTUAL }
    }

    pub(super) fn of_subject(&self, token: usize, head: usize, height: usize) -> State {
        let outer = self.state(head, height);
        if let Some(operator) = self.noun_operator(head, &Frame::Subject, token) {
            return outer.under(operator, head, self.is_past(head));
        }
        // "Take place" has an object in form only.
        let about_others = |child: usize| match self.annotated.deprel(child) {
            Deprel::Cop => true,
            Deprel::Obj => self.annotated.children(child).next().is_some(),
            _ => false,
        };
        if self.lexicon.is_happening(self.annotated.lemma(head))
            && !self.annotated.children(head).any(about_others)
        {
            return outer;
        }
        match outer.modality {
            Modality::Planned if self.is_under_way(token) => State::ACTUAL,
            Modality::Planned => outer,
            Modality::Possible if !self.is_definite(token) => outer,
            _ => State::ACTUAL,
        }
    }

    pub(super) fn of_oblique(&self, token: usize, head: usize, height: usize) -> State {
        let outer = self.state(head, height);
        let verbal = matches!(self.annotated.deprel(token), Deprel::Obl | Deprel::OblUnmarked);
        let case = self.annotated.child_by(token, Deprel::Case);
        let lemma = case.map(|case| self.annotated.lemma(case));
        if let (Some(case), Some(effect)) = (case, lemma.and_then(|lemma| self.lexicon.preposition(lemma))) {
            return outer.if_open().with(effect, case, State::ACTUAL);
        }
        // *supports steps including a visit*: the visit is one of them.
        if lemma.is_some_and(|lemma| self.lexicon.is_inclusive(lemma)) {
            return self.context(head, height);
        }
        let possessive = self.annotated.deprel(token) == Deprel::NmodPoss;
        let frame = if possessive { self.lexicon.genitive() } else { lemma.unwrap_or_default() };
        let frame = Frame::After(frame.into());
        // *In the first interview he called for a truce*: what stands before the word is not what it asks for.
        let behind = possessive || head < token;
        if let Some(operator) = self.noun_operator(head, &frame, token).filter(|_| behind) {
            return outer.under(operator, head, self.is_past(head));
        }
        // "Called off the talks", where the parser takes the particle for a preposition.
        if let Some(operator) =
            self.operator(head, &Frame::Object).filter(|operator| verbal && operator.with() == lemma)
            && lemma.is_some()
        {
            return outer.under(operator, head, self.is_past(head));
        }
        // "There are plans for talks": the phrase belongs to the noun before it, wherever the parser puts it.
        let before = case.and_then(|case| case.checked_sub(1)).filter(|&before| {
            verbal && self.upos(before) == Upos::Noun && self.annotated.head(before) == Some(head)
        });
        if let Some((noun, operator)) =
            before.and_then(|noun| Some((noun, self.noun_operator(noun, &frame, token)?)))
        {
            return self.state(noun, height).under(operator, noun, false);
        }
        let of = possessive || lemma == Some(self.lexicon.genitive());
        match outer.modality {
            Modality::Planned if verbal && self.is_under_way(token) => State::ACTUAL,
            Modality::Planned if verbal => outer,
            _ if of && !self.is_definite(token) => outer,
            _ => State::ACTUAL,
        }
    }

    /// *Its **aggression** will be punished*, ***our meeting** will bear fruit*: what is there already has consequences to come.
    fn is_under_way(&self, noun: usize) -> bool {
        let doc = self.annotated;
        let ours = || {
            doc.children_by(noun, Deprel::NmodPoss).any(|owner| self.lexicon.is_addressing(doc.lemma(owner)))
                && doc.children_by(noun, Deprel::Amod).next().is_none()
        };
        self.is_definite(noun) && self.lexicon.is_ongoing(doc.lemma(noun)) || ours()
    }

    /// The operator over a noun. Some leave what is known alone: one discusses *a visit* to come, but *the visit* of last week.
    fn noun_operator(&self, word: usize, frame: &Frame, noun: usize) -> Option<&Operator> {
        self.operator(word, frame).filter(|operator| !operator.indefinite || !self.is_definite(noun))
    }

    /// Whether a noun is taken as known: a name, or with an article, demonstrative or possessive that says so.
    pub(super) fn is_definite(&self, noun: usize) -> bool {
        self.upos(noun) == Upos::Propn
            || self.upos(noun) == Upos::Pron
            || self.annotated.child_by(noun, Deprel::NmodPoss).is_some()
            || self
                .annotated
                .children_by(noun, Deprel::Det)
                .any(|det| self.lexicon.is_definite(self.annotated.lemma(det)))
    }
}
