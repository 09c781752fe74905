//! Words said that stand before their cue, or around it.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::claim::attribution::cut::is_finite;
use crate::claim::attribution::edge::group_start;
use crate::claim::attribution::edge::is_break;
use crate::claim::attribution::edge::tail;
use crate::claim::attribution::named::Source;
use crate::lexicon::cues::VerbCue;
use crate::model::Deprel;
use crate::model::Upos;
use crate::model::Xpos;

/// The first word of the cue's own clause, where words said could end right before it.
pub(super) fn front(context: &Context<'_>, verb: usize, source: &Source) -> Option<usize> {
    let sentence = context.sentence(verb);
    let level = context.level(verb);
    let mut front = group_start(context, verb);
    if let Some(tokens) = &source.tokens
        && tokens.end <= verb
        && sentence.contains(&tokens.start)
    {
        front = front.min(tokens.start);
    }
    while front > sentence.start && context.upos(front - 1) == Upos::Adv && context.level(front - 1) == level
    {
        front -= 1;
    }
    if front <= sentence.start {
        return ends_in_question(context, front).then_some(front);
    }
    (is_break(context, front - 1)
        || context.quote_below(level, front - 1).is_some()
        || context.closes(level, front - 1).is_some())
    .then_some(front)
}

/// A quotation that ends in a question or exclamation mark may have been taken for a sentence of its own.
fn ends_in_question(context: &Context<'_>, front: usize) -> bool {
    let words = context.text.form(front);
    front > 1
        && context.closes(context.level(front), front - 1).is_some()
        && (words.starts_with(char::is_lowercase)
            || context.upos(front) == Upos::Propn
            || context.upos(front) == Upos::Pron)
        && context.text.sentences[context.text.sentence_of(front)].block
            == context.text.sentences[context.text.sentence_of(front - 1)].block
        && context.is_punct(front - 2)
        && !context.lower(front - 2).ends_with('.')
}

/// The quotation that ends right before the cue's clause.
pub(super) fn quote_before(context: &Context<'_>, level: Option<usize>, front: usize) -> Option<usize> {
    let mut token = front;
    while token > 0 {
        token -= 1;
        if let Some(quote) = context.closes(level, token).or_else(|| context.quote_below(level, token)) {
            return Some(quote);
        }
        if !is_break(context, token) {
            return None;
        }
    }
    None
}

/// The quotation, with the words of its clause that stand before it outside the marks.
pub(super) fn before_quote(context: &Context<'_>, verb: usize, quote: usize) -> Range<usize> {
    let text = context.text;
    let tokens = text.tokens_in(context.quotes[quote].outer);
    let inner = text.tokens_in(context.quotes[quote].inner);
    let sentence = text.sentences[text.sentence_of(tokens.start)].tokens.clone();
    let level = context.level(verb);
    let lower = level.map_or(sentence.start, |level| {
        sentence.start.max(text.tokens_in(context.quotes[level].inner).start)
    });
    let mut start = tokens.start;
    while start > lower && context.is_punct(start - 1) && context.quote_below(level, start - 1).is_none() {
        start -= 1;
    }
    if start <= lower || !joins(context, start, tokens.start, inner.start) {
        return tokens;
    }
    // Words of the same clause lead into the quotation.
    let from = (lower..tokens.start)
        .rev()
        .find(|&token| context.lower(token) == ";" && context.quote_below(level, token).is_none())
        .map_or(lower, |token| token + 1);
    from..tokens.end
}

/// Whether the words before a quotation lead into it: no colon, no comma before a capital letter.
fn joins(context: &Context<'_>, break_start: usize, quote_start: usize, inner_start: usize) -> bool {
    let capital = inner_start < context.text.tokens.len()
        && context.text.form(inner_start).starts_with(char::is_uppercase);
    let broken = (break_start..quote_start).any(|token| is_break(context, token));
    let colon = (break_start..quote_start).any(|token| context.lower(token).contains([':', '.', '?', '!']));
    !(colon || broken && capital)
}

/// What is said after a cue that stands in the middle: a second quotation, or the rest of an unquoted sentence.
pub(super) fn goes_on(context: &Context<'_>, verb: usize, quoted: bool) -> Option<Range<usize>> {
    let level = context.level(verb);
    let sentence = context.sentence(verb);
    let tail = tail(context, verb);
    if tail >= sentence.end || !is_break(context, tail) || context.lower(tail).contains(['.', ';', '?', '!'])
    {
        return None;
    }
    let next = (tail..sentence.end)
        .find(|&token| !is_break(context, token) || context.opens(level, token).is_some())?;
    if let Some(quote) = context.opens(level, next) {
        let tokens = context.text.tokens_in(context.quotes[quote].outer);
        return Some(if quoted { tokens } else { tokens.start..tokens.end.max(sentence.end) });
    }
    if quoted || starts_anew(context, verb, next) {
        return None;
    }
    Some(next..sentence.end)
}

/// Whether the rest of a sentence is the author's again: another cue, another clause of the cue's own.
fn starts_anew(context: &Context<'_>, verb: usize, next: usize) -> bool {
    let text = context.text;
    if context.upos(next) == Upos::Cconj {
        return true;
    }
    if context.xpos(next) == Xpos::Vbg && !context.cues.verb(text.lemma(next)).is_empty() {
        return true;
    }
    text.children(verb).any(|child| {
        child > next
            && matches!(text.deprel(child), Deprel::Advcl | Deprel::Conj)
            && text.subtree(child).start <= next
            && text
                .children(child)
                .any(|below| matches!(text.deprel(below), Deprel::Nsubj | Deprel::NsubjPass))
    })
}

/// *The plan, he said, will hold* and *the plan will hold, he said*.
pub(super) fn unquoted_before(
    context: &Context<'_>,
    verb: usize,
    front: usize,
    cue: &VerbCue,
) -> Option<Vec<Range<usize>>> {
    let text = context.text;
    let sentence = context.sentence(verb);
    if front <= sentence.start {
        return None;
    }
    let level = context.level(verb);
    let clause = text
        .child_by(verb, Deprel::Ccomp)
        .or_else(|| text.child_by(verb, Deprel::Parataxis))
        .filter(|&child| child < front);
    let above = text.head(verb).filter(|_| {
        matches!(text.deprel(verb), Deprel::Parataxis | Deprel::Advcl | Deprel::Dep | Deprel::Discourse)
    });
    let mut start = (sentence.start..front)
        .rev()
        .find(|&token| context.lower(token) == ";" && context.quote_below(level, token).is_none())
        .map_or(sentence.start, |token| token + 1);
    if clause.is_none()
        && let Some(above) = above
    {
        // *the session, which, he said, will be short*
        let relative = matches!(text.deprel(above), Deprel::AclRelcl | Deprel::Ccomp);
        let own = text.subtree(above).start;
        if relative && own > start && own < front {
            start = own;
        }
    }
    let predicate = (start..front).any(|token| context.level(token) == level && is_finite(context, token));
    // *To understand it, he said, one should go there*
    let split = text.child_by(verb, Deprel::Ccomp).is_some_and(|child| child > verb)
        && verb + 1 < sentence.end
        && is_break(context, verb + 1);
    let held = clause.is_some() || above.is_some() || predicate && !cue.weak || split;
    if !held || (start..front).all(|token| context.is_punct(token)) {
        return None;
    }
    Some(std::iter::once(start..front).chain(goes_on(context, verb, false)).collect())
}
