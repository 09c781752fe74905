//! Persons by title and name, and offices that stand for the person who holds them.

use std::ops::Range;

use crate::lexicon::ActsFor;
use crate::lexicon::TitleModifier;
use crate::lexicon::WordSet;
use crate::mention::draft::Draft;
use crate::mention::known::Known;
use crate::mention::known::known_at;
use crate::mention::known::known_ending;
use crate::mention::person_name::name_after;
use crate::mention::phrase::phrase_start;
use crate::mention::text::Words;
use crate::mention::title_in_name::is_part_of_name;
use crate::model::Attributes;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::NodeKind;
use crate::model::Upos;
use crate::model::Xpos;

/// The class of nouns for unnamed persons, which are no offices: *officials*.
const UNNAMED: &str = "official";

/// A title with what stands around it: *Kenyan* **Foreign Minister** *of the Republic*.
struct Office {
    tokens: Range<usize>,
    title: Range<usize>,
    head: usize,
    plural: bool,
    /// Whether the title makes its bearer an official; *Mr.* does not.
    official: bool,
    attributes: Attributes,
}

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
                idle.push(title);
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

/// The title that begins at the token, extended to both sides; nothing to the left of `from` is taken.
fn office(words: &Words<'_, '_>, token: usize, from: usize) -> Option<Office> {
    let title = words.title(token).filter(|title| !is_part_of_name(words, token, token + title.len))?;
    let mut end = token + title.len;
    let (mut head, mut plural, mut class) = (token + title.head, title.plural, title.class);
    let mut attributes = Attributes::new();
    let mut modifiers = title.modifiers;
    // Several titles may follow each other: *His Excellency President*, *Hon. Dr.*
    while let Some(next) = words.title(end).filter(|_| words.is_capital(end) || !class.official) {
        (head, plural) = (end + next.head, next.plural);
        end += next.len;
        if next.class.official {
            class = next.class;
            modifiers.extend(next.modifiers);
        }
    }
    for modifier in modifiers {
        let status = match modifier {
            TitleModifier::Former => "former",
            TitleModifier::Future => "designate",
            TitleModifier::Acting => "acting",
            TitleModifier::Deputy | TitleModifier::Rank => continue,
        };
        attributes.insert("status".into(), status.to_owned());
    }
    let start = extend_left(words, token..end, head, from, &mut attributes);
    let posted = words.lexicon.mentions.has(WordSet::PostedClass, &class.name);
    let outer = if class.official { complement(words, end, posted, &mut attributes) } else { end };
    if class.official {
        attributes.insert("class".into(), class.name.to_string());
        let acts_for = match class.acts_for {
            ActsFor::Country => Some("country"),
            ActsFor::Organization => Some("organization"),
            ActsFor::Body => Some("body"),
            ActsFor::Unknown => None,
        };
        attributes.extend(acts_for.map(|acts_for| ("acts-for".into(), acts_for.to_owned())));
    }
    Some(Office {
        tokens: start..outer,
        title: token..end,
        head,
        plural,
        official: class.official,
        attributes,
    })
}

/// Takes in what qualifies a title from the left: nationality, body, portfolio.
fn extend_left(
    words: &Words<'_, '_>,
    title: Range<usize>,
    head: usize,
    from: usize,
    attributes: &mut Attributes,
) -> usize {
    let mut start = title.start;
    // *appointed Ana Oduya Minister of Trade*: behind a title that brings its portfolio, capitals before it are a name.
    let complete = words.is_in(WordSet::TitleComplement, title.end) || title.len() > 2;
    while start > from {
        let before = start - 1;
        let possessive = words.doc.tokens[before].xpos == Xpos::Pos && before > from;
        let last = if possessive { before - 1 } else { before };
        if let Some(known) = known_ending(words, last, from).filter(|known| !known.kind_is_human()) {
            note_affiliation(words, &known, attributes);
            start = known.start;
        } else if possessive {
            break;
        } else if let Some((length, noun)) = words
            .noun(before)
            .filter(|(_, noun)| noun.kind == NodeKind::AGENCY || noun.kind == NodeKind::ORGANIZATION)
        {
            // *Defence Ministry spokesman*, *Delta Bank president*
            let _ = noun;
            let mut body = start - length;
            while body > from && words.is_capital(body - 1) && !words.opens(body - 1) {
                body -= 1;
            }
            attributes.entry("body".into()).or_insert_with(|| words.doc.text(body..start).to_owned());
            start = body;
        } else if is_qualifier(words, before, head)
            && !(complete && words.is_capital(before) && words.upos(before) == Upos::Propn)
        {
            start = before;
        } else {
            break;
        }
    }
    start
}

/// A word before a title that belongs to it: *Homeland Security* Secretary, *senior* adviser.
fn is_qualifier(words: &Words<'_, '_>, token: usize, head: usize) -> bool {
    let hangs = words.doc.head(token).is_some_and(|above| above > token && above <= head + 1);
    let nominal = matches!(words.upos(token), Upos::Noun | Upos::Adj | Upos::Propn);
    if !nominal || !hangs || words.is_in(WordSet::Distinguishing, token) {
        return false;
    }
    !words.is_capital(token) || !words.lexicon.names.is_given(words.form(token))
}

fn note_affiliation(words: &Words<'_, '_>, known: &Known, attributes: &mut Attributes) {
    if let Some(country) = &known.country {
        attributes.entry("country".into()).or_insert_with(|| country.to_string());
    }
    if known.kind == NodeKind::AGENCY || known.kind == NodeKind::ORGANIZATION {
        let body = words.doc.text(known.start..known.end);
        attributes.entry("body".into()).or_insert_with(|| body.to_owned());
    }
}

/// The end of *of the Republic of Ardenia*, *for Foreign Affairs* after a title; `start` where nothing of the kind follows.
fn complement(words: &Words<'_, '_>, start: usize, posted: bool, attributes: &mut Attributes) -> usize {
    let mut end = start;
    while words.is_in(WordSet::TitleComplement, end) {
        if end > start && !posted && !words.is_in(WordSet::NameConnector, end) {
            break;
        }
        let mut next = end + 1;
        if words.has(next) && words.upos(next) == Upos::Det {
            next += 1;
        }
        let first = next;
        while words.has(next) {
            if let Some(known) = known_at(words, next) {
                // What stands behind the country without a connector is the holder's name.
                if !known.kind_is_human() {
                    note_affiliation(words, &known, attributes);
                    next = known.end;
                }
                break;
            }
            if let Some(title) = words.title(next).filter(|_| next == first && words.is_capital(next)) {
                next += title.len;
                continue;
            }
            let joins = words.upos(next) == Upos::Cconj
                && next > first
                && words.is_capital(next + 1)
                && words.title(next + 1).is_none();
            let starts_name = next > first && words.lexicon.names.is_given(words.form(next));
            if starts_name || !(words.is_capital(next) || joins) {
                break;
            }
            next += 1;
        }
        if next == first {
            break;
        }
        end = next;
    }
    end
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
    let any = |set| office.title.clone().any(|token| words.is_in(set, token));
    for (set, gender) in [(WordSet::MaleTitle, "male"), (WordSet::FemaleTitle, "female")] {
        if any(set) {
            draft.attributes.insert("gender".into(), gender.to_owned());
        }
    }
    if office.official {
        let title = words.doc.text(office.title.start..office.tokens.end);
        draft.attributes.insert("title".into(), title.to_owned());
    }
    draft
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
    if !(holder && (definite || affiliated || capital)) || is_predicate(words, office.head) {
        return None;
    }
    let mut draft = Draft::new(start..office.tokens.end, MentionForm::Description, NodeKind::OFFICIAL);
    draft.attributes = office.attributes;
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
