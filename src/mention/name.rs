//! Names without a title: runs of capitalised words, told apart by gazetteer, head noun, shape and context.

use std::ops::Range;

use crate::lexicon::NounSense;
use crate::lexicon::WordSet;
use crate::mention::draft::Draft;
use crate::mention::known::Known;
use crate::mention::known::known_at;
use crate::mention::known::known_inside;
use crate::mention::known::states_inside;
use crate::mention::several::names_several;
use crate::mention::text::Words;
use crate::mention::title_in_name::opens_complement;
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
        classify(words, run, &mut found);
    }
    found
}

/// The longest run of words that may be one name.
fn run(words: &Words<'_, '_>, start: usize, free: &dyn Fn(usize) -> bool) -> Range<usize> {
    let known = known_at(words, start).filter(|known| (known.start..known.end).all(free));
    if known.is_none() && !words.is_capital(start) {
        return start..start;
    }
    let mut end = known.map_or(start + 1, |known| known.end);
    while words.has(end) && free(end) {
        let joint = matches!(words.form(end), "-" | "\u{2013}" | "/");
        if joint && words.touches(end - 1, end) && words.touches(end, end + 1) && words.has(end + 1) {
            end += 2;
            continue;
        }
        if words.is_capital(end) && !(words.title(end).is_some() && words.noun(end).is_none())
            || is_numbered(words, start, end)
        {
            end = known_at(words, end).map_or(end + 1, |known| known.end);
            continue;
        }
        if let Some(closed) = closing_noun(words, end) {
            return start..closed;
        }
        let Some(next) = connected(words, start, end, free) else { break };
        end = next;
    }
    start..end
}

/// *Resolution 1737*, *Article 5*: a number behind a name that has a head noun.
fn is_numbered(words: &Words<'_, '_>, start: usize, end: usize) -> bool {
    words.upos(end) == Upos::Num
        && end > start
        && words.form(end).starts_with(|c: char| c.is_ascii_digit())
        && words.noun(end - 1).is_some_and(|(_, noun)| noun.kind == NodeKind::AGREEMENT)
}

/// The end of a plain noun that makes the run before it a thing: *the Delta initiative*, *Brandt administration*.
fn closing_noun(words: &Words<'_, '_>, end: usize) -> Option<usize> {
    let last = (end..words.range.end.min(end + 4))
        .take_while(|&token| matches!(words.upos(token), Upos::Noun | Upos::Adj))
        .last()?;
    let head = (end..=last)
        .rev()
        .find(|&token| words.noun(token).is_some_and(|(length, _)| token + 1 >= end + length))?;
    if head == end && words.is_in(WordSet::StateSide, head) {
        return None;
    }
    let hangs = words.doc.head(end - 1).is_some_and(|above| (end..=head).contains(&above))
        || words.doc.is_under(end - 1, head);
    let direct = (end..head).all(|token| words.doc.is_under(token, head));
    let related = matches!(
        words.doc.deprel(end - 1),
        Deprel::Compound | Deprel::Amod | Deprel::NmodDesc | Deprel::Flat
    );
    (hangs && direct && related && words.upos(head) == Upos::Noun).then_some(head + 1)
}

/// Where a run goes on behind a connector at `end`: *Ministry* of *Health*, *Public Health* and *Safe Communities*.
fn connected(words: &Words<'_, '_>, start: usize, end: usize, free: &dyn Fn(usize) -> bool) -> Option<usize> {
    let institution =
        (start..end).any(|token| words.noun(token).is_some_and(|(_, noun)| is_institution(noun)));
    let next = end + 1;
    if !words.has(next) || !institution {
        return None;
    }
    let inside = |token: usize| (start..end).any(|part| words.doc.is_under(token, part));
    let connector = |token: usize| words.is_in(WordSet::NameConnector, token);
    if connector(end) {
        let first = if words.upos(next) == Upos::Det { next + 1 } else { next };
        let place = words.lexicon.mentions.has(WordSet::Locative, &words.form(end).to_lowercase());
        let known = known_at(words, first).is_some();
        // The tree often loses what follows *for*; a capital that is no name of its own goes on with the run.
        let fits = words.is_capital(first) && free(first) && (inside(first) || !known) && (!place || !known);
        let whose = first > next && opens_complement(words, end);
        // *on behalf of the Government for **the Government** of Kenya*: another body begins.
        let other = first > next && !connects_owner(words, end) && words.noun(first).is_some();
        // *the adoption by the Council of **Resolution 9***: an instrument is no part of a body.
        let instrument = words.noun(first).is_some_and(|(_, noun)| noun.kind == NodeKind::AGREEMENT)
            && !(start..end)
                .any(|token| words.noun(token).is_some_and(|(_, noun)| noun.kind == NodeKind::AGREEMENT));
        if other || instrument {
            return None;
        }
        return match words.title(first) {
            Some(title) => (fits && whose).then_some(first + title.len),
            None => fits.then_some(first),
        };
    }
    let comma = words.form(end) == ",";
    if !(words.upos(end) == Upos::Cconj || comma) || !(start..end).any(connector) {
        return None;
    }
    // A comma joins only where a conjunction with another capital closes the list.
    let close = (next..words.range.end)
        .find(|&token| !words.is_capital(token) && words.form(token) != ",")
        .unwrap_or(next);
    let listed = words.has(close) && words.upos(close) == Upos::Cconj && words.is_capital(close + 1);
    let known = known_at(words, next).is_some() || words.title(next).is_some();
    (words.is_capital(next) && free(next) && !known && inside(next) && (!comma || listed)).then_some(next)
}

/// Whether the connector says whose: *of*.
fn connects_owner(words: &Words<'_, '_>, connector: usize) -> bool {
    words
        .lexicon
        .relations
        .grammar
        .owning
        .iter()
        .any(|owning| owning.eq_ignore_ascii_case(words.form(connector)))
}

/// Kinds whose names go on behind *of* and *for*.
fn is_institution(noun: &NounSense) -> bool {
    [NodeKind::AGENCY, NodeKind::ORGANIZATION, NodeKind::AGREEMENT, NodeKind::EVENT].contains(&noun.kind)
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
    let instrument = [NodeKind::AGREEMENT, NodeKind::EVENT].contains(&noun.kind);
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
