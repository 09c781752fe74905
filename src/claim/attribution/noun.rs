//! Nouns as cues: *the envoy's claim that the talks failed*, *her statement to the effect that*.

use std::ops::Range;

use crate::claim::attribution::after::is_complementizer;
use crate::claim::attribution::context::Context;
use crate::claim::attribution::edge::within_sentence;
use crate::claim::attribution::source;
use crate::claim::attribution::source::Source;
use crate::model::Deprel;
use crate::model::SpeechAct;
use crate::model::Upos;

/// What the noun says that somebody said: speaker, words, act.
pub(super) fn of_noun(context: &Context<'_>, noun: usize) -> Option<(Source, Range<usize>, SpeechAct)> {
    let text = context.text;
    if context.upos(noun) != Upos::Noun {
        return None;
    }
    let cue = context.cues.noun(text.lemma(noun)).filter(|cue| !cue.held)?;
    let source = source::author_of(context, noun)?;
    let sentence = context.sentence(noun);
    let mut tree = text.subtree(noun);
    tree = tree.start.max(sentence.start)..tree.end.min(sentence.end);
    // The clause hangs on the noun or on a word of its phrase: *to the effect that*, *namely, that*.
    let that = (noun + 1..tree.end).find(|&token| {
        context.is(token, &context.cues.grammar.complementizers)
            && is_complementizer(context, token)
            && text.head(token).is_some_and(|clause| {
                matches!(
                    text.deprel(clause),
                    Deprel::Acl | Deprel::Ccomp | Deprel::Appos | Deprel::Advcl | Deprel::Parataxis
                ) && text.ancestors(clause).take(3).any(|above| above == noun)
            })
    })?;
    let clause = text.head(that)?;
    let range = within_sentence(context, noun, text.subtree(clause));
    Some((source, that + 1..range.end, cue.act))
}
