//! What stands after a preposition where the tree hangs it elsewhere: lower, higher, or at one of several.

use compact_str::CompactString;

use crate::claim::relation::predicate::Predicate;
use crate::claim::relation::tree::Argument;
use crate::claim::relation::tree::Tree;
use crate::lexicon::relations::Sort;
use crate::model::Deprel;
use crate::model::Upos;

impl Tree<'_> {
    /// *discussed [trade with Brandt]* where *discussed [trade] [with Brandt]* is meant, *the visit of [Oduya to
    /// Norway]* likewise.
    pub(super) fn misplaced_below(self, predicate: &Predicate, preposition: &CompactString) -> Vec<Argument> {
        if self.grammar.owning.contains(preposition) {
            return Vec::new();
        }
        let between: Vec<usize> = match predicate.sort {
            Sort::Verb => self.doc.children_by(predicate.head, Deprel::Obj).collect(),
            Sort::Noun | Sort::Mention => {
                self.owned(predicate.head).into_iter().map(|argument| argument.token).collect()
            }
            Sort::Adjective => Vec::new(),
        };
        between
            .into_iter()
            .flat_map(|noun| self.oblique(noun, preposition).collect::<Vec<_>>())
            .map(Argument::further)
            .collect()
    }

    /// *memorandum of [a conversation between Oduya and Brandt]*, where the tree hangs the pair at *memorandum*.
    pub(super) fn hung_above(self, predicate: &Predicate, preposition: &CompactString) -> Vec<Argument> {
        let doc = self.doc;
        let noun = predicate.head;
        let owned = || self.cases(noun).iter().any(|case| self.grammar.owning.contains(case));
        let above = doc.head(noun).filter(|&above| {
            doc.deprel(noun) == Deprel::Nmod
                && matches!(predicate.sort, Sort::Noun | Sort::Mention)
                && !self.grammar.owning.contains(preposition)
                && self.is_nominal(above)
                && owned()
        });
        let Some(above) = above else { return Vec::new() };
        let behind = self.oblique(above, preposition).filter(|argument| argument.token > noun);
        behind.map(Argument::further).collect()
    }

    /// *met and talked with Brandt*, *a visit and talks with Brandt*
    pub(super) fn shared_oblique(self, predicate: &Predicate, preposition: &CompactString) -> Vec<Argument> {
        let doc = self.doc;
        let head = predicate.head;
        let same = |other: usize| self.upos(other) == self.upos(head) && !self.stands_alone(head.max(other));
        // *arrived in Kenya and will fly **to Norway***: two verbs that are told apart share nothing;
        // *the Commission and **the** Bank of Kenya*: each with an article is a thing of its own.
        let apart = |conj: usize| {
            let placed = doc.children_by(head, Deprel::Obl).any(|place| head < place && place < conj);
            let own = self.grammar.owning.contains(preposition) && self.has(conj, Deprel::Det);
            placed || own || self.has(conj, Deprel::Aux) || self.has(conj, Deprel::Nsubj)
        };
        let below = doc.children_by(head, Deprel::Conj).filter(|&conj| same(conj) && !apart(conj));
        let above = doc.head(head).filter(|&above| doc.deprel(head) == Deprel::Conj && same(above));
        for other in below.chain(above) {
            let found: Vec<_> = self
                .oblique(other, preposition)
                .filter(|argument| argument.token > head.max(other))
                .map(Argument::further)
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// *Norway's actions and **our concern** for peace*, *the programme and **$5 million** for aid*: with an owner or a number
    /// of its own the second noun has its complements for itself.
    fn stands_alone(self, noun: usize) -> bool {
        let doc = self.doc;
        let own = |child: usize| {
            child < noun
                && (matches!(doc.deprel(child), Deprel::NmodPoss | Deprel::Nummod)
                    || matches!(self.upos(child), Upos::Num | Upos::Sym))
        };
        matches!(self.upos(noun), Upos::Num | Upos::Sym) || doc.children(noun).any(own)
    }
}
