//! Whether a date stands beside a predicate, as the words and the tree have it.

use crate::claim::when::clauses::Clauses;
use crate::claim::when::clauses::HEIGHT;
use crate::model::Deprel;
use crate::model::Upos;
use crate::model::Xpos;

impl Clauses<'_, '_> {
    /// *Met on Friday*, *Friday's talks*, *the talks were on Friday*, *the talks held on Friday*.
    pub(super) fn is_beside(&self, date: usize, predicate: usize) -> bool {
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

    /// *A conference in Lisbon on 30 March*: the day behind an event and its place is the event's, wherever it hangs.
    pub(super) fn is_right_behind(&self, date: usize, event: usize) -> bool {
        let between =
            |token: usize| matches!(self.annotated.tokens[token].upos, Upos::Adp | Upos::Det | Upos::Propn);
        self.is_event(event) && self.is_day(date) && event < date && (event + 1..date).all(between)
    }

    /// *Told the envoys on Friday*, where the parser hangs the day on the envoys.
    pub(super) fn is_beside_an_argument(&self, date: usize, predicate: usize) -> bool {
        let annotated = self.annotated;
        let mut above = annotated.head(date);
        // A month or a year is more often that of the noun: "the forum in May".
        if !self.is_day(date) {
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
    pub(super) fn is_after_all(&self, date: usize, predicate: usize) -> bool {
        self.annotated.head(date).is_some_and(|head| {
            self.later_verb(date, head) == Some(predicate)
                || self.later_verb(date, head).is_some_and(|verb| self.is_carried(predicate, verb))
        })
    }

    pub(super) fn belongs_to_a_later_verb(&self, date: usize, verb: usize) -> bool {
        self.later_verb(date, verb).is_some()
    }

    /// The last verb between `verb` and a date after it that is a complement under `verb`.
    pub(super) fn later_verb(&self, date: usize, verb: usize) -> Option<usize> {
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
}
