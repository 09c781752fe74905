//! Quotations without a cue of their own: those that go on, and those that follow somebody who was just spoken of.

use crate::claim::attribution::content;
use crate::claim::attribution::context::Context;
use crate::claim::attribution::named;
use crate::claim::attribution::named::Source;
use crate::claim::attribution::record::Record;
use crate::model::Deprel;
use crate::model::Span;
use crate::model::SpeechAct;
use crate::model::StatementForm;

/// Adds a record for each quotation that goes on from another or follows its speaker. `turns` are stretches of
/// transcripts, where quotations are the speaker's own.
pub(super) fn add(context: &Context<'_>, records: &mut Vec<Record>, turns: &[Span]) {
    let mut waiting: Vec<usize> = Vec::new();
    for quote in 0..context.quotes.len() {
        let quotation = &context.quotes[quote];
        if quotation.parent.is_some() || turns.iter().any(|turn| turn.overlaps(quotation.outer)) {
            continue;
        }
        if let Some(claim) = claimed(records, quotation.outer) {
            // A quotation that was opened before and ends here belongs to the same speaker.
            let source = bare(&records[claim].source);
            for earlier in waiting.drain(..) {
                if leads_to(context, earlier, quote) {
                    records.push(record(context, earlier, source.clone()));
                }
            }
            continue;
        }
        waiting.retain(|&earlier| leads_to(context, earlier, quote));
        if !is_utterance(context, quote) {
            continue;
        }
        match speaker(context, records, quote) {
            Some(source) => records.push(record(context, quote, source)),
            None => waiting.push(quote),
        }
    }
}

/// Gives statements without a named speaker (*it was stressed that*) the one who spoke just before in the paragraph.
pub(super) fn lend_speakers(context: &Context<'_>, records: &mut [Record]) {
    records.sort_by_key(|record| (record.span(context).start, record.cover().start));
    for number in 0..records.len() {
        if !records[number].unnamed || records[number].level.is_some() {
            continue;
        }
        let here = block(context, records[number].span(context).start);
        let nested = |one: &Record| {
            let at = one.span(context).start;
            records.iter().any(|other| other.cover() != one.cover() && other.says(at))
        };
        let before =
            records[..number].iter().rev().find(|earlier| earlier.level.is_none() && !nested(earlier));
        let lent = before
            .filter(|earlier| !earlier.unnamed || !earlier.source.speakers.is_empty())
            .filter(|earlier| block(context, earlier.span(context).start) == here)
            .map(|earlier| earlier.source.speakers.clone());
        if let Some(speakers) = lent {
            records[number].source.speakers = speakers;
        }
    }
}

fn claimed(records: &[Record], outer: Span) -> Option<usize> {
    records.iter().position(|record| {
        record.level.is_none() && record.content.spans.iter().any(|span| span.overlaps(outer))
    })
}

fn record(context: &Context<'_>, quote: usize, source: Source) -> Record {
    Record {
        source,
        cue: None,
        word: None,
        act: SpeechAct::Say,
        content: content::of_quote(context, quote),
        level: None,
        matter: Vec::new(),
        unnamed: false,
    }
}

fn bare(source: &Source) -> Source {
    Source { speakers: source.speakers.clone(), ..Source::default() }
}

fn block(context: &Context<'_>, byte: u32) -> usize {
    let token = context.text.token_at(byte).min(context.text.tokens.len().saturating_sub(1));
    context.text.sentences.get(context.text.sentence_of(token)).map_or(0, |sentence| sentence.block)
}

/// Whether a quotation is a sentence by itself, no phrase that is quoted for its wording, and no quoted heading.
fn is_utterance(context: &Context<'_>, quote: usize) -> bool {
    let quotation = &context.quotes[quote];
    let text = context.document().text.as_str();
    let words = quotation.inner.of(text).trim();
    let capital = words.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let open_end = words.starts_with("...") || words.starts_with('…');
    let ends = |c: char| matches!(c, '.' | '?' | '!' | '…' | '—');
    let rest = text.get(quotation.outer.end as usize..).unwrap_or_default();
    let closed = words.ends_with(ends) || quotation.runs_on || rest.starts_with(['.', '?', '!']);
    (capital || open_end) && closed && words.split_whitespace().count() > 1 && starts_sentence(context, quote)
}

fn before<'t>(context: &Context<'t>, quote: usize) -> &'t str {
    let quotation = &context.quotes[quote];
    let cover = context.document().blocks[quotation.block].cover();
    Span::new(cover.start, quotation.outer.start).of(&context.document().text).trim_end()
}

fn starts_sentence(context: &Context<'_>, quote: usize) -> bool {
    let lead = before(context, quote);
    lead.is_empty() || lead.ends_with(['.', '?', '!', ':', '"', '\u{201d}', '\u{2019}', '\'', '…', '»'])
}

/// Whether nothing but blanks, or a paragraph that goes on, stands between two quotations.
fn leads_to(context: &Context<'_>, earlier: usize, later: usize) -> bool {
    let (one, other) = (&context.quotes[earlier], &context.quotes[later]);
    let gap = Span::new(one.outer.end, other.outer.start.max(one.outer.end)).of(&context.document().text);
    gap.trim().is_empty() && (one.block == other.block || (one.runs_on && one.block + 1 == other.block))
}

/// Who says a quotation that has no cue: the speaker of the sentence before, else the one it speaks of.
fn speaker(context: &Context<'_>, records: &[Record], quote: usize) -> Option<Source> {
    let quotation = &context.quotes[quote];
    let text = context.text;
    let first = text.token_at(quotation.outer.start);
    let previous = first.checked_sub(1)?;
    let sentence = &text.sentences[text.sentence_of(previous)];
    let same_block = sentence.block == quotation.block;
    if !same_block && sentence.block + 1 != quotation.block {
        return None;
    }
    let end = text.tokens[previous].span;
    // The statement that reaches up to the quotation, its cue or its words.
    let near = records
        .iter()
        .filter(|record| record.level.is_none() && record.span(context).start < quotation.outer.start)
        .filter(|record| {
            let span = record.span(context);
            let reach = text.token_at(span.end.saturating_sub(1)).min(text.tokens.len() - 1);
            text.sentence_of(reach) == text.sentence_of(previous) || span.end >= end.start
        })
        .max_by_key(|record| record.span(context).end);
    if let Some(record) = near {
        let spoken = record.content.form != StatementForm::Indirect;
        return (same_block || spoken || before_colon(context, previous)).then(|| bare(&record.source));
    }
    if !same_block && !before_colon(context, previous) {
        return None;
    }
    let root = sentence.tokens.clone().find(|&token| text.head(token).is_none())?;
    let subject =
        text.children(root).find(|&child| matches!(text.deprel(child), Deprel::Nsubj | Deprel::NsubjPass))?;
    let source = named::of_phrase(context, subject, Some(root))?;
    let person = source.speakers.iter().any(|&id| {
        use crate::model::NodeKind;
        context.kind(id).is_some_and(|kind| [NodeKind::OFFICIAL, NodeKind::PERSON].contains(kind))
    });
    person.then(|| bare(&source))
}

fn before_colon(context: &Context<'_>, previous: usize) -> bool {
    context.lower(previous) == ":"
}
