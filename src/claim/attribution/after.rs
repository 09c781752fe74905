//! Words said that follow their cue.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::claim::attribution::cut::cut;
use crate::claim::attribution::edge::is_break;
use crate::claim::attribution::edge::opens;
use crate::claim::attribution::edge::tail;
use crate::claim::attribution::edge::within_sentence;
use crate::claim::attribution::source::Source;
use crate::lexicon::cues::Frame;
use crate::lexicon::cues::VerbCue;
use crate::model::Deprel;
use crate::model::Upos;

/// The clause or quotation after the cue.
pub(super) fn after(
    context: &Context<'_>,
    verb: usize,
    cue: &VerbCue,
    source: &Source,
) -> Option<Range<usize>> {
    let text = context.text;
    let level = context.level(verb);
    let sentence = context.sentence(verb);
    let tail = tail(context, verb);
    let first = (tail..sentence.end)
        .find(|&token| !is_break(context, token) || opens(context, level, token).is_some());
    let clause = clause_after(context, verb, source, cue);
    if cue.takes(Frame::Quote)
        && let Some(quote) = first.and_then(|first| opens(context, level, first))
    {
        let tokens = text.tokens_in(context.quotes[quote].outer);
        let inner = text.tokens_in(context.quotes[quote].inner);
        let capital =
            inner.start < text.tokens.len() && text.form(inner.start).starts_with(char::is_uppercase);
        let led = (tail..tokens.start).any(|token| is_break(context, token));
        let rest = tokens.end >= sentence.end || context.is_punct(tokens.end);
        if clause.as_ref().is_none_or(|clause| clause.end <= tokens.end)
            || (led && capital)
            || (capital && rest)
        {
            return Some(tokens);
        }
    }
    if let Some(clause) = clause {
        return Some(clause);
    }
    // The tree shows no clause, the words do: *said on Friday that ...*
    let first =
        first.filter(|&first| first > verb && context.is(first, &context.cues.grammar.complementizers))?;
    let opens_clause = cue.takes(Frame::Clause)
        && context.upos(first) == Upos::Sconj
        && first + 1 < sentence.end
        && !is_break(context, first + 1);
    opens_clause.then(|| first + 1..cut(context, verb, first + 1..sentence.end))
}

/// The clause that depends on the verb and follows it, without *that*.
fn clause_after(context: &Context<'_>, verb: usize, source: &Source, cue: &VerbCue) -> Option<Range<usize>> {
    let text = context.text;
    let child = text.children(verb).find(|&child| {
        child > verb
            && match text.deprel(child) {
                Deprel::Ccomp => true,
                Deprel::Xcomp | Deprel::Advcl | Deprel::Acl | Deprel::Parataxis => {
                    context.is_marked(child, &context.cues.grammar.complementizers)
                }
                _ => false,
            }
    });
    let child = child.or_else(|| nested(context, verb, cue))?;
    if cue.weak && context.is_infinitive(child) {
        return None;
    }
    let range = within_sentence(context, verb, text.subtree(child));
    let mut start = range.start.max(verb + 1);
    if let Some(tokens) = source.tokens.as_ref().filter(|tokens| tokens.start > verb && tokens.start <= start)
    {
        start = start.max(tokens.end);
    }
    while start < range.end
        && (is_break(context, start) && opens(context, context.level(verb), start).is_none())
    {
        start += 1;
    }
    if context.is(start, &context.cues.grammar.complementizers) && is_complementizer(context, start) {
        start += 1;
    }
    let end = cut(context, verb, start..range.end);
    (start < end).then_some(start..end)
}

/// *made clear that*, *called attention to the fact that*: the clause hangs on the verb's complement.
fn nested(context: &Context<'_>, verb: usize, cue: &VerbCue) -> Option<usize> {
    if cue.object.is_empty() {
        return None;
    }
    let text = context.text;
    text.children(verb)
        .filter(|&child| child > verb && cue.object.iter().any(|word| word == text.lemma(child)))
        .flat_map(|child| text.children(child))
        .find(|&below| matches!(text.deprel(below), Deprel::Ccomp | Deprel::Acl | Deprel::Advcl))
}

pub(super) fn is_complementizer(context: &Context<'_>, token: usize) -> bool {
    matches!(context.text.deprel(token), Deprel::Mark) || context.upos(token) == Upos::Sconj
}
