//! Dates and the clauses in which they stand.

use crate::lexicon::modality::Effect;
use crate::lexicon::modality::Frame;
use crate::lexicon::modality::ModalityLexicon;
use crate::model::Annotated;
use crate::model::Deprel;
use crate::model::Mention;
use crate::model::MentionForm;
use crate::model::NodeKind;
use crate::model::Upos;
use crate::model::When;
use crate::model::Xpos;

/// How far up one looks for the verb of a noun.
pub(super) const HEIGHT: usize = 3;

/// When the thing that `predicate` names happens, by the dates among `mentions` that stand beside it in its clause.
///
/// A date beside a verb of speech dates the speaking, not what is said; one beside a name (*the 2015 accord*) dates
/// what is named.
#[must_use]
pub fn of(
    annotated: &Annotated<'_>,
    predicate: usize,
    mentions: &[Mention],
    lexicon: &ModalityLexicon,
) -> Option<When> {
    let sentence = annotated.sentences.get(annotated.sentence_of(predicate))?.tokens.clone();
    let dates: Vec<Dated> = mentions
        .iter()
        .filter(|mention| mention.form == MentionForm::Date && sentence.contains(&(mention.head as usize)))
        .filter_map(|mention| Some(Dated { token: mention.head as usize, when: mention.when? }))
        .collect();
    if dates.is_empty() {
        return None;
    }
    let mut clauses = Clauses { annotated, mentions, lexicon, dates };
    clauses.lift();
    clauses.of(predicate).or_else(|| clauses.of_conjuncts(predicate))
}

#[derive(Clone, Copy)]
pub(super) struct Dated {
    pub(super) token: usize,
    pub(super) when: When,
}

pub(super) struct Clauses<'a, 'd> {
    pub(super) annotated: &'a Annotated<'d>,
    mentions: &'a [Mention],
    pub(super) lexicon: &'a ModalityLexicon,
    pub(super) dates: Vec<Dated>,
}

impl Clauses<'_, '_> {
    /// *On **Friday** morning* is on Friday: the noun behind a day that only says when stands for it.
    fn lift(&mut self) {
        let annotated = self.annotated;
        let lifted = |token: usize| {
            let next = annotated.head(token).filter(|&head| head == token + 1 && !self.is_event(head))?;
            let within = matches!(annotated.deprel(token), Deprel::Compound | Deprel::NmodUnmarked);
            (within && annotated.deprel(next).base() == "obl").then_some(next)
        };
        let tokens: Vec<_> = self.dates.iter().map(|date| lifted(date.token).unwrap_or(date.token)).collect();
        for (date, token) in self.dates.iter_mut().zip(tokens) {
            date.token = token;
        }
    }

    fn of(&self, predicate: usize) -> Option<When> {
        self.best(predicate, |date| self.is_beside(date, predicate))
            .or_else(|| self.best(predicate, |date| self.is_beside_an_argument(date, predicate)))
            .or_else(|| self.best(predicate, |date| self.is_after_all(date, predicate)))
            .or_else(|| self.of_verb_above(predicate))
            .or_else(|| self.of_part(predicate))
            .or_else(|| self.best(predicate, |date| self.is_right_behind(date, predicate)))
            .or_else(|| self.of_place_above(predicate))
    }

    /// *Will fly to Lisbon on 30 March, **where** she will meet the king*.
    fn of_place_above(&self, predicate: usize) -> Option<When> {
        let annotated = self.annotated;
        let place = annotated.head(predicate).filter(|_| {
            annotated.deprel(predicate) == Deprel::AclRelcl
                && annotated.children(predicate).any(|child| annotated.tokens[child].xpos == Xpos::Wrb)
        })?;
        let verb = std::iter::once(place)
            .chain(annotated.ancestors(place))
            .find(|&above| annotated.tokens[above].upos == Upos::Verb)?;
        self.best(verb, |date| self.is_beside(date, verb))
    }

    pub(super) fn is_day(&self, date: usize) -> bool {
        self.dates.iter().any(|dated| dated.token == date && dated.when.is_day())
    }

    /// *Friday's visit was her third trip*; *were in Doha to meet the emir on Friday*.
    fn of_part(&self, predicate: usize) -> Option<When> {
        let annotated = self.annotated;
        let beside = |token: usize| self.best(token, |date| self.is_beside(date, token));
        let copula = annotated.child_by(predicate, Deprel::Cop).is_some();
        let subject = annotated.child_by(predicate, Deprel::Nsubj).filter(|&subject| {
            copula && self.is_noun(predicate) && annotated.tokens[subject].upos == Upos::Noun
        });
        subject.and_then(beside).or_else(|| {
            let purpose = |&clause: &usize| {
                matches!(annotated.deprel(clause), Deprel::Advcl | Deprel::Acl)
                    && self.is_infinitive(clause)
                    && self.operator(predicate, &Frame::Infinitive).is_none()
            };
            // "Voiced the wish to meet on Friday" is no going.
            let purpose = annotated.children(predicate).find(purpose)?;
            if annotated.child_by(predicate, Deprel::Obj).is_some() {
                return None;
            }
            beside(purpose)
                .or_else(|| self.best(purpose, |date| self.is_beside_an_argument(date, purpose)))
                .or_else(|| self.best(purpose, |date| self.is_after_all(date, purpose)))
        })
    }

    fn is_infinitive(&self, clause: usize) -> bool {
        self.annotated
            .children_by(clause, Deprel::Mark)
            .any(|mark| self.annotated.tokens[mark].xpos == Xpos::To)
    }

    /// The nearest of the dates that fit; of two where one lies in the other, the narrower.
    fn best(&self, predicate: usize, fits: impl Fn(usize) -> bool) -> Option<When> {
        let narrow = |when: When| match (when.first_day(), when.last_day()) {
            (Some(first), Some(last)) => first.until(last).map_or(i32::MAX, |span| span.get_days()),
            _ => i32::MAX,
        };
        let all = || self.dates.iter().filter(|date| fits(date.token));
        let nearest = all().min_by_key(|date| date.token.abs_diff(predicate))?.when;
        let inside =
            |when: &When| when.first_day() >= nearest.first_day() && when.last_day() <= nearest.last_day();
        all().map(|date| date.when).filter(inside).min_by_key(|when| narrow(*when))
    }

    /// Where the predicate has no date, that of the verb of which it is a part.
    fn of_verb_above(&self, predicate: usize) -> Option<When> {
        let verb = self.annotated.head(predicate)?;
        let dated = || {
            self.best(verb, |date| self.is_beside(date, verb))
                .or_else(|| self.best(verb, |date| self.is_beside_an_argument(date, verb)))
        };
        if self.is_noun(predicate) && self.annotated.child_by(predicate, Deprel::Cop).is_none() {
            return self.is_carried(predicate, verb).then(dated).flatten();
        }
        let infinitive = self.is_infinitive(predicate);
        let operator = |frame: &Frame| self.operator(verb, frame);
        let tied = match self.annotated.deprel(predicate) {
            // "Began to withdraw on Friday", "is expected on Friday to withdraw", but not "agreed on Friday to withdraw".
            Deprel::Xcomp => match operator(if infinitive { &Frame::Infinitive } else { &Frame::Gerund }) {
                Some(Effect::AsIs) => true,
                Some(Effect::Planned) => self.annotated.child_by(verb, Deprel::AuxPass).is_some(),
                _ => false,
            },
            // "Flew to Lisbon on Friday to meet the king".
            Deprel::Advcl => infinitive && operator(&Frame::Infinitive).is_none(),
            _ => false,
        };
        tied.then(dated).flatten()
    }

    fn operator(&self, word: usize, frame: &Frame) -> Option<Effect> {
        let form = self.annotated.form(word).to_lowercase();
        let beside =
            |with: &str| self.annotated.children(word).any(|child| self.annotated.lemma(child) == with);
        self.lexicon
            .operator(&form, self.annotated.lemma(word), frame, beside)
            .map(|operator| operator.effect)
    }

    /// Whether the event that a noun names takes place when the verb does: *held talks*, *the talks began*, *spoke at a summit*.
    pub(super) fn is_carried(&self, noun: usize, verb: usize) -> bool {
        let annotated = self.annotated;
        if annotated.head(noun) != Some(verb) || !self.is_noun(noun) {
            return false;
        }
        let lemma = annotated.lemma(verb);
        match annotated.deprel(noun) {
            Deprel::Obj | Deprel::NsubjPass => {
                self.lexicon.is_carrier(lemma)
                    || matches!(self.operator(verb, &Frame::Object), Some(Effect::Planned))
                        && annotated.deprel(noun) == Deprel::NsubjPass
            }
            Deprel::Nsubj => self.lexicon.is_happening(lemma),
            Deprel::Obl => annotated
                .child_by(noun, Deprel::Case)
                .is_some_and(|case| self.lexicon.is_simultaneous(annotated.lemma(case))),
            _ => false,
        }
    }

    /// *On Friday X met Y and signed the pact*: verbs that share their subject share a date.
    fn of_conjuncts(&self, predicate: usize) -> Option<When> {
        let annotated = self.annotated;
        let first = match (annotated.deprel(predicate), annotated.head(predicate)) {
            (Deprel::Conj, Some(head)) => head,
            _ => predicate,
        };
        let joint = |token: usize| {
            let own = annotated.children(token).any(|child| annotated.deprel(child).base() == "nsubj");
            token == first || annotated.deprel(token) == Deprel::Conj && !own
        };
        let all = || std::iter::once(first).chain(annotated.children_by(first, Deprel::Conj));
        if self.is_noun(predicate) || !joint(predicate) {
            return None;
        }
        all()
            .filter(|&token| token != predicate && joint(token) && !self.is_noun(token))
            .find_map(|token| self.of(token))
    }

    pub(super) fn is_noun(&self, token: usize) -> bool {
        matches!(self.annotated.tokens[token].upos, Upos::Noun | Upos::Propn | Upos::Num)
    }

    pub(super) fn is_event(&self, token: usize) -> bool {
        self.mentions.iter().any(|mention| {
            mention.head as usize == token
                && mention.kind.as_ref().is_some_and(|kind| *kind == NodeKind::EVENT)
        })
    }
}
