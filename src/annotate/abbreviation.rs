//! Which full stops belong to words: abbreviations and initials.

use std::collections::BTreeSet;

use crate::annotate::token_rules::TokenRules;

/// Whether a mark may be an apostrophe, whatever it was typed as.
pub(crate) const fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | '`')
}

/// Lower case, with straight apostrophes.
pub(crate) fn straight(word: &str) -> String {
    word.chars().map(|c| if is_apostrophe(c) { '\'' } else { c }).flat_map(char::to_lowercase).collect()
}

/// Whether a full stop after `word` is part of it: abbreviations and initials. `after` is the text behind the stop.
pub(crate) fn keeps_stop(word: &str, after: &str, rules: &TokenRules) -> bool {
    let last = word.rsplit(['-', '/', '–']).next().unwrap_or(word);
    is_initials(last) || listed(&rules.titles, last) || listed(&rules.abbreviations, last) || {
        let number = after.trim_start_matches(['.', ' ']).starts_with(|c: char| c.is_ascii_digit());
        number && rules.numbered.contains(&last.to_lowercase())
    }
}

/// Whether a list has a word as it stands, in lower case, or, for one in capitals, with the first letter alone so.
pub(crate) fn listed(list: &BTreeSet<String>, word: &str) -> bool {
    list.contains(word) || {
        let lower = word.to_lowercase();
        let capital = || {
            let mut letters = lower.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
        };
        list.contains(&lower)
            || word.chars().all(char::is_uppercase) && capital().is_some_and(|word| list.contains(&word))
    }
}

/// `J`, `U.S`, `Ph.D`: single letters, or letters with stops between.
pub(crate) fn is_initials(word: &str) -> bool {
    let mut parts = word.split('.').peekable();
    let single = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    };
    if word.contains('.') {
        parts.all(|part| {
            let letters = part.chars().count();
            (1..=2).contains(&letters) && part.chars().all(char::is_alphabetic)
        })
    } else {
        single(word) && word != "I"
    }
}
