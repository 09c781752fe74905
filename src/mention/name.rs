//! Names without a title: runs of capitalised words, told apart by gazetteer, head noun, shape and context.

use std::ops::Range;

use crate::lexicon::NounSense;
use crate::lexicon::WordSet;
use crate::mention::draft::Draft;
use crate::mention::known::Known;
use crate::mention::known::known_at;
use crate::mention::known::known_inside;
use crate::mention::known::states_inside;
use crate::mention::name_run::GOVERNMENT;
use crate::mention::name_run::amends;
use crate::mention::name_run::run;
use crate::mention::several::names_several;
use crate::mention::text::Words;
use crate::mention::unknown_name::unknown;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::NodeKind;
use crate::model::Upos;

/// All names in the part of the sentence that `free` leaves open, in order; states and bodies inside longer names too.
pub(super) fn names(words: &Words<'_, '_>, free: &dyn Fn(usize) -> bool) -> Vec<Draft> {
    let mut found = Vec::new();
    let mut token = words.range.start;
    while token < words.range.end {
        let run = if free(token) { run(words, token, free) } else { token..token };
        if run.is_empty() {
            token += 1;
            continue;
        }
        token = run.end;
        if run.len() == 1 && amends(words, run.start) {
            continue;
        }
        classify(words, run, &mut found);
    }
    found
}

fn classify(words: &Words<'_, '_>, run: Range<usize>, found: &mut Vec<Draft>) {
    if let Some(known) = known_at(words, run.start).filter(|known| known.end >= run.end) {
        let body = [NodeKind::AGENCY, NodeKind::ORGANIZATION].contains(&known.kind);
        found.push(known.draft(words));
        let states = states_inside(words, run).into_iter().filter(|_| body);
        found.extend(states.map(|inner| inner.inner_draft(words)));
        return;
    }
    if let Some(occasion) = recorded(words, run.clone()) {
        return classify(words, occasion..run.end, found);
    }
    let inner = known_inside(words, run.clone());
    if names_several(words, &run) {
        found.extend(inner.into_iter().map(|known| known.draft(words)));
        return;
    }
    if let Some(noun) = head_sense(words, run.clone()).filter(|noun| is_thing(words, noun, &run)) {
        let tokens = with_determiner(words, run.clone());
        let mut draft = if is_generic(words, &run, &tokens, noun) {
            Draft::new(tokens, MentionForm::Description, noun.kind.clone())
        } else {
            Draft::named(tokens, run.clone(), noun.kind.clone())
        }
        .with("type", noun.class.as_str());
        // The ***Duma** of Russia* is the Duma.
        let whole = |known: &Known| {
            known.kind == noun.kind && known.kind == NodeKind::AGENCY && known.start == run.start
        };
        draft.entry = inner.iter().find(|known| whole(known)).map(|known| known.key.clone());
        if let Some(country) = inner.iter().find_map(|known| known.country.clone()) {
            draft = draft.with("country", country);
        }
        found.push(draft);
        // A place inside such a name is a part of the name: the *Lisbon* Accord says nothing of the town.
        let last = run.end;
        // The noun that makes the name what it is may look like another thing's initials: the *EPA* of two states.
        let is_head = |known: &Known| noun.kind == NodeKind::AGREEMENT && known.end == last;
        found.extend(
            inner
                .into_iter()
                .filter(|known| known.kind != NodeKind::PLACE && !is_head(known) && !whole(known))
                .map(|known| known.inner_draft(words)),
        );
        return;
    }
    // No head noun: what the gazetteer knows stands for itself, the rest is a person, place or body.
    let mut from = run.start;
    for known in inner {
        if let Some(nation) = found.last().and_then(|last| foreign_to(last, &known)) {
            let tokens = known.start..known.end;
            found.push(Draft::named(tokens.clone(), tokens, known.kind).with("country", nation));
            from = known.end;
            continue;
        }
        unknown(words, trim(words, from..known.start), found);
        from = known.end;
        found.push(known.draft(words));
    }
    unknown(words, trim(words, from..run.end), found);
}

/// *Memorandum of **Conversation***: where the occasion begins of which a paper tells.
fn recorded(words: &Words<'_, '_>, run: Range<usize>) -> Option<usize> {
    let occasion = run.start + 2;
    let paper = words.lexicon.cues.is_document(&words.form(run.start).to_lowercase());
    let event = run.contains(&occasion)
        && words.is_in(WordSet::NameConnector, run.start + 1)
        && words.noun(run.end - 1).is_some_and(|(_, noun)| noun.kind == NodeKind::EVENT);
    (paper && event).then_some(occasion)
}

/// The nation of the adjective right before a body, where the body that is known by that name is another nation's: *the French
/// Admiralty*.
fn foreign_to(before: &Draft, known: &Known) -> Option<String> {
    let nation = before.attributes.get("iso3").filter(|_| before.form == MentionForm::Demonym)?;
    let body = known.kind == NodeKind::AGENCY && before.tokens.end == known.start;
    (body && known.country.as_deref().is_some_and(|country| country != nation)).then(|| nation.clone())
}

/// *the Agreement*, *this Free Trade Agreement*: a term that a text writes with capitals is no name by which other texts would know
/// the thing.
fn is_generic(words: &Words<'_, '_>, run: &Range<usize>, tokens: &Range<usize>, noun: &NounSense) -> bool {
    let whole = words.noun(run.end - 1).is_some_and(|(length, _)| length >= run.len());
    let instrument = [NodeKind::AGREEMENT, NodeKind::EVENT].contains(&noun.kind) || noun.class == GOVERNMENT;
    whole && (instrument || tokens.start < run.start)
}

/// A lone capitalised noun (*Committee* at the start of a sentence) is a description, not a name.
fn is_thing(words: &Words<'_, '_>, noun: &NounSense, run: &Range<usize>) -> bool {
    let others = run.len() > 1;
    others || words.is_capital(run.start) && !words.opens(run.start) && !noun.vague
}

fn trim(words: &Words<'_, '_>, mut range: Range<usize>) -> Range<usize> {
    let loose = |token: usize| {
        !words.is_capital(token) && !matches!(words.upos(token), Upos::Propn | Upos::Noun | Upos::Adj)
    };
    while !range.is_empty() && loose(range.end - 1) {
        range.end -= 1;
    }
    while !range.is_empty() && loose(range.start) {
        range.start += 1;
    }
    range
}

/// What the head noun names: the last noun of the run, or the one before *of* or *for*.
fn head_sense<'a>(words: &Words<'a, '_>, run: Range<usize>) -> Option<&'a NounSense> {
    let connector = run.clone().skip(1).find(|&token| words.is_in(WordSet::NameConnector, token));
    let end = connector.unwrap_or(run.end);
    let last = (run.start..end)
        .rev()
        .find(|&token| words.upos(token) != Upos::Num && words.upos(token) != Upos::Punct)?;
    words.noun(last).map(|(_, noun)| noun).filter(|noun| noun.kind != NodeKind::COUNTRY)
}

/// Takes in *the* and what else stands before a name in its phrase.
pub(super) fn with_determiner(words: &Words<'_, '_>, range: Range<usize>) -> Range<usize> {
    let head = words.head_of(range.clone());
    let mut start = range.start;
    while start > words.range.start {
        let before = start - 1;
        let relation = words.doc.deprel(before);
        let under = words.doc.is_under(before, head);
        let taken = matches!(relation, Deprel::Det | Deprel::Amod | Deprel::Compound | Deprel::Nummod)
            || words.form(before) == "$";
        if !(under && taken) || words.is_capital(before) && relation != Deprel::Det && !words.opens(before) {
            break;
        }
        start = before;
    }
    start..range.end
}
