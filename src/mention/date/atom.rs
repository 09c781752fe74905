//! Tokens cut into runs of letters, runs of digits and single marks, so that *3-4 May*, *Oct.* and *1990s* read alike
//! however the tokenizer cuts them.

use compact_str::CompactString;

use crate::lexicon::dates::DateLexicon;
use crate::lexicon::dates::DateRole;
use crate::lexicon::dates::DateUnit;
use crate::lexicon::dates::DateWord;
use crate::model::Annotated;
use crate::model::Sentence;
use crate::model::Span;
use crate::model::Xpos;

/// A run of letters, a run of digits, or a mark.
#[derive(Debug, Clone)]
pub(super) struct Atom<'t, 'l> {
    pub(super) text: &'t str,
    pub(super) lower: CompactString,
    pub(super) span: Span,
    pub(super) token: usize,
    /// Whether no space stands before it.
    pub(super) glued: bool,
    plural: bool,
    words: &'l [DateWord],
}

#[derive(PartialEq, Clone, Copy)]
enum Class {
    Letter,
    Digit,
    Mark,
}

fn class(c: char) -> Class {
    if c.is_ascii_digit() {
        Class::Digit
    } else if c.is_alphabetic() {
        Class::Letter
    } else {
        Class::Mark
    }
}

/// The atoms of a sentence.
pub(super) fn atoms<'t, 'l>(
    annotated: &Annotated<'t>,
    sentence: &Sentence,
    lexicon: &'l DateLexicon,
) -> Vec<Atom<'t, 'l>> {
    let mut atoms: Vec<Atom<'t, 'l>> = Vec::new();
    for token in sentence.tokens.clone() {
        let form = annotated.form(token);
        let start = annotated.tokens[token].span.start;
        let mut from = 0;
        while let Some(first) = form[from..].chars().next() {
            let kind = class(first);
            let length = match kind {
                Class::Mark => first.len_utf8(),
                _ => form[from..].find(|c| class(c) != kind).unwrap_or(form.len() - from),
            };
            let text = &form[from..from + length];
            let span = Span::new(start + from as u32, start + (from + length) as u32);
            let lower: CompactString = text.to_lowercase().into();
            let glued = atoms.last().is_some_and(|before| before.span.end == span.start);
            let words = lexicon.get(&lower);
            let plural = matches!(annotated.tokens[token].xpos, Xpos::Nns | Xpos::Nnps);
            atoms.push(Atom { text, lower, span, token, glued, plural, words });
            from += length;
        }
    }
    atoms
}

impl Atom<'_, '_> {
    /// Its number, where it is a run of digits.
    pub(super) fn number(&self) -> Option<u32> {
        if self.text.len() > 8 || !self.is_digits() {
            return None;
        }
        self.text.parse().ok()
    }

    pub(super) fn is_digits(&self) -> bool {
        self.text.as_bytes().first().is_some_and(u8::is_ascii_digit)
    }

    pub(super) fn is_word(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_alphabetic)
    }

    pub(super) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the tagger takes it for a noun in the plural.
    pub(super) fn is_plural(&self) -> bool {
        self.plural
    }

    /// A mark of currency, number or address, to which figures belong.
    pub(super) fn is_sign(&self) -> bool {
        matches!(self.text, "$" | "€" | "£" | "¥" | "₹" | "#" | "@" | "+" | "=" | "%")
    }

    pub(super) fn is_dash(&self) -> bool {
        matches!(self.text, "-" | "–" | "—" | "‑" | "−")
    }

    pub(super) fn is_apostrophe(&self) -> bool {
        matches!(self.text, "'" | "’" | "‘" | "`")
    }

    pub(super) fn has(&self, role: DateRole) -> bool {
        self.words.contains(&DateWord::Role(role))
    }

    pub(super) fn month(&self) -> Option<u8> {
        self.words.iter().find_map(|word| if let DateWord::Month(month) = word { Some(*month) } else { None })
    }

    pub(super) fn weekday(&self) -> Option<u8> {
        self.words.iter().find_map(|word| if let DateWord::Weekday(day) = word { Some(*day) } else { None })
    }

    pub(super) fn short_weekday(&self) -> Option<u8> {
        self.words
            .iter()
            .find_map(|word| if let DateWord::ShortWeekday(day) = word { Some(*day) } else { None })
    }

    pub(super) fn day_shift(&self) -> Option<i32> {
        self.words
            .iter()
            .find_map(|word| if let DateWord::Day(day) = word { Some(i32::from(*day)) } else { None })
    }

    pub(super) fn unit(&self) -> Option<DateUnit> {
        self.words.iter().find_map(|word| if let DateWord::Unit(unit) = word { Some(*unit) } else { None })
    }

    pub(super) fn season(&self) -> Option<u8> {
        self.words
            .iter()
            .find_map(|word| if let DateWord::Season(month) = word { Some(*month) } else { None })
    }

    pub(super) fn decade(&self) -> Option<u8> {
        self.words.iter().find_map(|word| if let DateWord::Decade(year) = word { Some(*year) } else { None })
    }
}
