//! On which side of publication the clause of a date lies.

use crate::lexicon::dates::DateLexicon;
use crate::lexicon::dates::DateRole;
use crate::lexicon::dates::DateWord;
use crate::model::Annotated;
use crate::model::Deprel;
use crate::model::Upos;
use crate::model::Xpos;

/// Where a clause lies, as far as its verb tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// Before publication or on its day.
    Past,
    /// Neither told to be past nor to lie ahead: *meets on Friday*.
    Present,
    /// On the day of publication or after.
    Future,
    /// Not told: *Friday's meetings* in a heading.
    Open,
}

/// How far up a tree one looks for a verb.
const HEIGHT: usize = 12;

/// The tense that tells on which side a date lies whose head is the token `date`.
pub(super) fn of(annotated: &Annotated<'_>, date: usize, lexicon: &DateLexicon) -> Tense {
    let clause = Clause { annotated, lexicon };
    let Some(above) = annotated.head(date) else { return Tense::Open };
    if !clause.is_predicate(above) {
        return clause.of_noun(above, HEIGHT);
    }
    if clause.sets(above, date) {
        return Tense::Future;
    }
    // "Fell on Friday to close at ...": the day belongs to the verb before it.
    let infinitive = annotated.children_by(above, Deprel::Mark).find(|&mark| clause.xpos(mark) == Xpos::To);
    match annotated.head(above) {
        Some(upper) if infinitive.is_some_and(|to| date < to) => clause.tense(upper, HEIGHT),
        _ => clause.tense(above, HEIGHT),
    }
}

struct Clause<'a, 'd> {
    annotated: &'a Annotated<'d>,
    lexicon: &'a DateLexicon,
}

impl Clause<'_, '_> {
    fn is_predicate(&self, token: usize) -> bool {
        matches!(self.annotated.tokens[token].upos, Upos::Verb | Upos::Aux)
            || self.annotated.child_by(token, Deprel::Cop).is_some()
            || self.lexicon.is_setting(self.annotated.lemma(token))
    }

    fn xpos(&self, token: usize) -> Xpos {
        self.annotated.tokens[token].xpos
    }

    /// Whether the verb sets the date: *the vote was delayed to Friday*, against *delayed the vote on Friday*.
    fn sets(&self, verb: usize, date: usize) -> bool {
        let active = self.xpos(verb) == Xpos::Vbd && self.annotated.child_by(verb, Deprel::AuxPass).is_none();
        let at = |case: usize| {
            let words = self.lexicon.get(self.annotated.lemma(case));
            words.contains(&DateWord::Role(DateRole::To)) || words.contains(&DateWord::Role(DateRole::For))
        };
        self.lexicon.is_setting(self.annotated.lemma(verb))
            && (!active
                || self.annotated.deprel(date) == Deprel::Obj
                || self.annotated.children_by(date, Deprel::Case).any(at))
    }

    /// Of the clause in which the noun has a part. Where that part is an object, the tense tells nothing: one discusses
    /// meetings past and to come.
    fn of_noun(&self, noun: usize, height: usize) -> Tense {
        let (Some(above), true) = (self.annotated.head(noun), height > 0) else { return Tense::Open };
        if self
            .annotated
            .children_by(noun, Deprel::Acl)
            .any(|acl| self.lexicon.is_setting(self.annotated.lemma(acl)))
        {
            return Tense::Future;
        }
        let after = |case: usize| {
            let words = self.lexicon.get(self.annotated.lemma(case));
            words.contains(&DateWord::Role(DateRole::After))
                || words.contains(&DateWord::Role(DateRole::Since))
        };
        if self.annotated.children_by(noun, Deprel::Case).any(after) {
            return Tense::Past;
        }
        match self.annotated.deprel(noun).base() {
            "obl" | "obj" if self.sets(above, noun) => Tense::Future,
            // *Held talks on Monday*: a day behind the object of what was done is as often that of the doing.
            "obj" if self.xpos(above) == Xpos::Vbd && height == HEIGHT => Tense::Past,
            "nsubj" | "obl" | "advmod" if self.is_predicate(above) => match self.tense(above, height - 1) {
                Tense::Past if self.is_perfect(above) => Tense::Open,
                Tense::Present => Tense::Open,
                told => told,
            },
            "nmod" | "compound" | "conj" | "appos" | "flat" => self.of_noun(above, height - 1),
            _ => Tense::Open,
        }
    }

    fn is_perfect(&self, verb: usize) -> bool {
        self.annotated
            .children_by(verb, Deprel::Aux)
            .any(|aux| self.lexicon.is_perfect(self.annotated.lemma(aux)))
    }

    /// The tense of a verb, or of a noun or adjective with a copula.
    fn tense(&self, verb: usize, height: usize) -> Tense {
        let annotated = self.annotated;
        let helpers = |token: usize| {
            let own = move |&child: &usize| {
                matches!(annotated.deprel(child), Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
            };
            annotated.children(token).filter(own)
        };
        if self.is_perfect(verb) {
            return Tense::Past;
        }
        if helpers(verb).any(|aux| self.lexicon.looks_ahead(annotated.lemma(aux))) {
            return Tense::Future;
        }
        let infinitive = annotated.children_by(verb, Deprel::Mark).any(|mark| self.xpos(mark) == Xpos::To);
        if infinitive {
            return match annotated.head(verb) {
                Some(above) if height > 0 && self.lexicon.is_realised(annotated.lemma(above)) => {
                    self.tense(above, height - 1)
                }
                // What is done for a purpose has often been done: "came to mark the anniversary on Friday".
                _ if annotated.deprel(verb) == Deprel::Advcl => Tense::Open,
                _ => Tense::Future,
            };
        }
        let finite = std::iter::once(verb).chain(helpers(verb)).find_map(|token| match self.xpos(token) {
            Xpos::Vbd => Some(Tense::Past),
            Xpos::Vbz | Xpos::Vbp => Some(Tense::Present),
            _ => None,
        });
        if let Some(tense) = finite {
            return tense;
        }
        let above = annotated.head(verb).filter(|_| height > 0);
        match (self.xpos(verb), annotated.deprel(verb), above) {
            (Xpos::Vbn | Xpos::Vb | Xpos::Vbg, Deprel::Conj, Some(above)) => self.tense(above, height - 1),
            (Xpos::Vbn, ..) => Tense::Past,
            (Xpos::Vb, Deprel::Xcomp | Deprel::Ccomp, Some(above)) if self.is_predicate(above) => {
                self.tense(above, height - 1)
            }
            (Xpos::Vb, ..) => Tense::Future,
            (Xpos::Vbg, _, Some(above)) if self.is_predicate(above) => self.tense(above, height - 1),
            (Xpos::Vbg, _, Some(above)) => self.of_noun(above, height - 1),
            _ => Tense::Open,
        }
    }
}
