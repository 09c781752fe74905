//! Words said in a noun phrase: *stressed the need for talks*, *expressed the hope that they would begin*.

use crate::claim::attribution::complement::Complement;
use crate::claim::attribution::context::Context;
use crate::claim::attribution::cut::stretch;
use crate::claim::attribution::edge::is_break;
use crate::claim::attribution::edge::next;
use crate::claim::attribution::edge::within_sentence;
use crate::lexicon::cues::VerbCue;
use crate::model::Deprel;
use crate::model::SpeechAct;
use crate::model::Upos;
use crate::model::Xpos;

/// How far the head of an object may stand behind its verb, in words.
const REACH: usize = 6;

/// The object of the verb as words said; the clause alone where the object is a noun such as *hope* and has one.
pub(super) fn object(context: &Context<'_>, verb: usize, cue: &VerbCue, passive: bool) -> Option<Complement> {
    if passive {
        return passive_object(context, verb, cue);
    }
    let start = next(context, verb, &cue.particle);
    let end = context.sentence(verb).end;
    let noun_phrase = start < end
        && (matches!(context.upos(start), Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num)
            || context.xpos(start) == Xpos::PrpS
            || matches!(context.xpos(start), Xpos::Vbn | Xpos::Vbg) && cue.object.is_empty()
            || context.level(start) != context.level(verb)
            || context.quote_over(context.level(verb), context.text.tokens[start].span.start).is_some());
    if !noun_phrase || context.date_starting_at(start).is_some() || is_bare(context, start) {
        return None;
    }
    let near = start..end.min(start + REACH);
    let named = |token: &usize| {
        let lemma = context.text.lemma(*token);
        if cue.object.is_empty() {
            context.cues.noun(lemma).is_some()
        } else {
            cue.object.iter().any(|word| word == lemma)
        }
    };
    let broken = near.clone().find(|&token| is_break(context, token)).unwrap_or(near.end);
    let noun = (near.start..broken).find(named);
    if !cue.object.is_empty() {
        noun?;
    }
    let entry = noun.and_then(|noun| context.cues.noun(context.text.lemma(noun)));
    let act = entry.filter(|entry| entry.act != SpeechAct::Say).map(|entry| entry.act);
    if let Some(noun) = noun
        && let Some(that) = that_after(context, noun, end)
    {
        return Some(Complement { run: stretch(context, verb, that + 1)?, act });
    }
    let mut from = start;
    // *stressed a point: that ...*
    let spelt = (start..end).find(|&token| {
        context.lower(token) == ":"
            && token + 2 < end
            && context.is(token + 1, &context.cues.grammar.complementizers)
    });
    if let Some(colon) = spelt {
        from = colon + 2;
    }
    if let (Some(noun), Some(entry)) = (noun, entry)
        && let Some(preposition) = (noun + 1..end.min(noun + 14))
            .find(|&token| entry.prepositions.iter().any(|word| word == context.lower(token)))
    {
        from = preposition + 1;
    }
    Some(Complement { run: stretch(context, verb, from)?, act: act.filter(|_| !cue.object.is_empty()) })
}

/// *The need for talks was stressed by the envoy*, *the hope was voiced that talks would begin*.
fn passive_object(context: &Context<'_>, verb: usize, cue: &VerbCue) -> Option<Complement> {
    let text = context.text;
    let subject =
        text.child_by(verb, Deprel::NsubjPass).filter(|&subject| context.upos(subject) != Upos::Pron)?;
    if !cue.object.is_empty() && !cue.object.iter().any(|word| word == text.lemma(subject)) {
        return None;
    }
    let that = next(context, verb, &cue.particle);
    let clause =
        that + 1 < context.sentence(verb).end && context.is(that, &context.cues.grammar.complementizers);
    let run = if clause {
        stretch(context, verb, that + 1)?
    } else {
        within_sentence(context, verb, text.subtree(subject))
    };
    Some(run.into())
}

/// *the hope that*: the clause of a noun that names what a speaker holds.
fn that_after(context: &Context<'_>, noun: usize, end: usize) -> Option<usize> {
    let that = noun + 1;
    (that + 1 < end
        && context.cues.noun(context.text.lemma(noun)).is_some()
        && context.is(that, &context.cues.grammar.complementizers)
        && !matches!(context.upos(that + 1), Upos::Verb | Upos::Aux))
    .then_some(that)
}

/// A pronoun or determiner alone says nothing: *noted this*.
fn is_bare(context: &Context<'_>, token: usize) -> bool {
    let alone = token + 1 >= context.sentence(token).end || is_break(context, token + 1);
    alone && matches!(context.upos(token), Upos::Det | Upos::Pron)
}
