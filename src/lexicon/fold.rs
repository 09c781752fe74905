//! How words are compared: without case, accents, dots and hyphens.

use unicode_normalization::char::decompose_canonical;
use unicode_normalization::char::is_combining_mark;

/// Letters that have no canonical decomposition, with their plain spelling.
const PLAIN: &[(char, &str)] = &[
    ('ø', "o"),
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('ı', "i"),
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('þ', "th"),
    ('ə', "e"),
    ('ħ', "h"),
];

/// Gives the plain lower-case letters of a character.
pub(super) fn fold_char(c: char, mut each: impl FnMut(char)) {
    if c.is_ascii() {
        each(c.to_ascii_lowercase());
        return;
    }
    for lower in c.to_lowercase() {
        decompose_canonical(lower, |part| {
            if is_combining_mark(part) {
                return;
            }
            match PLAIN.iter().find(|(letter, _)| *letter == part) {
                Some((_, plain)) => plain.chars().for_each(&mut each),
                None => each(part),
            }
        });
    }
}

/// A word in lower case, without accents and dots: *López* and *LOPEZ* give `lopez`, *U.S.* gives `us`.
#[must_use]
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().filter(|c| *c != '.') {
        fold_char(c, |plain| folded.push(plain));
    }
    folded
}

/// The pieces of a word or phrase: runs of letters, digits and dots; a comma or ampersand is a piece of its own.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let inside = |c: char| c.is_alphanumeric() || c == '.' || is_combining_mark(c);
    let mut rest = text;
    // Most words are one piece of plain letters.
    let mut whole = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    std::iter::from_fn(move || {
        if whole {
            whole = false;
            return Some(std::mem::take(&mut rest));
        }
        if rest.is_empty() {
            return None;
        }
        rest = rest.trim_start_matches(|c: char| !inside(c) && c != ',' && c != '&');
        rest = rest.trim_start_matches('.');
        let first = rest.chars().next()?;
        let end =
            if inside(first) { rest.find(|c| !inside(c)).unwrap_or(rest.len()) } else { first.len_utf8() };
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

/// Whether a token is only a hyphen or apostrophe, which does not part a name.
pub(super) fn is_joint(word: &str) -> bool {
    matches!(word, "-" | "‐" | "‑" | "–" | "'" | "’" | "/")
}

/// Whether the words of a text are written as a name asks: a capital wants a capital, initials must match as they are, and
/// words in capitals throughout fit any name.
pub(super) fn case_fits(name: &str, words: &[&str]) -> bool {
    let mut written = words.iter().flat_map(|word| pieces(word));
    pieces(name).all(|asked| written.next().is_some_and(|piece| piece_fits(asked, piece)))
}

fn piece_fits(asked: &str, written: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let upper = |text: &str| text.chars().filter(|c| c.is_uppercase()).count();
    if upper(asked) == 0 {
        return true;
    }
    if upper(written) == letters(written) {
        return true;
    }
    if upper(asked) > 1 && upper(asked) == letters(asked) {
        return false;
    }
    written.chars().next().is_some_and(char::is_uppercase)
        || asked.chars().next().is_some_and(|c| !c.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_dots_do_not_count() {
        assert_eq!(fold("López"), "lopez");
        assert_eq!(fold("U.S."), "us");
        assert_eq!(fold("Łódź"), "lodz");
        assert_eq!(fold("ØRSTED"), "orsted");
        assert_eq!(fold("Türkiye"), "turkiye");
    }

    #[test]
    fn hyphens_and_apostrophes_part_pieces_and_commas_are_pieces() {
        assert_eq!(pieces("Guinea-Bissau").collect::<Vec<_>>(), ["Guinea", "Bissau"]);
        assert_eq!(pieces("Côte d’Ivoire").collect::<Vec<_>>(), ["Côte", "d", "Ivoire"]);
        assert_eq!(pieces("U.S.").collect::<Vec<_>>(), ["U.S."]);
        assert_eq!(pieces("arts, sport").collect::<Vec<_>>(), ["arts", ",", "sport"]);
        assert_eq!(pieces("...").count(), 0);
        assert_eq!(pieces("").count(), 0);
    }
}
