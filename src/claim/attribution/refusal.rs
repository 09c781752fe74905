//! What somebody does not say: *declined to say how much*, *would not comment on whether*.

use std::ops::Range;

use crate::claim::attribution::complement::asks;
use crate::claim::attribution::context::Context;
use crate::claim::attribution::cut::cut;
use crate::claim::attribution::edge::within_sentence;
use crate::model::Deprel;

/// What is not said, if the verb refuses to speak: the complement of the verb of speech, or that verb itself.
pub(super) fn of_verb(context: &Context<'_>, verb: usize) -> Option<Range<usize>> {
    let text = context.text;
    let refusal = &context.cues.refusal;
    if !refusal.words.contains(text.lemma(verb)) {
        return None;
    }
    let speech = text.children(verb).find(|&child| {
        child > verb
            && matches!(text.deprel(child), Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl)
            && refusal.speech.contains(text.lemma(child))
    })?;
    Some(unsaid(context, speech).unwrap_or_else(|| {
        let particle =
            text.children(speech).find(|&child| context.is_infinitive(speech) && child + 1 == speech);
        particle.unwrap_or(speech)..speech + 1
    }))
}

/// The complement of a verb of speech that is refused or negated.
pub(super) fn unsaid(context: &Context<'_>, speech: usize) -> Option<Range<usize>> {
    let text = context.text;
    let mut range: Option<Range<usize>> = None;
    for child in text.children(speech).filter(|&child| child > speech) {
        let led = context.is_marked(child, &context.cues.refusal.prepositions);
        let wanted = match text.deprel(child) {
            Deprel::Ccomp | Deprel::Xcomp | Deprel::Obj => true,
            Deprel::Obl | Deprel::Advcl => {
                led || text.subtree(child).take(2).any(|token| asks(context, token))
            }
            _ => false,
        };
        if wanted {
            let mut own = text.subtree(child);
            if led && context.is(own.start, &context.cues.refusal.prepositions) {
                own.start += 1;
            }
            if range.is_none() {
                range = Some(own);
            }
        }
    }
    let range = within_sentence(context, speech, range?);
    let end = cut(context, speech, range.clone());
    (range.start < end).then_some(range.start..end)
}
