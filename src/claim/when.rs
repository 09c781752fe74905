//! The date that dates a predicate.

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
const HEIGHT: usize = 3;

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
    let clauses = Clauses { annotated, mentions, lexicon, dates };
    clauses.of(predicate).or_else(|| clauses.of_conjuncts(predicate))
}

#[derive(Clone, Copy)]
struct Dated {
    token: usize,
    when: When,
}

struct Clauses<'a, 'd> {
    annotated: &'a Annotated<'d>,
    mentions: &'a [Mention],
    lexicon: &'a ModalityLexicon,
    dates: Vec<Dated>,
}

impl Clauses<'_, '_> {
    fn of(&self, predicate: usize) -> Option<When> {
        self.best(predicate, |date| self.is_beside(date, predicate))
            .or_else(|| self.best(predicate, |date| self.is_beside_an_argument(date, predicate)))
            .or_else(|| self.best(predicate, |date| self.is_after_all(date, predicate)))
            .or_else(|| self.of_verb_above(predicate))
            .or_else(|| self.of_part(predicate))
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

    /// *Met on Friday*, *Friday's talks*, *the talks were on Friday*, *the talks held on Friday*.
    fn is_beside(&self, date: usize, predicate: usize) -> bool {
        let annotated = self.annotated;
        let Some(head) = annotated.head(date) else {
            return annotated.head(predicate) == Some(date)
                && annotated.child_by(date, Deprel::Cop).is_some();
        };
        let participle = annotated.head(head) == Some(predicate)
            && self.is_noun(predicate)
            && matches!(annotated.deprel(head), Deprel::Acl | Deprel::AclRelcl);
        (head == predicate && !self.belongs_to_a_later_verb(date, predicate)) || participle
    }

    /// *Told the envoys on Friday*, where the parser hangs the day on the envoys.
    fn is_beside_an_argument(&self, date: usize, predicate: usize) -> bool {
        let annotated = self.annotated;
        let mut above = annotated.head(date);
        // A month or a year is more often that of the noun: "the forum in May".
        let day = |when: When| when.first_day().is_some() && when.first_day() == when.last_day();
        if !self.dates.iter().any(|dated| dated.token == date && day(dated.when)) {
            return false;
        }
        let genitive = |case: usize| annotated.lemma(case) == self.lexicon.genitive();
        if annotated.children_by(date, Deprel::Case).any(genitive) {
            return false;
        }
        let verb = |token: usize| annotated.tokens[token].upos == Upos::Verb;
        if (predicate + 1..date).any(verb) {
            return false;
        }
        for _ in 0..HEIGHT {
            let Some(noun) = above.filter(|&noun| self.is_noun(noun) && noun < date && !self.is_event(noun))
            else {
                return false;
            };
            // Not a noun that says something itself: "and this will be one of the points tomorrow".
            let says = annotated.children(noun).any(|child| {
                matches!(annotated.deprel(child), Deprel::Cop | Deprel::Nsubj | Deprel::NsubjPass)
            });
            let argument = !says
                && matches!(
                    annotated.deprel(noun).base(),
                    "obj" | "obl" | "nmod" | "iobj" | "appos" | "conj" | "flat" | "compound" | "xcomp"
                );
            if !argument {
                return false;
            }
            above = annotated.head(noun);
            if above == Some(predicate) {
                return true;
            }
        }
        false
    }

    /// *Said the two met on Friday*, where the parser hangs the day on the saying: a date belongs to the verb before it.
    fn is_after_all(&self, date: usize, predicate: usize) -> bool {
        self.annotated.head(date).is_some_and(|head| {
            self.later_verb(date, head) == Some(predicate)
                || self.later_verb(date, head).is_some_and(|verb| self.is_carried(predicate, verb))
        })
    }

    fn belongs_to_a_later_verb(&self, date: usize, verb: usize) -> bool {
        self.later_verb(date, verb).is_some()
    }

    /// The last verb between `verb` and a date after it that is a complement under `verb`.
    fn later_verb(&self, date: usize, verb: usize) -> Option<usize> {
        (verb + 1..date).rev().find(|&token| self.annotated.tokens[token].upos == Upos::Verb).filter(
            |&last| {
                let complement = |token: usize| {
                    matches!(
                        self.annotated.deprel(token),
                        Deprel::Ccomp | Deprel::Xcomp | Deprel::Advcl | Deprel::Conj
                    )
                };
                let gerund = self.annotated.tokens[last].xpos == Xpos::Vbg;
                complement(last)
                    && !gerund
                    && self.annotated.ancestors(last).take_while(|&above| above != verb).all(complement)
                    && self.annotated.is_under(last, verb)
            },
        )
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
    fn is_carried(&self, noun: usize, verb: usize) -> bool {
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

    fn is_noun(&self, token: usize) -> bool {
        matches!(self.annotated.tokens[token].upos, Upos::Noun | Upos::Propn | Upos::Num)
    }

    fn is_event(&self, token: usize) -> bool {
        self.mentions.iter().any(|mention| {
            mention.head as usize == token
                && mention.kind.as_ref().is_some_and(|kind| *kind == NodeKind::EVENT)
        })
    }
}
