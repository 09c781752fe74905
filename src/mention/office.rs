//! Offices as they stand in a text: a title with the nation, body and portfolio around it.

use std::ops::Range;

use crate::lexicon::ActsFor;
use crate::lexicon::TitleModifier;
use crate::lexicon::WordSet;
use crate::mention::known::Known;
use crate::mention::known::known_at;
use crate::mention::known::known_ending;
use crate::mention::several::former_nations;
use crate::mention::several::further_states;
use crate::mention::text::Words;
use crate::mention::title_in_name::is_part_of_name;
use crate::model::Attributes;
use crate::model::NodeKind;
use crate::model::Upos;
use crate::model::Xpos;

/// How many capitals behind a nation may make the name of its body.
const LONGEST_BODY: usize = 4;

/// A title with what stands around it: *Kenyan* **Foreign Minister** *of the Republic*.
pub(super) struct Office {
    pub(super) tokens: Range<usize>,
    pub(super) title: Range<usize>,
    pub(super) head: usize,
    pub(super) plural: bool,
    /// Whether the title makes its bearer an official; *Mr.* does not.
    pub(super) official: bool,
    pub(super) attributes: Attributes,
}

/// The title that begins at the token, extended to both sides; nothing to the left of `from` is taken.
pub(super) fn office(words: &Words<'_, '_>, token: usize, from: usize) -> Option<Office> {
    // *the corps **under** Colonel Sol* is no *Under Secretary*.
    if words.upos(token) == Upos::Adp && !words.is_capital(token) {
        return None;
    }
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
            TitleModifier::Deputy => {
                attributes.insert("rank".into(), "deputy".to_owned());
                continue;
            }
            TitleModifier::Rank => continue,
        };
        attributes.insert("status".into(), status.to_owned());
    }
    let start = extend_left(words, token..end, head, from, &mut attributes);
    let posted = words.lexicon.mentions.has(WordSet::PostedClass, &class.name);
    let outer = if class.official { complement(words, end, posted, &mut attributes) } else { end };
    let start = if plural { former_nations(words, start, from) } else { start };
    let outer = if plural && outer > end { further_states(words, outer) } else { outer };
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
            if !possessive && stands_behind_place(words, &known) {
                break;
            }
            note_affiliation(words, &known, attributes);
            start = known.start;
        } else if possessive {
            break;
        } else if let Some((length, _)) = words
            .noun(before)
            .filter(|(_, noun)| noun.kind == NodeKind::AGENCY || noun.kind == NodeKind::ORGANIZATION)
        {
            // *Defence Ministry spokesman*, *Delta Bank president*
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

/// *While in **Ardenia** President Sol met ...*: the country tells where.
fn stands_behind_place(words: &Words<'_, '_>, known: &Known) -> bool {
    let before = known.start.checked_sub(1).filter(|&before| words.has(before));
    !known.demonym
        && known.kind == NodeKind::COUNTRY
        && before.is_some_and(|before| words.is_in(WordSet::Locative, before))
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

/// Whether capitals follow that end in the noun of a body: *counselor of the Italian **Embassy***, *of the Italian **Labour Party***.
fn opens_body(words: &Words<'_, '_>, start: usize) -> bool {
    let capitals = (start..start + LONGEST_BODY).take_while(|&token| words.is_capital(token));
    let mut nouns = capitals.filter_map(|token| words.noun(token).map(|(_, noun)| (token, noun)));
    nouns.any(|(token, noun)| {
        token == start || [NodeKind::AGENCY, NodeKind::ORGANIZATION].contains(&noun.kind)
    })
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
                // *counselor of the **Italian** Embassy*: another body begins.
                let begins = known.demonym || known.kind == NodeKind::ORGANIZATION;
                if begins && opens_body(words, known.end) {
                    return end;
                }
                let genitive = words.has(known.end) && words.doc.tokens[known.end].xpos == Xpos::Pos;
                if genitive {
                    // *thanked the chancellor for **Ardenia's** help*
                    return end;
                }
                if !known.kind_is_human() {
                    if !words.is_in(WordSet::Accredited, end) || known.kind != NodeKind::COUNTRY {
                        note_affiliation(words, &known, attributes);
                    }
                    next = known.end;
                }
                // What stands behind the country without a connector is the holder's name.
                break;
            }
            if let Some(title) = words.title(next).filter(|_| next == first && words.is_capital(next)) {
                // *wrote the Secretary of State to **Mr. Sol***
                if !title.class.official && !words.is_in(WordSet::NameConnector, end) {
                    break;
                }
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

/// Where the words of an office end and the state or body begins for which it is held: *Minister of Trade of Ardenia*.
pub(super) fn portfolio_end(words: &Words<'_, '_>, title: usize, end: usize) -> usize {
    let other = |token: &usize| known_at(words, *token).is_some_and(|known| !known.kind_is_human());
    (title + 1..end).find(other).unwrap_or(end)
}
