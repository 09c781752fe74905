//! Attitudes and intentions: what somebody wants, means to do, doubts or knows, where nothing tells that it was said.

use std::ops::Range;

use crate::claim::attribution::clause;
use crate::claim::attribution::complement;
use crate::claim::attribution::content;
use crate::claim::attribution::context::Context;
use crate::claim::attribution::cue::cue_words;
use crate::claim::attribution::cue::is_used;
use crate::claim::attribution::cut::stretch;
use crate::claim::attribution::named;
use crate::claim::attribution::named::Source;
use crate::claim::attribution::noun;
use crate::claim::attribution::source;
use crate::lexicon::cues::CueLexicon;
use crate::lexicon::cues::Frame;
use crate::lexicon::cues::VerbCue;
use crate::model::Annotated;
use crate::model::Attitude;
use crate::model::BlockKind;
use crate::model::Chain;
use crate::model::Deprel;
use crate::model::Mention;
use crate::model::Span;
use crate::model::Statement;
use crate::model::Upos;
use crate::model::Xpos;

/// The attitudes and intentions that the author of a text tells of, outside of what is said in its statements, in order
/// of the text.
pub fn attitudes(
    text: &Annotated<'_>,
    mentions: &[Mention],
    chains: &[Chain],
    cues: &CueLexicon,
    statements: &[Statement],
) -> Vec<Attitude> {
    let context = &Context::new(text, mentions, chains, cues);
    let mut taken = vec![false; text.tokens.len()];
    for &span in statements.iter().flat_map(|statement| statement.cue.iter().chain(&statement.content)) {
        taken[text.tokens_in(span)].fill(true);
    }
    let mut found = Vec::new();
    for sentence in text.sentences.iter().filter(|sentence| sentence.kind != BlockKind::Heading) {
        for token in sentence.tokens.clone() {
            if taken[token] || context.level(token).is_some() {
                continue;
            }
            let Some(attitude) = at(context, token) else { continue };
            let spans = || std::iter::once(&attitude.cue).chain(&attitude.content);
            if spans().any(|&span| taken[text.tokens_in(span)].contains(&true)) {
                continue;
            }
            for &span in spans() {
                taken[text.tokens_in(span)].fill(true);
            }
            found.push(attitude);
        }
    }
    found
}

/// The attitude of which the token is the cue.
fn at(context: &Context<'_>, token: usize) -> Option<Attitude> {
    let (source, runs) = match context.upos(token) {
        Upos::Noun => of_noun(context, token)?,
        Upos::Verb => of_verb(context, token).or_else(|| of_adjective(context, token))?,
        Upos::Adj => of_adjective(context, token)?,
        _ => return None,
    };
    let held: Vec<Span> = content::of_runs(context, None, &runs)?.spans;
    Some(Attitude {
        holders: source.speakers,
        source: source.tokens.map(|tokens| context.text.span(tokens)),
        cue: context.text.span(cue_words(context, token)),
        content: held,
    })
}

type Held = (Source, Vec<Range<usize>>);

/// *wants to leave*, *opposes the plan*.
fn of_verb(context: &Context<'_>, verb: usize) -> Option<Held> {
    let text = context.text;
    let lemma = text.lemma(verb);
    let cues = context.cues.attitudes.verb(lemma).iter().chain(context.cues.verb(lemma));
    let cues: Vec<&VerbCue> = cues.filter(|cue| !cue.negated && is_used(context, verb, cue)).collect();
    if cues.is_empty()
        || matches!(text.deprel(verb), Deprel::Amod | Deprel::Compound | Deprel::Case | Deprel::Fixed)
    {
        return None;
    }
    let infinitive =
        context.xpos(verb) == Xpos::Vb && verb.checked_sub(1).is_some_and(|to| context.xpos(to) == Xpos::To);
    if infinitive && text.deprel(verb) != Deprel::Xcomp {
        return None;
    }
    let source = source::of_verb(context, verb).filter(|source| source.tokens.is_some())?;
    if source.thing && !context.cues.grammar.telling_things.contains(lemma) {
        return None;
    }
    let runs = cues.iter().find_map(|cue| {
        let complement = || complement::of_verb(context, verb, cue).map(|found| vec![found.run]);
        let told = (cue.takes(Frame::Clause) || cue.takes(Frame::Quote))
            .then(|| clause::of_verb(context, verb, cue, &source))
            .flatten()
            .filter(|said| !said.weak);
        told.map(|said| said.runs).or_else(complement)
    })?;
    Some((source, runs))
}

/// *their plan to leave*, *her support for the pact*.
fn of_noun(context: &Context<'_>, word: usize) -> Option<Held> {
    let leads = context.cues.attitudes.noun(context.text.lemma(word))?;
    let source = noun::owner(context, word)?;
    let start = match noun::clause_of(context, word) {
        Some(that) => that + 1,
        None => led(context, word, leads)?,
    };
    Some((source, vec![stretch(context, word, start)?]))
}

/// *is willing to talk*, *is opposed to the plan*.
fn of_adjective(context: &Context<'_>, word: usize) -> Option<Held> {
    let text = context.text;
    if !(context.upos(word) == Upos::Adj || context.xpos(word) == Xpos::Vbn) {
        return None;
    }
    let form = context.lower(word);
    let leads = context.cues.attitudes.adjective(form);
    if leads.is_none() && context.cues.adjective(form).is_none() {
        return None;
    }
    let copula = text.children(word).any(|child| {
        child < word && matches!(text.deprel(child), Deprel::Cop | Deprel::AuxPass | Deprel::Aux)
    });
    let subject = text
        .children(word)
        .find(|&child| child < word && matches!(text.deprel(child), Deprel::Nsubj | Deprel::NsubjPass))
        .filter(|_| copula)?;
    let source = named::of_phrase(context, subject, Some(word)).filter(|source| !source.thing)?;
    let next = word + 1;
    let that =
        next + 1 < context.sentence(word).end && context.is(next, &context.cues.grammar.complementizers);
    let start = if that { next + 1 } else { led(context, word, leads?)? };
    Some((source, vec![stretch(context, word, start)?]))
}

/// Where the words held begin: at the infinitive, or after the word that leads to them.
fn led(context: &Context<'_>, word: usize, leads: &[String]) -> Option<usize> {
    let next = word + 1;
    if next + 1 >= context.sentence(word).end || context.level(next) != context.level(word) {
        return None;
    }
    let infinitive = context.xpos(next) == Xpos::To && context.xpos(next + 1) == Xpos::Vb;
    leads.iter().any(|lead| lead == context.lower(next)).then_some(if infinitive { next } else { next + 1 })
}
