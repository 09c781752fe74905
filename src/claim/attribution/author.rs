//! Who speaks in the first person of a whole text: *We, the leaders of ...*, a signature, a heading (*Statement by ...*,
//! *The envoy to the minister*), a letterhead. Where none of these tells, it stays unknown.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::claim::attribution::edge::is_break;
use crate::claim::attribution::named::tokens_of;
use crate::claim::attribution::record::Record;
use crate::model::BlockKind;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;
use crate::model::Upos;
use crate::model::Xpos;

/// How many blocks at the head of a text may name its author.
const HEAD: usize = 8;
/// How many blocks at the foot of a text may hold its signature.
const FOOT: usize = 3;
/// How many words a signature or letterhead has at most.
const LINE: usize = 10;

/// Gives each statement of an unknown *I* or *we* outside of quotations and turns the author of the text.
pub(super) fn lend_names(context: &Context<'_>, records: &mut [Record]) {
    let is_open = |record: &Record| {
        let known = |&id: &MentionId| context.chain_number(id).is_some();
        record.source.first_person && !record.source.speakers.iter().any(known) && record.level.is_none()
    };
    let mut themselves = Vec::new();
    for record in records.iter_mut().filter(|it| it.source.first_person && it.level.is_none()) {
        let named = named_beside(context, record);
        if themselves.is_empty() {
            themselves.clone_from(&named);
        }
        if !named.is_empty() {
            record.source.speakers = named;
        }
    }
    if !records.iter().any(is_open) {
        return;
    }
    let named = if themselves.is_empty() { of_text(context) } else { themselves };
    let named = if named.is_empty() { of_joint_text(context, records) } else { named };
    let by_letterhead = named.is_empty();
    let mut authors = if by_letterhead { letterhead(context) } else { named };
    if !authors.iter().all(|&id| is_own(context, id)) {
        authors.clear();
    }
    for record in records.iter_mut().filter(|record| is_open(record)) {
        // The letterhead of one tells nothing of *we*, and *I* is not many.
        let plural = record.source.tokens.clone().is_some_and(|mut tokens| {
            tokens.any(|token| context.is(token, &context.cues.grammar.first_person_plural))
        });
        let fits = if plural { !by_letterhead } else { authors.len() == 1 };
        if fits && !authors.is_empty() {
            record.source.speakers.clone_from(&authors);
        }
    }
}

/// *We, the leaders of the two states, affirm*: those between the commas.
fn named_beside(context: &Context<'_>, record: &Record) -> Vec<MentionId> {
    let Some(source) = &record.source.tokens else { return Vec::new() };
    let pronoun = source.clone().find(|&token| context.is(token, &context.cues.grammar.first_person));
    let Some(comma) = pronoun.map(|token| token + 1) else { return Vec::new() };
    let end = context.sentence(source.start).end.min(record.word.unwrap_or(source.end).max(source.end));
    if comma + 1 >= end || context.lower(comma) != "," {
        return Vec::new();
    }
    let verb = |token: &usize| {
        matches!(context.upos(*token), Upos::Verb | Upos::Aux) && context.xpos(*token) != Xpos::Vbg
    };
    let stop = (comma + 1..end).find(verb).unwrap_or(end);
    outermost(context, comma + 1..stop)
}

/// Whether a mention is a name, or an office that nobody holds whom the text names only further down: *the president*
/// of a heading need not be the president of whom the speech tells.
fn is_own(context: &Context<'_>, id: MentionId) -> bool {
    let is_named = |id: MentionId| context.mentions[id.index()].form == MentionForm::Name;
    let head = blocks(context).get(HEAD - 1).map_or(context.text.tokens.len(), |block| block.end);
    let chain = context.chain_number(id).map(|number| &context.chains[number]);
    is_named(id)
        || chain.is_none_or(|chain| {
            chain.mentions.iter().all(|&other| !is_named(other) || tokens_of(context, other).start < head)
        })
}

/// The author of the text as its foot or its head tells.
fn of_text(context: &Context<'_>) -> Vec<MentionId> {
    let blocks = blocks(context);
    // After the first name, those above it: many may sign.
    let lines = blocks.iter().rev().map(|block| signature(context, block.clone()));
    let mut signed: Vec<MentionId> = lines
        .enumerate()
        .skip_while(|(number, name)| name.is_none() && *number < FOOT)
        .map_while(|(_, name)| name)
        .collect();
    signed.reverse();
    let head = &blocks[..blocks.len().min(HEAD)];
    let named = (!signed.is_empty()).then_some(signed);
    named
        .or_else(|| head.iter().find_map(|block| issued_by(context, block.clone())))
        .or_else(|| head.iter().find_map(|block| sent_by(context, block.clone())))
        .unwrap_or_default()
}

/// A block near the head that is the office or name of a person and nothing else.
fn letterhead(context: &Context<'_>) -> Vec<MentionId> {
    blocks(context).into_iter().take(HEAD).find_map(|block| alone(context, block)).into_iter().collect()
}

/// Of a *joint statement* those who first speak together in it: *Kenya and Peru note that ... We reaffirm*.
fn of_joint_text(context: &Context<'_>, records: &[Record]) -> Vec<MentionId> {
    let joint = &context.cues.grammar.joint;
    let title = context.document().title.as_deref().unwrap_or_default().to_lowercase();
    let entitled = title.split_whitespace().any(|word| joint.contains(word));
    let headed = || {
        let mut head = blocks(context).into_iter().take(HEAD);
        head.any(|block| is_line(context, &block) && block.clone().any(|token| context.is(token, joint)))
    };
    let together = |record: &&Record| record.source.speakers.len() > 1 && record.level.is_none();
    let first = records.iter().filter(together).min_by_key(|record| record.cover().start);
    first.filter(|_| entitled || headed()).map_or_else(Vec::new, |record| record.source.speakers.clone())
}

/// The words of each block of prose.
fn blocks(context: &Context<'_>) -> Vec<Range<usize>> {
    let mut found: Vec<(usize, Range<usize>)> = Vec::new();
    for sentence in &context.text.sentences {
        match found.last_mut() {
            Some((block, words)) if *block == sentence.block => words.end = sentence.tokens.end,
            _ => found.push((sentence.block, sentence.tokens.clone())),
        }
    }
    found.into_iter().map(|(_, words)| words).collect()
}

fn is_person(context: &Context<'_>, id: MentionId) -> bool {
    context.kind(id).is_some_and(|kind| [NodeKind::OFFICIAL, NodeKind::PERSON].contains(kind))
}

/// The words without punctuation at their ends.
fn bare(context: &Context<'_>, words: Range<usize>) -> Range<usize> {
    let start = words.clone().find(|&token| !context.is_punct(token)).unwrap_or(words.end);
    let end = words.clone().rev().find(|&token| !context.is_punct(token)).map_or(start, |last| last + 1);
    start..end.max(start)
}

/// The person that is all of a short line.
fn alone(context: &Context<'_>, words: Range<usize>) -> Option<MentionId> {
    let line = bare(context, words);
    let found = context.mentions_in(line.clone()).find(|&id| {
        let tokens = bare(context, tokens_of(context, id));
        is_person(context, id) && tokens == line
    });
    found.filter(|_| line.len() <= LINE)
}

/// A block that is the name of a person and nothing else.
fn signature(context: &Context<'_>, block: Range<usize>) -> Option<MentionId> {
    alone(context, block).filter(|&id| is_name(context, id))
}

/// Whether a mention is a name, and not initials alone.
fn is_name(context: &Context<'_>, id: MentionId) -> bool {
    let mention = &context.mentions[id.index()];
    let words = mention.name.unwrap_or(mention.span).of(&context.document().text);
    mention.form == MentionForm::Name
        && words.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() > 2)
}

/// *Statement by the minister*, *Remarks of Ambassador Oduya at the meeting*: names rather than offices.
fn issued_by(context: &Context<'_>, block: Range<usize>) -> Option<Vec<MentionId>> {
    if !is_line(context, &block) {
        return None;
    }
    let grammar = &context.cues.grammar;
    let by = block.clone().skip(1).find(|&token| {
        let issued = context.cues.is_document(context.lower(token - 1))
            || context.cues.is_document(context.text.lemma(token - 1));
        issued && (context.is(token, &grammar.agents) || context.is(token, &grammar.origins))
    })?;
    let listed = listed(context, by + 1..block.end);
    let persons: Vec<MentionId> = listed.iter().copied().filter(|&id| is_person(context, id)).collect();
    if persons.is_empty() {
        return Some(listed).filter(|listed| !listed.is_empty());
    }
    let names: Vec<MentionId> = persons.iter().copied().filter(|&id| is_name(context, id)).collect();
    let offices = persons.into_iter().filter(|&id| context.mentions[id.index()].form != MentionForm::Name);
    Some(if names.is_empty() { offices.collect() } else { names })
}

/// Those named at the beginning of some words, as far as only articles, commas and conjunctions stand between them.
fn listed(context: &Context<'_>, words: Range<usize>) -> Vec<MentionId> {
    let mut from = words.start;
    let link = |token: usize| {
        matches!(context.upos(token), Upos::Det | Upos::Cconj | Upos::Adj) || is_break(context, token)
    };
    outermost(context, words)
        .into_iter()
        .take_while(|&id| {
            let tokens = tokens_of(context, id);
            let near = (from..tokens.start.max(from)).all(link);
            from = tokens.end;
            near
        })
        .collect()
}

/// *The Chargé in Peru to the Secretary of State*: the first of the two.
fn sent_by(context: &Context<'_>, block: Range<usize>) -> Option<Vec<MentionId>> {
    if !is_line(context, &block) {
        return None;
    }
    let to = block.clone().find(|&token| {
        context.is(token, &context.cues.grammar.to) && context.speaker_starting_at(token + 1).is_some()
    })?;
    let id = context.mentions_in(block.start..to).filter(|&id| is_person(context, id)).last()?;
    let tokens = tokens_of(context, id);
    let plain = !(tokens.end..to).any(|token| is_break(context, token) && context.lower(token) == ",");
    plain.then(|| vec![id])
}

/// Whether a block is no sentence: a heading, or a few words without a verb.
fn is_line(context: &Context<'_>, block: &Range<usize>) -> bool {
    const LONGEST: usize = 60;
    let heading = context.text.sentences[context.text.sentence_of(block.start)].kind == BlockKind::Heading;
    let finite = block.clone().any(|token| {
        context.upos(token) == Upos::Aux
            || matches!(context.xpos(token), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
    });
    block.len() <= LONGEST && (heading || !finite)
}

/// Those among some words who can speak, without those that stand in the name of another.
fn outermost(context: &Context<'_>, words: Range<usize>) -> Vec<MentionId> {
    let mut found: Vec<MentionId> = Vec::new();
    for id in context.mentions_in(words).filter(|&id| context.can_speak(id)) {
        let tokens = tokens_of(context, id);
        let within = |other: MentionId| {
            let around = tokens_of(context, other);
            around.start <= tokens.start && tokens.end <= around.end
        };
        if found.iter().any(|&other| within(other)) {
            continue;
        }
        found.retain(|&other| {
            let inner = tokens_of(context, other);
            !(tokens.start <= inner.start && inner.end <= tokens.end)
        });
        found.push(id);
    }
    found
}
