//! Issues that are known by their place alone: what is discussed, what talks are on, what somebody is concerned about.

use std::ops::Range;

use crate::lexicon::WordRole;
use crate::mention::draft::Draft;
use crate::mention::text::Words;
use crate::mention::topic::modifiers;
use crate::mention::topic::open;
use crate::model::Deprel;
use crate::model::NodeKind;
use crate::model::Upos;

/// How many words a complement behind *of* may take.
const LONGEST: usize = 9;

/// What a place asks of the words that fill it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Any noun there is an issue.
    Sure,
    /// An issue only where more than one word names it.
    Wide,
}

/// The issues in the places of issues that neither `free` nor the mentions found so far close.
pub(super) fn subject_matters(
    words: &Words<'_, '_>,
    free: &dyn Fn(usize) -> bool,
    found: &[Draft],
) -> Vec<Draft> {
    let issues: Vec<Range<usize>> =
        found.iter().filter(|draft| draft.is(&NodeKind::TOPIC)).map(|draft| draft.tokens.clone()).collect();
    let mut matters: Vec<Draft> = Vec::new();
    for head in words.range.clone() {
        let known = issues.iter().any(|issue| issue.contains(&head))
            || matters.last().is_some_and(|matter| head < matter.tokens.end);
        if known || !free(head) || !may_be_issue(words, head) {
            continue;
        }
        let Some(place) = place(words, head, 0) else { continue };
        let start = modifiers(words, head, free);
        let end = complement_end(words, head).unwrap_or(head + 1);
        let several = end - start > 1;
        let inside = issues.iter().any(|issue| issue.start >= start && issue.end <= end);
        let above = words.issue_above(start..end);
        if !inside && (several || place == Place::Sure && above.is_some()) {
            matters.push(open(start..end, above));
        }
    }
    matters
}

fn may_be_issue(words: &Words<'_, '_>, head: usize) -> bool {
    let lexicon = &words.lexicon.subject_matter;
    let lemma = words.doc.lemma(head);
    words.upos(head) == Upos::Noun
        && !words.is_capital(head)
        && words.doc.deprel(head) != Deprel::Compound
        && !lexicon.is_never_issue(lemma)
        && !lexicon.is_empty_noun(lemma)
        && words.noun(head).is_none()
        && ![WordRole::Shell, WordRole::Source, WordRole::Person, WordRole::Collective, WordRole::Medium]
            .into_iter()
            .any(|role| words.has_role(head, role))
}

/// The place of a noun in its clause, through coordination and nouns that only point at an issue.
fn place(words: &Words<'_, '_>, token: usize, depth: u8) -> Option<Place> {
    let doc = words.doc;
    let above = doc.head(token).filter(|above| words.has(*above) && depth < 4)?;
    let lexicon = &words.lexicon.subject_matter;
    let lemma = doc.lemma(above);
    match doc.deprel(token) {
        Deprel::Conj => place(words, above, depth + 1),
        Deprel::Obj | Deprel::NsubjPass if lexicon.takes_issue(lemma) => Some(Place::Sure),
        Deprel::Obj | Deprel::NsubjPass if lexicon.is_aim(lemma) => Some(Place::Wide),
        Deprel::Obl | Deprel::Nmod => {
            let preposition =
                doc.child_by(token, Deprel::Case).map(|case| words.form(case).to_lowercase())?;
            if lexicon.is_empty_noun(lemma)
                && let Some(place) = place(words, above, depth + 1)
            {
                return Some(place);
            }
            lexicon.stands_behind(lemma, &preposition).then_some(Place::Sure)
        }
        _ => None,
    }
}

/// The end of what directly follows with *of*, names and coordinated nouns included: *militarization of Crimea*.
fn complement_end(words: &Words<'_, '_>, head: usize) -> Option<usize> {
    let doc = words.doc;
    let of = head + 1;
    let complement = doc.children_by(head, Deprel::Nmod).find(|&child| {
        words.has(of)
            && doc.head(of) == Some(child)
            && words.lexicon.relations.grammar.owning.iter().any(|owning| owning == words.form(of))
    })?;
    let plain = |token: usize| {
        !matches!(words.upos(token), Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Pron)
            && (words.upos(token) != Upos::Punct || words.form(token) == ",")
            && (words.upos(token) != Upos::Adp || token == of)
    };
    if words.has_role(complement, WordRole::Shell) {
        return None;
    }
    let mut end = complement + 1;
    for token in of..words.range.end.min(of + LONGEST) {
        if !plain(token) || !doc.is_under(token, complement) {
            break;
        }
        if matches!(words.upos(token), Upos::Noun | Upos::Propn) {
            end = token + 1;
        }
    }
    (of..end).all(plain).then_some(end)
}
