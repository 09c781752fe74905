//! How a claim stands to the facts.

use crate::claim::modality;
use crate::claim::relation::predicate::Predicate;
use crate::claim::relation::reading::Reading;
use crate::lexicon::modality::Frame;
use crate::lexicon::relations::Sort;
use crate::lexicon::relations::Wording;
use crate::model::Deprel;
use crate::model::EdgeKind;
use crate::model::Modality;
use crate::model::Span;
use crate::model::Upos;
use crate::model::When;

impl Reading<'_> {
    /// A standing fact is what its wording says; else the clause tells, and where it tells nothing the wording may.
    pub(super) fn modality(
        &self,
        wording: &Wording,
        predicate: &Predicate,
        standing: bool,
        when: Option<When>,
    ) -> (Modality, Option<Span>) {
        let doc = self.tree.doc;
        if let Some(fixed) = wording.modality.filter(|_| standing) {
            let unmade = wording.kind == EdgeKind::ADDRESSES && self.tree.is_indefinite(predicate.head);
            let made = modality::of(doc, predicate.head, &self.lexicon.modality);
            // *will sign **a** pact on trade*: what is still to be made will be about it then.
            return match made.modality {
                Modality::Planned | Modality::Possible if unmade => (Modality::Planned, made.cue),
                _ => (fixed, None),
            };
        }
        let governor = self.governor(wording, predicate);
        let judged = modality::of(doc, governor, &self.lexicon.modality).dated(when, doc.document.date);
        // What a pact is meant to fight, it addresses.
        let aims = wording.kind == EdgeKind::ADDRESSES;
        let modality = judged.of_purpose.filter(|_| aims).unwrap_or(judged.modality);
        // *I want to pay tribute* pays it, *I want to pay a visit* does not.
        let journey = [EdgeKind::VISITS, EdgeKind::MET_WITH, EdgeKind::ATTENDED].contains(&wording.kind);
        let by_words = !journey || !self.tree.grammar.light_verbs.contains(doc.lemma(governor));
        if modality == Modality::Possible && by_words && self.is_performed(governor) {
            return (Modality::Actual, None);
        }
        match wording.modality {
            Some(own) if modality == Modality::Actual => (own, judged.cue),
            _ => (modality, judged.cue),
        }
    }

    /// The word that tells whether it is so: the verb that carries a noun, unless it says itself what becomes of it:
    /// *cancelled the visit*.
    pub(super) fn governor(&self, wording: &Wording, predicate: &Predicate) -> usize {
        let governor = predicate.governor();
        // An appeal that is rejected was made.
        if wording.kind == EdgeKind::REQUESTS {
            return governor;
        }
        let tree = self.tree;
        let operator = || {
            let (form, lemma) = (tree.form(governor), tree.doc.lemma(governor));
            let beside = |with: &str| tree.doc.children(governor).any(|child| tree.doc.lemma(child) == with);
            self.lexicon.modality.operator(&form, lemma, &Frame::Object, beside).is_some()
        };
        let carried = predicate.sort == Sort::Noun && governor != predicate.head;
        if carried && operator() { predicate.head } else { governor }
    }

    /// *I want to **thank** Brandt*, *let me **congratulate** her*: saying so does it.
    fn is_performed(&self, verb: usize) -> bool {
        let (tree, doc) = (self.tree, self.tree.doc);
        let is_speaker = |token: usize| {
            let pronoun = self.lexicon.mentions.pronoun(&tree.form(token));
            tree.upos(token) == Upos::Pron && pronoun.is_some_and(|pronoun| pronoun.person == 1)
        };
        let wish = doc.head(verb).filter(|&wish| {
            matches!(doc.deprel(verb), Deprel::Xcomp | Deprel::Ccomp)
                && tree.grammar.wishing.contains(doc.lemma(wish))
        });
        tree.grammar.performatives.contains(doc.lemma(verb))
            && wish.is_some_and(|wish| doc.children(wish).chain(doc.children(verb)).any(is_speaker))
    }
}
