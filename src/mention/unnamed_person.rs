//! Persons without a name: *a second senior official*, *thousands of students*, *an analyst*.

use std::ops::Range;

use crate::lexicon::WordRole;
use crate::lexicon::WordSet;
use crate::mention::description::Shape;
use crate::mention::description::is_lone_source;
use crate::mention::description::with_country;
use crate::mention::draft::Draft;
use crate::mention::known::known_at;
use crate::mention::known::known_ending;
use crate::mention::phrase::phrase_start;
use crate::mention::text::Words;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::NodeKind;
use crate::model::Upos;

/// An unnamed person or group of them: *a second senior administration official*, *Mexican officials*, *an analyst*.
pub(super) fn unnamed(words: &Words<'_, '_>, head: usize, plural: bool) -> Option<Draft> {
    let official = words.has_role(head, WordRole::Source);
    let first = if is_lone_source(words, head) { head - 1 } else { head };
    let tokens = phrase_start(words, first, head)..head + 1;
    let shape = Shape::of(words, tokens.clone(), head);
    // *the interlocutors* are whoever was named before.
    if plural && shape.definite && words.is_in(WordSet::Participant, head) {
        return None;
    }
    let acts = |token: usize| matches!(words.doc.deprel(token), Deprel::Nsubj | Deprel::OblAgent);
    let behind_count = plural && counting(words, head).is_some_and(acts);
    let speaks = acts(head) || behind_count;
    let counted = first < head;
    if !(shape.determined || counted || shape.named || shape.modified || speaks)
        || !official && plural && !speaks
    {
        return None;
    }
    let tells = words
        .doc
        .head(head)
        .is_some_and(|verb| acts(head) && !words.lexicon.cues.verb(&words.doc.tokens[verb].lemma).is_empty());
    if official && plural && !tells {
        if follows_several(words, first) {
            return None;
        }
        if let Some(body) = body_before(words, &tokens, head) {
            return Some(body);
        }
    }
    let kind = if official { NodeKind::OFFICIAL } else { NodeKind::PERSON };
    let mut draft = Draft::new(tokens.clone(), MentionForm::Description, kind).with("anonymous", "true");
    if plural {
        draft = draft.with("number", "plural");
    }
    if behind_count {
        draft = draft.with("counted", "true");
    }
    // *administration official*, *foreign ministry sources*: the body for which they work.
    if let Some(body) = (tokens.start..head)
        .rev()
        .find(|&t| words.noun(t).is_some_and(|(_, noun)| noun.kind == NodeKind::AGENCY))
    {
        let (length, _) = words.noun(body)?;
        let start = (tokens.start..=body + 1 - length)
            .rev()
            .take_while(|&t| t + length > body || words.is_capital(t))
            .last()
            .unwrap_or(body);
        draft = draft.with("body", words.doc.text(start..body + 1));
    }
    let told = with_country(words, draft, tokens);
    let told = if plural { with_home(words, told, head) } else { told };
    // *hundreds of children*: of nowhere, they are nobody.
    Some(told).filter(|told| !behind_count || told.attributes.contains_key("country"))
}

/// *Ardenian **and Peruvian** officials*: where they act, each state does, and nobody knows them as one group.
fn follows_several(words: &Words<'_, '_>, noun: usize) -> bool {
    let ending = |last: usize| {
        let known = known_ending(words, last, words.range.start)?;
        (known.kind == NodeKind::COUNTRY).then_some(known.start)
    };
    let before = |token: usize| token.checked_sub(1).filter(|&before| words.has(before));
    before(noun)
        .and_then(ending)
        .and_then(before)
        .filter(|&and| words.upos(and) == Upos::Cconj)
        .and_then(before)
        .and_then(ending)
        .is_some()
}

/// ***Sol administration** officials*: where they act, the administration does.
fn body_before(words: &Words<'_, '_>, tokens: &Range<usize>, head: usize) -> Option<Draft> {
    let last = head.checked_sub(1).filter(|last| tokens.contains(last))?;
    let (length, noun) = words.noun(last)?;
    let named = tokens.start < last && (tokens.start..last).all(|token| words.is_capital(token));
    let own = length == 1 && noun.kind == NodeKind::AGENCY && !words.is_capital(last);
    let person = || words.upos(tokens.start) == Upos::Propn && known_at(words, tokens.start).is_none();
    (own && named && person()).then(|| {
        Draft::named(tokens.clone(), tokens.start..head, NodeKind::AGENCY).with("type", noun.class.as_str())
    })
}

/// *thousands **of students***: the word that counts them.
fn counting(words: &Words<'_, '_>, head: usize) -> Option<usize> {
    let grammar = &words.lexicon.relations.grammar;
    let whole = |part: usize| {
        words.doc.head(part).filter(|&above| {
            words.doc.deprel(part) == Deprel::Nmod && grammar.transparent.contains(words.doc.lemma(above))
        })
    };
    // *tens of thousands of students*
    whole(head).map(|once| whole(once).unwrap_or(once))
}

/// *students **from Ardenia***, *rebels **in the Ardenian hills***: people of a country that stands behind them.
fn with_home(words: &Words<'_, '_>, draft: Draft, head: usize) -> Draft {
    if draft.attributes.contains_key("country") {
        return draft;
    }
    let mut behind = words.doc.children_by(head, Deprel::Nmod).filter(|&child| child > head);
    let home = behind.find_map(|child| {
        let mut phrase = words.doc.subtree(child).filter(|&token| words.has(token));
        phrase.find_map(|token| known_at(words, token).and_then(|known| known.country))
    });
    match home {
        Some(country) => draft.with("country", country),
        None => draft,
    }
}
