//! A document with its sentences, words and trees: what the annotation stage gives to all later ones.

use std::ops::Range;

use crate::model::BlockKind;
use crate::model::Deprel;
use crate::model::Document;
use crate::model::NodeKind;
use crate::model::Span;
use crate::model::Token;

/// A sentence: a run of tokens inside one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens, as indices into those of the document.
    pub tokens: Range<usize>,
    /// The block that it stands in, as index into those of the document.
    pub block: usize,
    /// What the block is in the layout.
    pub kind: BlockKind,
}

/// A name that the tagger found by its letters and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaggedName {
    /// Its tokens, as indices into those of the document.
    pub tokens: Range<usize>,
    /// Person, organization, place, agreement or event.
    pub kind: NodeKind,
}

/// A document with sentences, tokens and dependency trees.
#[derive(Debug, Clone)]
pub struct Annotated<'d> {
    /// The text.
    pub document: &'d Document,
    /// In order of the text.
    pub sentences: Vec<Sentence>,
    /// Of the whole document, in order.
    pub tokens: Vec<Token>,
    /// In order of the text, none over another.
    pub names: Vec<TaggedName>,
    children: Vec<u32>,
    first_child: Vec<u32>,
    sentence_of: Vec<u32>,
}

impl<'d> Annotated<'d> {
    /// Joins tokens and sentences, and indexes the trees. Every head must lie inside the sentence of its token.
    #[must_use]
    pub fn new(document: &'d Document, sentences: Vec<Sentence>, tokens: Vec<Token>) -> Self {
        let mut first_child = vec![0u32; tokens.len() + 1];
        for head in tokens.iter().filter_map(|token| token.head) {
            first_child[head as usize + 1] += 1;
        }
        for i in 0..tokens.len() {
            first_child[i + 1] += first_child[i];
        }
        let mut next = first_child.clone();
        let mut children = vec![0u32; first_child.last().copied().unwrap_or(0) as usize];
        for (i, token) in tokens.iter().enumerate() {
            if let Some(head) = token.head {
                children[next[head as usize] as usize] = i as u32;
                next[head as usize] += 1;
            }
        }
        let mut sentence_of = vec![0; tokens.len()];
        for (number, sentence) in sentences.iter().enumerate() {
            sentence_of[sentence.tokens.clone()].fill(number as u32);
        }
        Self { document, sentences, tokens, names: Vec::new(), children, first_child, sentence_of }
    }

    /// Adds the names that the tagger found, in order.
    #[must_use]
    pub fn with_names(mut self, names: Vec<TaggedName>) -> Self {
        self.names = names;
        self
    }

    /// The tagger's name that a token stands in.
    #[must_use]
    pub fn tagged_name(&self, token: usize) -> Option<&TaggedName> {
        let at = self.names.partition_point(|name| name.tokens.end <= token);
        self.names.get(at).filter(|name| name.tokens.start <= token)
    }

    /// The words of a token as they stand in the text.
    #[must_use]
    pub fn form(&self, token: usize) -> &'d str {
        self.tokens[token].span.of(&self.document.text)
    }

    /// The lemma of a token.
    #[must_use]
    pub fn lemma(&self, token: usize) -> &str {
        &self.tokens[token].lemma
    }

    /// The head of a token; none for a root.
    #[must_use]
    pub fn head(&self, token: usize) -> Option<usize> {
        self.tokens[token].head.map(|head| head as usize)
    }

    /// The relation of a token to its head.
    #[must_use]
    pub fn deprel(&self, token: usize) -> Deprel {
        self.tokens[token].deprel
    }

    /// The dependents of a token, in order of the text.
    pub fn children(&self, token: usize) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
        self.children[self.first_child[token] as usize..self.first_child[token + 1] as usize]
            .iter()
            .map(|&child| child as usize)
    }

    /// The dependents that stand in the given relation (exactly, subtype included).
    pub fn children_by(&self, token: usize, deprel: Deprel) -> impl Iterator<Item = usize> + '_ {
        self.children(token).filter(move |&child| self.deprel(child) == deprel)
    }

    /// The first dependent in the given relation.
    #[must_use]
    pub fn child_by(&self, token: usize, deprel: Deprel) -> Option<usize> {
        self.children_by(token, deprel).next()
    }

    /// The heads above a token, nearest first.
    pub fn ancestors(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.head(token), |&above| self.head(above))
    }

    /// Whether `token` is `above` or stands below it in the tree.
    #[must_use]
    pub fn is_under(&self, token: usize, above: usize) -> bool {
        token == above || self.ancestors(token).any(|ancestor| ancestor == above)
    }

    /// The leftmost and one past the rightmost token of the subtree of `token`.
    #[must_use]
    pub fn subtree(&self, token: usize) -> Range<usize> {
        let (mut first, mut last) = (token, token);
        let mut open = vec![token];
        while let Some(next) = open.pop() {
            first = first.min(next);
            last = last.max(next);
            open.extend(self.children(next));
        }
        first..last + 1
    }

    /// The sentence of a token, as index.
    #[must_use]
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentence_of[token] as usize
    }

    /// The stretch of text from the first to the last of some tokens.
    #[must_use]
    pub fn span(&self, tokens: Range<usize>) -> Span {
        if tokens.is_empty() {
            return Span::new(0, 0);
        }
        self.tokens[tokens.start].span.cover(self.tokens[tokens.end - 1].span)
    }

    /// The whole sentences that a stretch of text lies in.
    #[must_use]
    pub fn sentences_around(&self, span: Span) -> Span {
        let tokens = self.tokens_in(span);
        if tokens.is_empty() {
            return span;
        }
        let [first, last] = [tokens.start, tokens.end - 1]
            .map(|token| self.sentences[self.sentence_of(token)].tokens.clone());
        self.span(first.start..last.end).cover(span)
    }

    /// The words from the first to the last of some tokens.
    #[must_use]
    pub fn text(&self, tokens: Range<usize>) -> &'d str {
        self.span(tokens).of(&self.document.text)
    }

    /// The first token that ends after byte `offset`; the number of tokens where there is none.
    #[must_use]
    pub fn token_at(&self, offset: u32) -> usize {
        self.tokens.partition_point(|token| token.span.end <= offset)
    }

    /// The tokens that lie at least in part inside a span.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.token_at(span.start);
        let end = self.tokens.partition_point(|token| token.span.start < span.end);
        start..end.max(start)
    }
}
