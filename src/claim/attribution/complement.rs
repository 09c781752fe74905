//! Words said in other complements of a cue: what somebody is asked to do, what a thing is called, *warned of a delay*.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::claim::attribution::cut::stretch;
use crate::claim::attribution::edge::is_break;
use crate::claim::attribution::edge::next;
use crate::claim::attribution::object::object;
use crate::lexicon::cues::Frame;
use crate::lexicon::cues::VerbCue;
use crate::model::Deprel;
use crate::model::SpeechAct;
use crate::model::Upos;
use crate::model::Xpos;

/// How far a preposition or infinitive may stand behind its verb, in words.
const REACH: usize = 16;

/// What is said in a complement, and the act of the noun that names it (*expressed gratitude*).
pub(super) struct Complement {
    pub(super) run: Range<usize>,
    pub(super) act: Option<SpeechAct>,
}

impl From<Range<usize>> for Complement {
    fn from(run: Range<usize>) -> Self {
        Self { run, act: None }
    }
}

/// The first complement of the verb that the cue allows.
pub(super) fn of_verb(context: &Context<'_>, verb: usize, cue: &VerbCue) -> Option<Complement> {
    let passive = context.is_passive(verb);
    let run = naming(context, verb, cue, passive)
        .or_else(|| request(context, verb, cue, passive))
        .or_else(|| prepositional(context, verb, cue))
        .or_else(|| infinitive(context, verb, cue));
    if let Some(run) = run {
        return Some(run.into());
    }
    if cue.takes(Frame::Object)
        && let Some(complement) = object(context, verb, cue, passive)
    {
        return Some(complement);
    }
    cue.takes(Frame::Question).then(|| question(context, verb)).flatten().map(Complement::from)
}

/// The words after the verb up to the next break, at the verb's own level and in quotations below it.
fn phrase(context: &Context<'_>, verb: usize, cue: &VerbCue) -> Range<usize> {
    let start = next(context, verb, &cue.particle);
    let end = context.sentence(verb).end.min(start + REACH);
    let stop = (start..end)
        .find(|&token| is_break(context, token) && context.lower(token).contains([',', ';', ':', '.']));
    start..stop.unwrap_or(end)
}

fn begins_noun(context: &Context<'_>, token: usize) -> bool {
    matches!(context.upos(token), Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num)
        || matches!(context.xpos(token), Xpos::PrpS | Xpos::Prp)
        || context.is_punct(token) && context.level(token + 1).is_some()
        || context.xpos(token) == Xpos::Vbn
}

/// *described the talks as useful*, *called the move a mistake*.
fn naming(context: &Context<'_>, verb: usize, cue: &VerbCue, passive: bool) -> Option<Range<usize>> {
    let text = context.text;
    let phrase = phrase(context, verb, cue);
    if !cue.takes(Frame::Naming) || phrase.is_empty() {
        return None;
    }
    let joined = phrase.clone().skip(1).find(|&token| {
        context.is(token, &context.cues.grammar.naming)
            && matches!(context.upos(token), Upos::Adp | Upos::Sconj)
            && context.level(token) == context.level(verb)
    });
    if passive {
        let start = phrase.start;
        return (context.is(start, &context.cues.grammar.naming))
            .then(|| stretch(context, verb, start + 1))
            .flatten();
    }
    if !begins_noun(context, phrase.start) {
        return None;
    }
    let objects = text.children_by(verb, Deprel::Obj).filter(|&child| phrase.contains(&child)).count();
    let named = text.children_by(verb, Deprel::Xcomp).any(|child| {
        child > phrase.start && !context.is_infinitive(child) && context.upos(child) != Upos::Verb
    });
    // *called the talks a success*, *called the plan "reckless"*: what it is called stands right behind the object.
    let value = context.starting_at(phrase.start).map(|id| context.mentions[id.index()].tokens.end as usize);
    let beside = value.is_some_and(|value| {
        phrase.contains(&value)
            && (context.opens(context.level(verb), value).is_some()
                || matches!(context.upos(value), Upos::Det | Upos::Adj) && context.xpos(value) != Xpos::Wdt)
    });
    let quoted = phrase.clone().skip(1).find(|&token| context.opens(context.level(verb), token).is_some());
    let quoted = quoted.is_some_and(|quote| {
        context.lower(phrase.start) != "\""
            && (phrase.start..quote).all(|token| context.upos(token) != Upos::Verb)
    });
    (joined.is_some() || objects > 1 || (objects > 0 && named) || beside || quoted)
        .then(|| stretch(context, verb, phrase.start))
        .flatten()
}

/// *urged the parties to talk*: whom and to what; the infinitive alone after a pronoun.
fn request(context: &Context<'_>, verb: usize, cue: &VerbCue, passive: bool) -> Option<Range<usize>> {
    let phrase = phrase(context, verb, cue);
    if !cue.takes(Frame::Request) || passive || phrase.is_empty() {
        return None;
    }
    let mut start = phrase.start;
    if !cue.through.is_empty() {
        if !cue.through.iter().any(|word| word == context.lower(start)) {
            return None;
        }
        start += 1;
    }
    if start >= phrase.end || !begins_noun(context, start) {
        return None;
    }
    let to = infinitive_in(context, start..context.sentence(verb).end.min(start + REACH))?;
    let pronoun = context.xpos(start) == Xpos::Prp;
    stretch(context, verb, if pronoun { to } else { start })
}

/// The *to* of the first infinitive.
fn infinitive_in(context: &Context<'_>, phrase: Range<usize>) -> Option<usize> {
    let end = phrase.end;
    phrase.into_iter().skip(1).find(|&token| {
        context.xpos(token) == Xpos::To
            && (token + 1..end.max(token + 3))
                .take(2)
                .any(|verb| verb < context.text.tokens.len() && context.xpos(verb) == Xpos::Vb)
    })
}

/// *promised to help*.
fn infinitive(context: &Context<'_>, verb: usize, cue: &VerbCue) -> Option<Range<usize>> {
    let start = phrase(context, verb, cue).start;
    let end = context.sentence(verb).end;
    let follows = cue.takes(Frame::Infinitive)
        && start + 1 < end
        && context.xpos(start) == Xpos::To
        && matches!(context.xpos(start + 1), Xpos::Vb | Xpos::Rb);
    follows.then(|| stretch(context, verb, start)).flatten()
}

/// *warned of a delay*, *accused them of fraud*, *called attention to the fact that*.
fn prepositional(context: &Context<'_>, verb: usize, cue: &VerbCue) -> Option<Range<usize>> {
    if cue.prepositions.is_empty() {
        return None;
    }
    let phrase = phrase(context, verb, cue);
    let leads = |token: &usize| {
        cue.prepositions.iter().any(|word| word == context.lower(*token))
            && context.level(*token) == context.level(verb)
    };
    let preposition = if cue.object.is_empty() && !context.is_passive(verb) {
        let at = phrase.clone().find(leads)?;
        // Only an object may stand between.
        let plain = at == phrase.start
            || (begins_noun(context, phrase.start)
                && (phrase.start..at).all(|token| context.upos(token) != Upos::Verb));
        plain.then_some(at)?
    } else {
        phrase.clone().find(leads)?
    };
    let object = phrase.start;
    let start = if preposition > object && cue.object.is_empty() && context.xpos(object) != Xpos::Prp {
        object
    } else {
        preposition + 1
    };
    let held = (start..phrase.end.min(start + 4)).find(|&token| {
        context.is(token, &context.cues.grammar.complementizers)
            && token > start
            && context.cues.noun(context.text.lemma(token - 1)).is_some()
    });
    let start = held.map_or(start, |that| that + 1);
    let said = start < context.sentence(verb).end && !is_break(context, start);
    let pronoun = said && context.xpos(start) == Xpos::Prp && (start + 1 >= phrase.end);
    (said && !pronoun).then(|| stretch(context, verb, start)).flatten()
}

/// *would not say whether it will*.
fn question(context: &Context<'_>, verb: usize) -> Option<Range<usize>> {
    let end = context.sentence(verb).end;
    let start = (verb + 1..end.min(verb + 4)).find(|&token| asks(context, token))?;
    stretch(context, verb, start)
}

/// Whether a word opens a question.
pub(super) fn asks(context: &Context<'_>, token: usize) -> bool {
    context.is(token, &context.cues.grammar.interrogatives)
        || matches!(context.xpos(token), Xpos::Wrb | Xpos::Wp | Xpos::Wdt | Xpos::WpS)
}
