//! Where words said end: with their sentence, or before another cue that goes on from it.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::claim::attribution::edge::group_start;
use crate::claim::attribution::edge::is_break;
use crate::model::Deprel;
use crate::model::Upos;
use crate::model::Xpos;

/// The words from `start` to where those said with `verb` end.
///
/// Trees hang what follows a reported clause now here, now there; so the words go on to the end of the sentence unless
/// another cue begins, or the tree joins another clause to the cue itself.
pub(super) fn stretch(context: &Context<'_>, verb: usize, start: usize) -> Option<Range<usize>> {
    let limit = context.sentence(verb).end;
    let mut end = limit;
    for token in start + 1..limit {
        if context.level(token) != context.level(verb) {
            continue;
        }
        if let Some(stop) = stop_at(context, verb, start, token) {
            end = stop.max(start);
            break;
        }
    }
    for child in context.text.children_by(verb, Deprel::Conj) {
        let begins = context.text.subtree(child).start;
        let clause = matches!(context.upos(child), Upos::Verb | Upos::Aux)
            && child > start
            && is_beside(context, verb, child);
        if clause && begins > start && begins < end && context.level(child) == context.level(verb) {
            end = back(context, begins, start);
        }
    }
    (start < end).then_some(start..end)
}

/// Whether a clause that the tree joins to the cue is joined to it in fact, not to what is said: it shares the speaker
/// and the form of the verb, or stands after a comma.
fn is_beside(context: &Context<'_>, verb: usize, joined: usize) -> bool {
    let text = context.text;
    let begins = text.subtree(joined).start;
    let comma = begins.checked_sub(1).is_some_and(|before| is_break(context, before));
    let own = text
        .children(joined)
        .any(|child| matches!(text.deprel(child), Deprel::Nsubj | Deprel::NsubjPass | Deprel::Expl));
    if own { comma } else { finite(context, joined) == finite(context, verb) }
}

/// The tag of the word that carries the tense of a verb.
fn finite(context: &Context<'_>, verb: usize) -> Xpos {
    let aux = context
        .text
        .children(verb)
        .find(|&child| matches!(context.text.deprel(child), Deprel::Aux | Deprel::AuxPass));
    context.xpos(aux.unwrap_or(verb))
}

/// Where the words end if the token shows that they do.
fn stop_at(context: &Context<'_>, verb: usize, start: usize, token: usize) -> Option<usize> {
    let text = context.text;
    if context.lower(token) == ";" {
        return Some(token);
    }
    let phrase = context.cues.phrases().iter().any(|words| {
        words.len() > 1
            && token + words.len() < text.tokens.len()
            && words.iter().enumerate().all(|(i, word)| context.lower(token + i) == word)
    });
    if phrase && is_break(context, token - 1) {
        return Some(token - 1);
    }
    let cue = context.upos(token) == Upos::Verb
        && (!context.cues.verb(text.lemma(token)).is_empty()
            || context.cues.refusal.words.contains(text.lemma(token)));
    if !cue {
        return None;
    }
    let group = group_start(context, token);
    let previous = group.checked_sub(1).filter(|&previous| previous > start)?;
    if context.xpos(token) == Xpos::Vbg && group == token {
        return (is_break(context, previous) && speaks(context, token)).then_some(previous);
    }
    if let Some(id) = context.speaker_ending_at(group, verb) {
        return before_speaker(context, start, token, context.mentions[id.index()].tokens.start as usize);
    }
    let conjunction = context.upos(previous) == Upos::Cconj;
    let joined = conjunction && text.deprel(token) == Deprel::Conj && same_tense(context, verb, token);
    // Where only a noun phrase is said, a verb in the form of the cue can only stand beside the cue.
    let alone = conjunction
        && context.xpos(token) == context.xpos(verb)
        && !(start..previous)
            .any(|word| context.level(word) == context.level(verb) && is_finite(context, word));
    (joined || alone).then(|| back(context, previous, start))
}

/// Another speaker with a cue after a comma or a conjunction: *..., but the minister said that ...*.
fn before_speaker(context: &Context<'_>, start: usize, cue: usize, speaker: usize) -> Option<usize> {
    let before = speaker.checked_sub(1).filter(|&before| before > start)?;
    let clause = |from: usize, to: usize| {
        (from..to)
            .any(|token| matches!(context.upos(token), Upos::Verb | Upos::Aux | Upos::Noun | Upos::Propn))
    };
    let relative = context.is_relative(before) && before > start + 1 && is_break(context, before - 1);
    if relative {
        return Some(before - 1);
    }
    let mark = context.upos(before) == Upos::Sconj && before > start + 1 && is_break(context, before - 1);
    if mark && speaks(context, cue) {
        return Some(before - 1);
    }
    let joined = context.upos(before) == Upos::Cconj && speaks(context, cue);
    let last = cue + 1 >= context.sentence(cue).end || context.is_punct(cue + 1);
    let comma =
        is_break(context, before) && (last || closes_clause(context, before)) && clause(start, before);
    (joined || comma).then(|| back(context, speaker, start))
}

/// Whether a quotation ends right before a break.
fn closes_clause(context: &Context<'_>, token: usize) -> bool {
    context.lower(token).ends_with(['"', '\u{201d}'])
}

/// Backwards over conjunctions and punctuation.
fn back(context: &Context<'_>, mut end: usize, start: usize) -> usize {
    while end > start && (is_break(context, end - 1) || context.upos(end - 1) == Upos::Cconj) {
        end -= 1;
    }
    end
}

/// Whether a word carries tense.
pub(super) fn is_finite(context: &Context<'_>, token: usize) -> bool {
    context.upos(token) == Upos::Aux
        || matches!(context.xpos(token), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
}

/// Whether a verb has words said of its own.
pub(super) fn speaks(context: &Context<'_>, verb: usize) -> bool {
    let next = verb + 1;
    next < context.sentence(verb).end
        && (!is_break(context, next)
            || context.xpos(verb) == Xpos::Vbg && context.lower(next) == ","
            || context.opens(context.level(verb), next).is_some()
            || next + 1 < context.text.tokens.len() && context.opens(context.level(verb), next + 1).is_some())
}

/// A verb of speech joined to the words said stands in fact beside the cue, if its form is the cue's and not that of
/// the verb it is joined to.
fn same_tense(context: &Context<'_>, verb: usize, joined: usize) -> bool {
    let text = context.text;
    let Some(beside) = text.head(joined) else { return true };
    if beside == verb || text.is_under(verb, beside) {
        return true;
    }
    finite(context, joined) == finite(context, verb) && finite(context, joined) != finite(context, beside)
}
