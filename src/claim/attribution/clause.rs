//! Words said in a clause or between quotation marks: before, after or around their cue.

use std::ops::Range;

use crate::claim::attribution::after::after;
use crate::claim::attribution::before::before_quote;
use crate::claim::attribution::before::front;
use crate::claim::attribution::before::goes_on;
use crate::claim::attribution::before::quote_before;
use crate::claim::attribution::before::unquoted_before;
use crate::claim::attribution::context::Context;
use crate::claim::attribution::edge::within_sentence;
use crate::claim::attribution::edge::without;
use crate::claim::attribution::named::Link;
use crate::claim::attribution::named::Source;
use crate::lexicon::cues::Frame;
use crate::lexicon::cues::VerbCue;
use crate::model::Deprel;

/// Where the words said stand.
pub(super) struct Said {
    pub(super) runs: Vec<Range<usize>>,
    /// Whether only their place before the cue shows it: any complement of the cue is a better reading.
    pub(super) weak: bool,
}

impl Said {
    fn sure(runs: Vec<Range<usize>>) -> Self {
        Self { runs, weak: false }
    }
}

/// The words said with a verb that takes a clause or a quotation.
pub(super) fn of_verb(context: &Context<'_>, verb: usize, cue: &VerbCue, source: &Source) -> Option<Said> {
    let level = context.level(verb);
    if let Some(runs) = likewise(context, verb) {
        return Some(Said::sure(runs));
    }
    let after = after(context, verb, cue, source);
    let postposed = source.link == Link::Own && cue.takes(Frame::Quote);
    let front = front(context, verb, source).filter(|_| postposed);
    let Some(front) = front else { return after.map(|run| Said::sure(vec![run])) };
    if let Some(quote) = quote_before(context, level, front) {
        let mut runs = vec![before_quote(context, verb, quote)];
        runs.extend(after.or_else(|| goes_on(context, verb, true)));
        return Some(Said::sure(runs));
    }
    match after {
        Some(run) => Some(Said::sure(vec![run])),
        None if !cue.takes(Frame::Clause) => None,
        None => unquoted_before(context, verb, front, cue).map(|runs| Said { runs, weak: true }),
    }
}

/// *As the envoy said, the pact will hold*: the clause that the cue's own clause hangs on.
fn likewise(context: &Context<'_>, verb: usize) -> Option<Vec<Range<usize>>> {
    let text = context.text;
    let marked = context.is_marked(verb, &context.cues.grammar.likewise);
    let governed = text
        .children(verb)
        .any(|child| child > verb && matches!(text.deprel(child), Deprel::Ccomp | Deprel::Obj));
    let above = text.head(verb)?;
    if !marked
        || governed
        || !matches!(text.deprel(verb), Deprel::Advcl | Deprel::Parataxis | Deprel::AdvclRelcl)
    {
        return None;
    }
    let clause = within_sentence(context, verb, text.subtree(above));
    Some(without(&clause, &text.subtree(verb)))
}
