//! A document as the relation engine reads it: trees, and the mentions found by their head words.

use std::collections::BTreeMap;

use crate::claim::relation::lead_in::LeadIns;
use crate::claim::relation::listing;
use crate::claim::relation::plural::Group;
use crate::claim::relation::tree::Tree;
use crate::lexicon::Lexicon;
use crate::model::Annotated;
use crate::model::Chain;
use crate::model::Mention;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;
use crate::model::Statement;
use crate::schema::Schema;

/// Everything that is known of a document before its relations.
pub(super) struct Reading<'a> {
    pub(super) tree: Tree<'a>,
    pub(super) mentions: &'a [Mention],
    pub(super) chains: &'a [Chain],
    pub(super) statements: &'a [Statement],
    pub(super) lexicon: &'a Lexicon,
    pub(super) schema: &'a Schema,
    pub(super) groups: Vec<Group>,
    /// The subjects of items in lists.
    pub(super) lead_ins: LeadIns,
    listed: BTreeMap<MentionId, Vec<MentionId>>,
    chain_of: Vec<Option<usize>>,
    by_head: BTreeMap<usize, Vec<MentionId>>,
    dated: Vec<bool>,
    covering: Vec<Vec<MentionId>>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(
        doc: &'a Annotated<'a>,
        mentions: &'a [Mention],
        chains: &'a [Chain],
        statements: &'a [Statement],
        lexicon: &'a Lexicon,
        schema: &'a Schema,
    ) -> Self {
        let mut chain_of = vec![None; mentions.len()];
        for (number, chain) in chains.iter().enumerate() {
            for mention in &chain.mentions {
                if let Some(place) = chain_of.get_mut(mention.index()) {
                    *place = Some(number);
                }
            }
        }
        let mut by_head: BTreeMap<usize, Vec<MentionId>> = BTreeMap::new();
        let mut dated = vec![false; doc.tokens.len()];
        let mut covering = vec![Vec::new(); doc.tokens.len()];
        for (number, mention) in mentions.iter().enumerate() {
            if mention.form == MentionForm::Date {
                for token in mention.tokens.clone() {
                    if let Some(dated) = dated.get_mut(token as usize) {
                        *dated = true;
                    }
                }
            }
            if matches!(mention.form, MentionForm::Date | MentionForm::Amount) {
                continue;
            }
            let id = MentionId(number as u32);
            by_head.entry(mention.head as usize).or_default().push(id);
            for token in mention.tokens.clone() {
                if let Some(covering) = covering.get_mut(token as usize) {
                    covering.push(id);
                }
            }
        }
        // Widest first: *the US Secretary of State* before *Secretary*.
        for ids in by_head.values_mut() {
            ids.sort_by_key(|id| (std::cmp::Reverse(mentions[id.index()].span.len()), *id));
        }
        for ids in &mut covering {
            ids.sort_by_key(|id| (mentions[id.index()].span.len(), *id));
        }
        let tree = Tree { doc, grammar: &lexicon.relations.grammar };
        let mut listed = BTreeMap::new();
        for list in listing::lists(tree, mentions) {
            for &member in &list {
                listed.insert(member, list.clone());
            }
        }
        Self {
            tree,
            mentions,
            chains,
            statements,
            lexicon,
            schema,
            groups: Vec::new(),
            lead_ins: LeadIns::of(tree),
            listed,
            chain_of,
            by_head,
            dated,
            covering,
        }
    }

    pub(super) fn mention(&self, id: MentionId) -> &'a Mention {
        &self.mentions[id.index()]
    }

    /// The chain in which a mention stands.
    pub(super) fn chain(&self, id: MentionId) -> Option<&'a Chain> {
        self.chain_of[id.index()].map(|chain| &self.chains[chain])
    }

    /// What the thing is; nothing for words that stand in no chain, and so are no thing of the graph.
    pub(super) fn kind(&self, id: MentionId) -> Option<&'a NodeKind> {
        self.chain(id).map(|chain| &chain.kind)
    }

    /// Whether the token is a part of a date.
    pub(super) fn is_dated(&self, token: usize) -> bool {
        self.dated.get(token).is_some_and(|&dated| dated)
    }

    /// Whether the two name one thing, as far as the document tells.
    pub(super) fn same(&self, one: MentionId, other: MentionId) -> bool {
        if one == other {
            return true;
        }
        let (Some(left), Some(right)) = (self.chain_of[one.index()], self.chain_of[other.index()]) else {
            let (left, right) = (self.mention(one), self.mention(other));
            return left.entry.is_some() && left.entry == right.entry;
        };
        let (left_entry, right_entry) = (&self.chains[left].entry, &self.chains[right].entry);
        left == right || (left_entry.is_some() && left_entry == right_entry)
    }

    /// The chain, or the mention itself where it stands in none: what a claim is counted once for.
    pub(super) fn identity(&self, id: MentionId) -> (bool, u32) {
        match self.chain_of[id.index()] {
            Some(chain) => (true, chain as u32),
            None => (false, id.0),
        }
    }

    /// The other mentions of the same thing.
    pub(super) fn companions(&self, id: MentionId) -> impl Iterator<Item = MentionId> {
        let chain = self.chain_of[id.index()].map(|chain| self.chains[chain].mentions.as_slice());
        chain.unwrap_or_default().iter().copied().filter(move |&other| other != id)
    }

    /// The list in which a mention stands, itself among them; nothing where it stands alone.
    pub(super) fn list_of(&self, id: MentionId) -> &[MentionId] {
        self.listed.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The mentions headed by a token, widest first.
    pub(super) fn headed(&self, token: usize) -> &[MentionId] {
        self.by_head.get(&token).map_or(&[], Vec::as_slice)
    }

    /// The mentions in which a token stands, narrowest first.
    pub(super) fn around(&self, token: usize) -> &[MentionId] {
        &self.covering[token]
    }

    /// The mentions strictly inside another, without those inside one of them.
    pub(super) fn nested(&self, outer: MentionId) -> Vec<MentionId> {
        let whole = self.mention(outer);
        let inside = |id: MentionId| {
            let mention = self.mention(id);
            id != outer && mention.span.is_within(whole.span) && mention.span.len() < whole.span.len()
        };
        let mut found: Vec<MentionId> = Vec::new();
        for token in whole.tokens.clone() {
            for &id in self.covering.get(token as usize).map_or(&[][..], Vec::as_slice) {
                if inside(id) && !found.contains(&id) {
                    found.push(id);
                }
            }
        }
        let spans: Vec<_> = found.iter().map(|&id| self.mention(id).span).collect();
        found.retain(|&id| {
            let span = self.mention(id).span;
            !spans.iter().any(|&other| other != span && span.is_within(other))
        });
        found
    }
}
