//! What a statement is about: the things named in the words said, and those that a question before them named.

use std::collections::BTreeSet;

use crate::claim::attribution::context::Context;
use crate::claim::attribution::context::is_actor;
use crate::claim::attribution::record::Record;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;
use crate::model::Xpos;

/// One mention of each thing that the statement is about, in order of the text.
pub(super) fn of(context: &Context<'_>, record: &Record) -> Vec<MentionId> {
    let speakers: BTreeSet<usize> =
        record.source.speakers.iter().filter_map(|&id| context.chain_number(id)).collect();
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    let said = record.content.spans.iter().map(|&span| context.text.tokens_in(span));
    let mut found = Vec::new();
    for id in said.chain(record.matter.iter().cloned()).flat_map(|tokens| context.mentions_in(tokens)) {
        let mention = &context.mentions[id.index()];
        if matches!(mention.form, MentionForm::Date | MentionForm::Amount)
            || record.source.speakers.contains(&id)
        {
            continue;
        }
        let fits = context.kind(id).is_some_and(|kind| {
            is_actor(kind)
                || [NodeKind::TOPIC, NodeKind::AGREEMENT, NodeKind::EVENT, NodeKind::PLACE].contains(kind)
        });
        let new = match context.chain_number(id) {
            Some(chain) => !speakers.contains(&chain) && seen.insert(chain),
            None => mention.form != MentionForm::Pronoun && !found.contains(&id),
        };
        if fits && new {
            found.push(id);
        }
    }
    for state in states(context, record) {
        if seen.insert(state) && !speakers.contains(&state) {
            found.extend(context.chains[state].mentions.first().copied());
        }
    }
    found
}

/// The states that the words mean without their names: *our country* is the speaker's, *both countries* are that and the
/// other of which the text tells most.
fn states(context: &Context<'_>, record: &Record) -> Vec<usize> {
    let grammar = &context.cues.grammar;
    let text = context.text;
    let has = |noun: usize, words: &BTreeSet<String>, tags: &[Deprel]| {
        text.children(noun)
            .any(|child| child < noun && tags.contains(&text.deprel(child)) && context.is(child, words))
    };
    let said = record.content.spans.iter().flat_map(|&span| context.text.tokens_in(span));
    let (mut own, mut both) = (false, false);
    for noun in said.filter(|&token| grammar.states.contains(text.lemma(token))) {
        both |= has(noun, &grammar.two, &[Deprel::Det, Deprel::DetPredet, Deprel::Nummod, Deprel::Amod]);
        own |= has(noun, &grammar.own, &[Deprel::NmodPoss]) && context.xpos(noun) == Xpos::Nn;
    }
    if !own && !both {
        return Vec::new();
    }
    let home = home(context, record);
    let mut found: Vec<usize> = home.into_iter().collect();
    if both {
        let mut others: Vec<usize> = (0..context.chains.len())
            .filter(|&chain| context.chains[chain].kind == NodeKind::COUNTRY && Some(chain) != home)
            .collect();
        others.sort_by_key(|&chain| (std::cmp::Reverse(context.chains[chain].mentions.len()), chain));
        found.extend(others.into_iter().take(2 - found.len()));
    }
    found
}

/// The state for which the one speaker acts, where the text names it.
fn home(context: &Context<'_>, record: &Record) -> Option<usize> {
    let [speaker] = record.source.speakers.as_slice() else { return None };
    let speaker = context.chain_number(*speaker)?;
    let state = context.chains[speaker].attributes.get("country")?;
    context
        .chains
        .iter()
        .position(|chain| chain.kind == NodeKind::COUNTRY && chain.attributes.get("iso3") == Some(state))
}
