//! What the words beside a predicate make of it: auxiliaries, negation, hedges; for nouns determiners and adjectives.

use crate::claim::modality::scope::HEIGHT;
use crate::claim::modality::scope::Scope;
use crate::claim::modality::state::State;
use crate::lexicon::modality::Effect;
use crate::lexicon::modality::Frame;
use crate::model::Deprel;
use crate::model::Modality;
use crate::model::Upos;
use crate::model::Xpos;

/// How far behind a noun one looks for its time.
const NEAR: usize = 8;

/// How many sentences a report may go on without a verb of speech: programmes of visits are told so.
const FARTHEST_REPORT: usize = 6;

impl Scope<'_, '_> {
    /// The state of a predicate by the words beside it alone.
    pub(super) fn own(&self, token: usize) -> State {
        let mut state = self.by_auxiliaries(token);
        state = self.by_dependents(token, state);
        if matches!(self.upos(token), Upos::Noun | Upos::Propn) {
            state = self.by_attributes(token, state);
        }
        if !state.is_negative()
            && let Some(cue) = self.condition(token)
        {
            state = State { purpose: state.purpose, ..State::new(Modality::Possible, cue) };
        }
        state
    }

    /// The word from which a predicate in coordination takes auxiliary and negation: *will* in *will meet and discuss*.
    fn shares_with(&self, token: usize) -> Option<usize> {
        let head = self.annotated.head(token).filter(|_| self.annotated.deprel(token) == Deprel::Conj)?;
        let first = self.first_conjunct(token, head);
        let alone =
            self.auxiliaries(token).next().is_some() || self.has_subject(token) || self.is_finite(token);
        let alike =
            self.xpos(token) == self.xpos(first) || self.annotated.child_by(first, Deprel::Cop).is_some();
        let verbal = matches!(self.xpos(token), Xpos::Vb | Xpos::Vbn | Xpos::Vbg) && alike;
        (!alone && (verbal || self.annotated.child_by(first, Deprel::Cop).is_some())).then_some(first)
    }

    pub(super) fn auxiliaries(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        self.annotated.children(token).filter(|&child| {
            matches!(self.annotated.deprel(child), Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
        })
    }

    /// Modal auxiliary and negation together: *may not* is not *will not*.
    fn by_auxiliaries(&self, token: usize) -> State {
        let sources =
            || std::iter::successors(self.shares_with(token), |&first| self.shares_with(first)).take(HEIGHT);
        let shared =
            || sources().take_while(|_| !self.is_contrasted(token)).find_map(|first| self.negation(first));
        let negation = self.negation(token).or_else(shared);
        let modal = self.modal(token).or_else(|| sources().find_map(|first| self.modal(first)));
        let Some((aux, effect, when_negated)) = modal else {
            let plain = self.be_to(token).unwrap_or(State::ACTUAL);
            return negation.map_or(plain, |cue| plain.with(Effect::Negated, cue, plain));
        };
        match negation {
            Some(cue) => State::ACTUAL.with(when_negated, cue, State::ACTUAL),
            None => State::ACTUAL.with(effect, aux, State::ACTUAL),
        }
    }

    /// *But* stands between the predicate and the one before.
    fn is_contrasted(&self, token: usize) -> bool {
        self.annotated
            .children_by(token, Deprel::Cc)
            .any(|cc| !self.lexicon.is_joint(self.annotated.lemma(cc)))
    }

    fn modal(&self, token: usize) -> Option<(usize, Effect, Effect)> {
        self.auxiliaries(token).find_map(|aux| {
            let modal = self.lexicon.auxiliary(self.annotated.lemma(aux))?;
            let reported =
                modal.reported.filter(|_| self.is_reported(token) && self.condition(token).is_none());
            let perfect =
                self.auxiliaries(token).any(|other| self.lexicon.is_perfect(self.annotated.lemma(other)));
            let settled = modal.settled.filter(|_| self.is_settled(token));
            let effect = match (settled.or(reported), modal.perfect) {
                (_, Some(effect)) if perfect => effect,
                (told, _) => told.unwrap_or(modal.effect),
            };
            Some((aux, effect, modal.when_negated))
        })
    }

    /// *It was agreed that they should meet*: the clause says what was settled.
    fn is_settled(&self, token: usize) -> bool {
        let clause = matches!(self.annotated.deprel(token).base(), "ccomp" | "csubj")
            || self.annotated.deprel(token) == Deprel::Acl && self.mark(token).is_some()
            || self.annotated.deprel(token) == Deprel::AclRelcl && self.is_content(token);
        let above = self.annotated.head(token).filter(|_| clause);
        above.is_some_and(|above| self.lexicon.is_settling(self.annotated.lemma(above)))
    }

    /// *The two are to meet*, *are due to meet*: a copula before an infinitive.
    fn be_to(&self, token: usize) -> Option<State> {
        let cop = self.annotated.child_by(token, Deprel::Cop)?;
        (self.xpos(token) == Xpos::Vb).then(|| State::new(Modality::Planned, cop))
    }

    /// Whether the predicate stands in words that somebody has said, by a verb in the past.
    fn is_reported(&self, token: usize) -> bool {
        let past = |verb: usize| matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbn);
        let speaks = |word: usize| self.lexicon.is_said(self.annotated.lemma(word));
        // *voiced **confidence** that they would meet*
        let voices = |verb: usize| self.annotated.children_by(verb, Deprel::Obj).any(speaks);
        // *was pleased **to inform** her that he would come*
        let under_past = |verb: usize| {
            self.is_infinitive(verb) && self.annotated.head(verb).is_some_and(|above| self.is_past(above))
        };
        let said = |verb: usize| (past(verb) || under_past(verb)) && (speaks(verb) || voices(verb));
        self.annotated.ancestors(token).take(HEIGHT).any(said)
            || self.annotated.children_by(token, Deprel::Parataxis).any(said)
            || self.goes_on_reporting(token, &said)
    }

    /// *Oduya said that she would visit Kenya. She **would** hold talks there*: a sentence without a verb of speech of its
    /// own goes on with what was said before.
    fn goes_on_reporting(&self, token: usize, said: &dyn Fn(usize) -> bool) -> bool {
        let doc = self.annotated;
        let own = std::iter::successors(Some(token), |&below| {
            doc.head(below).filter(|_| matches!(doc.deprel(below), Deprel::Conj | Deprel::Xcomp))
        });
        let Some(main) = own.take(HEIGHT).last().filter(|&main| doc.head(main).is_none()) else {
            return false;
        };
        // *That initiative would help*, *we would welcome it* are somebody's opinion.
        let named = |child: usize| {
            let subject =
                doc.deprel(child).base() == "nsubj" && !self.lexicon.is_addressing(doc.lemma(child));
            subject && matches!(self.upos(child), Upos::Propn | Upos::Pron)
        };
        if !doc.children(main).any(named) {
            return false;
        }
        let mut before = (0..doc.sentence_of(token)).rev().take(FARTHEST_REPORT);
        before.any(|sentence| {
            let mut tokens = doc.sentences[sentence].tokens.clone();
            tokens.find(|&root| doc.head(root).is_none()).is_some_and(said)
        })
    }

    /// The word that negates: *not*, *no longer*, *no* or *nobody* in a part of the clause. Two cancel.
    pub(super) fn negation(&self, token: usize) -> Option<usize> {
        let mut found = None;
        for child in self.annotated.children(token) {
            if let Some(cue) = self.negates(child) {
                found = if found.is_some() { None } else { Some(cue) };
            }
        }
        found
    }

    fn negates(&self, child: usize) -> Option<usize> {
        let lemma = self.annotated.lemma(child);
        let lexicon = self.lexicon;
        match self.annotated.deprel(child) {
            Deprel::Advmod | Deprel::Cc | Deprel::CcPreconj | Deprel::Dep | Deprel::Discourse
                if lexicon.is_negator(lemma) =>
            {
                let before = self.annotated.tokens.get(child + 1).map(|next| next.lemma.as_str());
                (!before.is_some_and(|next| lexicon.is_additive(next))).then_some(child)
            }
            Deprel::Advmod | Deprel::Amod if lexicon.is_longer(&self.form(child)) => {
                let no = child.checked_sub(1)?;
                lexicon.is_negative_determiner(self.annotated.lemma(no)).then_some(no)
            }
            Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj | Deprel::Obl => {
                if lexicon.is_negative_determiner(lemma) && self.upos(child) != Upos::Noun {
                    return Some(child);
                }
                // *Continues with no end in sight* goes on.
                let attendant = |&case: &usize| lexicon.is_attendant(self.annotated.lemma(case));
                let aside = self.annotated.child_by(child, Deprel::Case).as_ref().is_some_and(attendant);
                if aside { None } else { self.negative_determiner(child) }
            }
            Deprel::Det if lexicon.is_negative_determiner(lemma) => Some(child),
            _ => None,
        }
    }

    fn negative_determiner(&self, noun: usize) -> Option<usize> {
        self.annotated
            .children(noun)
            .filter(|&child| matches!(self.annotated.deprel(child), Deprel::Det | Deprel::CcPreconj))
            .find(|&det| self.lexicon.is_negative_determiner(self.annotated.lemma(det)))
    }

    /// Hedges: they reach their own conjunct only.
    fn by_dependents(&self, token: usize, mut state: State) -> State {
        for child in self.annotated.children(token) {
            let lemma = self.annotated.lemma(child);
            if self.annotated.deprel(child) != Deprel::Advmod {
                continue;
            }
            match self.lexicon.adverb(lemma) {
                Some(Effect::Possible) if state.is_negative() => {}
                Some(effect) => state = state.with(effect, child, state),
                None => {}
            }
        }
        state
    }

    /// *Planned talks*, *talks planned for Friday*, *the talks, which were cancelled*.
    fn by_attributes(&self, token: usize, mut state: State) -> State {
        for child in self.annotated.children(token) {
            let (form, lemma) = (self.form(child), self.annotated.lemma(child));
            let effect = match self.annotated.deprel(child) {
                Deprel::Amod | Deprel::Compound if child < token => {
                    self.lexicon.attribute(&form).or_else(|| self.lexicon.attribute(lemma))
                }
                Deprel::Acl if self.xpos(child) == Xpos::Vbn => self.effect_on_object(child),
                Deprel::AclRelcl if self.is_passive_of_relative(child) => {
                    self.effect_on_object(child).filter(|_| self.negation(child).is_none())
                }
                _ => None,
            };
            if let Some(effect) = effect {
                state = state.with(effect, child, state);
            }
        }
        self.put_off(token).map_or(state, |cue| state.with(Effect::Planned, cue, state))
    }

    /// *Her visit to Kenya **later** this year*.
    fn put_off(&self, noun: usize) -> Option<usize> {
        let doc = self.annotated;
        let end = doc.sentences[doc.sentence_of(noun)].tokens.end;
        let mut behind = (noun + 1..end.saturating_sub(1)).take(NEAR);
        let at = behind.find(|&word| {
            matches!(self.upos(word), Upos::Verb | Upos::Aux | Upos::Punct)
                || self.lexicon.is_later(&self.form(word))
        });
        at.filter(|&word| {
            self.lexicon.is_later(&self.form(word)) && self.lexicon.is_definite(&self.form(word + 1))
        })
    }

    fn effect_on_object(&self, verb: usize) -> Option<Effect> {
        let operator = self.operator(verb, &Frame::Object)?;
        (!operator.purpose).then_some(operator.effect)
    }

    pub(super) fn is_passive_of_relative(&self, verb: usize) -> bool {
        self.annotated
            .children_by(verb, Deprel::NsubjPass)
            .any(|subject| matches!(self.xpos(subject), Xpos::Wdt | Xpos::Wp))
    }

    /// The conjunction of a condition under the predicate.
    pub(super) fn condition(&self, token: usize) -> Option<usize> {
        let finite = self.is_finite(token) || self.auxiliaries(token).next().is_some();
        if !finite {
            return None;
        }
        self.annotated.children_by(token, Deprel::Advcl).find_map(|clause| {
            let mark = self.mark(clause)?;
            let conceded = mark > 0 && self.lexicon.is_concession(self.annotated.lemma(mark - 1));
            let main = self.lexicon.conjunction(self.annotated.lemma(mark))?.main;
            (main.is_some() && !conceded).then_some(mark)
        })
    }
}
