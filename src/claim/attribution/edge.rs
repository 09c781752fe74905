//! Where a cue's own clause ends and the words said begin: marks, breaks, quotations.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::model::Deprel;
use crate::model::Upos;

/// Whether a token divides clauses: a comma, dash or colon, no bracket or sign.
pub(super) fn is_break(context: &Context<'_>, token: usize) -> bool {
    context.is_punct(token) && !context.lower(token).contains(['(', '[', '$', '%', '/'])
}

/// The first word of a verb with its auxiliaries, adverbs and negation before it.
pub(super) fn group_start(context: &Context<'_>, verb: usize) -> usize {
    let start = context.sentence(verb).start;
    let mut group = verb;
    while group > start
        && matches!(context.upos(group - 1), Upos::Aux | Upos::Adv | Upos::Part)
        && context.level(group - 1) == context.level(verb)
    {
        group -= 1;
    }
    // A date may stand between them: *have today announced*.
    let date = context.date_ending_at(group).map(|id| context.mentions[id.index()].tokens.start as usize);
    match date.filter(|&from| from > start && context.upos(from - 1) == Upos::Aux) {
        Some(from) => group_start(context, from),
        None => group,
    }
}

/// The first word after a verb, its particle and its adverbs.
pub(super) fn next(context: &Context<'_>, verb: usize, particles: &[String]) -> usize {
    let end = context.sentence(verb).end;
    let mut next = verb + 1;
    while next < end
        && context.level(next) == context.level(verb)
        && (context.text.deprel(next) == Deprel::CompoundPrt
            || context.upos(next) == Upos::Adv && context.text.head(next) == Some(verb)
            || particles.iter().any(|particle| particle == context.lower(next)))
    {
        next += 1;
    }
    after_aside(context, next, end)
}

/// Behind *, in particular,*: a few words between commas that hold no verb.
fn after_aside(context: &Context<'_>, next: usize, end: usize) -> usize {
    let level = next.checked_sub(1).and_then(|before| context.level(before));
    let comma = |token: usize| context.lower(token) == "," && context.level(token) == level;
    if next >= end || !comma(next) {
        return next;
    }
    let close = (next + 2..end.min(next + 6)).find(|&token| comma(token));
    let plain = |token: usize| {
        !matches!(context.upos(token), Upos::Verb | Upos::Aux | Upos::Pron) && context.level(token) == level
    };
    close.filter(|&close| close + 1 < end && (next + 1..close).all(plain)).map_or(next, |close| close + 1)
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
            Deprel::Ccomp
                | Deprel::Parataxis
                | Deprel::Conj
                | Deprel::Punct
                | Deprel::Advcl
                | Deprel::Xcomp
                | Deprel::Csubj
        );
        let plain = range
            .clone()
            .all(|token| context.level(token) == level && !context.lower(token).contains([',', ':', ';']));
        let addressed = !matches!(text.deprel(child), Deprel::Obj | Deprel::Iobj)
            || is_addressed(context, child, range.end);
        let finite =
            range.clone().any(|token| context.upos(token) == Upos::Verb || context.upos(token) == Upos::Aux);
        let gap = (tail..range.start.max(tail))
            .all(|token| !is_break(context, token) && context.opens(level, token).is_none());
        if own && addressed && plain && gap && !finite && range.start >= tail && range.end <= sentence.end {
            tail = tail.max(range.end);
        }
    }
    tail
}

/// Whether an object is the one spoken to, no part of the words said.
fn is_addressed(context: &Context<'_>, object: usize, end: usize) -> bool {
    let somebody = context.mention_of(object).is_some_and(|id| context.can_speak(id));
    let closed = end >= context.sentence(object).end
        || is_break(context, end)
        || context.is(end, &context.cues.grammar.complementizers)
        || context.opens(context.level(object), end).is_some();
    let tells = context
        .text
        .head(object)
        .is_some_and(|verb| context.cues.grammar.telling.contains(context.text.lemma(verb)));
    (tells && closed) || (somebody && context.upos(object) == Upos::Pron)
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
