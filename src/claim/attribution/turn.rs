//! Transcripts: who speaks is told by a label before the words, and each paragraph up to the next label is a statement.

use std::ops::Range;

use crate::claim::attribution::content::Content;
use crate::claim::attribution::context::Context;
use crate::claim::attribution::context::is_actor;
use crate::claim::attribution::named::Link;
use crate::claim::attribution::named::Source;
use crate::claim::attribution::record::Record;
use crate::model::BlockKind;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;
use crate::model::Span;
use crate::model::SpeechAct;
use crate::model::StatementForm;

/// No label has more words, the card of a person behind a title and a name included.
const LONGEST: usize = 20;

struct Label {
    /// The label without its colon.
    words: Range<usize>,
    source: Source,
    asks: bool,
    /// Whether it is known to name somebody, not only written in capitals.
    sure: bool,
}

/// The statements of a transcript; nothing for a text of another kind.
pub(super) fn find(context: &Context<'_>) -> Vec<Record> {
    let labels = labels(context);
    let sure = labels.iter().filter(|label| label.sure).count();
    let repeated = labels
        .iter()
        .enumerate()
        .any(|(i, label)| labels[..i].iter().any(|other| same(context, label, other)));
    let opens_block = labels.iter().any(|label| label.sure && starts_block(context, label.words.start));
    if !(labels.len() > 1 && (sure > 1 || (sure > 0 && opens_block) || repeated)) {
        return Vec::new();
    }
    let mut records = Vec::new();
    for (number, label) in labels.iter().enumerate() {
        let end = labels.get(number + 1).map_or(context.text.tokens.len(), |next| next.words.start);
        records.extend(paragraphs(context, label, end));
    }
    records
}

fn same(context: &Context<'_>, one: &Label, other: &Label) -> bool {
    context.text.text(one.words.clone()) == context.text.text(other.words.clone())
}

fn starts_block(context: &Context<'_>, token: usize) -> bool {
    let sentences = &context.text.sentences;
    let number = context.text.sentence_of(token);
    sentences[number].tokens.start == token
        && (number == 0 || sentences[number - 1].block != sentences[number].block)
}

fn labels(context: &Context<'_>) -> Vec<Label> {
    let sentences = &context.text.sentences;
    sentences.iter().filter_map(|sentence| label(context, sentence.tokens.clone())).collect()
}

/// The label with which a sentence begins.
fn label(context: &Context<'_>, sentence: Range<usize>) -> Option<Label> {
    let text = context.text;
    let first = sentence.clone().find(|&token| !context.is_punct(token))?;
    let colon = sentence
        .clone()
        .take(LONGEST)
        .find(|&token| context.lower(token).ends_with(':'))
        .or_else(|| initial(context, first))?;
    let words = first..if context.is_punct(colon) { colon } else { colon + 1 };
    if words.is_empty() || context.level(sentence.start).is_some() {
        return None;
    }
    let next = colon + 1;
    if next < text.tokens.len() {
        let byte = text.tokens[next].span.start;
        let quoted =
            context.quote_over(None, byte).is_some_and(|quote| context.quotes[quote].outer.start == byte);
        let small = next < sentence.end && text.form(next).starts_with(char::is_lowercase);
        if quoted || small {
            return None;
        }
    }
    let shown = text.text(words.clone()).trim_end_matches([':', '.', ' ']);
    let name = shown.to_lowercase();
    let turns = &context.cues.turns;
    // Scans set the first letter apart: *Q UESTION*.
    let apart = name.split_once(' ').filter(|(letter, _)| letter.chars().count() == 1);
    let asks = turns.askers.contains(&name)
        || apart.is_some_and(|(letter, rest)| turns.askers.contains(&format!("{letter}{rest}")));
    let role = asks || turns.others.contains(&name);
    let mention = context
        .mentions_in(words.clone())
        .filter(|id| {
            let mention = &context.mentions[id.index()];
            mention.tokens.end as usize == words.end
                && mention.tokens.start as usize <= words.start + 1
                && context.kind(*id).is_some_and(is_actor)
        })
        .max_by_key(|id| context.mentions[id.index()].tokens.len())
        .or_else(|| card(context, words.clone()))
        .filter(|_| !asks);
    let capitals = starts_block(context, words.start)
        && words.len() <= 7
        && shown.chars().any(char::is_alphabetic)
        && !shown.chars().any(char::is_lowercase);
    if !(role || mention.is_some() || capitals) {
        return None;
    }
    let mention = mention.or_else(|| named_elsewhere(context, shown).filter(|_| !asks));
    let source = Source {
        speakers: mention.into_iter().collect(),
        tokens: Some(words.clone()),
        link: Link::Own,
        ..Source::default()
    };
    let titled = capitals
        && turns
            .titles
            .iter()
            .any(|title| name.strip_prefix(title.as_str()).is_some_and(|rest| rest.starts_with([' ', '.'])));
    Some(Label { sure: role || titled || mention.is_some(), words, source, asks })
}

/// *President of Kenya Ana Oduya Oduya Ana President of Kenya*: one person by name and office, told again.
fn card(context: &Context<'_>, words: Range<usize>) -> Option<MentionId> {
    let from = |start: usize| {
        let starts = |id: &MentionId| context.mentions[id.index()].tokens.start as usize == start;
        let human = |id: &MentionId| {
            context.kind(*id).is_some_and(|kind| kind == &NodeKind::OFFICIAL || kind == &NodeKind::PERSON)
        };
        let inside = context.mentions_in(words.clone()).filter(starts).filter(human);
        inside.max_by_key(|id| context.mentions[id.index()].tokens.len())
    };
    let first = from(words.start)?;
    let mut end = context.mentions[first.index()].tokens.end as usize;
    while end < words.end {
        end = context.mentions[from(end)?.index()].tokens.end as usize;
    }
    Some(first)
}

/// The full stop of *Q.* before a question, where a colon may stand too; of *A.* where the text has such questions.
fn initial(context: &Context<'_>, first: usize) -> Option<usize> {
    let turns = &context.cues.turns;
    let letter = |token: usize| {
        let bare = context.lower(token).trim_end_matches('.');
        (bare.chars().count() == 1).then_some(bare)
    };
    let stop = |token: usize| match context.lower(token) {
        word if word.ends_with('.') => Some(token),
        _ => (token + 1 < context.text.tokens.len() && context.lower(token + 1) == ".").then_some(token + 1),
    };
    let asks = |token: usize| letter(token).is_some_and(|letter| turns.askers.contains(letter));
    let opens = |token: usize| starts_block(context, token) && stop(token).is_some();
    let answers = || {
        let starts = context.text.sentences.iter().map(|sentence| sentence.tokens.start);
        letter(first).is_some_and(|letter| turns.others.contains(letter))
            && starts.filter(|&start| asks(start) && opens(start)).count() > 1
    };
    if !opens(first) || !(asks(first) || answers()) {
        return None;
    }
    stop(first)
}

/// Somebody with the last name of the label, named in the text: labels are written in capitals, or without the title.
fn named_elsewhere(context: &Context<'_>, label: &str) -> Option<MentionId> {
    let last = |words: &str| words.rsplit([' ', '.']).next().unwrap_or_default().to_lowercase();
    let wanted = last(label);
    let found = context.mentions.iter().position(|mention| {
        let person =
            mention.kind.as_ref().is_some_and(|kind| [NodeKind::OFFICIAL, NodeKind::PERSON].contains(kind));
        let name = mention.name.unwrap_or(mention.span).of(&context.document().text);
        person && mention.form == MentionForm::Name && last(name) == wanted
    });
    found.filter(|_| wanted.chars().count() > 2).map(|id| MentionId(id as u32))
}

/// One record for each paragraph between a label and `end`.
fn paragraphs(context: &Context<'_>, label: &Label, end: usize) -> Vec<Record> {
    let text = context.text;
    let mut found: Vec<Record> = Vec::new();
    let mut start = (label.words.end..end).find(|&token| !context.is_punct(token)).unwrap_or(end);
    while start < end {
        let sentence = text.sentence_of(start);
        let block = text.sentences[sentence].block;
        let mut stop = text.sentences[sentence].tokens.end;
        for next in text.sentences[sentence..].iter().take_while(|next| next.block == block) {
            stop = next.tokens.end;
        }
        let paragraph = start..stop.min(end);
        start = stop;
        let words = text.text(paragraph.clone()).trim();
        if is_end(context, words) {
            break;
        }
        let aside =
            words.starts_with('[') && words.ends_with(']') || words.starts_with('(') && words.ends_with(')');
        let blank = !words.contains(char::is_alphanumeric);
        if aside || blank || text.sentences[sentence].kind == BlockKind::Heading {
            continue;
        }
        let first = found.is_empty();
        let mark = label.words.end - usize::from(!context.is_punct(label.words.end));
        let asks = label.asks && words.contains('?');
        found.push(Record {
            source: Source { tokens: label.source.tokens.clone().filter(|_| first), ..label.source.clone() },
            cue: first.then_some(mark..mark + 1),
            word: None,
            act: if asks { SpeechAct::Ask } else { SpeechAct::Say },
            content: Content { spans: vec![whole(context, paragraph)], form: StatementForm::Direct },
            level: None,
            matter: Vec::new(),
            unnamed: false,
        });
    }
    found
}

fn whole(context: &Context<'_>, paragraph: Range<usize>) -> Span {
    context.text.span(paragraph)
}

/// A line that ends a transcript.
fn is_end(context: &Context<'_>, words: &str) -> bool {
    let bare = words.to_lowercase();
    context.cues.turns.ends.contains(bare.trim_end_matches('.'))
}
