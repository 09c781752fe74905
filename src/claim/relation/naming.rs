//! What a noun names where a role is filled: mentions of its own, appositions, those for whom it stands.

use crate::claim::relation::participant::Fits;
use crate::claim::relation::reading::Reading;
use crate::claim::relation::tree::Argument;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::MentionId;

impl Reading<'_> {
    pub(super) fn named_by(&self, token: usize, fits: Fits<'_>, depth: u8) -> Vec<MentionId> {
        let right = |id: &&MentionId| self.kind(**id).is_some_and(fits);
        if let Some(&id) = self.headed(token).iter().find(right) {
            return vec![id];
        }
        if let Some(&id) = self.around(token).iter().find(|id| right(id) && self.is_own_word(token, **id)) {
            return vec![id];
        }
        if depth > 1
            || !self.headed(token).is_empty() && self.headed(token).iter().any(|&id| self.is_name(id))
        {
            return Vec::new();
        }
        let tree = self.tree;
        for beside in tree.doc.children_by(token, Deprel::Appos) {
            let named = self.named_by(beside, fits, depth + 1);
            if !named.is_empty() {
                return named;
            }
        }
        if let Some(above) = tree.doc.head(token).filter(|_| tree.doc.deprel(token) == Deprel::Appos) {
            // *the Lisbon Accord, a pact meant to ...*
            let named = self.named_by(above, fits, depth + 2);
            if !named.is_empty() {
                return named;
            }
        }
        if let Some(id) = self.told_anew(token).filter(|&id| self.kind(id).is_some_and(fits)) {
            return vec![id];
        }
        let lemma = tree.doc.lemma(token);
        if tree.grammar.stand_ins.contains(lemma) {
            return self.stood_for(token, fits, depth);
        }
        if tree.grammar.transparent.contains(lemma) {
            // *the threat of piracy*, *security challenges*
            let (behind, before) = (tree.owned(token), tree.modifiers(token));
            let both = [behind, before].into_iter().map(|side| {
                side.into_iter().flat_map(|argument| self.below(argument, fits, depth)).collect::<Vec<_>>()
            });
            return both.into_iter().find(|side| !side.is_empty()).unwrap_or_default();
        }
        Vec::new()
    }

    /// *the Lisbon Accord, **a pact** meant to ...*, where the tree has lost the apposition: the name right before it.
    fn told_anew(&self, token: usize) -> Option<MentionId> {
        let tree = self.tree;
        let article = tree
            .doc
            .child_by(token, Deprel::Det)
            .filter(|&article| tree.grammar.indefinite.contains(tree.form(article).as_str()))?;
        let comma = article.checked_sub(1).filter(|&comma| tree.doc.form(comma) == ",")?;
        let name = comma.checked_sub(1)?;
        self.around(name)
            .iter()
            .rev()
            .copied()
            .find(|&id| self.is_name(id) && self.mention(id).tokens.end as usize == comma)
    }

    /// Those for whom a noun stands: ***Kenyan** officials*, *leaders of **Kenya and Norway***.
    pub(super) fn stood_for(&self, token: usize, fits: Fits<'_>, depth: u8) -> Vec<MentionId> {
        let mut found: Vec<MentionId> = Vec::new();
        // *its Kenyan partners*: they are Kenya's.
        let named = self.tree.modifiers(token);
        // *delegations **from Kenya and Norway***
        let doc = self.tree.doc;
        let senders = doc.children_by(token, Deprel::Nmod).filter(|&child| {
            let cases = self.tree.cases(child);
            cases.iter().any(|case| {
                self.tree.grammar.holding.contains(case) && !self.tree.grammar.owning.contains(case)
            })
        });
        let senders = senders.map(Argument::plain);
        for argument in named.into_iter().chain(self.tree.owners(token)).chain(senders) {
            if !found.is_empty() && self.tree.doc.deprel(argument.token) == Deprel::NmodPoss {
                continue;
            }
            for id in self.below(argument, fits, depth) {
                if !found.contains(&id) {
                    found.push(id);
                }
            }
        }
        found
    }

    fn below(&self, argument: Argument, fits: Fits<'_>, depth: u8) -> Vec<MentionId> {
        let tokens = self.tree.conjuncts(argument.token);
        tokens.into_iter().flat_map(|token| self.named_by(token, fits, depth + 1)).collect()
    }

    fn is_name(&self, id: MentionId) -> bool {
        self.mention(id).form == MentionForm::Name
    }

    /// Whether a word of a name stands for the whole: one that the tree hangs directly at its head, or above it.
    pub(super) fn is_own_word(&self, token: usize, id: MentionId) -> bool {
        let doc = self.tree.doc;
        let head = self.mention(id).head as usize;
        let inner = self.nested(id).iter().any(|&part| {
            let tokens = &self.mention(part).tokens;
            tokens.contains(&(token as u32))
        });
        let part = matches!(
            doc.deprel(token),
            Deprel::Flat
                | Deprel::Compound
                | Deprel::Appos
                | Deprel::NmodDesc
                | Deprel::Amod
                | Deprel::Det
                | Deprel::Nummod
        );
        let heads = doc.head(head) == Some(token);
        // Where the tree gives a role to a word in the middle of a name, it means the name.
        let torn = !part && !doc.is_under(token, head);
        !inner
            && (heads || torn || (part && doc.head(token) == Some(head) && doc.deprel(token) != Deprel::Amod))
    }
}
