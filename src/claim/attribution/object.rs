//! Words said in a noun phrase: *stressed the need for talks*, *expressed the hope that they would begin*.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::claim::attribution::after::is_complementizer;
use crate::claim::attribution::complement::Complement;
use crate::claim::attribution::context::Context;
use crate::claim::attribution::cut::cut;
use crate::claim::attribution::edge::within_sentence;
use crate::lexicon::cues::VerbCue;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::SpeechAct;
use crate::model::Upos;

/// The object of the verb, or the subject of a passive one.
pub(super) fn object_of(context: &Context<'_>, verb: usize, passive: bool) -> Option<usize> {
    let text = context.text;
    if passive {
        return text.child_by(verb, Deprel::NsubjPass);
    }
    text.children_by(verb, Deprel::Obj).find(|&child| child > verb)
}

pub(super) fn is_pronoun(context: &Context<'_>, token: usize) -> bool {
    context.upos(token) == Upos::Pron
}

pub(super) fn to_the_end(context: &Context<'_>, verb: usize, range: Range<usize>) -> Range<usize> {
    let range = within_sentence(context, verb, range);
    let end = if range.start > verb { cut(context, verb, range.clone()) } else { range.end };
    range.start..end
}

/// *stressed the need for talks*; the clause alone in *expressed the hope that talks would begin*.
pub(super) fn object(context: &Context<'_>, verb: usize, cue: &VerbCue, passive: bool) -> Option<Complement> {
    let text = context.text;
    let object = object_of(context, verb, passive)?;
    if is_pronoun(context, object) || !context.is_nominal(object) || context.is_relative(object) {
        return None;
    }
    if context.mention_of(object).is_none() && is_date(context, object) {
        return None;
    }
    let noun = context.cues.noun(text.lemma(object));
    let act = noun.filter(|noun| noun.act != SpeechAct::Say).map(|noun| noun.act);
    if let Some(run) = held_clause(context, object) {
        return Some(Complement { run: to_the_end(context, verb, run), act });
    }
    if let Some(noun) = noun.filter(|noun| !noun.prepositions.is_empty()) {
        let cases: BTreeSet<String> = noun.prepositions.iter().cloned().collect();
        let mut led = text.children(object).chain(text.children(verb)).filter(|&child| {
            child > object
                && matches!(text.deprel(child), Deprel::Nmod | Deprel::Obl | Deprel::Advcl | Deprel::Acl)
                && context.is_marked(child, &cases)
        });
        if let Some(child) = led.next()
            && let Some(case) = context.marker(child, &cases)
        {
            return Some(Complement {
                run: to_the_end(context, verb, case + 1..text.subtree(child).end),
                act,
            });
        }
    }
    let range = text.subtree(object);
    let start =
        text.child_by(verb, Deprel::Iobj).map_or(range.start, |to| range.start.min(text.subtree(to).start));
    let mut end = range.end;
    if !passive && cue.object.is_empty() {
        end = with_loose_ends(context, verb, object, end);
    }
    Some(Complement { run: to_the_end(context, verb, start..end), act })
}

fn is_date(context: &Context<'_>, token: usize) -> bool {
    context
        .mentions
        .iter()
        .any(|mention| mention.form == MentionForm::Date && mention.tokens.contains(&(token as u32)))
}

/// Phrases after the object that the tree hangs on the verb but that belong to what is said.
fn with_loose_ends(context: &Context<'_>, verb: usize, object: usize, mut end: usize) -> usize {
    let text = context.text;
    let grammar = &context.cues.grammar;
    for child in text.children(verb).filter(|&child| child > object) {
        let range = text.subtree(child);
        let loose = matches!(text.deprel(child), Deprel::Obl | Deprel::Advcl)
            && !context.is_marked(child, &grammar.setting)
            && !context.is_marked(child, &grammar.to)
            && !is_date(context, child)
            && text
                .children(child)
                .any(|mark| mark < child && matches!(text.deprel(mark), Deprel::Case | Deprel::Mark));
        if loose && range.start <= end + 1 && (range.start == end || context.lower(end) != ",") {
            end = end.max(range.end);
        }
    }
    end
}

/// The clause of a noun that names what a speaker holds: *the hope that it will last*.
pub(super) fn held_clause(context: &Context<'_>, noun: usize) -> Option<Range<usize>> {
    let text = context.text;
    context.cues.noun(text.lemma(noun))?;
    let clause = text.children(noun).find(|&child| {
        child > noun
            && matches!(
                text.deprel(child),
                Deprel::Acl | Deprel::Ccomp | Deprel::AclRelcl | Deprel::Appos | Deprel::Advcl
            )
            && text.children(child).any(|mark| {
                context.is(mark, &context.cues.grammar.complementizers) && is_complementizer(context, mark)
            })
    })?;
    let range = text.subtree(clause);
    let that = range.clone().find(|&token| context.is(token, &context.cues.grammar.complementizers))?;
    Some(that + 1..range.end)
}
