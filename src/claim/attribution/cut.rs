//! Where words said end although the tree goes on: before another cue that it hangs into them.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::claim::attribution::edge::is_break;
use crate::claim::attribution::edge::opens;
use crate::model::Deprel;
use crate::model::Upos;
use crate::model::Xpos;

/// Where the words said end: before another cue of the same or another speaker that the tree hangs into them.
pub(super) fn cut(context: &Context<'_>, verb: usize, run: Range<usize>) -> usize {
    let text = context.text;
    let level = context.level(verb);
    for token in run.start + 1..run.end {
        if context.level(token) != level
            || context.cues.verb(text.lemma(token)).is_empty()
            || context.upos(token) != Upos::Verb
        {
            continue;
        }
        match text.deprel(token) {
            Deprel::Advcl | Deprel::Acl | Deprel::Parataxis | Deprel::Xcomp
                if context.xpos(token) == Xpos::Vbg
                    && is_break(context, token - 1)
                    && speaks(context, token) =>
            {
                return token - 1;
            }
            Deprel::Conj if same_tense(context, verb, token) => {
                if let Some(end) = before_conjunct(context, token, &run) {
                    return end;
                }
            }
            _ => {}
        }
    }
    run.end
}

/// Whether a participle has words said of its own.
fn speaks(context: &Context<'_>, participle: usize) -> bool {
    let text = context.text;
    text.children(participle).any(|child| {
        child > participle
            && matches!(
                text.deprel(child),
                Deprel::Ccomp | Deprel::Obj | Deprel::Parataxis | Deprel::Obl | Deprel::Xcomp
            )
    }) || text.tokens.len() > participle + 2
        && (participle + 1..participle + 3)
            .any(|token| opens(context, context.level(participle), token).is_some())
}

/// A verb of speech joined to the words said stands in fact beside the cue, if its form is the cue's and not that of
/// the verb it is joined to, or if it has its own speaker.
fn same_tense(context: &Context<'_>, verb: usize, joined: usize) -> bool {
    let text = context.text;
    let beside = text.head(joined).unwrap_or(verb);
    let own = text.children_by(joined, Deprel::Nsubj).any(|subject| {
        subject < joined
            && context.mention_of(subject).is_some_and(|id| context.can_speak(id))
            && speaks(context, joined)
    });
    let finite = |token: usize| {
        text.children(token)
            .find(|&child| text.deprel(child) == Deprel::Aux)
            .map_or(context.xpos(token), |aux| context.xpos(aux))
    };
    own && finite(joined) == finite(verb)
        || (finite(joined) == finite(verb) && finite(joined) != finite(beside))
}

fn before_conjunct(context: &Context<'_>, joined: usize, run: &Range<usize>) -> Option<usize> {
    let mut end = context.text.subtree(joined).start.max(run.start);
    let cc = context.text.children_by(joined, Deprel::Cc).next().unwrap_or(end);
    end = end.min(cc);
    while end > run.start && (context.is_punct(end - 1) || context.upos(end - 1) == Upos::Cconj) {
        end -= 1;
    }
    (end > run.start).then_some(end)
}
