//! When, where and to whom something was said: *told reporters at a briefing on Thursday*.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::claim::attribution::context::is_actor;
use crate::claim::attribution::edge::is_break;
use crate::claim::attribution::record::Record;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;
use crate::model::Upos;
use crate::model::When;

/// The circumstances of an utterance, as far as the words at its cue tell them.
#[derive(Debug, Default)]
pub(super) struct Setting {
    pub(super) when: Option<When>,
    pub(super) places: Vec<MentionId>,
    pub(super) addressees: Vec<MentionId>,
}

/// The circumstances told by the dependents of the cue's verb.
pub(super) fn of(context: &Context<'_>, record: &Record) -> Setting {
    let mut setting = Setting::default();
    let Some(verb) = record.word else { return setting };
    let text = context.text;
    let grammar = &context.cues.grammar;
    let subject = record.source.tokens.clone().unwrap_or(0..0);
    for child in text.children(verb) {
        if record.says(text.tokens[child].span.start) || subject.contains(&child) {
            continue;
        }
        let range = text.subtree(child);
        match text.deprel(child) {
            Deprel::Obj | Deprel::Iobj if grammar.telling.contains(text.lemma(verb)) => {
                addressed(context, &mut setting, child);
            }
            Deprel::Obl | Deprel::OblUnmarked | Deprel::Advmod | Deprel::Nmod => {
                if context.is_marked(child, &grammar.to) {
                    addressed(context, &mut setting, child);
                } else {
                    circumstances(
                        context,
                        record,
                        &mut setting,
                        range,
                        context.is_marked(child, &grammar.setting),
                    );
                }
            }
            _ => {}
        }
    }
    // What the tree hangs elsewhere, but the words show right after the verb.
    let sentence = context.sentence(verb);
    let stop = (verb + 1..sentence.end).find(|&token| {
        is_break(context, token)
            || matches!(context.upos(token), Upos::Verb | Upos::Aux | Upos::Sconj)
            || record.says(text.tokens[token].span.start)
    });
    circumstances(context, record, &mut setting, verb + 1..stop.unwrap_or(sentence.end), false);
    written_to(context, record, &mut setting, sentence);
    setting
}

/// *said in a letter to the minister*, *in a message to the envoy, she said*: to whom the text goes.
fn written_to(context: &Context<'_>, record: &Record, setting: &mut Setting, sentence: Range<usize>) {
    let grammar = &context.cues.grammar;
    for token in sentence.start + 1..sentence.end.saturating_sub(2) {
        let to = token + 1;
        let led = context.cues.is_document(context.text.lemma(token))
            && context.is(to, &grammar.to)
            && context.level(token) == record.level
            && !record.says(context.text.tokens[token].span.start);
        // *in a letter*, *in a short letter*; not *welcomed a letter*.
        let inside = led
            && (token.saturating_sub(3).max(sentence.start)..token)
                .any(|before| context.is(before, &grammar.setting));
        if let Some(id) = inside.then(|| context.speaker_starting_at(to + 1)).flatten() {
            addressed(context, setting, context.mentions[id.index()].head as usize);
        }
    }
}

fn addressed(context: &Context<'_>, setting: &mut Setting, child: usize) {
    let conjuncts = context.text.children_by(child, Deprel::Conj);
    for word in std::iter::once(child).chain(conjuncts) {
        if let Some(id) = context.mention_of(word)
            && (context.kind(id).is_some_and(is_actor)
                || context.mentions[id.index()].form == MentionForm::Pronoun)
            && !setting.addressees.contains(&id)
        {
            setting.addressees.push(id);
        }
    }
}

fn circumstances(
    context: &Context<'_>,
    record: &Record,
    setting: &mut Setting,
    range: Range<usize>,
    placed: bool,
) {
    for id in context.mentions_in(range) {
        let mention = &context.mentions[id.index()];
        if record.says(mention.span.start) {
            continue;
        }
        if mention.form == MentionForm::Date {
            setting.when = setting.when.or(mention.when);
            continue;
        }
        let kind = context.kind(id);
        let place = kind.is_some_and(|kind| {
            *kind == NodeKind::EVENT
                || (*kind == NodeKind::PLACE)
                || (*kind == NodeKind::COUNTRY && mention.form == MentionForm::Name)
        });
        let led = mention
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|before| context.is(before as usize, &context.cues.grammar.setting));
        if (placed || led) && place && !setting.places.contains(&id) {
            setting.places.push(id);
        }
    }
}
