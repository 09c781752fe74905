//! Statements attributed by a mark: *Envoy: "We agree"*, *"We agree" - the envoy*, and titles such as
//! *Talks have failed: Foreign Minister* and *Foreign Minister: Talks have failed*.

use crate::claim::attribution::content;
use crate::claim::attribution::content::Content;
use crate::claim::attribution::context::Context;
use crate::claim::attribution::context::is_actor;
use crate::claim::attribution::named::Link;
use crate::claim::attribution::named::Source;
use crate::claim::attribution::record::Record;
use crate::model::MentionId;
use crate::model::SpeechAct;
use crate::model::Upos;

/// The statement that the colon or dash at a token attributes.
pub(super) fn at(context: &Context<'_>, token: usize, heading: bool) -> Option<Record> {
    let mark = context.lower(token);
    let colon = mark == ":";
    let dash = matches!(mark, "-" | "--" | "\u{2013}" | "\u{2014}" | "\u{2015}");
    if !(colon || dash) || context.level(token).is_some() {
        return None;
    }
    let sentence = context.sentence(token);
    let after = |start: usize| speaker(context, |tokens| tokens.1 == start);
    if colon && let Some(record) = quote_after(context, sentence.start, token) {
        return Some(record);
    }
    if colon
        && heading
        && let Some(record) = clause_after(context, sentence.start, token, sentence.end)
    {
        return Some(record);
    }
    let last = (token + 1..sentence.end).rev().find(|&word| !context.is_punct(word))?;
    let first = (token + 1..=last).find(|&word| !context.is_punct(word))?;
    let id = after(last + 1).filter(|&id| context.mentions[id.index()].tokens.start as usize == first);
    let quote = (block_start(context, token)..token).rev().find_map(|word| context.closes(None, word));
    let closed = quote.filter(|&quote| {
        let between = context.quotes[quote].outer.end..context.text.tokens[token].span.start;
        context
            .document()
            .text
            .get(between.start as usize..between.end as usize)
            .is_some_and(|gap| gap.trim().is_empty())
    });
    let said = match closed {
        Some(quote) => content::of_quote(context, quote),
        None if colon && has_clause(context, sentence.start, token) => {
            content::of_runs(context, None, std::slice::from_ref(&(sentence.start..token)))?
        }
        None => return None,
    };
    let unknown = (first..=last).all(|word| context.upos(word) == Upos::Propn) && last < first + 5;
    match id {
        Some(id) => Some(attributed(context, id, token, said)),
        None if dash && closed.is_some() && unknown => Some(Record {
            source: Source { tokens: Some(first..last + 1), link: Link::Own, ..Source::default() },
            ..record(token, said)
        }),
        None => None,
    }
}

/// The first token of the block of a token.
fn block_start(context: &Context<'_>, token: usize) -> usize {
    let sentences = &context.text.sentences;
    let number = context.text.sentence_of(token);
    let block = sentences[number].block;
    let first = sentences[..number].iter().rposition(|sentence| sentence.block != block).map_or(0, |n| n + 1);
    sentences[first].tokens.start
}

/// *Envoy: "We agree"*.
fn quote_after(context: &Context<'_>, start: usize, colon: usize) -> Option<Record> {
    let next = context.text.tokens.get(colon + 1)?.span;
    let quote = context
        .quote_over(None, next.start)
        .filter(|&quote| context.quotes[quote].outer.start == next.start)?;
    let first = (start..colon).find(|&word| !context.is_punct(word))?;
    let id = speaker(context, |tokens| tokens == (first, colon))?;
    Some(attributed(context, id, colon, content::of_quote(context, quote)))
}

/// A title such as *Envoy: Talks have failed*.
fn clause_after(context: &Context<'_>, start: usize, colon: usize, end: usize) -> Option<Record> {
    let id = speaker(context, |tokens| tokens == (start, colon))?;
    let said = content::of_runs(context, None, std::slice::from_ref(&(colon + 1..end)))?;
    has_clause(context, colon + 1, end).then(|| attributed(context, id, colon, said))
}

fn attributed(context: &Context<'_>, id: MentionId, mark: usize, said: Content) -> Record {
    let mention = &context.mentions[id.index()].tokens;
    Record {
        source: Source {
            speakers: vec![id],
            tokens: Some(mention.start as usize..mention.end as usize),
            link: Link::Own,
            ..Source::default()
        },
        ..record(mark, said)
    }
}

/// What a mark attributes, to nobody yet.
fn record(mark: usize, said: Content) -> Record {
    Record {
        source: Source::default(),
        cue: Some(mark..mark + 1),
        word: None,
        act: SpeechAct::Say,
        content: said,
        level: None,
        matter: Vec::new(),
        unnamed: false,
    }
}

/// The longest mention of somebody whose first and one past last token are as wanted.
fn speaker(context: &Context<'_>, wanted: impl Fn((usize, usize)) -> bool) -> Option<MentionId> {
    let fits = context.mentions.iter().enumerate().filter(|(id, mention)| {
        wanted((mention.tokens.start as usize, mention.tokens.end as usize))
            && context.kind(MentionId(*id as u32)).is_some_and(is_actor)
    });
    fits.max_by_key(|(_, mention)| mention.tokens.len()).map(|(id, _)| MentionId(id as u32))
}

fn has_clause(context: &Context<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|token| matches!(context.upos(token), Upos::Verb | Upos::Aux))
}
