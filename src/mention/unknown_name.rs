//! Names of which nothing but their shape and their place tell.

use std::ops::Range;

use crate::lexicon::PersonNames;
use crate::lexicon::WordSet;
use crate::mention::draft::Draft;
use crate::mention::name::with_determiner;
use crate::mention::person_name::name_after;
use crate::mention::text::Words;
use crate::model::Deprel;
use crate::model::NodeKind;
use crate::model::Upos;
use crate::model::Xpos;

/// A name of which nothing but its shape and its place tell.
pub(super) fn unknown(words: &Words<'_, '_>, run: Range<usize>, found: &mut Vec<Draft>) {
    if run.is_empty() || run.clone().all(|token| words.upos(token) == Upos::Num) {
        return;
    }
    let first = words.form(run.start);
    // A letter with a stop numbers or labels: *A. It will open in May.*
    if run.len() == 1 && first.ends_with('.') && first.chars().count() == 2 {
        return;
    }
    if calls_on_askers(words, &run) {
        return;
    }
    let person = name_after(words, run.start);
    let capitals = first.chars().filter(|c| c.is_uppercase()).count();
    let acronym = run.len() == 1 && capitals > 1 && !words.shouting && capitals * 2 >= first.chars().count();
    let whole_person = person.end == run.end;
    // An unknown word that only qualifies the next noun names nothing by itself: *the Sol-era border*.
    let qualifies = matches!(
        words.doc.deprel(words.head_of(run.clone())),
        Deprel::Compound | Deprel::Amod | Deprel::Advmod
    );
    if qualifies && !words.lexicon.names.is_given(first) && run.len() != 2 {
        return;
    }
    if !words.lexicon.names.is_given(first) && run.clone().all(|token| is_common(words, token, run.len())) {
        return;
    }
    let told = told(words, &run);
    let personal = words.lexicon.names.is_given(first) || PersonNames::is_initial(first);
    let kind = if personal && whole_person && run.len() > 1 {
        NodeKind::OFFICIAL
    } else if run.len() == 1
        && whole_person
        && !acronym
        && acts(words, run.clone())
        && (personal || words.is_of_person(run.start) || may_be_person(words, run.start, told.as_ref()))
    {
        // What texts of states call by one word and let act is a person by the family name.
        NodeKind::OFFICIAL
    } else if run.len() == 1 && !acronym && is_locative(words, run.start) && told != Some(NodeKind::OFFICIAL)
    {
        NodeKind::PLACE
    } else if let Some(told) = told.filter(|told| *told != NodeKind::OFFICIAL || whole_person) {
        told
    } else if acronym {
        NodeKind::ORGANIZATION
    } else if is_locative(words, run.start) {
        NodeKind::PLACE
    } else if words.shouting && whole_person && (run.len() > 1 || acts(words, run.clone())) {
        NodeKind::OFFICIAL
    } else if run.len() == 1
        && (words.upos(run.start) != Upos::Propn || words.shouting || words.opens(run.start))
    {
        return;
    } else {
        NodeKind::ORGANIZATION
    };
    // *Energy*, *Tourism*: words of every day are persons only where a title says so.
    let everyday = run.len() == 1 && words.lexicon.names.is_common(first) && !words.is_of_person(run.start);
    if kind == NodeKind::OFFICIAL && everyday {
        return;
    }
    // *Bolsheviks*, *Communists*: many, of whom a paper speaks as of one body.
    let counted = words.doc.children_by(run.start, Deprel::Nummod).any(|count| count < run.start)
        || words.has(run.start.wrapping_sub(1)) && words.is_in(WordSet::Descent, run.start - 1);
    let many = run.len() == 1
        && (matches!(words.doc.tokens[run.start].xpos, Xpos::Nnps | Xpos::Nns) || counted)
        && !personal
        && !words.is_of_person(run.start);
    let kind = if kind == NodeKind::OFFICIAL && many { NodeKind::ORGANIZATION } else { kind };
    let tokens = if kind == NodeKind::OFFICIAL { run.clone() } else { with_determiner(words, run.clone()) };
    found.push(Draft::named(tokens, run, kind).with("guess", "true"));
}

/// The label before a question, whose first letter a scan has set apart: *Q UESTION:*.
fn calls_on_askers(words: &Words<'_, '_>, run: &Range<usize>) -> bool {
    let label: String = run.clone().map(|token| words.form(token).to_lowercase()).collect();
    run.len() == 2 && words.form(run.start).len() == 1 && words.lexicon.cues.turns.askers.contains(&label)
}

/// Whether a single word may be a person's name: the tagger often misses a family name or takes it for a body, seldom for a place.
fn may_be_person(words: &Words<'_, '_>, token: usize, told: Option<&NodeKind>) -> bool {
    match told {
        Some(told) => [NodeKind::OFFICIAL, NodeKind::ORGANIZATION].contains(told),
        None => words.upos(token) == Upos::Propn,
    }
}

/// What the tagger of names takes most of the run for.
fn told(words: &Words<'_, '_>, run: &Range<usize>) -> Option<NodeKind> {
    let name = run.clone().find_map(|token| words.doc.tagged_name(token))?;
    let shared = name.tokens.end.min(run.end).saturating_sub(name.tokens.start.max(run.start));
    let person = name.kind == NodeKind::PERSON;
    (shared * 2 > run.len()).then(|| if person { NodeKind::OFFICIAL } else { name.kind.clone() })
}

/// A word that is no name but for its capital; alone, one that no person or place of the text is called either.
fn is_common(words: &Words<'_, '_>, token: usize, length: usize) -> bool {
    let (names, form) = (&words.lexicon.names, words.form(token));
    names.is_never_name(form) || names.is_common(form) && (length > 1 || !words.is_seen(token))
}

/// *in Ardenia*, *near Sol*: a bare name after a preposition of place.
fn is_locative(words: &Words<'_, '_>, start: usize) -> bool {
    let before = start.wrapping_sub(1);
    words.has(before) && words.upos(before) == Upos::Adp && words.is_in(WordSet::Locative, before)
}

/// Whether the name stands where persons stand: subject, agent, owner.
fn acts(words: &Words<'_, '_>, run: Range<usize>) -> bool {
    let head = words.head_of(run);
    matches!(
        words.doc.deprel(head),
        Deprel::Nsubj
            | Deprel::OblAgent
            | Deprel::NsubjPass
            | Deprel::NmodPoss
            | Deprel::Conj
            | Deprel::Root
            | Deprel::Vocative
    )
}
