//! The extent of a person's name.

use std::ops::Range;

use crate::mention::known::known_at;
use crate::mention::text::Words;
use crate::mention::title_in_name::is_surname;
use crate::model::NodeKind;
use crate::model::Xpos;

/// No name of a person has more words than this; longer runs of capitals are something else.
const LONGEST: usize = 7;

/// Letters of a syllable of a Korean or Chinese given name.
const LONGEST_SYLLABLE: usize = 5;

/// The name of a person that begins at the token; empty where none does.
pub(super) fn name_after(words: &Words<'_, '_>, start: usize) -> Range<usize> {
    let names = &words.lexicon.names;
    let mut end = start;
    while words.has(end) && end - start < LONGEST {
        let form = words.form(end);
        let hyphen = end > start
            && matches!(form, "-" | "\u{2019}" | "'")
            && words.touches(end - 1, end)
            && words.touches(end, end + 1);
        let after_hyphen = end > start
            && matches!(words.form(end - 1), "-" | "\u{2019}" | "'")
            && words.touches(end - 1, end);
        let hyphened = words.has(end + 1) && words.form(end + 1) == "-" && is_big(words, end + 2);
        let next_fits = words.is_capital(end + 1)
            || hyphened
            || words.has(end + 1) && names.is_particle(words.form(end + 1));
        let particle = names.is_particle(form) && next_fits && words.has(end + 1);
        // *Ana Oduya **Oduya** AnaPresident*: a transcript begins to tell who it is again.
        let again = end > start + 1 && form.len() > 2 && (start..end).any(|token| words.form(token) == form);
        if again
            || !(hyphen || particle || after_hyphen || words.is_capital(end) && fits(words, end, end > start))
        {
            break;
        }
        end += 1;
    }
    while end > start
        && !(words.is_capital(end - 1)
            || joined(words, end - 1) && (is_big(words, end - 1) || is_second_syllable(words, end - 1)))
    {
        end -= 1;
    }
    start..end
}

fn is_big(words: &Words<'_, '_>, token: usize) -> bool {
    words.has(token) && words.form(token).chars().next().is_some_and(char::is_uppercase)
}

/// *Kim Jong-**il***: a short small syllable behind a hyphen, where it is no word of its own (*Obama-**led***).
fn is_second_syllable(words: &Words<'_, '_>, token: usize) -> bool {
    let form = words.form(token);
    let short = form.chars().count() <= LONGEST_SYLLABLE && form.chars().all(char::is_lowercase);
    short && !words.lexicon.names.is_common(form)
}

/// Whether a hyphen binds it to what stands before: *al-Jabouri*.
fn joined(words: &Words<'_, '_>, token: usize) -> bool {
    token > words.range.start && words.form(token - 1) == "-" && words.touches(token - 1, token)
}

/// *Ana**President***: a name and the word behind it, between which a line has been lost.
fn glues_words(words: &Words<'_, '_>, form: &str) -> bool {
    let joint = form.char_indices().zip(form.chars().skip(1)).find_map(|((at, one), next)| {
        (one.is_lowercase() && next.is_uppercase()).then_some(at + one.len_utf8())
    });
    joint.is_some_and(|at| words.lexicon.names.is_common(&form[at..].to_lowercase()))
}

/// Whether a capitalised word may be a part of a person's name.
fn fits(words: &Words<'_, '_>, token: usize, inside: bool) -> bool {
    let names = &words.lexicon.names;
    let form = words.form(token);
    if glues_words(words, form) {
        return false;
    }
    if names.is_given(form) || form.ends_with('.') && form.chars().count() <= 3 {
        return true;
    }
    // *Minister Assisting the Premier*: what the minister does is no name.
    if !inside && words.doc.tokens[token].xpos == Xpos::Vbg && !words.is_seen(token) {
        return false;
    }
    // *Tun*, *Sri* and other marks of rank may stand inside a name.
    let title = words
        .title(token)
        .filter(|title| title.class.official || !inside || !words.is_capital(token + title.len))
        .filter(|title| !is_surname(words, token, token + title.len));
    // *Minister **Assisting** the Premier*: what the minister does.
    let participle = words.doc.tokens[token].xpos == Xpos::Vbg && names.is_common(&form.to_lowercase());
    if names.is_never_name(form) || title.is_some() || participle {
        return false;
    }
    // A surname may also be a town's; a country, a demonym or a body is none.
    let known =
        known_at(words, token).filter(|known| known.kind != NodeKind::PLACE && !known.kind_is_human());
    let institution = words.noun(token).is_some_and(|(_, noun)| noun.kind != NodeKind::PLACE);
    known.is_none() && (!institution || inside && words.doc.tokens[token].span.len() < 5)
}
