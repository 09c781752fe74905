//! Attributed utterances: who said what, how, about what.

mod about;
mod adjective;
mod after;
mod attitude;
mod author;
mod before;
mod clause;
mod colon;
mod complement;
mod content;
mod context;
mod continuation;
mod cue;
mod cut;
mod edge;
mod items;
mod mention_index;
mod named;
mod noun;
mod object;
mod phrase;
mod quotation;
mod record;
mod refusal;
mod setting;
mod source;
mod turn;

pub use crate::claim::attribution::attitude::attitudes;
use crate::claim::attribution::context::Context;
use crate::claim::attribution::named::Link;
use crate::claim::attribution::record::Record;
use crate::lexicon::cues::CueLexicon;
use crate::model::Annotated;
use crate::model::BlockKind;
use crate::model::Chain;
use crate::model::Deprel;
use crate::model::Mention;
use crate::model::Span;
use crate::model::SpeechAct;
use crate::model::Statement;
use crate::model::StatementId;
use crate::model::Xpos;

/// The statements of a document, in order of the text.
pub fn find(
    text: &Annotated<'_>,
    mentions: &[Mention],
    chains: &[Chain],
    cues: &CueLexicon,
) -> Vec<Statement> {
    let context = &Context::new(text, mentions, chains, cues);
    let mut records = turn::find(context);
    let turns: Vec<Span> = records.iter().map(Record::cover).collect();
    for sentence in &text.sentences {
        let heading = sentence.kind == BlockKind::Heading;
        for token in sentence.tokens.clone() {
            let byte = text.tokens[token].span.start;
            let turn = turns.partition_point(|turn| turn.end <= byte);
            let told = turns.get(turn).is_some_and(|turn| turn.start <= byte);
            if !heading {
                records.extend(cue::at(context, token, told));
            }
            if !told {
                records.extend(colon::at(context, token, heading).filter(|_| turns.is_empty()));
            }
        }
    }
    items::add(context, &mut records);
    share_acts(context, &mut records);
    let mut records = without_doubles(context, records, turns.len());
    drop_frames(context, &mut records);
    continuation::add(context, &mut records, &turns);
    continuation::lend_speakers(context, &mut records);
    author::lend_names(context, &mut records);
    ask_about(context, &mut records);
    records.sort_by_key(|record| (record.cover().start, std::cmp::Reverse(record.cover().end), record.word));
    statements(context, &records)
}

/// *criticised the plan, arguing that it would fail*: the participle does what its verb says.
fn share_acts(context: &Context<'_>, records: &mut [Record]) {
    let words: Vec<usize> = records.iter().filter_map(|record| record.word).collect();
    for record in records.iter_mut().filter(|record| record.act == SpeechAct::Say) {
        let Some(word) = record
            .word
            .filter(|&word| context.xpos(word) == Xpos::Vbg && context.text.deprel(word) == Deprel::Advcl)
        else {
            continue;
        };
        let above = context.text.head(word).filter(|above| !words.contains(above));
        let act =
            above.and_then(|above| context.cues.verb(context.text.lemma(above)).first()).map(|cue| cue.act);
        record.act = act.filter(|_| record.source.link == Link::Shared).unwrap_or(record.act);
    }
}

/// Where two cues claim the same words (*the envoy said "we agree," the envoy said*), the one that claims more stays.
fn without_doubles(context: &Context<'_>, records: Vec<Record>, turns: usize) -> Vec<Record> {
    let mut kept: Vec<Record> = Vec::new();
    for (number, record) in records.into_iter().enumerate() {
        if number < turns {
            kept.push(record);
            continue;
        }
        let cue = record.cue.as_ref().map_or(0, |cue| context.text.tokens[cue.start].span.start);
        let rival = kept.iter().skip(turns).position(|other| {
            let other_cue = other.cue.as_ref().map_or(0, |cue| context.text.tokens[cue.start].span.start);
            other.level == record.level
                && !other.says(cue)
                && !record.says(other_cue)
                && other
                    .content
                    .spans
                    .iter()
                    .any(|one| record.content.spans.iter().any(|two| one.overlaps(*two)))
        });
        match rival.map(|rival| rival + turns) {
            Some(rival) if kept[rival].cover().len() < record.cover().len() => kept[rival] = record,
            Some(_) => {}
            None => kept.push(record),
        }
    }
    kept
}

/// Where the words of one statement are another one of the same speaker, cue and all, only the inner one stays.
fn drop_frames(context: &Context<'_>, records: &mut Vec<Record>) {
    let who = |record: &Record| -> Option<Vec<usize>> {
        let chains: Option<Vec<usize>> =
            record.source.speakers.iter().map(|&id| context.chain_number(id)).collect();
        chains.filter(|chains| !chains.is_empty())
    };
    let framed: Vec<bool> = records
        .iter()
        .map(|outer| {
            outer.word.is_some_and(|word| context.text.tokens[word].span.start >= outer.cover().end)
                && records.iter().any(|inner| {
                    let (span, cover) = (inner.span(context), outer.cover());
                    inner.level == outer.level
                        && inner.cue.is_some()
                        && inner.cover() != cover
                        && span.is_within(cover)
                        && 10 * span.len() >= 9 * cover.len()
                        && who(outer).is_some()
                        && who(inner) == who(outer)
                })
        })
        .collect();
    let mut framed = framed.into_iter();
    records.retain(|_| !framed.next().unwrap_or(false));
}

/// *Asked about the pact, he said*: what the question was about.
fn ask_about(context: &Context<'_>, records: &mut [Record]) {
    let text = context.text;
    for record in records.iter_mut() {
        let Some(word) = record.word else { continue };
        for token in context.sentence(word) {
            let asked = context.xpos(token) == Xpos::Vbn
                && context.cues.verb(text.lemma(token)).iter().any(|cue| cue.act == SpeechAct::Ask)
                && token != word
                && context.level(token) == record.level;
            if !asked || record.says(text.tokens[token].span.start) {
                continue;
            }
            for child in text.children(token).filter(|&child| child > token) {
                let range = edge::within_sentence(context, token, text.subtree(child));
                if !range.contains(&word) {
                    record.matter.push(range);
                }
            }
        }
    }
}

fn statements(context: &Context<'_>, records: &[Record]) -> Vec<Statement> {
    records
        .iter()
        .enumerate()
        .map(|(number, record)| {
            let setting = setting::of(context, record);
            Statement {
                speakers: record.source.speakers.clone(),
                source: record.source.tokens.clone().map(|tokens| context.text.span(tokens)),
                cue: record.cue.clone().map(|cue| context.text.span(cue)),
                content: record.content.spans.clone(),
                span: record.span(context),
                form: record.content.form,
                act: record.act,
                within: within(context, records, number),
                about: about::of(context, record),
                when: setting.when,
                setting: setting.places,
                addressees: setting.addressees,
                stances: Vec::new(),
                sentences: context.text.sentences_around(record.span(context)),
            }
        })
        .collect()
}

/// The smallest statement in whose words another one stands, cue and all.
fn within(context: &Context<'_>, records: &[Record], number: usize) -> Option<StatementId> {
    let record = &records[number];
    let at = match &record.cue {
        Some(cue) => context.text.tokens[cue.start].span,
        None => record.cover(),
    };
    records
        .iter()
        .enumerate()
        .filter(|(other, outer)| *other != number && outer.says(at.start) && outer.cover() != record.cover())
        .min_by_key(|(_, outer)| outer.cover().len())
        .map(|(other, _)| StatementId(other as u32))
}
