//! Where sentences end.

use crate::annotate::abbreviation::{is_initials, listed, straight};
use crate::annotate::token_rules::TokenRules;
use crate::model::Span;

/// Longer sentences are cut: no reader writes them, and a list without stops must not slow the parser down.
pub(crate) const LONGEST: usize = 400;

/// The tokens of one block with the text that they stand in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tokens<'t> {
    /// The whole text of the document.
    pub(crate) text: &'t str,
    /// The tokens of the block.
    pub(crate) spans: &'t [Span],
}

impl<'t> Tokens<'t> {
    fn form(&self, at: usize) -> &'t str {
        self.spans.get(at).map_or("", |span| span.of(self.text))
    }

    /// What stands between a token and the one before it.
    fn gap(&self, at: usize) -> &'t str {
        let (Some(before), Some(here)) =
            (at.checked_sub(1).and_then(|i| self.spans.get(i)), self.spans.get(at))
        else {
            return "";
        };
        self.text.get(before.end as usize..here.start as usize).unwrap_or_default()
    }

    fn is_spaced(&self, at: usize) -> bool {
        !self.gap(at).is_empty()
    }

    fn starts_line(&self, at: usize) -> bool {
        at == 0 || self.gap(at).contains('\n')
    }
}

/// The ends of the sentences, as token indices, each one past the last token.
pub(crate) fn ends(tokens: Tokens<'_>, rules: &TokenRules) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let size = tokens.spans.len();
    while at < size {
        if at > start && (starts_item(tokens, at) || starts_turn(tokens, at)) {
            ends.push(at);
            start = at;
        }
        if let Some(length) = turn(tokens, at).filter(|_| at == start) {
            ends.push(at + length);
            start = at + length;
            at = start;
            continue;
        }
        if is_stop(tokens.form(at)) {
            let end = after_closers(tokens, at + 1);
            if is_end(tokens, start, at, end, rules) {
                ends.push(end);
                start = end;
            }
            at = end;
        } else {
            at += 1;
        }
    }
    if start < size {
        ends.push(size);
    }
    cut_long(tokens, ends)
}

fn is_stop(form: &str) -> bool {
    form.ends_with(['.', '?', '!', '…'])
}

fn is_closer(form: &str) -> bool {
    matches!(form, "\"" | "”" | "’" | "'" | ")" | "]" | "»" | "''")
}

/// Takes in further stops and the closing quotes and brackets that touch them.
fn after_closers(tokens: Tokens<'_>, mut at: usize) -> usize {
    while at < tokens.spans.len() {
        let form = tokens.form(at);
        let touches = !tokens.is_spaced(at);
        let stop = matches!(form, "." | "!" | "?" | "…") || form.bytes().all(|byte| byte == b'.');
        // A straight quote that touches the next word as well opens the next sentence.
        let opens = matches!(form, "\"" | "'") && !touches;
        if !(touches && (stop || is_closer(form)) && !opens) {
            // OCR and typesetting put a space before a closing quote: “... end. ”
            let lonely = form == "”" || form == "\"" && tokens.is_spaced(at + 1) && open_quote(tokens, at);
            if !lonely {
                break;
            }
        }
        at += 1;
    }
    at
}

/// Whether an odd number of straight quotes stands in the two hundred tokens before.
fn open_quote(tokens: Tokens<'_>, at: usize) -> bool {
    let from = at.saturating_sub(200);
    (from..at).filter(|&i| tokens.form(i) == "\"").count() % 2 == 1
}

/// Whether the stop at `stop`, with what closes behind it up to `end`, ends the sentence begun at `start`.
fn is_end(tokens: Tokens<'_>, start: usize, stop: usize, end: usize, rules: &TokenRules) -> bool {
    if end >= tokens.spans.len() {
        return true;
    }
    let form = tokens.form(stop);
    let next = tokens.form(end);
    let glued = !tokens.is_spaced(end);
    let mut opening = end;
    while matches!(
        tokens.form(opening),
        "\"" | "“" | "‘" | "'" | "(" | "[" | "«" | "``" | "-" | "–" | "—" | "•" | "*" | "..."
    ) {
        opening += 1;
    }
    let first = tokens.form(opening);
    let capital = first.chars().next().is_some_and(|c| !c.is_lowercase() && c.is_alphabetic());
    let small = first.starts_with(char::is_lowercase);
    if glued && opening == end && !capital {
        return false;
    }
    let word = form.trim_end_matches('.');
    if form.len() > 1 && form.ends_with('.') && !word.is_empty() {
        return abbreviation_ends(tokens, (stop, word), (opening, first), capital, rules);
    }
    if numbers_item(tokens, start, stop) {
        return false;
    }
    if word.is_empty() && form.len() > 1 || form == "…" {
        return capital && (end > stop + 1 || next != "I" && !glued);
    }
    if matches!(form, "?" | "!") && end > stop + 1 && reports(tokens, end, rules) {
        return false;
    }
    capital || !small
}

/// "1." or "(a)." at the start of a paragraph numbers it.
fn numbers_item(tokens: Tokens<'_>, start: usize, stop: usize) -> bool {
    let form = tokens.form(start);
    stop == start + 1
        && tokens.form(stop) == "."
        && (form.bytes().all(|byte| byte.is_ascii_digit()) && form.len() < 4
            || form.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X')) && form != "I")
}

fn abbreviation_ends(
    tokens: Tokens<'_>,
    (stop, word): (usize, &str),
    (opening, first): (usize, &str),
    capital: bool,
    rules: &TokenRules,
) -> bool {
    if listed(&rules.titles, word) || !capital && !tokens.starts_line(opening) {
        return false;
    }
    let name = word.chars().count() == 1 && is_initials(word);
    let initials = is_initials(word);
    if name
        && stop > 0
        && tokens.form(stop - 1).starts_with(char::is_uppercase)
        && !tokens.starts_line(opening)
    {
        // "John F. Kerry", "A. B. Oduya".
        return false;
    }
    if name || initials || listed(&rules.abbreviations, word) {
        let lower = straight(first);
        return capital
            && rules.openers.contains(&lower)
            && !(first.len() == 1 && first != "A" && first != "I");
    }
    capital
}

/// Whether the words behind a quotation say who said it.
fn reports(tokens: Tokens<'_>, at: usize, rules: &TokenRules) -> bool {
    (at..at + 8)
        .map(|i| tokens.form(i))
        .take_while(|form| !matches!(*form, "." | "\"" | "“" | "!" | "?" | ";" | ":"))
        .any(|form| rules.says.contains(form))
        && tokens.form(at).starts_with(char::is_alphabetic)
}

/// A bullet, a letter or a number at the start of a line.
fn starts_item(tokens: Tokens<'_>, at: usize) -> bool {
    if !tokens.starts_line(at) {
        return false;
    }
    let form = tokens.form(at);
    let mark = matches!(form, "•" | "·" | "▪" | "■" | "●" | "◦" | "*" | "-" | "–" | "—" | "--")
        && tokens.is_spaced(at + 1)
        && !tokens.starts_line(at + 1);
    let number = form.bytes().all(|byte| byte.is_ascii_digit())
        && (1..4).contains(&form.len())
        && matches!(tokens.form(at + 1), "." | ")")
        && !tokens.is_spaced(at + 1)
        && tokens.is_spaced(at + 2)
        && tokens.form(at + 2).starts_with(|c: char| !c.is_lowercase() && !c.is_ascii_digit());
    let letter = form == "("
        && tokens.form(at + 2) == ")"
        && tokens.form(at + 1).len() < 4
        && !tokens.is_spaced(at + 1);
    mark || number || letter
}

/// A speaker's name in capitals with a colon, at the start of a line.
fn starts_turn(tokens: Tokens<'_>, at: usize) -> bool {
    tokens.starts_line(at) && turn(tokens, at).is_some()
}

/// The length in tokens of the name of a speaker and its colon.
fn turn(tokens: Tokens<'_>, at: usize) -> Option<usize> {
    if !tokens.starts_line(at) {
        return None;
    }
    let capitals = |form: &str| {
        form.chars().any(char::is_uppercase) && !form.chars().any(char::is_lowercase)
            || matches!(form, "." | "-" | "(" | ")" | "'" | "’")
    };
    let honorific = |i: usize| {
        let form = tokens.form(i);
        form.ends_with('.') && form.len() < 6 && form.starts_with(char::is_uppercase)
    };
    let length = (at..at + 9).take_while(|&i| capitals(tokens.form(i)) || honorific(i)).count();
    let colon = at + length;
    let long = (at..colon).map(|i| tokens.form(i).len()).max().unwrap_or(0) > 1;
    let letter = length == 1 && matches!(tokens.form(at).len(), 1);
    (length > 0 && (long || letter) && tokens.form(colon) == ":" && !tokens.starts_line(colon))
        .then_some(length + 1)
}

/// Cuts sentences that are too long, at the last mark before the limit where there is one.
fn cut_long(tokens: Tokens<'_>, ends: Vec<usize>) -> Vec<usize> {
    let mut cut = Vec::with_capacity(ends.len());
    let mut start = 0;
    for end in ends {
        while end - start > LONGEST {
            let limit = start + LONGEST;
            let marks = |wanted: &[&str]| {
                (start + LONGEST / 4..limit)
                    .rev()
                    .find(|&at| wanted.contains(&tokens.form(at)))
                    .map(|at| at + 1)
            };
            let line = || (start + LONGEST / 4..limit).rev().find(|&at| tokens.starts_line(at));
            let place =
                marks(&[";", "•", "|"]).or_else(line).or_else(|| marks(&[",", ":", "—"])).unwrap_or(limit);
            cut.push(place);
            start = place;
        }
        if end > start {
            cut.push(end);
            start = end;
        }
    }
    cut
}
