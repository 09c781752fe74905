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
    /// Of the tags that the word had in training, or has in a dictionary; 0 for a word never seen.
    pub(crate) tags: u64,
    /// The tag, as class, of a word that hardly ever has another.
    pub(crate) certain: Option<u8>,
    /// Whether it begins with a capital or a digit.
    pub(crate) big: bool,
    /// Whether the model knows clusters at all.
    pub(crate) clustered: bool,
    /// The number of the words that are used alike; 0 for a word never seen.
    pub(crate) cluster: u64,
}

impl Word {
    /// The larger group of clusters.
    pub(crate) const fn group(&self) -> u64 {
        self.cluster >> GROUP
    }
}

/// The bits of a cluster's number that tell it from others of its group.
const GROUP: u32 = 5;

/// What is known of single words.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known<'m> {
    /// The tags of each.
    pub(crate) tags: WordTable<'m>,
    /// The cluster of each.
    pub(crate) clusters: WordTable<'m>,
}

/// In the table of tags the numbers from here on name a class.
pub(crate) const CERTAIN: u16 = 0xFF00;

/// The words of one sentence.
pub(crate) fn words(forms: &[&str], known: Known<'_>) -> Vec<Word> {
    let shouting = is_shouting(forms);
    let mut lower = String::new();
    forms.iter().map(|form| word(form, shouting, known, &mut lower)).collect()
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

/// The form that words are counted by: in small letters, digits and marks of quotation made equal.
pub(crate) fn plain(form: &str, lower: &mut String) {
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
}

fn word(form: &str, shouting: bool, known: Known<'_>, lower: &mut String) -> Word {
    plain(form, lower);
    let hash = of_bytes(lower.as_bytes());
    let mut word = Word { lower: hash, shape: shape(form, shouting), big: is_big(form), ..Word::default() };
    let mut ends = lower.char_indices().rev();
    for suffix in &mut word.suffix {
        let cut = ends.next().map_or(0, |(at, _)| at);
        *suffix = of_bytes(&lower.as_bytes()[cut..]);
    }
    for (length, prefix) in word.prefix.iter_mut().enumerate() {
        let end = lower.char_indices().nth(length + 1).map_or(lower.len(), |(at, _)| at);
        *prefix = of_bytes(&lower.as_bytes()[..end]);
    }
    word.tags = known.tags.get(hash);
    word.clustered = !known.clusters.is_empty();
    word.cluster = known.clusters.get(hash);
    if word.tags >= u64::from(CERTAIN) && !form.contains(char::is_uppercase) {
        word.certain = Some((word.tags - u64::from(CERTAIN)) as u8);
    }
    word
}

fn is_big(form: &str) -> bool {
    form.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
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
