//! Bodies of several states under one noun in the plural, which are no body of their own.

use std::ops::Range;

use crate::mention::known::Known;
use crate::mention::known::known_at;
use crate::mention::known::known_ending;
use crate::mention::text::Words;
use crate::model::NodeKind;
use crate::model::Upos;
use crate::model::Xpos;

/// *the Kenyan **and Norwegian Governments***, *the **Governments of Kenya** and Norway*: several bodies, one for each state.
pub(super) fn names_several(words: &Words<'_, '_>, run: &Range<usize>) -> bool {
    let plural = |token: usize| matches!(words.doc.tokens[token].xpos, Xpos::Nns | Xpos::Nnps);
    let body = |token: usize| words.noun(token).is_some_and(|(_, noun)| noun.kind == NodeKind::AGENCY);
    let state = |known: Known| known.kind == NodeKind::COUNTRY;
    let joint = |token: usize| words.upos(token) == Upos::Cconj;
    let before = || {
        let and = run.start.checked_sub(1).filter(|&and| and > words.range.start && joint(and));
        and.and_then(|and| known_ending(words, and - 1, words.range.start)).is_some_and(state)
            && known_at(words, run.start).is_some_and(state)
    };
    let behind = || {
        let and = words.has(run.end) && (joint(run.end) || words.form(run.end) == ",");
        and && words.has(run.end + 1)
            && known_at(words, run.end + 1).is_some_and(state)
            && known_ending(words, run.end - 1, run.start).is_some_and(state)
    };
    run.clone().any(|token| plural(token) && body(token)) && (before() || behind())
}

/// *the Kenyan and Norwegian governments* in one phrase.
pub(super) fn is_of_several(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    let states = tokens.clone().filter_map(|token| known_at(words, token));
    let states = states.filter(|known| known.kind == NodeKind::COUNTRY).count();
    states > 1 && tokens.clone().any(|token| words.upos(token) == Upos::Cconj)
}

/// The end of the list of states for which several officers act: *the Foreign Ministers of Kenya **, Norway and Japan***.
pub(super) fn further_states(words: &Words<'_, '_>, end: usize) -> usize {
    let state = |token: usize| {
        let at = if words.has(token) && words.upos(token) == Upos::Det { token + 1 } else { token };
        let known = words.has(at).then(|| known_at(words, at)).flatten();
        known.filter(|known| known.kind == NodeKind::COUNTRY && !known.demonym).map(|known| known.end)
    };
    let ends_in_state = known_ending(words, end - 1, words.range.start)
        .is_some_and(|known| known.kind == NodeKind::COUNTRY && !known.demonym);
    let (mut last, mut at) = (end, end);
    while ends_in_state && words.has(at) {
        let comma = words.form(at) == ",";
        let and = at + usize::from(comma);
        let joint = words.has(and) && words.upos(and) == Upos::Cconj;
        let Some(next) = (comma || joint).then(|| state(and + usize::from(joint))).flatten() else { break };
        at = next;
        if joint {
            // Only *and* closes a list: *the ministers of Kenya, Norway said* is none.
            last = next;
        }
    }
    last
}

/// The start of the list of nations before a title in the plural: ***the Kenyan and** Norwegian foreign ministers*.
pub(super) fn former_nations(words: &Words<'_, '_>, start: usize, from: usize) -> usize {
    let nation = |at: usize| known_at(words, at).is_some_and(|known| known.demonym);
    let mut first = start;
    while nation(first) {
        let Some(joint) = first.checked_sub(1).filter(|&joint| joint > from) else { break };
        let goes_on = words.upos(joint) == Upos::Cconj || first < start && words.form(joint) == ",";
        let before = goes_on.then(|| known_ending(words, joint - 1, from)).flatten();
        let Some(before) = before.filter(|known| known.demonym) else { break };
        first = before.start;
    }
    first
}
