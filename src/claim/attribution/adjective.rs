//! Adjectives as cues: *the envoy is confident that the talks will go on*, *was concerned about the delay*.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::claim::attribution::cut::stretch;
use crate::claim::attribution::named;
use crate::claim::attribution::named::Source;
use crate::model::Deprel;
use crate::model::SpeechAct;
use crate::model::Upos;
use crate::model::Xpos;

/// What the adjective says that somebody thinks: speaker, words, act.
pub(super) fn of_adjective(context: &Context<'_>, word: usize) -> Option<(Source, Range<usize>, SpeechAct)> {
    let text = context.text;
    if !(context.upos(word) == Upos::Adj || context.xpos(word) == Xpos::Vbn) {
        return None;
    }
    let cue = context.cues.adjective(context.lower(word))?;
    let copula = text.children(word).any(|child| {
        child < word && matches!(text.deprel(child), Deprel::Cop | Deprel::AuxPass | Deprel::Aux)
    });
    let modal = text.children(word).any(|child| context.xpos(child) == Xpos::Md);
    if !copula || modal || context.is_negated(word) || context.level(word).is_some() {
        return None;
    }
    let subject = text
        .children(word)
        .find(|&child| child < word && matches!(text.deprel(child), Deprel::Nsubj | Deprel::NsubjPass))?;
    let source = named::of_phrase(context, subject, Some(word))
        .filter(|source| !source.speakers.is_empty() && !source.first_person)?;
    let next = word + 1;
    let leads = next + 1 < context.sentence(word).end
        && (context.is(next, &context.cues.grammar.complementizers)
            || cue.prepositions.iter().any(|preposition| preposition == context.lower(next)));
    let clause = || {
        let clause = text.child_by(word, Deprel::Ccomp).filter(|&clause| clause > word)?;
        Some(text.subtree(clause).start).filter(|&start| start == next)
    };
    let start = if leads { next + 1 } else { clause()? };
    Some((source, stretch(context, word, start)?, cue.act))
}
