//! Names of persons compared: parts, initials, order, spelling.

use crate::lexicon::PersonNames;
use crate::lexicon::fold;

/// Shorter words are compared letter by letter: *Lee* is not *Li*.
const SPELT: usize = 5;

/// The words of a person's name in the order of the text, folded, without particles.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PersonName {
    words: Vec<NameWord>,
    suffix: Option<String>,
    /// Whether the words stand family first as likely as given name first.
    order_open: bool,
}

/// A word of a name, folded, and by its sound; words too short to be told by their sound stand as they are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct NameWord {
    text: String,
    sound: String,
}

/// In what way two names may be one person's, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NameMatch {
    /// The same words.
    Equal,
    /// The same words, the family first in one of them.
    Order,
    /// One has more given names or a further surname.
    Part,
    /// Other letters for the same sounds.
    Spelling,
    /// Initials in one of them.
    Initials,
    /// One is a surname alone.
    Surname,
}

impl PersonName {
    /// Reads a name; none where nothing but particles is left.
    pub(super) fn new(name: &str, known: &PersonNames) -> Option<Self> {
        let mut words: Vec<NameWord> = Vec::new();
        let mut suffix = None;
        for word in name.split(|c: char| c.is_whitespace() || c == '-' || c == ',' || c == '\u{2010}') {
            if known.is_suffix(word) && !words.is_empty() {
                suffix = Some(fold(word));
                continue;
            }
            let plain: String = fold(word).chars().filter(|c| c.is_alphanumeric()).collect();
            let particle = known.is_particle(&plain) && plain.chars().count() <= 5;
            if !(plain.is_empty() || particle && is_joined(word, known)) {
                let text = undo_ocr(&plain);
                let long = text.chars().count() >= SPELT;
                let sound = if long { known.sound(&text) } else { text.clone() };
                words.push(NameWord { text, sound });
            }
        }
        let order_open = match words.as_slice() {
            [first, .., last] => {
                known.is_family_first(&first.text)
                    || !known.is_given(&first.text) && known.is_given(&last.text)
            }
            _ => false,
        };
        (!words.is_empty()).then_some(Self { words, suffix, order_open })
    }

    pub(super) fn is_full(&self) -> bool {
        self.words.len() > 1
    }

    /// Under which surnames it is looked for.
    pub(super) fn keys(&self) -> Vec<String> {
        let mut keys: Vec<String> = Vec::new();
        let mut add = |word: &NameWord| {
            let key = format!("surname {}", word.sound);
            if !keys.contains(&key) {
                keys.push(key);
            }
        };
        if let Some(last) = self.words.last() {
            add(last);
        }
        if let [first, .., last] = self.words.as_slice() {
            if self.order_open {
                add(first);
            }
            // A slip of one letter behind the third is still found.
            let stem: String = last.text.chars().take(3).collect();
            keys.push(format!("stem {} {stem}", first.text));
        }
        if let [_, .., second, _] = self.words.as_slice() {
            let key = format!("surname {}", second.sound);
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }

    /// How the two names may be one person's.
    pub(super) fn matches(&self, other: &Self) -> Option<NameMatch> {
        if let (Some(a), Some(b)) = (&self.suffix, &other.suffix)
            && a != b
        {
            return None;
        }
        let straight = compare(&self.words, &other.words);
        if straight.is_some() || !(self.order_open || other.order_open) {
            return straight;
        }
        // The family may stand first in one of the two.
        let mut turned = other.words.clone();
        turned.rotate_left(1);
        let same = compare(&self.words, &turned);
        let mut back = other.words.clone();
        back.rotate_right(1);
        same.or_else(|| compare(&self.words, &back)).and_then(|found| match found {
            NameMatch::Equal | NameMatch::Spelling => Some(NameMatch::Order),
            NameMatch::Order | NameMatch::Part | NameMatch::Initials | NameMatch::Surname => None,
        })
    }
}

/// A particle is written small, or joined with a hyphen; *Ben Carson* and *Do Kwon* have it as a name.
fn is_joined(word: &str, known: &PersonNames) -> bool {
    word.chars().next().is_some_and(char::is_lowercase) || known.opens_with_article(word)
}

fn compare(a: &[NameWord], b: &[NameWord]) -> Option<NameMatch> {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let (Some((family, given)), Some((last, rest))) = (short.split_last(), long.split_last()) else {
        return None;
    };
    if given.is_empty() {
        let second = (long.len() > 2).then(|| &rest[rest.len() - 1]);
        let ends = word_match(family, last).or_else(|| second.and_then(|second| word_match(family, second)));
        return match ends {
            Some(Word::Equal) if long.len() == 1 => Some(NameMatch::Equal),
            Some(Word::Spelt) if long.len() == 1 => Some(NameMatch::Spelling),
            Some(Word::Equal | Word::Spelt) => Some(NameMatch::Surname),
            Some(Word::Initial) | None => None,
        };
    }
    let mut worst = match word_match(family, last) {
        Some(Word::Equal) => NameMatch::Equal,
        Some(Word::Spelt) => NameMatch::Spelling,
        Some(Word::Initial) => return None,
        None => return further_surname(short, long),
    };
    let mut others = rest.iter();
    for name in given {
        let found = others.by_ref().find_map(|other| word_match(name, other))?;
        worst = worst.max(match found {
            Word::Equal => NameMatch::Equal,
            Word::Spelt => NameMatch::Spelling,
            Word::Initial => NameMatch::Initials,
        });
    }
    if worst == NameMatch::Equal && short.len() < long.len() {
        worst = NameMatch::Part;
    }
    Some(worst)
}

/// *Ana Torres* and *Ana Torres Ibarra*: the same beginning, one surname more.
fn further_surname(short: &[NameWord], long: &[NameWord]) -> Option<NameMatch> {
    let first = short.first() == long.first() && short.len() < long.len();
    let mut words = long.iter();
    (first && short.iter().all(|word| words.any(|other| word == other))).then_some(NameMatch::Part)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Equal,
    Spelt,
    Initial,
}

fn word_match(a: &NameWord, b: &NameWord) -> Option<Word> {
    if a.text == b.text {
        return Some(Word::Equal);
    }
    let (short, long) = if a.text.len() <= b.text.len() { (a, b) } else { (b, a) };
    let letters = short.text.chars().count();
    if letters == 1 {
        return long.text.starts_with(&short.text).then_some(Word::Initial);
    }
    let spelt = letters >= SPELT && a.sound == b.sound;
    let slip = letters > SPELT && strsim::osa_distance(&a.text, &b.text) <= 1;
    (spelt || slip).then_some(Word::Spelt)
}

/// Digits that scanners put for letters.
fn undo_ocr(word: &str) -> String {
    if !word.chars().any(|c| c.is_ascii_digit()) || word.chars().filter(|c| c.is_alphabetic()).count() < 3 {
        return word.to_owned();
    }
    let letter = |c| match c {
        '0' => 'o',
        '1' => 'l',
        '5' => 's',
        '8' => 'b',
        other => other,
    };
    word.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resource::Resources;

    fn matched(a: &str, b: &str) -> Option<NameMatch> {
        let known = PersonNames::load(&Resources::data(&[])).unwrap();
        let name = |text| PersonName::new(text, &known).unwrap();
        let (a, b) = (name(a), name(b));
        assert_eq!(a.matches(&b), b.matches(&a));
        if a.matches(&b).is_some() {
            assert!(a.keys().iter().any(|key| b.keys().contains(key)), "{a:?} and {b:?} share no key");
        }
        a.matches(&b)
    }

    #[test]
    fn parts_initials_and_surnames_may_be_one_persons() {
        assert_eq!(matched("Ana Oduya", "Ana Oduya"), Some(NameMatch::Equal));
        assert_eq!(matched("Ana Oduya", "Ana Maria Oduya"), Some(NameMatch::Part));
        assert_eq!(matched("A. Oduya", "Ana Oduya"), Some(NameMatch::Initials));
        assert_eq!(matched("Oduya", "Ana Oduya"), Some(NameMatch::Surname));
        assert_eq!(matched("Ana Torres", "Ana Torres Ibarra"), Some(NameMatch::Part));
        assert_eq!(matched("Torres", "Ana Torres Ibarra"), Some(NameMatch::Surname));
        assert_eq!(matched("Piet van der Hoek", "Piet Hoek"), Some(NameMatch::Equal));
    }

    #[test]
    fn spellings_order_and_scanned_letters_are_seen_through() {
        assert_eq!(matched("Petro Halenskyy", "Petro Halensky"), Some(NameMatch::Spelling));
        assert_eq!(matched("Jørgen Mørk", "Jorgen Mork"), Some(NameMatch::Equal));
        assert_eq!(matched("Katō Hiroshi", "Hiroshi Kato"), Some(NameMatch::Order));
        assert_eq!(matched("Nguyen Minh", "Minh Nguyen"), Some(NameMatch::Order));
        assert_eq!(matched("Olga Br0ndt", "Olga Brondt"), Some(NameMatch::Equal));
        assert_eq!(matched("Olga Lindquist", "Olga Lindqvist"), Some(NameMatch::Spelling));
    }

    #[test]
    fn other_names_are_other_people() {
        assert_eq!(matched("Ana Oduya", "Peter Oduya"), None);
        assert_eq!(matched("P. Oduya", "Ana Oduya"), None);
        assert_eq!(matched("Peter Thomas", "Thomas Peter"), None);
        assert_eq!(matched("Ana Lee", "Ana Li"), None);
        assert_eq!(matched("John Adams II", "John Adams III"), None);
    }
}
