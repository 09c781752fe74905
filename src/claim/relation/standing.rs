//! How a claim stands to the facts.

use std::collections::BTreeSet;

use compact_str::CompactString;

use crate::claim::modality;
use crate::claim::relation::predicate::Predicate;
use crate::claim::relation::reading::Reading;
use crate::lexicon::modality::Effect;
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
        if let Some((modality, cue)) = self.unmade(wording, predicate) {
            return (modality, Some(cue));
        }
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

    /// *negotiations on the Lisbon Accord*, *the proposed treaty*, *the treaty that may be reached*, *support for Kenya's
    /// accession*: nobody is bound yet.
    fn unmade(&self, wording: &Wording, predicate: &Predicate) -> Option<(Modality, Span)> {
        let (tree, doc, pact) = (self.tree, self.tree.doc, predicate.head);
        let told = |cue: usize| doc.tokens[cue].span;
        let under =
            doc.head(pact).filter(|_| doc.deprel(pact) == Deprel::Nmod && !tree.cases(pact).is_empty());
        let is_under =
            |nouns: &BTreeSet<CompactString>| under.filter(|&above| nouns.contains(doc.lemma(above)));
        match (&wording.kind, predicate.sort) {
            (kind, Sort::Noun) if *kind == EdgeKind::PART_OF => {
                return is_under(&tree.grammar.awaited).map(|above| (Modality::Possible, told(above)));
            }
            (kind, Sort::Mention) if *kind == EdgeKind::PARTY_TO => {}
            _ => return None,
        }
        if let Some(above) = is_under(&tree.grammar.making) {
            return Some((Modality::Planned, told(above)));
        }
        let undone = |verb: usize| {
            let judged = modality::of(doc, verb, &self.lexicon.modality);
            let open = tree.grammar.concluding.contains(doc.lemma(verb));
            (open && judged.modality != Modality::Actual)
                .then(|| (judged.modality, judged.cue.unwrap_or(told(verb))))
        };
        // *will **sign** the treaty with Norway*
        let verb = doc.head(pact).filter(|_| matches!(doc.deprel(pact), Deprel::Obj | Deprel::NsubjPass));
        if let Some(found) = verb.and_then(undone) {
            return Some(found);
        }
        doc.children(pact).find_map(|child| match doc.deprel(child) {
            Deprel::Amod => {
                let effect = self.lexicon.modality.attribute(&tree.form(child))?;
                matches!(effect, Effect::Planned | Effect::Possible).then(|| (Modality::Planned, told(child)))
            }
            Deprel::AclRelcl | Deprel::Acl => undone(child),
            _ => None,
        })
    }

    /// *did not wish to carry **the** discussion further*: who wants to go on with a known occasion may well have been there.
    pub(super) fn is_unsaid(&self, wording: &Wording, predicate: &Predicate, modality: Modality) -> bool {
        let (tree, doc) = (self.tree, self.tree.doc);
        let known = || {
            let definite = |det: usize| tree.grammar.plurals.definite.contains(tree.form(det).as_str());
            doc.children_by(predicate.head, Deprel::Det).any(definite)
                || tree.has(predicate.head, Deprel::NmodPoss)
        };
        wording.is_silent(modality)
            || wording.kind == EdgeKind::ATTENDED
                && modality == Modality::Possible
                && predicate.sort == Sort::Mention
                && known()
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
        // *Wants to announce **our partnership** with Norway*: it is there whatever is said of it.
        // *Came to reaffirm **Kenya's support** for Norway*: likewise, unless it is given.
        let support =
            wording.kind == EdgeKind::SUPPORTS && !self.lexicon.modality.is_carrier(tree.doc.lemma(governor));
        let there = predicate.sort == Sort::Noun
            && (support || self.lexicon.modality.is_ongoing(tree.doc.lemma(predicate.head)))
            && tree.doc.child_by(predicate.head, Deprel::NmodPoss).is_some();
        if there {
            return predicate.head;
        }
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
        // *I'd thank the council*
        let politely =
            doc.child_by(verb, Deprel::Aux).is_some() && doc.children_by(verb, Deprel::Nsubj).any(is_speaker);
        tree.grammar.performatives.contains(doc.lemma(verb))
            && (politely
                || wish.is_some_and(|wish| doc.children(wish).chain(doc.children(verb)).any(is_speaker)))
    }
}
