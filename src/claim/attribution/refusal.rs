//! What somebody does not say: *declined to say how much*, *would not comment on whether*.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::claim::attribution::cut::stretch;
use crate::claim::attribution::edge::is_break;
use crate::model::Upos;
use crate::model::Xpos;

/// What is not said, if the verb refuses to speak: the complement of the verb of speech, or that verb itself.
pub(super) fn of_verb(context: &Context<'_>, verb: usize) -> Option<Range<usize>> {
    let text = context.text;
    let refusal = &context.cues.refusal;
    if !refusal.words.contains(text.lemma(verb)) {
        return None;
    }
    let end = context.sentence(verb).end;
    let to = (verb + 1..end.min(verb + 5)).find(|&token| context.xpos(token) == Xpos::To)?;
    let speech = (to + 1..end.min(to + 3)).find(|&token| refusal.speech.contains(text.lemma(token)))?;
    // *declined to comment further*
    let further = speech + 1 < end
        && context.upos(speech + 1) == Upos::Adv
        && (speech + 2 >= end || is_break(context, speech + 2));
    let bare = to..speech + 1 + usize::from(further);
    Some(unsaid(context, verb, speech).filter(|_| !further).unwrap_or(bare))
}

/// The complement of a verb of speech that is refused.
fn unsaid(context: &Context<'_>, verb: usize, speech: usize) -> Option<Range<usize>> {
    let end = context.sentence(verb).end;
    let mut start = speech + 1;
    if start < end && context.is(start, &context.cues.refusal.prepositions) {
        start += 1;
    }
    (start < end && !is_break(context, start)).then(|| stretch(context, verb, start)).flatten()
}
