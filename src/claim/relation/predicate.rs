//! Where the predicates of wordings stand in a text.

use compact_str::CompactString;

use crate::claim::relation::nominal::Carrier;
use crate::claim::relation::tree::Tree;
use crate::lexicon::relations::Infinitive;
use crate::lexicon::relations::Phrase;
use crate::lexicon::relations::Sort;
use crate::lexicon::relations::Wording;
use crate::model::Deprel;
use crate::model::EdgeKind;
use crate::model::MentionId;
use crate::model::Modality;
use crate::model::Upos;
use crate::model::Xpos;

/// Words of a phrase stand near each other, whatever the parser makes of them.
const WIDEST: usize = 9;

/// A predicate at one place of a text.
#[derive(Debug, Clone)]
pub(super) struct Predicate {
    /// The token that bears the arguments.
    pub(super) head: usize,
    /// All its words, the head first.
    pub(super) words: Vec<usize>,
    /// What kind of word it is.
    pub(super) sort: Sort,
    /// The mention that is the predicate itself, for wordings of things.
    pub(super) mention: Option<MentionId>,
    /// The verb that carries a noun.
    pub(super) carrier: Option<Carrier>,
}

impl Predicate {
    /// A step of a path: the token as a predicate of its own.
    pub(super) fn step(tree: Tree<'_>, token: usize) -> Self {
        let sort = if tree.is_verb(token) { Sort::Verb } else { Sort::Noun };
        let carrier = (sort == Sort::Noun).then(|| tree.carrier(token, &[])).flatten();
        Self { head: token, words: vec![token], sort, mention: None, carrier }
    }

    /// The word whose clause tells whether and when it happens.
    pub(super) fn governor(&self) -> usize {
        match self.carrier {
            Some(carrier) if !carrier.is_circumstance() => carrier.verb,
            _ => self.words.get(1).copied().filter(|_| self.is_copular()).unwrap_or(self.head),
        }
    }

    /// Whether it tells what is so whatever the clause around it says: *will meet **Kenyan** President Oduya*.
    pub(super) fn is_standing(&self, tree: Tree<'_>, wording: &Wording) -> bool {
        let own = self.sort == Sort::Mention && wording.modality.is_some();
        // *the feasibility of **a** pact between Kenya and Norway* binds nobody yet.
        let proposed = wording.kind == EdgeKind::PARTY_TO && tree.is_indefinite(self.head);
        if own && proposed {
            return false;
        }
        own || wording.modality == Some(Modality::Actual)
    }

    /// Whether the head is said of a subject by a copula.
    pub(super) fn is_copular(&self) -> bool {
        self.sort == Sort::Verb && self.words.get(1).is_some_and(|&copula| copula < self.head)
    }
}

impl Tree<'_> {
    /// Whether an article says that the noun is told anew: ***a** pact*.
    pub(super) fn is_indefinite(self, noun: usize) -> bool {
        self.doc
            .children_by(noun, Deprel::Det)
            .any(|article| self.grammar.indefinite.contains(self.form(article).as_str()))
    }

    /// The sort under which wordings of this token are looked up.
    pub(super) fn sort_of(self, token: usize) -> Option<Sort> {
        match self.upos(token) {
            Upos::Verb => Some(Sort::Verb),
            Upos::Aux if self.doc.deprel(token) == Deprel::Cop => Some(Sort::Verb),
            Upos::Noun => Some(Sort::Noun),
            Upos::Adj => Some(Sort::Adjective),
            _ => None,
        }
    }

    /// The predicate that a phrase of a wording makes at a token, whose lemma is the first of the phrase.
    pub(super) fn predicate(
        self,
        token: usize,
        sort: Sort,
        phrase: &Phrase,
        wording: &Wording,
    ) -> Option<Predicate> {
        let doc = self.doc;
        let mut words = vec![token];
        for lemma in &phrase.rest {
            words.push(self.word_below(token, lemma, &words)?);
        }
        if !wording.objects.is_empty() {
            words.push(self.object_among(token, &wording.objects)?);
        }
        let barred = |word: usize| {
            wording.unless.iter().any(|lemma| lemma.eq_ignore_ascii_case(doc.lemma(word)))
                && !words.contains(&word)
        };
        // *asked **whether** Brandt would come* bars by the mark of its clause.
        // *soured relations* bars by the verb of which the noun is subject or object.
        let governing = doc.head(token).filter(|_| {
            sort == Sort::Noun && matches!(doc.deprel(token), Deprel::Obj | Deprel::Nsubj | Deprel::NsubjPass)
        });
        let blocked = governing.is_some_and(barred)
            || doc
                .children(token)
                .any(|child| barred(child) || doc.children_by(child, Deprel::Mark).any(barred));
        let other_particle =
            doc.children_by(token, Deprel::CompoundPrt).any(|particle| !words.contains(&particle));
        let other_meaning = match wording.infinitive {
            Infinitive::Any => false,
            Infinitive::Needed => !self.has_infinitive(token),
            Infinitive::Barred => self.has_infinitive(token),
        };
        if blocked || other_particle || other_meaning {
            return None;
        }
        if doc.deprel(token) == Deprel::Cop {
            let head = doc.head(token)?;
            let mut all = vec![head];
            all.extend(words);
            return Some(Predicate { head, words: all, sort, mention: None, carrier: None });
        }
        let carrier = (sort == Sort::Noun)
            .then(|| self.carrier(token, &wording.under))
            .flatten()
            .filter(|carrier| wording.circumstance || !carrier.is_circumstance());
        Some(Predicate { head: token, words, sort, mention: None, carrier })
    }

    /// The object of a verb that is one of those words, in itself or behind *part of* and the like.
    fn object_among(self, verb: usize, lemmas: &[CompactString]) -> Option<usize> {
        let is_one = |token: &usize| lemmas.iter().any(|lemma| lemma == self.doc.lemma(*token));
        let objects: Vec<usize> =
            self.objects(verb).into_iter().flat_map(|object| self.conjuncts(object.token)).collect();
        let inside = |token: &usize| {
            let behind: Vec<_> = self.owned(*token).into_iter().map(|argument| argument.token).collect();
            let before = self.modifiers(*token).into_iter().map(|argument| argument.token);
            before.chain(behind).find(is_one)
        };
        objects.iter().copied().find(is_one).or_else(|| objects.iter().find_map(inside))
    }

    fn has_infinitive(self, verb: usize) -> bool {
        self.doc.children(verb).any(|child| {
            matches!(self.doc.deprel(child), Deprel::Xcomp | Deprel::Advcl | Deprel::Acl)
                && self.doc.children_by(child, Deprel::Mark).any(|mark| self.xpos(mark) == Xpos::To)
        })
    }

    fn word_below(self, head: usize, lemma: &str, taken: &[usize]) -> Option<usize> {
        let doc = self.doc;
        let first = head.saturating_sub(WIDEST).max(doc.sentences[doc.sentence_of(head)].tokens.start);
        let last = (head + WIDEST + 1).min(doc.sentences[doc.sentence_of(head)].tokens.end);
        (head + 1..last).chain(first..head).find(|&token| {
            let near = doc.head(token) == Some(head)
                || doc.head(token).is_some_and(|parent| {
                    taken.contains(&parent)
                        || (doc.head(parent) == Some(head) && doc.deprel(token) != Deprel::Conj)
                });
            near && !taken.contains(&token) && (doc.lemma(token) == lemma || self.form(token) == lemma)
        })
    }
}
