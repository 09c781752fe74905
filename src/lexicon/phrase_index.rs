//! Finds the stored phrases that begin at a word.

use crate::lexicon::fold::fold_char;
use crate::lexicon::fold::is_joint;
use crate::lexicon::fold::pieces;

const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
const NONE: u32 = u32::MAX;

/// A phrase found: how many words it takes, and the number that it was stored under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Words, from the place that was asked for.
    pub len: usize,
    /// The number given to [`PhraseIndex::insert`].
    pub id: u32,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    /// Fingerprint of the folded words so far; 0 where the slot is free.
    key: u64,
    /// Head of the list of phrases that end here, or `NONE` where longer ones pass through.
    first: u32,
}

/// Phrases by their folded words. Fingerprints of 64 bits stand for the words: a false hit is less likely than a broken disk.
#[derive(Debug, Clone)]
pub struct PhraseIndex {
    slots: Vec<Slot>,
    used: usize,
    /// Number of a phrase, and where the next phrase of the same words stands.
    listed: Vec<(u32, u32)>,
}

impl Default for PhraseIndex {
    fn default() -> Self {
        Self::with_capacity(64)
    }
}

impl PhraseIndex {
    /// An index with room for about that many phrases.
    #[must_use]
    pub fn with_capacity(phrases: usize) -> Self {
        let size = (phrases * 4).next_power_of_two().max(64);
        Self { slots: vec![Slot { key: 0, first: NONE }; size], used: 0, listed: Vec::with_capacity(phrases) }
    }

    /// Stores a phrase. Several may have the same words.
    pub fn insert(&mut self, phrase: &str, id: u32) {
        let mut key = FNV_START;
        let mut last = None;
        for piece in pieces(phrase) {
            key = extend(key, piece);
            last = Some(self.slot_for(key));
        }
        if let Some(slot) = last {
            self.listed.push((id, NONE));
            let at = (self.listed.len() - 1) as u32;
            let mut end = self.slots[slot].first;
            if end == NONE {
                self.slots[slot].first = at;
                return;
            }
            while self.listed[end as usize].1 != NONE {
                end = self.listed[end as usize].1;
            }
            self.listed[end as usize].1 = at;
        }
    }

    /// All phrases that begin at word `at`, the longest first; those of the same words in the order of storing.
    ///
    /// `readings` are the words, and where wanted their lemmas as a second list: for each word any of the forms may fit.
    /// Give the words of one sentence, since phrases do not end at its end by themselves.
    #[must_use]
    pub fn find(&self, readings: &[&[&str]], at: usize) -> Vec<Hit> {
        let mut hits = Vec::new();
        self.walk(readings, at, at, FNV_START, &mut hits);
        hits.sort_by_key(|hit| std::cmp::Reverse(hit.len));
        hits
    }

    fn walk(&self, readings: &[&[&str]], at: usize, next: usize, key: u64, hits: &mut Vec<Hit>) {
        for (nth, words) in readings.iter().enumerate() {
            let Some(word) = words.get(next) else { return };
            if readings[..nth].iter().any(|earlier| earlier.get(next) == Some(word)) {
                continue;
            }
            let mut longer = key;
            for piece in pieces(word) {
                longer = extend(longer, piece);
            }
            if longer == key {
                if next > at && is_joint(word) {
                    self.walk(readings, at, next + 1, key, hits);
                }
                continue;
            }
            let Some(slot) = self.lookup(longer) else { continue };
            let mut listed = slot.first;
            while listed != NONE {
                let (id, after) = self.listed[listed as usize];
                let hit = Hit { len: next + 1 - at, id };
                if !hits.contains(&hit) {
                    hits.push(hit);
                }
                listed = after;
            }
            self.walk(readings, at, next + 1, longer, hits);
        }
    }

    fn lookup(&self, key: u64) -> Option<Slot> {
        let mask = self.slots.len() - 1;
        let mut at = self.home(key);
        loop {
            let slot = self.slots[at];
            if slot.key == key {
                return Some(slot);
            }
            if slot.key == 0 {
                return None;
            }
            at = (at + 1) & mask;
        }
    }

    fn slot_for(&mut self, key: u64) -> usize {
        if (self.used + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let mut at = self.home(key);
        while self.slots[at].key != 0 && self.slots[at].key != key {
            at = (at + 1) & mask;
        }
        if self.slots[at].key == 0 {
            self.slots[at].key = key;
            self.used += 1;
        }
        at
    }

    fn grow(&mut self) {
        let double = self.slots.len() * 2;
        let old = std::mem::replace(&mut self.slots, vec![Slot { key: 0, first: NONE }; double]);
        let mask = double - 1;
        for slot in old.into_iter().filter(|slot| slot.key != 0) {
            let mut at = self.home(slot.key);
            while self.slots[at].key != 0 {
                at = (at + 1) & mask;
            }
            self.slots[at] = slot;
        }
    }

    fn home(&self, key: u64) -> usize {
        let bits = self.slots.len().trailing_zeros();
        (key.wrapping_mul(SPREAD) >> (64 - bits)) as usize
    }
}

/// The fingerprint of the words so far and one more piece.
fn extend(key: u64, piece: &str) -> u64 {
    let mut key = mix(key, u32::from(' '));
    for c in piece.chars().filter(|c| *c != '.') {
        fold_char(c, |plain| key = mix(key, u32::from(plain)));
    }
    key.max(1)
}

fn mix(key: u64, unit: u32) -> u64 {
    (key ^ u64::from(unit)).wrapping_mul(FNV_PRIME)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(phrases: &[&str]) -> PhraseIndex {
        let mut index = PhraseIndex::default();
        for (id, phrase) in phrases.iter().enumerate() {
            index.insert(phrase, id as u32);
        }
        index
    }

    fn found(index: &PhraseIndex, words: &[&str], at: usize) -> Vec<(usize, u32)> {
        index.find(&[words], at).into_iter().map(|hit| (hit.len, hit.id)).collect()
    }

    #[test]
    fn longer_phrases_come_first() {
        let index = index(&["South Africa", "South", "South African Republic"]);
        assert_eq!(found(&index, &["in", "South", "Africa", "now"], 1), [(2, 0), (1, 1)]);
        assert_eq!(found(&index, &["Africa"], 0), []);
    }

    #[test]
    fn hyphens_do_not_matter_whether_they_are_tokens_or_not() {
        let index = index(&["Guinea-Bissau"]);
        assert_eq!(found(&index, &["Guinea-Bissau"], 0), [(1, 0)]);
        assert_eq!(found(&index, &["Guinea", "-", "Bissau"], 0), [(3, 0)]);
        assert_eq!(found(&index, &["Guinea", "Bissau"], 0), [(2, 0)]);
        assert_eq!(found(&index, &["-", "Guinea", "Bissau"], 0), []);
    }

    #[test]
    fn a_comma_parts_names_unless_the_name_has_it() {
        let index = index(&["Trinidad Tobago", "Art, Sport"]);
        assert_eq!(found(&index, &["Trinidad", ",", "Tobago"], 0), []);
        assert_eq!(found(&index, &["Art", ",", "Sport"], 0), [(3, 1)]);
    }

    #[test]
    fn each_word_may_fit_by_its_form_or_by_its_lemma() {
        let index = index(&["human rights violation"]);
        let forms: &[&str] = &["human", "rights", "violations"];
        let lemmas: &[&str] = &["human", "right", "violation"];
        assert_eq!(index.find(&[forms, lemmas], 0), [Hit { len: 3, id: 0 }]);
        assert_eq!(index.find(&[forms], 0), []);
    }

    #[test]
    fn many_phrases_are_all_found_again() {
        let phrases: Vec<String> = (0..5_000).map(|n| format!("word{n} and{}", n % 7)).collect();
        let index = index(&phrases.iter().map(String::as_str).collect::<Vec<_>>());
        for (id, phrase) in phrases.iter().enumerate() {
            let words: Vec<_> = phrase.split(' ').collect();
            assert_eq!(found(&index, &words, 0), [(2, id as u32)]);
        }
    }
}
