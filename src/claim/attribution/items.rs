//! *The two sides agreed that the plan includes:* and a list. Its items are said too.

use crate::claim::attribution::context::Context;
use crate::claim::attribution::record::Record;
use crate::model::BlockKind;

/// Adds the items of a list to a statement that leads into it, unless somebody speaks in the items themselves.
pub(super) fn add(context: &Context<'_>, records: &mut [Record]) {
    let cues: Vec<(usize, usize)> = records
        .iter()
        .filter_map(|record| record.cue.as_ref())
        .map(|cue| {
            let sentence = context.text.sentence_of(cue.start);
            (context.text.sentences[sentence].block, cue.start)
        })
        .collect();
    for record in records.iter_mut().filter(|record| record.level.is_none()) {
        let Some(block) = leads_into(context, record) else { continue };
        let blocks = &context.document().blocks;
        let items =
            blocks.iter().enumerate().skip(block + 1).take_while(|(_, block)| block.kind == BlockKind::Item);
        let items: Vec<usize> = items.map(|(number, _)| number).collect();
        if cues.iter().any(|(block, _)| items.contains(block)) {
            continue;
        }
        record.content.spans.extend(items.into_iter().map(|item| blocks[item].cover()));
    }
}

/// The block that a statement ends with a colon, if it does.
fn leads_into(context: &Context<'_>, record: &Record) -> Option<usize> {
    let text = context.text;
    let number = text.sentence_of(record.word?);
    let sentence = &text.sentences[number];
    let last = sentence.tokens.end.checked_sub(1)?;
    let closes_block = text.sentences.get(number + 1).is_none_or(|next| next.block != sentence.block);
    let said_to = record.content.spans.last()?.end;
    let reaches = said_to >= text.tokens[last.saturating_sub(1)].span.end;
    (closes_block && reaches && context.lower(last) == ":").then_some(sentence.block)
}
