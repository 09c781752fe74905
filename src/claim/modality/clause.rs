//! What a word makes of the clauses that it governs.

use crate::claim::modality::scope::Scope;
use crate::claim::modality::state::State;
use crate::lexicon::modality::Effect;
use crate::lexicon::modality::Frame;
use crate::model::Deprel;
use crate::model::Modality;
use crate::model::Upos;
use crate::model::Xpos;

impl Scope<'_, '_> {
    pub(super) fn of_complement(&self, token: usize, head: usize, height: usize) -> State {
        let outer = self.state(head, height);
        let subject =
            self.annotated.deprel(token) != Deprel::Xcomp && self.annotated.deprel(token) != Deprel::Ccomp;
        let gerund = self.xpos(token) == Xpos::Vbg && !self.is_finite(token);
        // *Wavered whether to sign*
        let open = self.leaves_open(token).filter(|_| self.is_infinitive(token));
        if let Some(mark) = open {
            return State::new(Modality::Possible, mark);
        }
        let frame = if self.is_infinitive(token) {
            Frame::Infinitive
        } else if gerund && subject {
            Frame::Subject
        } else if gerund {
            Frame::Gerund
        } else if self.annotated.deprel(token) == Deprel::Xcomp {
            match self.upos(token) {
                Upos::Noun => Frame::Object,
                // "Helped them sign", "had them sign".
                _ => return outer,
            }
        } else {
            if let Some(mark) = self.leaves_open(token) {
                return State::new(Modality::Possible, mark);
            }
            if self.is_subjunctive(token) || self.is_order(token) {
                let settled = self.lexicon.is_settling(self.annotated.lemma(head));
                let effect = if settled { Effect::Planned } else { Effect::Possible };
                return outer.with(effect, head, outer);
            }
            // *Was **so** concerned that she telephoned*: that is what came of it.
            let degree = |child: usize| self.lexicon.is_degree(self.annotated.lemma(child));
            if self.upos(head) == Upos::Adj && self.annotated.children_by(head, Deprel::Advmod).any(degree) {
                return outer.if_open();
            }
            Frame::Clause
        };
        if frame == Frame::Clause
            && let Some(denied) = self.of_report(head, outer)
        {
            return denied;
        }
        if let Some(operator) = self.operator(head, &frame) {
            return outer.under(operator, head, self.is_past(head));
        }
        match frame {
            // "It took a year to agree" tells of what was done, "it is hard to agree" does not.
            Frame::Infinitive if subject && self.is_past(head) => outer,
            Frame::Infinitive => outer.with(Effect::Possible, head, outer),
            Frame::Clause => outer.with(Effect::Said, head, outer),
            Frame::Gerund | Frame::Object | Frame::Subject | Frame::After(_) => outer,
        }
    }

    pub(super) fn of_adverbial_clause(&self, token: usize, head: usize, height: usize) -> State {
        let outer = self.state(head, height);
        if let Some(to) = self.infinitive_mark(token) {
            if let Some(mark) = self.leaves_open(token) {
                return State::new(Modality::Possible, mark);
            }
            return self
                .of_misplaced_infinitive(to, head, height)
                .unwrap_or_else(|| self.of_infinitive(head, outer));
        }
        let Some(mark) = self.mark(token).or_else(|| self.annotated.child_by(token, Deprel::Case)) else {
            // *Did not rule out meeting*: a gerund right behind the verb and its particle is its object.
            let behind = (head + 1..token).all(|between| self.upos(between) == Upos::Adp);
            if self.xpos(token) == Xpos::Vbg
                && token > head
                && behind
                && let Some(operator) = self.operator(head, &Frame::Gerund)
            {
                return outer.under(operator, head, self.is_past(head));
            }
            // "Will leave, saying ..." is said at once.
            let speaks = self.lexicon.is_said(self.annotated.lemma(token));
            return if speaks { State::ACTUAL } else { outer.if_open() };
        };
        let lemma = self.annotated.lemma(mark);
        if let Some(operator) = self.operator(head, &Frame::After(lemma.into())) {
            return outer.under(operator, head, self.is_past(head));
        }
        if let Some(state) = self.of_misplaced_gerund(mark, head, height) {
            return state;
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

    /// *Voiced their readiness to meet*: the infinitive belongs to the noun before it, wherever the parser puts it.
    fn of_misplaced_infinitive(&self, to: usize, verb: usize, height: usize) -> Option<State> {
        let beside = |noun: usize| self.upos(noun) == Upos::Noun && self.annotated.head(noun) == Some(verb);
        // *Extended an invitation to Brandt to visit*
        let object = || {
            let mut between = self.annotated.children(verb).filter(|&child| child > verb && child < to);
            let noun = between.find(|&child| self.annotated.deprel(child) == Deprel::Obj)?;
            let alone = between.all(|child| self.annotated.deprel(child) == Deprel::Obl);
            (alone && self.lexicon.is_carrier(self.annotated.lemma(verb))).then_some(noun)
        };
        let noun = object().or_else(|| to.checked_sub(1).filter(|&noun| beside(noun)))?;
        let own =
            self.operator(verb, &Frame::Infinitive).is_some_and(|operator| operator.effect != Effect::AsIs);
        let operator = self.operator(noun, &Frame::Infinitive).filter(|_| !own)?;
        Some(self.state(noun, height).under(operator, noun, false))
    }

    /// *Voiced their commitment to meeting*: likewise.
    fn of_misplaced_gerund(&self, mark: usize, verb: usize, height: usize) -> Option<State> {
        let noun = mark
            .checked_sub(1)
            .filter(|&noun| self.upos(noun) == Upos::Noun && self.annotated.head(noun) == Some(verb))?;
        let operator = self.operator(noun, &Frame::After(self.annotated.lemma(mark).into()))?;
        Some(self.state(noun, height).under(operator, noun, false))
    }

    /// An infinitive that is no complement names a purpose: what is meant to be done.
    fn of_infinitive(&self, head: usize, outer: State) -> State {
        let operator = self.operator(head, &Frame::Infinitive);
        let governs = |effect| self.upos(head) != Upos::Verb || effect != Effect::AsIs;
        if let Some(operator) = operator.filter(|operator| governs(operator.effect)) {
            return outer.under(operator, head, self.is_past(head));
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

    pub(super) fn of_noun_clause(&self, token: usize, noun: usize, height: usize) -> State {
        let outer = self.state(noun, height);
        if self.is_infinitive(token) {
            return if self.is_singled_out(noun) { outer } else { self.of_infinitive(noun, outer) };
        }
        let mark = self.mark(token).or_else(|| self.annotated.child_by(token, Deprel::Case));
        let gerund = self.xpos(token) == Xpos::Vbg && !self.is_finite(token);
        let frame = match mark {
            Some(mark) if gerund => Frame::After(self.annotated.lemma(mark).into()),
            Some(_) => Frame::Clause,
            None if self.annotated.deprel(token) == Deprel::AclRelcl => Frame::Clause,
            None => return self.of_participle(token, noun, outer),
        };
        if frame == Frame::Clause
            && let Some(denied) = self.of_report(noun, outer)
        {
            return denied;
        }
        match self.operator(noun, &frame) {
            Some(operator) => outer.under(operator, noun, self.is_past(noun)),
            None if gerund => outer,
            None => State::ACTUAL,
        }
    }

    /// *The **first** president to visit Kenya* has visited it.
    fn is_singled_out(&self, noun: usize) -> bool {
        let singles = |token: usize| self.lexicon.is_singling(self.annotated.lemma(token));
        self.annotated.children(noun).any(|child| child < noun && singles(child))
    }

    /// *Rejected the claim that they met*.
    fn of_report(&self, noun: usize, outer: State) -> Option<State> {
        let denied = outer.is_negative() && self.lexicon.is_report(self.annotated.lemma(noun));
        denied.then_some(State { modality: Modality::Denied, ..outer })
    }

    /// *The claim that they met*, which parsers take for *the claim that they made*: *that* has no part in the clause.
    pub(super) fn is_content(&self, clause: usize) -> bool {
        let objects = self.annotated.children_by(clause, Deprel::Obj).count();
        let idle = |child: usize| {
            let part = match self.annotated.deprel(child) {
                Deprel::Obj => objects < 2,
                Deprel::OblUnmarked | Deprel::Obl | Deprel::Advmod | Deprel::Mark => {
                    self.annotated.child_by(child, Deprel::Case).is_some()
                }
                _ => true,
            };
            !part && self.xpos(child) == Xpos::Wdt
                || self.upos(child) == Upos::Sconj && self.xpos(child) == Xpos::In
        };
        self.has_subject(clause) && self.annotated.children(clause).any(idle)
    }

    /// *A pact replacing it*, *the pact signed on Friday*.
    fn of_participle(&self, token: usize, noun: usize, outer: State) -> State {
        if self.xpos(token) == Xpos::Vbg || !self.is_definite(noun) { outer.if_open() } else { State::ACTUAL }
    }
}
