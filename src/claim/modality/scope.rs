//! Walks from the root of a tree down to a predicate and combines what each word on the way makes of the next.

use crate::claim::modality::state::State;
use crate::lexicon::modality::Effect;
use crate::lexicon::modality::Frame;
use crate::lexicon::modality::ModalityLexicon;
use crate::lexicon::modality::Operator;
use crate::model::Annotated;
use crate::model::Deprel;
use crate::model::Modality;
use crate::model::Upos;
use crate::model::Xpos;

/// How far up one looks. Sentences that are deeper are lists and errors of the parser.
pub(super) const HEIGHT: usize = 40;

/// The trees of a document with the words of modality.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a, 'd> {
    pub(super) annotated: &'a Annotated<'d>,
    pub(super) lexicon: &'a ModalityLexicon,
}

impl Scope<'_, '_> {
    /// What holds of a predicate.
    pub(super) fn state(&self, token: usize, height: usize) -> State {
        self.context(token, height).around(self.own(token))
    }

    pub(super) fn upos(&self, token: usize) -> Upos {
        self.annotated.tokens[token].upos
    }

    pub(super) fn xpos(&self, token: usize) -> Xpos {
        self.annotated.tokens[token].xpos
    }

    pub(super) fn form(&self, token: usize) -> String {
        self.annotated.form(token).to_lowercase()
    }

    /// The word that marks a clause, or the preposition before a gerund.
    pub(super) fn mark(&self, clause: usize) -> Option<usize> {
        self.annotated.child_by(clause, Deprel::Mark)
    }

    pub(super) fn is_infinitive(&self, clause: usize) -> bool {
        self.annotated.children_by(clause, Deprel::Mark).any(|mark| self.xpos(mark) == Xpos::To)
    }

    pub(super) fn has_subject(&self, clause: usize) -> bool {
        self.annotated
            .children(clause)
            .any(|child| matches!(self.annotated.deprel(child).base(), "nsubj" | "csubj" | "expl"))
    }

    /// Whether the verb, or the first of its auxiliaries, has tense.
    pub(super) fn is_finite(&self, verb: usize) -> bool {
        let tensed = |token: usize| matches!(self.xpos(token), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md);
        tensed(verb) || self.auxiliaries(verb).any(tensed)
    }

    fn is_present(&self, verb: usize) -> bool {
        let present = |token: usize| matches!(self.xpos(token), Xpos::Vbz | Xpos::Vbp);
        let helped = self.auxiliaries(verb).next();
        helped
            .map_or(present(verb), |aux| present(aux) && !self.lexicon.is_perfect(self.annotated.lemma(aux)))
    }

    pub(super) fn operator(&self, word: usize, frame: &Frame) -> Option<&Operator> {
        let beside =
            |with: &str| self.annotated.children(word).any(|child| self.annotated.lemma(child) == with);
        self.lexicon.operator(&self.form(word), self.annotated.lemma(word), frame, beside)
    }

    /// What holds in the place where a predicate stands.
    fn context(&self, token: usize, height: usize) -> State {
        let (Some(head), Some(height)) = (self.annotated.head(token), height.checked_sub(1)) else {
            return self.of_sentence(token);
        };
        match self.annotated.deprel(token) {
            Deprel::Conj => self.of_conjunct(token, head, height),
            Deprel::Appos => self.state(head, height),
            Deprel::Xcomp | Deprel::Ccomp | Deprel::Csubj | Deprel::CsubjPass | Deprel::CsubjOuter => {
                self.of_complement(token, head, height)
            }
            Deprel::Advcl => self.of_adverbial_clause(token, head, height),
            Deprel::Acl => self.of_noun_clause(token, head, height),
            Deprel::AclRelcl => {
                let host = self.state(head, height);
                if self.is_present(token) && !self.is_definite(head) { host.if_open() } else { State::ACTUAL }
            }
            Deprel::Obj | Deprel::NsubjPass => self.of_object(token, head, height),
            Deprel::Nsubj | Deprel::NsubjOuter => self.of_subject(token, head, height),
            Deprel::Obl | Deprel::Nmod | Deprel::NmodPoss | Deprel::OblUnmarked => {
                self.of_oblique(token, head, height)
            }
            _ => State::ACTUAL,
        }
    }

    /// A question leaves open what it asks; an order, what it orders.
    fn of_sentence(&self, root: usize) -> State {
        let tokens = self.annotated.sentences[self.annotated.sentence_of(root)].tokens.clone();
        let asked =
            self.annotated.children_by(root, Deprel::Punct).find(|&mark| self.annotated.form(mark) == "?");
        let open = |token: usize| matches!(self.xpos(token), Xpos::Wp | Xpos::Wdt | Xpos::Wrb | Xpos::WpS);
        if let Some(mark) = asked
            && !tokens.clone().take_while(|&token| token <= root).any(open)
        {
            return State::new(Modality::Possible, mark);
        }
        let order = self.xpos(root) == Xpos::Vb
            && !self.has_subject(root)
            && self.auxiliaries(root).next().is_none()
            && self.mark(root).is_none();
        if order { State::new(Modality::Possible, root) } else { State::ACTUAL }
    }

    /// Coordinated words stand in the same place; a finite verb does not stand under an infinitive (*agreed to meet and
    /// signed*), wherever the parser puts it.
    fn of_conjunct(&self, token: usize, first: usize, height: usize) -> State {
        let mut above = first;
        for _ in 0..height {
            let misplaced = self.is_finite(token)
                && !self.is_finite(above)
                && matches!(self.annotated.deprel(above), Deprel::Xcomp | Deprel::Advcl | Deprel::Acl);
            match self.annotated.head(above).filter(|_| misplaced) {
                Some(next) => above = next,
                None => break,
            }
        }
        self.context(above, height)
    }

    fn of_complement(&self, token: usize, head: usize, height: usize) -> State {
        let outer = self.state(head, height);
        let subject =
            self.annotated.deprel(token) != Deprel::Xcomp && self.annotated.deprel(token) != Deprel::Ccomp;
        let gerund = self.xpos(token) == Xpos::Vbg && !self.is_finite(token);
        let frame = if self.is_infinitive(token) {
            Frame::Infinitive
        } else if gerund && subject {
            Frame::Subject
        } else if gerund {
            Frame::Gerund
        } else if self.annotated.deprel(token) == Deprel::Xcomp {
            if self.xpos(token) != Xpos::Vb {
                return outer;
            }
            Frame::Infinitive
        } else {
            if let Some(mark) = self.mark(token)
                && let Some(conjunction) = self.lexicon.conjunction(self.annotated.lemma(mark))
                && conjunction.effect == Effect::Possible
            {
                return State::new(Modality::Possible, mark);
            }
            Frame::Clause
        };
        if let Some(operator) = self.operator(head, &frame) {
            return outer.under(operator, head);
        }
        match frame {
            Frame::Infinitive => outer.with(Effect::Possible, head, outer),
            Frame::Clause => outer.with(Effect::Said, head, outer),
            Frame::Gerund | Frame::Object | Frame::Subject | Frame::After(_) => outer,
        }
    }

    fn of_adverbial_clause(&self, token: usize, head: usize, height: usize) -> State {
        let outer = self.state(head, height);
        if self.is_infinitive(token) {
            return self.of_infinitive(head, outer);
        }
        let Some(mark) = self.mark(token).or_else(|| self.annotated.child_by(token, Deprel::Case)) else {
            return outer.if_open();
        };
        let lemma = self.annotated.lemma(mark);
        if let Some(operator) = self.operator(head, &Frame::After(lemma.into())) {
            return outer.under(operator, head);
        }
        let Some(conjunction) = self.lexicon.conjunction(lemma) else { return outer.if_open() };
        let ahead = !self.is_finite(token) || self.is_present(token);
        match conjunction.effect {
            Effect::Pending if !ahead => State::ACTUAL,
            Effect::Negated if outer.is_open() => State::new(Modality::Negated, mark),
            Effect::Possible => State::new(Modality::Possible, mark),
            effect => outer.with(effect, mark, outer),
        }
    }

    /// An infinitive that is no complement names a purpose: what is meant to be done.
    fn of_infinitive(&self, head: usize, outer: State) -> State {
        if let Some(operator) = self.operator(head, &Frame::Infinitive) {
            return outer.under(operator, head);
        }
        if self.lexicon.is_settled(self.annotated.lemma(head)) {
            return outer;
        }
        let state = if outer.is_negative() {
            outer.with(Effect::Possible, head, outer)
        } else {
            outer.with(Effect::Planned, head, outer)
        };
        State { purpose: Some(outer.purpose.unwrap_or(outer.modality)), ..state }
    }

    fn of_noun_clause(&self, token: usize, noun: usize, height: usize) -> State {
        let outer = self.state(noun, height);
        if self.is_infinitive(token) {
            return self.of_infinitive(noun, outer);
        }
        let mark = self.mark(token).or_else(|| self.annotated.child_by(token, Deprel::Case));
        let gerund = self.xpos(token) == Xpos::Vbg && !self.is_finite(token);
        let frame = match mark {
            Some(mark) if gerund => Frame::After(self.annotated.lemma(mark).into()),
            Some(_) => Frame::Clause,
            None => return self.of_participle(token, noun, outer),
        };
        if outer.is_negative() && frame == Frame::Clause && self.lexicon.is_report(self.annotated.lemma(noun))
        {
            return State { modality: Modality::Denied, ..outer };
        }
        match self.operator(noun, &frame) {
            Some(operator) => outer.under(operator, noun),
            None if gerund => outer,
            None => State::ACTUAL,
        }
    }

    /// *A pact replacing it*, *the pact signed on Friday*.
    fn of_participle(&self, token: usize, noun: usize, outer: State) -> State {
        if self.xpos(token) == Xpos::Vbg || !self.is_definite(noun) { outer.if_open() } else { State::ACTUAL }
    }

    fn of_object(&self, token: usize, verb: usize, height: usize) -> State {
        let outer = self.state(verb, height);
        if let Some(operator) = self.operator(verb, &Frame::Object) {
            return outer.under(operator, verb);
        }
        let carried = self.lexicon.is_carrier(self.annotated.lemma(verb)) || !self.is_definite(token);
        if carried { outer } else { State::ACTUAL }
    }

    fn of_subject(&self, token: usize, head: usize, height: usize) -> State {
        let outer = self.state(head, height);
        if let Some(operator) = self.operator(head, &Frame::Subject) {
            return outer.under(operator, head);
        }
        if self.lexicon.is_happening(self.annotated.lemma(head))
            && self.annotated.child_by(head, Deprel::Cop).is_none()
        {
            return outer;
        }
        match outer.modality {
            Modality::Planned => outer,
            Modality::Possible if !self.is_definite(token) => outer,
            _ => State::ACTUAL,
        }
    }

    fn of_oblique(&self, token: usize, head: usize, height: usize) -> State {
        let outer = self.state(head, height);
        let verbal = matches!(self.annotated.deprel(token), Deprel::Obl | Deprel::OblUnmarked);
        let case = self.annotated.child_by(token, Deprel::Case);
        let lemma = case.map(|case| self.annotated.lemma(case));
        if let (Some(case), Some(effect)) = (case, lemma.and_then(|lemma| self.lexicon.preposition(lemma))) {
            return outer.if_open().with(effect, case, State::ACTUAL);
        }
        let possessive = self.annotated.deprel(token) == Deprel::NmodPoss;
        let frame =
            if possessive { self.lexicon.genitive().into() } else { lemma.unwrap_or_default().into() };
        if let Some(operator) = self.operator(head, &Frame::After(frame)) {
            return outer.under(operator, head);
        }
        let of = possessive || lemma == Some(self.lexicon.genitive());
        match outer.modality {
            Modality::Planned if verbal => outer,
            _ if of && !self.is_definite(token) => outer,
            _ => State::ACTUAL,
        }
    }

    /// Whether a noun is taken as known: a name, or with an article, demonstrative or possessive that says so.
    fn is_definite(&self, noun: usize) -> bool {
        self.upos(noun) == Upos::Propn
            || self.upos(noun) == Upos::Pron
            || self.annotated.child_by(noun, Deprel::NmodPoss).is_some()
            || self
                .annotated
                .children_by(noun, Deprel::Det)
                .any(|det| self.lexicon.is_definite(self.annotated.lemma(det)))
    }
}
