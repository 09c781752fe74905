//! What the tagger and the parser see of a word: hashes of its letters, its shape, what the word table knows of it.

use crate::annotate::hash::{mix, of_bytes, spread};
use crate::annotate::word_table::WordTable;

/// The hashed properties of one word.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Word {
    /// Of the lower-case form, digits made equal.
    pub(crate) lower: u64,
    /// Of the last one to four letters.
    pub(crate) suffix: [u64; 4],
    /// Of the first one to four letters.
    pub(crate) prefix: [u64; 4],
    /// Of capitals, digits and marks.
    pub(crate) shape: u64,
    /// Of the tags that the word had in training; 0 for a rare word.
    pub(crate) tags: u64,
}

/// The words of one sentence.
pub(crate) fn words(forms: &[&str], table: WordTable<'_>) -> Vec<Word> {
    let shouting = is_shouting(forms);
    let mut lower = String::new();
    forms.iter().map(|form| word(form, shouting, table, &mut lower)).collect()
}

/// Whether a sentence is set in capitals, so that capitals tell nothing.
fn is_shouting(forms: &[&str]) -> bool {
    let (mut upper, mut small, mut long) = (0, 0, 0);
    for form in forms {
        let bytes = form.as_bytes();
        let capitals = bytes.iter().filter(|byte| byte.is_ascii_uppercase()).count();
        upper += capitals;
        small += bytes.iter().filter(|byte| byte.is_ascii_lowercase()).count();
        long += usize::from(capitals > 1);
    }
    long > 1 && upper > 3 * small
}

fn word(form: &str, shouting: bool, table: WordTable<'_>, lower: &mut String) -> Word {
    lower.clear();
    for character in form.chars() {
        match character {
            '0'..='9' => lower.push('0'),
            'A'..='Z' => lower.push(character.to_ascii_lowercase()),
            '’' | '‘' | '`' => lower.push('\''),
            '“' | '”' => lower.push('"'),
            _ if character.is_ascii() => lower.push(character),
            _ => lower.extend(character.to_lowercase()),
        }
    }
    let hash = of_bytes(lower.as_bytes());
    let mut word = Word { lower: hash, shape: shape(form, shouting), ..Word::default() };
    let mut ends = lower.char_indices().rev();
    for suffix in &mut word.suffix {
        let cut = ends.next().map_or(0, |(at, _)| at);
        *suffix = of_bytes(&lower.as_bytes()[cut..]);
    }
    for (length, prefix) in word.prefix.iter_mut().enumerate() {
        let end = lower.char_indices().nth(length + 1).map_or(lower.len(), |(at, _)| at);
        *prefix = of_bytes(&lower.as_bytes()[..end]);
    }
    word.tags = table.get(hash);
    word
}

fn shape(form: &str, shouting: bool) -> u64 {
    let mut shape = u64::from(shouting);
    let mut last = 0;
    let mut run = 0;
    for character in form.chars().take(24) {
        let class = match character {
            'a'..='z' => 1,
            'A'..='Z' if shouting => 1,
            'A'..='Z' => 2,
            '0'..='9' => 3,
            '-' | '–' => 4,
            '.' => 5,
            '\'' | '’' | '‘' => 6,
            _ if character.is_ascii() => 7,
            _ if character.is_uppercase() => 2,
            _ if character.is_alphabetic() => 1,
            _ => 8,
        };
        run = if class == last { run + 1 } else { 0 };
        last = class;
        if run < 2 {
            shape = mix(shape, class);
        }
    }
    spread(shape)
}
