//! Nouns as cues: *the envoy's claim that the talks failed*, *her statement to the effect that*.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::claim::attribution::cut::stretch;
use crate::claim::attribution::edge::is_break;
use crate::claim::attribution::named;
use crate::claim::attribution::named::Link;
use crate::claim::attribution::named::Source;
use crate::claim::attribution::named::tokens_of;
use crate::lexicon::cues::NounCue;
use crate::model::SpeechAct;
use crate::model::Upos;
use crate::model::Xpos;

/// How far the clause may stand behind its noun, in words.
const REACH: usize = 24;

/// What the noun says that somebody said: speaker, words, act.
pub(super) fn of_noun(context: &Context<'_>, noun: usize) -> Option<(Source, Range<usize>, SpeechAct)> {
    let cue = context.cues.noun(context.text.lemma(noun))?;
    if context.upos(noun) != Upos::Noun {
        return None;
    }
    if let Some(source) = owner(context, noun)
        && let Some(start) = owned(context, noun, cue)
    {
        return Some((source, stretch(context, noun, start)?, cue.act));
    }
    if cue.held {
        return None;
    }
    let source = owner(context, noun).or_else(|| named::author_of(context, noun))?;
    let that = clause_of(context, noun)?;
    Some((source, stretch(context, noun, that + 1)?, cue.act))
}

/// Where the words said begin right behind the noun: *her call for talks*, *their pledge to leave*.
fn owned(context: &Context<'_>, noun: usize, cue: &NounCue) -> Option<usize> {
    let next = noun + 1;
    let end = context.sentence(noun).end;
    if next + 1 >= end || context.level(next) != context.level(noun) {
        return None;
    }
    let leads = |word: &String| word == context.lower(next);
    let infinitive = context.xpos(next) == Xpos::To;
    match (cue.owned.iter().any(leads), infinitive) {
        (true, true) => (context.xpos(next + 1) == Xpos::Vb).then_some(next),
        (true, false) => Some(next + 1),
        (false, _) => None,
    }
}

/// Whoever stands right beside the noun as its owner: *the envoy's claim*, *the claim of the envoy*.
pub(super) fn owner(context: &Context<'_>, noun: usize) -> Option<Source> {
    let start = context.sentence(noun).start;
    let mut before = noun;
    while before > start && context.upos(before - 1) == Upos::Adj {
        before -= 1;
    }
    let previous = before.checked_sub(1).filter(|&previous| previous >= start)?;
    let id = match context.xpos(previous) {
        Xpos::Pos => {
            context.speaker_ending_at(previous, noun).or_else(|| context.speaker_ending_at(before, noun))
        }
        Xpos::PrpS => context.speaker_ending_at(before, noun),
        _ => context.speaker_ending_at(before, noun).filter(|_| context.lower(previous).ends_with("'s")),
    };
    let led = noun + 1 < context.sentence(noun).end && context.is(noun + 1, &context.cues.grammar.origins);
    let id = id.or_else(|| led.then(|| context.speaker_starting_at(noun + 2)).flatten())?;
    Some(Source {
        speakers: vec![id],
        tokens: Some(tokens_of(context, id)),
        link: Link::Own,
        ..Source::default()
    })
}

/// The word that opens the clause of the noun: right behind it, after a comma, or in *to the effect that*.
pub(super) fn clause_of(context: &Context<'_>, noun: usize) -> Option<usize> {
    let end = context.sentence(noun).end;
    let that = (noun + 1..end.min(noun + REACH)).find(|&token| {
        let last = context.text.lemma(token - 1);
        context.is(token, &context.cues.grammar.complementizers)
            && context.level(token) == context.level(noun)
            && (token == noun + 1
                || is_break(context, token - 1)
                || context.cues.grammar.effect.contains(last))
    })?;
    let free = (noun + 1..that).all(|token| {
        !matches!(context.upos(token), Upos::Verb | Upos::Aux)
            || matches!(context.xpos(token), Xpos::Vbg | Xpos::Vbn)
    });
    // *the claim that was made*: a relative pronoun.
    let relative = that + 1 >= end || matches!(context.upos(that + 1), Upos::Verb | Upos::Aux);
    (free && !relative).then_some(that)
}
