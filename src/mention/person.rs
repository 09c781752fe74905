//! Persons by title and name, and offices that stand for the person who holds them.

use std::ops::Range;

use crate::lexicon::WordSet;
use crate::mention::draft::Draft;
use crate::mention::known::known_at;
use crate::mention::office::Office;
use crate::mention::office::office;
use crate::mention::office::portfolio_end;
use crate::mention::person_name::name_after;
use crate::mention::phrase::phrase_start;
use crate::mention::text::Words;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::NodeKind;
use crate::model::Upos;

/// The class of nouns for unnamed persons, which are no offices: *officials*.
const UNNAMED: &str = "official";

/// All persons that the sentence names by title, in order: *Foreign Minister Ana Oduya*, *the French Ambassador*; and the tokens
/// of titles that stand for nobody.
pub(super) fn titled(words: &Words<'_, '_>, free: &dyn Fn(usize) -> bool) -> (Vec<Draft>, Vec<Range<usize>>) {
    let (mut found, mut idle): (Vec<Draft>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
    let mut from = words.range.start;
    let mut token = words.range.start;
    while token < words.range.end {
        let Some(office) = free(token).then(|| office(words, token, from)).flatten() else {
            token += 1;
            continue;
        };
        let end = office.tokens.end;
        let name = name_behind(words, end);
        let title = office.title.clone();
        let draft = match (name.is_empty(), office.plural) {
            (true, _) => role(words, office),
            (false, false) => Some(person(words, office, name)),
            // *Presidents Sol and Abara*: a plural title governs a list of names, each a mention of its own, and names nobody else.
            (false, true) => None,
        };
        if let Some(draft) = draft {
            token = draft.tokens.end.max(token + 1);
            from = token;
            found.push(draft);
        } else {
            if words.is_capital(title.start) {
                idle.push(title.start..portfolio_end(words, title.start, end));
            }
            token += 1;
        }
    }
    (found, idle)
}

/// The name behind a title; in dispatches it stands in brackets: *The Minister in Ardenia (Sol)*.
fn name_behind(words: &Words<'_, '_>, end: usize) -> Range<usize> {
    let bracket = words.has(end) && words.form(end) == "(";
    let name = name_after(words, if bracket { end + 1 } else { end });
    if bracket && !(words.has(name.end) && words.form(name.end) == ")") { end..end } else { name }
}

fn person(words: &Words<'_, '_>, office: Office, name: Range<usize>) -> Draft {
    let bracketed = words.has(name.end) && words.form(name.end) == ")" && words.form(name.start - 1) == "(";
    let start =
        if bracketed { phrase_start(words, office.tokens.start, office.head) } else { office.tokens.start };
    let tokens = start..if bracketed { name.end + 1 } else { suffix_end(words, name.end) };
    let mut draft = Draft::named(tokens, name.clone(), NodeKind::OFFICIAL);
    draft.attributes = office.attributes;
    let entry = known_at(words, name.start).filter(|known| known.kind_is_human() && known.end == name.end);
    draft.entry = entry.map(|known| known.key);
    note_gender(words, office.title.clone(), &mut draft);
    if office.official {
        let title = words.doc.text(office.title.start..office.tokens.end);
        draft.attributes.insert("title".into(), title.to_owned());
    }
    draft
}

/// *King*, *Madam*: the word of address tells the gender.
fn note_gender(words: &Words<'_, '_>, title: Range<usize>, draft: &mut Draft) {
    for (set, gender) in [(WordSet::MaleTitle, "male"), (WordSet::FemaleTitle, "female")] {
        if title.clone().any(|token| words.is_in(set, token)) {
            draft.attributes.insert("gender".into(), gender.to_owned());
        }
    }
}

/// *Jr.* and the like belong to the mention, not to the name by which it is compared.
fn suffix_end(words: &Words<'_, '_>, end: usize) -> usize {
    let comma = words.has(end) && words.form(end) == ",";
    let at = if comma { end + 1 } else { end };
    if words.has(at) && words.lexicon.names.is_suffix(words.form(at)) { at + 1 } else { end }
}

/// An office without a name: *the Foreign Minister*, *Malaysia's Prime Minister*, *both Presidents*.
fn role(words: &Words<'_, '_>, office: Office) -> Option<Draft> {
    let unnamed = office.attributes.get("class").is_some_and(|class| class == UNNAMED);
    if !office.official || unnamed || !matches!(words.upos(office.head), Upos::Noun | Upos::Propn) {
        return None;
    }
    let beside = office.tokens.start.checked_sub(1).filter(|&before| words.has(before));
    // *appointed Ana Oduya Minister of Trade*: the name before it is no part of the office.
    let name_before = beside.is_some_and(|before| {
        words.upos(before) == Upos::Propn && words.is_capital(before) && words.noun(before).is_none()
    });
    let start =
        if name_before { office.tokens.start } else { phrase_start(words, office.tokens.start, office.head) };
    let capital = words.is_capital(office.head);
    let definite = start < office.tokens.start && words.is_in(WordSet::Definite, start);
    let affiliated = office.attributes.contains_key("country") || office.attributes.contains_key("body");
    // Without an article it is the office rather than its holder: *the post of Defence Minister*, *serves as envoy*.
    let holder = start < office.tokens.start || affiliated || !has_case(words, office.head);
    let behind = start > words.range.start && words.is_in(WordSet::Capacity, start - 1);
    // *as **this year's** chair*; but *as the President said* is a clause.
    let in_capacity = behind && (start == office.tokens.start || words.doc.deprel(start - 1) == Deprel::Case);
    let anyone = start < office.tokens.start && words.is_in(WordSet::Distributive, start);
    if anyone
        || in_capacity
        || !(holder && (definite || affiliated || capital))
        || is_predicate(words, office.head) && !name_before
    {
        return None;
    }
    let mut draft = Draft::new(start..office.tokens.end, MentionForm::Description, NodeKind::OFFICIAL);
    draft.attributes = office.attributes;
    note_gender(words, office.title.clone(), &mut draft);
    let title = words.doc.text(office.title.start..office.tokens.end);
    draft.attributes.insert("title".into(), title.to_owned());
    if office.plural {
        draft.attributes.insert("number".into(), "plural".to_owned());
    }
    Some(draft)
}

fn has_case(words: &Words<'_, '_>, head: usize) -> bool {
    words.doc.child_by(head, Deprel::Case).is_some()
}

/// *appointed him Minister of Trade*: an office that is conferred stands for nobody.
fn is_predicate(words: &Words<'_, '_>, head: usize) -> bool {
    words.doc.deprel(head) == Deprel::Xcomp
}
