//! Words said in other complements of a cue: objects, infinitives, what somebody is asked to do, what a thing is called.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::claim::attribution::object::held_clause;
use crate::claim::attribution::object::is_pronoun;
use crate::claim::attribution::object::object;
use crate::claim::attribution::object::object_of;
use crate::claim::attribution::object::to_the_end;
use crate::lexicon::cues::Frame;
use crate::lexicon::cues::VerbCue;
use crate::model::Deprel;
use crate::model::SpeechAct;
use crate::model::Upos;
use crate::model::Xpos;

/// What is said in a complement, and the act of the noun that names it (*expressed gratitude*).
pub(super) struct Complement {
    pub(super) run: Range<usize>,
    pub(super) act: Option<SpeechAct>,
}

impl From<Range<usize>> for Complement {
    fn from(run: Range<usize>) -> Self {
        Self { run, act: None }
    }
}

/// The first complement of the verb that the cue allows.
pub(super) fn of_verb(context: &Context<'_>, verb: usize, cue: &VerbCue) -> Option<Complement> {
    let passive = context.is_passive(verb);
    if cue.takes(Frame::Naming)
        && let Some(run) = naming(context, verb, passive)
    {
        return Some(run.into());
    }
    if cue.takes(Frame::Request)
        && let Some(run) = request(context, verb, cue, passive)
    {
        return Some(run.into());
    }
    if !cue.prepositions.is_empty()
        && let Some(complement) = prepositional(context, verb, cue, passive)
    {
        return Some(complement);
    }
    if cue.takes(Frame::Infinitive)
        && let Some(run) = infinitive(context, verb)
    {
        return Some(run.into());
    }
    if cue.takes(Frame::Object)
        && let Some(complement) = object(context, verb, cue, passive)
    {
        return Some(complement);
    }
    (cue.takes(Frame::Question)).then(|| question(context, verb)).flatten().map(Complement::from)
}

/// *described the talks as useful*, *called the move a mistake*.
fn naming(context: &Context<'_>, verb: usize, passive: bool) -> Option<Range<usize>> {
    let text = context.text;
    let object = object_of(context, verb, passive)?;
    let said_to_be = text.children(verb).find(|&child| {
        child > verb
            && child != object
            && match text.deprel(child) {
                Deprel::Xcomp => !context.is_infinitive(child) && context.upos(child) != Upos::Verb,
                Deprel::Obl | Deprel::Advcl => context.is_marked(child, &context.cues.grammar.naming),
                _ => false,
            }
    });
    let said_to_be = said_to_be.or_else(|| {
        text.children(object).find(|&child| {
            child > object
                && matches!(text.deprel(child), Deprel::Nmod | Deprel::Obl | Deprel::Advcl | Deprel::Acl)
                && context.is_marked(child, &context.cues.grammar.naming)
        })
    })?;
    let (object, value) = (text.subtree(object), text.subtree(said_to_be));
    if passive {
        return Some(to_the_end(context, verb, value));
    }
    Some(to_the_end(context, verb, object.start..value.end.max(object.end)))
}

/// *urged the parties to talk*: whom and to what; the infinitive alone after a pronoun.
fn request(context: &Context<'_>, verb: usize, cue: &VerbCue, passive: bool) -> Option<Range<usize>> {
    let text = context.text;
    let infinitive = text.children(verb).find(|&child| {
        child > verb
            && matches!(text.deprel(child), Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl)
            && context.is_infinitive(child)
    });
    let addressee = text.children(verb).find(|&child| {
        child > verb
            && match text.deprel(child) {
                Deprel::Obj | Deprel::Iobj => cue.through.is_empty(),
                Deprel::Obl => {
                    context.text.children(child).any(|case| is_one_of(context, case, &cue.through))
                }
                _ => false,
            }
    });
    // *called on the parties to talk*, where the infinitive hangs on the noun
    let infinitive = infinitive.or_else(|| {
        addressee.and_then(|addressee| {
            text.children(addressee).find(|&child| {
                matches!(text.deprel(child), Deprel::Acl | Deprel::Advcl | Deprel::Xcomp)
                    && context.is_infinitive(child)
            })
        })
    })?;
    if passive
        || (addressee.is_none() && (!cue.through.is_empty() || text.deprel(infinitive) == Deprel::Advcl))
    {
        return None;
    }
    let clause = text.subtree(infinitive);
    let start = match addressee.filter(|&addressee| !is_pronoun(context, addressee)) {
        Some(addressee) => {
            let range = text.subtree(addressee);
            let case = text.children(addressee).find(|&case| is_one_of(context, case, &cue.through));
            case.map_or(range.start, |case| case + 1)
        }
        None => clause.start,
    };
    Some(to_the_end(context, verb, start..clause.end))
}

/// *promised to help*.
fn infinitive(context: &Context<'_>, verb: usize) -> Option<Range<usize>> {
    let text = context.text;
    let child = text.children(verb).find(|&child| {
        child > verb
            && matches!(text.deprel(child), Deprel::Xcomp | Deprel::Ccomp)
            && context.is_infinitive(child)
    })?;
    Some(to_the_end(context, verb, text.subtree(child)))
}

fn is_one_of(context: &Context<'_>, token: usize, words: &[String]) -> bool {
    words.iter().any(|word| word == context.lower(token))
        && matches!(
            context.text.deprel(token),
            Deprel::Case | Deprel::Mark | Deprel::Advmod | Deprel::CompoundPrt
        )
}

/// *warned of a delay*, *accused them of fraud*, *called attention to the fact that*.
fn prepositional(context: &Context<'_>, verb: usize, cue: &VerbCue, passive: bool) -> Option<Complement> {
    let text = context.text;
    let object = object_of(context, verb, passive);
    let led = |&child: &usize| {
        child > verb
            && matches!(
                text.deprel(child),
                Deprel::Obl
                    | Deprel::Nmod
                    | Deprel::Advcl
                    | Deprel::Acl
                    | Deprel::Ccomp
                    | Deprel::Xcomp
                    | Deprel::OblAgent
            )
            && text.children(child).any(|case| case < child && is_one_of(context, case, &cue.prepositions))
    };
    let below = object.into_iter().flat_map(|object| text.children(object));
    let child = text.children(verb).find(led).or_else(|| below.clone().find(led))?;
    let case = text.children(child).find(|&case| is_one_of(context, case, &cue.prepositions))?;
    if let Some(run) = held_clause(context, child) {
        return Some(to_the_end(context, verb, run).into());
    }
    if is_pronoun(context, child) && text.children(child).all(|below| below < child) {
        return None;
    }
    let range = text.subtree(child);
    let start =
        match object.filter(|&object| !passive && cue.object.is_empty() && !is_pronoun(context, object)) {
            Some(object) => text.subtree(object).start.max(verb + 1),
            None => case + 1,
        };
    Some(to_the_end(context, verb, start..range.end).into())
}

/// *would not say whether it will*.
fn question(context: &Context<'_>, verb: usize) -> Option<Range<usize>> {
    let text = context.text;
    text.children(verb)
        .filter(|&child| {
            child > verb
                && matches!(text.deprel(child), Deprel::Ccomp | Deprel::Advcl | Deprel::Obl | Deprel::Xcomp)
        })
        .map(|child| text.subtree(child))
        .find(|range| range.clone().take(3).any(|token| asks(context, token)))
        .map(|range| {
            let start = range.clone().find(|&token| asks(context, token)).unwrap_or(range.start);
            to_the_end(context, verb, start..range.end)
        })
}

/// Whether a word opens a question.
pub(super) fn asks(context: &Context<'_>, token: usize) -> bool {
    context.is(token, &context.cues.grammar.interrogatives)
        || matches!(context.xpos(token), Xpos::Wrb | Xpos::Wp | Xpos::Wdt | Xpos::WpS)
}
