//! What every part of attribution looks things up in: words, trees, quotations, mentions.

use std::collections::BTreeSet;
use std::ops::Range;

use compact_str::CompactString;

use crate::claim::attribution::mention_index::MentionIndex;
use crate::claim::attribution::quotation;
use crate::claim::attribution::quotation::Quotation;
use crate::lexicon::cues::CueLexicon;
use crate::model::Annotated;
use crate::model::Chain;
use crate::model::Deprel;
use crate::model::Document;
use crate::model::Mention;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;
use crate::model::Span;
use crate::model::Upos;
use crate::model::Xpos;

/// A document as attribution sees it.
pub(super) struct Context<'a> {
    pub(super) text: &'a Annotated<'a>,
    pub(super) mentions: &'a [Mention],
    pub(super) chains: &'a [Chain],
    pub(super) cues: &'a CueLexicon,
    pub(super) quotes: Vec<Quotation>,
    lower: Vec<CompactString>,
    quote_at: Vec<Option<usize>>,
    chain_of: Vec<Option<usize>>,
    index: MentionIndex,
    opening: Vec<Option<usize>>,
    closing: Vec<Option<usize>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        text: &'a Annotated<'a>,
        mentions: &'a [Mention],
        chains: &'a [Chain],
        cues: &'a CueLexicon,
    ) -> Self {
        let quotes = quotation::scan(text.document);
        let mut quote_at = vec![None; text.tokens.len()];
        for (number, quotation) in quotes.iter().enumerate() {
            quote_at[text.tokens_in(quotation.inner)].fill(Some(number));
        }
        let mut chain_of = vec![None; mentions.len()];
        for (number, chain) in chains.iter().enumerate() {
            for id in &chain.mentions {
                if let Some(place) = chain_of.get_mut(id.index()) {
                    *place = Some(number);
                }
            }
        }
        let index = MentionIndex::new(text.tokens.len(), mentions);
        let (mut opening, mut closing) = (vec![None; text.tokens.len()], vec![None; text.tokens.len()]);
        for (number, quotation) in quotes.iter().enumerate() {
            let tokens = text.tokens_in(quotation.outer);
            if tokens.is_empty() {
                continue;
            }
            opening[tokens.start].get_or_insert(number);
            closing[tokens.end - 1] = closing[tokens.end - 1].or(Some(number));
        }
        let lower = (0..text.tokens.len()).map(|token| text.form(token).to_lowercase().into()).collect();
        Self { text, mentions, chains, cues, quotes, lower, quote_at, chain_of, index, opening, closing }
    }

    pub(super) fn document(&self) -> &'a Document {
        self.text.document
    }

    /// The word in lower case.
    pub(super) fn lower(&self, token: usize) -> &str {
        &self.lower[token]
    }

    /// Whether the word is one of a set.
    pub(super) fn is(&self, token: usize, words: &BTreeSet<String>) -> bool {
        words.contains(self.lower(token))
    }

    /// The innermost quotation around a token.
    pub(super) fn level(&self, token: usize) -> Option<usize> {
        self.quote_at.get(token).copied().flatten()
    }

    /// The outermost quotation below `level` around a token.
    pub(super) fn quote_below(&self, level: Option<usize>, token: usize) -> Option<usize> {
        self.climb(self.level(token)).find(|&quote| self.quotes[quote].parent == level)
    }

    /// The quotation below `level` that covers a byte, marks included.
    pub(super) fn quote_over(&self, level: Option<usize>, byte: u32) -> Option<usize> {
        let last = self.quotes.partition_point(|quote| quote.outer.start <= byte).checked_sub(1);
        let around = self.climb(last).filter(|&quote| self.quotes[quote].outer.end > byte);
        around.into_iter().find(|&quote| self.quotes[quote].parent == level)
    }

    /// The quotations right below `level` that share words with a span.
    pub(super) fn quotes_in(&self, level: Option<usize>, span: Span) -> Vec<usize> {
        let first = self.quotes.partition_point(|quote| quote.outer.start < span.start);
        let end = self.quotes.partition_point(|quote| quote.outer.start < span.end);
        let begun = self.quote_over(level, span.start).filter(|&quote| quote < first);
        begun.into_iter().chain((first..end).filter(|&quote| self.quotes[quote].parent == level)).collect()
    }

    /// The quotation right below `level` that begins with a token.
    pub(super) fn opens(&self, level: Option<usize>, token: usize) -> Option<usize> {
        self.opening.get(token).copied().flatten().filter(|&quote| self.quotes[quote].parent == level)
    }

    /// The quotation right below `level` that ends with a token.
    pub(super) fn closes(&self, level: Option<usize>, token: usize) -> Option<usize> {
        self.closing.get(token).copied().flatten().filter(|&quote| self.quotes[quote].parent == level)
    }

    fn climb(&self, from: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(from, |&quote| self.quotes[quote].parent)
    }

    /// The sentence of a token, cut to the quotation `level` that the token stands in.
    pub(super) fn sentence(&self, token: usize) -> Range<usize> {
        let sentence = self.text.sentences[self.text.sentence_of(token)].tokens.clone();
        match self.level(token) {
            None => sentence,
            Some(level) => {
                let inside = self.text.tokens_in(self.quotes[level].inner);
                sentence.start.max(inside.start)..sentence.end.min(inside.end)
            }
        }
    }

    pub(super) fn is_punct(&self, token: usize) -> bool {
        self.text.tokens[token].upos == Upos::Punct || !self.lower(token).contains(char::is_alphanumeric)
    }

    pub(super) fn upos(&self, token: usize) -> Upos {
        self.text.tokens[token].upos
    }

    pub(super) fn xpos(&self, token: usize) -> Xpos {
        self.text.tokens[token].xpos
    }

    pub(super) fn is_nominal(&self, token: usize) -> bool {
        matches!(self.upos(token), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Det | Upos::Adj)
    }

    pub(super) fn is_relative(&self, token: usize) -> bool {
        matches!(self.xpos(token), Xpos::Wp | Xpos::Wdt | Xpos::WpS)
    }

    /// Whether a dependent with one of the words marks the clause or phrase under `token`.
    pub(super) fn is_marked(&self, token: usize, words: &BTreeSet<String>) -> bool {
        self.marker(token, words).is_some()
    }

    /// The dependent with one of the words that marks the clause or phrase under `token`.
    pub(super) fn marker(&self, token: usize, words: &BTreeSet<String>) -> Option<usize> {
        self.text.children(token).find(|&child| {
            child < token
                && self.is(child, words)
                && matches!(
                    self.text.deprel(child),
                    Deprel::Mark | Deprel::Case | Deprel::Advmod | Deprel::Det
                )
        })
    }

    /// Whether the clause under `token` has an infinitive with its particle.
    pub(super) fn is_infinitive(&self, token: usize) -> bool {
        self.text.children(token).any(|child| child < token && self.xpos(child) == Xpos::To)
    }

    pub(super) fn is_negated(&self, token: usize) -> bool {
        self.text.children(token).any(|child| self.is(child, &self.cues.grammar.negations))
    }

    pub(super) fn is_passive(&self, token: usize) -> bool {
        self.text
            .children(token)
            .any(|child| matches!(self.text.deprel(child), Deprel::AuxPass | Deprel::NsubjPass))
    }

    /// The chain of a mention.
    pub(super) fn chain(&self, mention: MentionId) -> Option<&Chain> {
        self.chain_of.get(mention.index()).copied().flatten().map(|chain| &self.chains[chain])
    }

    /// The number of the chain of a mention.
    pub(super) fn chain_number(&self, mention: MentionId) -> Option<usize> {
        self.chain_of.get(mention.index()).copied().flatten()
    }

    /// What a mention names, after its chain.
    pub(super) fn kind(&self, mention: MentionId) -> Option<&NodeKind> {
        self.chain(mention).map(|chain| &chain.kind).or(self.mentions[mention.index()].kind.as_ref())
    }

    /// The longest mention that `token` is the head of; else the shortest one that it stands in.
    pub(super) fn mention_of(&self, token: usize) -> Option<MentionId> {
        self.longest(self.index.headed_by(token), |_| true).or_else(|| self.index.around(token))
    }

    /// The longest mention of somebody who can speak that ends right before a token, in the same quotation as `verb`.
    pub(super) fn speaker_ending_at(&self, end: usize, verb: usize) -> Option<MentionId> {
        self.longest(self.index.ending_at(end), |id| {
            let start = self.mentions[id.index()].tokens.start as usize;
            self.can_speak(id) && self.level(start) == self.level(verb)
        })
    }

    /// The longest mention of somebody who can speak that begins at a token.
    pub(super) fn speaker_starting_at(&self, start: usize) -> Option<MentionId> {
        self.longest(self.index.starting_at(start), |id| {
            self.can_speak(id) && self.xpos(self.mentions[id.index()].head as usize) != Xpos::PrpS
        })
    }

    /// The longest mention of anything that begins at a token.
    pub(super) fn starting_at(&self, start: usize) -> Option<MentionId> {
        self.longest(self.index.starting_at(start), |_| true)
    }

    fn longest(&self, ids: &[MentionId], fits: impl Fn(MentionId) -> bool) -> Option<MentionId> {
        ids.iter().copied().filter(|&id| fits(id)).max_by_key(|id| self.mentions[id.index()].tokens.len())
    }

    /// The date that begins at a token.
    pub(super) fn date_starting_at(&self, token: usize) -> Option<MentionId> {
        self.index.date_starting_at(token)
    }

    /// The date that ends right before a token.
    pub(super) fn date_ending_at(&self, token: usize) -> Option<MentionId> {
        self.index.date_ending_at(token)
    }

    /// Whether a mention can speak: people, bodies, states; pronouns that stand for one.
    pub(super) fn can_speak(&self, id: MentionId) -> bool {
        let mention = &self.mentions[id.index()];
        match self.kind(id) {
            Some(kind) => is_actor(kind) || (*kind == NodeKind::PLACE && mention.form == MentionForm::Name),
            None => mention.form == MentionForm::Pronoun,
        }
    }

    /// The mentions that lie inside some tokens, in order of the text.
    pub(super) fn mentions_in(&self, tokens: Range<usize>) -> impl Iterator<Item = MentionId> + '_ {
        let (start, end) = (tokens.start as u32, tokens.end as u32);
        let first = self.mentions.partition_point(|mention| mention.tokens.start < start);
        let near = self.mentions[first..]
            .iter()
            .enumerate()
            .take_while(move |(_, mention)| mention.tokens.start < end);
        near.filter(move |(_, mention)| mention.tokens.end <= end)
            .map(move |(id, _)| MentionId((first + id) as u32))
    }
}

/// Whether a kind of node can speak and act.
pub(super) fn is_actor(kind: &NodeKind) -> bool {
    [NodeKind::OFFICIAL, NodeKind::PERSON, NodeKind::AGENCY, NodeKind::ORGANIZATION, NodeKind::COUNTRY]
        .contains(kind)
}
