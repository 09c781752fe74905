//! Where a cue's own clause ends and the words said begin: marks, breaks, quotations.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::model::Deprel;

pub(super) fn is_break(context: &Context<'_>, token: usize) -> bool {
    context.is_punct(token) && !context.lower(token).contains(['(', '[', '$', '%', '/'])
}

/// The quotation whose closing mark is this token (or which ends right before it).
pub(super) fn closes_quote(context: &Context<'_>, level: Option<usize>, token: usize) -> Option<usize> {
    let span = context.text.tokens[token].span;
    context.quotes.iter().position(|quote| {
        quote.parent == level
            && quote.outer.end > span.start
            && quote.outer.end <= span.end
            && quote.outer.start < span.start
    })
}

/// The quotation that a token opens.
pub(super) fn opens(context: &Context<'_>, level: Option<usize>, token: usize) -> Option<usize> {
    let span = context.text.tokens[token].span;
    context.quotes.iter().position(|quote| {
        quote.parent == level && quote.outer.start >= span.start && quote.outer.start < span.end
    })
}

/// One past the last word of the cue's own clause: its adverbs, addressees, times and places.
pub(super) fn tail(context: &Context<'_>, verb: usize) -> usize {
    let text = context.text;
    let level = context.level(verb);
    let sentence = context.sentence(verb);
    let mut tail = verb + 1;
    for child in text.children(verb).filter(|&child| child > verb) {
        let range = text.subtree(child);
        let own = !matches!(
            text.deprel(child),
            Deprel::Ccomp | Deprel::Parataxis | Deprel::Conj | Deprel::Punct | Deprel::Advcl | Deprel::Xcomp
        );
        let plain = range
            .clone()
            .all(|token| context.level(token) == level && !context.lower(token).contains([',', ':', ';']));
        let gap = (tail..range.start.max(tail))
            .all(|token| !is_break(context, token) && opens(context, level, token).is_none());
        if own && plain && gap && range.end <= sentence.end {
            tail = tail.max(range.end);
        }
    }
    tail
}

/// A stretch cut to the sentence and quotation of a token.
pub(super) fn within_sentence(context: &Context<'_>, token: usize, range: Range<usize>) -> Range<usize> {
    let sentence = context.sentence(token);
    range.start.max(sentence.start)..range.end.min(sentence.end)
}

/// A stretch without another one inside it.
pub(super) fn without(range: &Range<usize>, hole: &Range<usize>) -> Vec<Range<usize>> {
    [range.start..hole.start.min(range.end), hole.end.max(range.start)..range.end]
        .into_iter()
        .filter(|run| run.start < run.end)
        .collect()
}
