//! Divides stretches of text into tokens, by the conventions of the UD treebanks for English.

use crate::annotate::abbreviation::{is_apostrophe, keeps_stop, straight};
use crate::annotate::glued::glued;
use crate::annotate::token_rules::TokenRules;
use crate::model::Span;

/// The tokens of the stretch `start..end` of a text, in order.
pub(crate) fn tokens(text: &str, span: Span, rules: &TokenRules, out: &mut Vec<Span>) {
    let base = span.start as usize;
    let mut chunk: Option<usize> = None;
    for (at, character) in span.of(text).char_indices().map(|(at, c)| (at + base, c)) {
        if is_blank(character) {
            if let Some(start) = chunk.take() {
                divide(text, start, at, rules, out);
            }
        } else if chunk.is_none() {
            chunk = Some(at);
        }
    }
    if let Some(start) = chunk {
        divide(text, start, base + span.of(text).len(), rules, out);
    }
}

/// White space, controls and marks that nobody sees.
fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}

/// Marks that are tokens wherever they stand.
const fn is_lone(character: char) -> bool {
    matches!(
        character,
        '"' | '“'
            | '”'
            | '„'
            | '«'
            | '»'
            | '('
            | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '—'
            | '―'
            | '!'
            | '?'
            | ';'
            | '…'
            | '•'
            | '·'
            | '▪'
            | '■'
            | '●'
            | '◦'
            | '|'
            | '<'
            | '>'
            | '$'
            | '£'
            | '€'
            | '¥'
            | '₹'
            | '%'
            | '‰'
            | '*'
            | '='
            | '~'
            | '^'
    )
}

/// Longer runs without a blank are no words; cut, they cost no more than words.
const LONGEST: usize = 600;

fn divide(text: &str, mut start: usize, end: usize, rules: &TokenRules, out: &mut Vec<Span>) {
    // An address may stand in quotes or brackets.
    let bare = text[start..end].trim_start_matches(['"', '“', '‘', '\'', '(', '[', '<']);
    let opened = end - bare.len();
    if let Some(length) = address(bare) {
        pieces(text, start, opened, rules, out);
        out.push(Span::at(opened, opened + length));
        start = opened + length;
    }
    while end - start > LONGEST {
        let cut = text.floor_char_boundary(start + LONGEST);
        pieces(text, start, cut, rules, out);
        start = cut;
    }
    pieces(text, start, end, rules, out);
}

fn pieces(text: &str, start: usize, end: usize, rules: &TokenRules, out: &mut Vec<Span>) {
    let chunk = &text[start..end];
    // Pieces between lone marks.
    let mut piece = start;
    let mut characters = chunk.char_indices().map(|(at, c)| (at + start, c)).peekable();
    while let Some((at, character)) = characters.next() {
        let mut after = at + character.len_utf8();
        let repeats = matches!(character, '-' | '.' | '!' | '?' | '*' | '=' | '_' | '~');
        if repeats {
            while let Some(&(next, _)) = characters.peek().filter(|&&(_, next)| next == character) {
                after = next + character.len_utf8();
                characters.next();
            }
        }
        let run = after - at > character.len_utf8();
        // A plural in brackets belongs to its noun: "member(s)".
        if character == '(' && piece < at && text[at..end].starts_with("(s)") {
            continue;
        }
        if character == ')' && piece < at && text[piece..at].ends_with("(s") {
            continue;
        }
        // What editors fill in belongs to its word: "H[enry] L. S[timson]".
        if character == '[' && piece < at && is_filled_in(&text[at..end]) {
            continue;
        }
        if character == ']' && text[piece..at].contains('[') {
            continue;
        }
        // A currency's letters stay with its sign: "US$".
        let sign =
            character == '$' && text[piece..at].bytes().all(|b| b.is_ascii_uppercase()) && at - piece <= 3;
        if sign {
            out.push(Span::at(piece, after));
            piece = after;
        } else if is_lone(character) || run {
            word(text, piece, at, rules, out);
            out.push(Span::at(at, after));
            piece = after;
        }
    }
    word(text, piece, end, rules, out);
}

/// Whether a text begins with letters in square brackets.
fn is_filled_in(text: &str) -> bool {
    let inner = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    inner.is_some_and(|(inner, _)| !inner.is_empty() && inner.chars().all(char::is_alphabetic))
}

/// The length of a web or mail address at the start of a chunk, without the marks after it.
fn address(chunk: &str) -> Option<usize> {
    let bytes = chunk.as_bytes();
    let begins =
        |prefix: &str| bytes.get(..prefix.len()).is_some_and(|b| b.eq_ignore_ascii_case(prefix.as_bytes()));
    let web = begins("http://") || begins("https://") || begins("ftp://") || begins("www.");
    let mail = || {
        let (name, host) = chunk.split_once('@')?;
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
        let host = host.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        let fits =
            !name.is_empty() && name.chars().all(plain) && host.contains('.') && host.chars().all(plain);
        fits.then_some(name.len() + 1 + host.len())
    };
    if !web {
        return mail();
    }
    let end = chunk.find(['"', '”', '“', '<', '>', '»']).unwrap_or(chunk.len());
    let length =
        chunk[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’', '…']).len();
    (length > 4).then_some(length)
}

/// Divides a piece without lone marks: marks at its ends, then what is inside.
fn word(text: &str, mut start: usize, mut end: usize, rules: &TokenRules, out: &mut Vec<Span>) {
    while let Some(first) = text[start..end].chars().next() {
        let after = start + first.len_utf8();
        let rest = &text[after..end];
        let splits = match first {
            ',' | ':' | '/' | '\\' => true,
            '.' => !rest.starts_with(|c: char| c.is_ascii_digit()),
            '#' | '@' | '_' | '&' => after == end || rest.starts_with(|c: char| !c.is_alphanumeric()),
            '-' | '–' | '+' => !rest.starts_with(|c: char| c.is_ascii_digit()),
            _ if is_apostrophe(first) => !opens_short(&text[start..end], rules),
            _ => false,
        };
        if !splits || after == end {
            break;
        }
        out.push(Span::at(start, after));
        start = after;
    }
    let mut tail = Vec::new();
    while let Some(last) = text[start..end].chars().next_back() {
        let before = end - last.len_utf8();
        let splits = match last {
            ',' | ':' | '/' | '\\' | '_' | '–' | '-' => true,
            '.' => !keeps_stop(&text[start..before], &text[before..], rules),
            _ if is_apostrophe(last) => true,
            _ => false,
        };
        if !splits || before == start {
            break;
        }
        tail.push(Span::at(before, end));
        end = before;
    }
    if start < end {
        inside(text, start, end, rules, out);
    }
    out.extend(tail.into_iter().rev());
}

/// Whether an apostrophe opens a shortened word ("'s", "'90s") rather than a quotation.
fn opens_short(piece: &str, rules: &TokenRules) -> bool {
    let plain = straight(piece);
    let body = plain.trim_end_matches(['.', ',', ':']);
    rules.clitics.iter().any(|clitic| clitic == body)
        || body.strip_prefix('\'').is_some_and(|rest| {
            let digits = rest.trim_end_matches('s');
            digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// Divides clitics, hyphens and slashes inside a word.
fn inside(text: &str, start: usize, end: usize, rules: &TokenRules, out: &mut Vec<Span>) {
    let piece = &text[start..end];
    if let Some(at) = glued(piece, rules) {
        out.extend([Span::at(start, start + at), Span::at(start + at, end)]);
        return;
    }
    if piece.is_ascii() && piece.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        let first = (piece.len() < 9).then(|| rules.contractions.get(&piece.to_ascii_lowercase())).flatten();
        match first {
            Some(&length) => out.extend([Span::at(start, start + length), Span::at(start + length, end)]),
            None => out.push(Span::at(start, end)),
        }
        return;
    }
    if piece.contains(is_apostrophe)
        && let Some(at) = clitic(piece, rules)
    {
        inside(text, start, start + at, rules, out);
        out.push(Span::at(start + at, end));
        return;
    }
    if let Some((at, length)) = joint(piece, rules) {
        let (mark, after) = (start + at, start + at + length);
        inside(text, start, mark, rules, out);
        out.push(Span::at(mark, after));
        word(text, after, end, rules, out);
        return;
    }
    let digits = piece.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')).count();
    let unit = piece[digits..].to_lowercase();
    if digits > 0 && digits < piece.len() && rules.units.contains(unit.trim_end_matches('.')) {
        out.extend([Span::at(start, start + digits), Span::at(start + digits, end)]);
        return;
    }
    out.push(Span::at(start, end));
}

/// Where a clitic starts.
fn clitic(piece: &str, rules: &TokenRules) -> Option<usize> {
    let plain = straight(piece);
    let clitic =
        rules.clitics.iter().find(|clitic| plain.len() > clitic.len() && plain.ends_with(clitic.as_str()))?;
    let letters = clitic.chars().count();
    piece.char_indices().rev().nth(letters - 1).map(|(at, _)| at).filter(|&at| at > 0)
}

/// The first hyphen, slash, dash or comma that divides a piece, with its length.
fn joint(piece: &str, rules: &TokenRules) -> Option<(usize, usize)> {
    let mut before = ' ';
    for (at, character) in piece.char_indices() {
        let after = piece[at + character.len_utf8()..].chars().next();
        let left = &piece[..at];
        let next = after.unwrap_or(' ');
        let divides = at > 0
            && after.is_some()
            && match character {
                '-' | '\u{2010}' | '\u{2011}' => {
                    let number = |c: char| c.is_ascii_digit();
                    let codes = piece.matches('-').count() > 1 && number(before) && number(next);
                    !codes && !rules.prefixes.contains(&left.to_lowercase())
                }
                '–' | '−' => true,
                '/' | ',' | ':' => !(before.is_ascii_digit() && next.is_ascii_digit()),
                '.' => before.is_lowercase() && next.is_uppercase() && left.chars().count() > 2,
                _ => false,
            };
        if divides {
            return Some((at, character.len_utf8()));
        }
        before = character;
    }
    None
}
