//! *According to the envoy, the talks failed*.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::claim::attribution::edge::within_sentence;
use crate::claim::attribution::edge::without;
use crate::claim::attribution::named;
use crate::claim::attribution::named::Source;
use crate::model::Deprel;
use crate::model::Upos;

/// A phrase that leads to a speaker.
pub(super) struct PhraseCue {
    /// The words of the phrase, without the speaker.
    pub(super) cue: Range<usize>,
    pub(super) source: Source,
    pub(super) runs: Vec<Range<usize>>,
}

/// The phrase that begins at a token, with its speaker and the words said.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<PhraseCue> {
    let sentence = context.sentence(token);
    let length = context
        .cues
        .phrases()
        .iter()
        .filter(|words| {
            token + words.len() < sentence.end
                && words.iter().enumerate().all(|(i, word)| context.lower(token + i) == word)
        })
        .map(Vec::len)
        .max()?;
    let first = token + length;
    let head = noun_head(context, first, sentence.end);
    let source = named::of_phrase(context, head, None)?;
    let end = source.tokens.as_ref().map_or(head + 1, |tokens| tokens.end).max(head + 1);
    let end = clip(context, first, end);
    let source = Source { tokens: Some(first..end), ..source };
    let mut clause = sentence.clone();
    // Inside a clause of a longer sentence, only that clause is said.
    let predicate = context
        .text
        .ancestors(head)
        .find(|&above| matches!(context.upos(above), Upos::Verb | Upos::Aux | Upos::Adj));
    if let Some(predicate) = predicate
        && matches!(
            context.text.deprel(predicate),
            Deprel::AclRelcl | Deprel::Ccomp | Deprel::Advcl | Deprel::Conj
        )
    {
        let own = within_sentence(context, token, context.text.subtree(predicate));
        if own.start <= token || own.start == end || own.start == end + 1 {
            clause = own.start.min(token)..own.end;
        }
    }
    let hole = token..end;
    let runs = without(&clause, &hole);
    let runs: Vec<_> = runs
        .into_iter()
        .filter(|run| run.clone().any(|token| !context.is_punct(token)))
        .map(|run| without_conjunction(context, run))
        .collect();
    (!runs.is_empty()).then_some(PhraseCue { cue: token..first, source, runs })
}

fn without_conjunction(context: &Context<'_>, mut run: Range<usize>) -> Range<usize> {
    while run.start + 1 < run.end
        && context.is_punct(run.start)
        && context.level(run.start + 1) == context.level(run.start)
    {
        run.start += 1;
    }
    run
}

/// The source of such a phrase ends at the first comma that no appositive follows.
fn clip(context: &Context<'_>, first: usize, end: usize) -> usize {
    let comma = (first..end).find(|&token| context.lower(token) == ",");
    match comma {
        Some(comma) => {
            let closed = (comma + 1..end).any(|token| context.lower(token) == ",");
            let next_is_verb =
                (comma + 1..end).any(|token| matches!(context.upos(token), Upos::Verb | Upos::Aux));
            if closed && !next_is_verb { end } else { comma }
        }
        None => end,
    }
}

/// The head of the noun phrase that begins at a token.
fn noun_head(context: &Context<'_>, first: usize, end: usize) -> usize {
    let text = context.text;
    let mut head = first;
    while let Some(above) = text.head(head)
        && above > head
        && above < end
        && matches!(
            text.deprel(head),
            Deprel::Det
                | Deprel::Amod
                | Deprel::Compound
                | Deprel::NmodPoss
                | Deprel::Nummod
                | Deprel::Case
                | Deprel::Advmod
                | Deprel::NmodDesc
                | Deprel::DetPredet
                | Deprel::Flat
                | Deprel::CcPreconj
        )
    {
        head = above;
    }
    head
}
