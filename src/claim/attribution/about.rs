//! What a statement is about: the things named in the words said, and those that a question before them named.

use std::collections::BTreeSet;

use crate::claim::attribution::context::Context;
use crate::claim::attribution::context::is_actor;
use crate::claim::attribution::record::Record;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;

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
    found
}
