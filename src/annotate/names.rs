//! Names by their letters and their place: a tagger that walks from left to right and knows names that it never saw.

use std::borrow::Cow;
use std::ops::Range;

use compact_str::CompactString;

use crate::annotate::tagger::Features;
use crate::annotate::weights::{CLASSES, Scores, Weights, best};
use crate::annotate::word::Word;
use crate::annotate::word_table::WordTable;
use crate::error::Error;
use crate::error::Result;
use crate::model::NodeKind;
use crate::model::Xpos;

const MAGIC: &[u8; 8] = b"diplo-n1";

/// The tagger: one file of lines of kinds, marks of words, weights.
#[derive(Debug, Clone)]
pub(crate) struct NameModel {
    bytes: Cow<'static, [u8]>,
    at: [Range<usize>; 3],
    kinds: Vec<NodeKind>,
}

/// The class of a word outside names. Behind it come for each kind the first word of a name and its further words.
pub(crate) const OUTSIDE: u8 = 0;

/// The class of the first word of a name of a kind.
pub(crate) const fn first(kind: usize) -> u8 {
    1 + 2 * kind as u8
}

/// The class of a further word.
pub(crate) const fn further(kind: usize) -> u8 {
    2 + 2 * kind as u8
}

impl NameModel {
    /// Reads the header; the weights stay where they are.
    pub(crate) fn new(name: &str, bytes: Cow<'static, [u8]>) -> Result<Self> {
        let wrong = || Error::Data {
            file: name.to_owned(),
            line: 0,
            message: "this is no tagger of names of this version".to_owned(),
        };
        let rest = bytes.strip_prefix(MAGIC).ok_or_else(wrong)?;
        let lengths = rest.first_chunk::<12>().ok_or_else(wrong)?;
        let mut start = MAGIC.len() + lengths.len();
        let mut at = [0..0, 0..0, 0..0];
        for (place, length) in at.iter_mut().zip(lengths.as_chunks::<4>().0) {
            *place = start..start + u32::from_le_bytes(*length) as usize;
            start = place.end;
        }
        let text = bytes.get(at[0].clone()).and_then(|part| std::str::from_utf8(part).ok());
        let kinds: Vec<NodeKind> = text.ok_or_else(wrong)?.lines().map(NodeKind::named).collect();
        let weights = bytes.get(at[2].clone()).and_then(Weights::new);
        if start != bytes.len() || weights.is_none() || kinds.len() * 2 >= CLASSES {
            return Err(wrong());
        }
        Ok(Self { bytes, at, kinds })
    }

    /// The file of a tagger.
    pub(crate) fn encode(kinds: &[CompactString], marks: &[u8], weights: &[u8]) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        let kinds = kinds.join("\n").into_bytes();
        for part in [kinds.as_slice(), marks, weights] {
            bytes.extend_from_slice(&(part.len() as u32).to_le_bytes());
        }
        for part in [kinds.as_slice(), marks, weights] {
            bytes.extend_from_slice(part);
        }
        bytes
    }

    /// The names of a tagged sentence, as places of words, in order.
    pub(crate) fn find(&self, words: &[Word], xpos: &[Xpos]) -> Vec<(Range<usize>, NodeKind)> {
        let part = |number: usize| self.bytes.get(self.at[number].clone()).unwrap_or_default();
        let Some(weights) = Weights::new(part(2)) else { return Vec::new() };
        let seen = Seen::new(words, xpos, WordTable::new(part(1)));
        let mut classes: Vec<u8> = Vec::with_capacity(words.len());
        let mut features = Features::default();
        for (at, word) in words.iter().enumerate() {
            let before = classes.last().copied().unwrap_or(OUTSIDE);
            if before == OUTSIDE && !word.big {
                classes.push(OUTSIDE);
                continue;
            }
            seen.features(&classes, at, &mut features);
            let mut scores: Scores = [0; CLASSES];
            weights.add(&features.hashes, &mut scores);
            classes.push(best(&scores, allowed(before, self.kinds.len())).unwrap_or(0) as u8);
        }
        spans(&classes)
            .into_iter()
            .filter_map(|(range, kind)| Some((range, self.kinds.get(kind)?.clone())))
            .collect()
    }
}

/// The classes that may stand behind one.
pub(crate) fn allowed(before: u8, kinds: usize) -> impl Iterator<Item = usize> {
    let inside = (before != OUTSIDE).then(|| usize::from(before + before % 2));
    std::iter::once(0).chain((0..kinds).map(|kind| usize::from(first(kind)))).chain(inside)
}

/// The names that classes make.
pub(crate) fn spans(classes: &[u8]) -> Vec<(Range<usize>, usize)> {
    let mut found: Vec<(Range<usize>, usize)> = Vec::new();
    for (at, &class) in classes.iter().enumerate() {
        let Some(kind) = class.checked_sub(1).map(|class| usize::from(class / 2)) else { continue };
        match found.last_mut() {
            Some((range, last)) if class % 2 == 0 && range.end == at && *last == kind => range.end += 1,
            _ => found.push((at..at + 1, kind)),
        }
    }
    found
}

/// What the tagger sees of a sentence.
pub(crate) struct Seen<'w> {
    words: &'w [Word],
    marks: Vec<u64>,
    tags: Vec<u64>,
    /// For each word the end of the run of words with capitals that it stands in; its own place where it stands in none.
    ends: Vec<usize>,
}

impl<'w> Seen<'w> {
    /// Looks up what is known of each word.
    pub(crate) fn new(words: &'w [Word], xpos: &[Xpos], marks: WordTable<'_>) -> Self {
        let mut ends = vec![0; words.len()];
        for at in (0..words.len()).rev() {
            let next = at + 1;
            let goes_on = words[at].big && words.get(next).is_some_and(|word| word.big);
            ends[at] = if goes_on {
                ends[next]
            } else if words[at].big {
                next
            } else {
                at
            };
        }
        Self {
            words,
            marks: words.iter().map(|word| marks.get(word.lower)).collect(),
            tags: xpos.iter().map(|&tag| tag as u64).collect(),
            ends,
        }
    }

    /// What is looked at to class word `at`, when `classes` holds the classes before it.
    pub(crate) fn features(&self, classes: &[u8], at: usize, out: &mut Features) {
        let none = Word::default();
        let place = |offset: isize| at.checked_add_signed(offset).filter(|&i| i < self.words.len());
        let word = |offset: isize| place(offset).map_or(&none, |i| &self.words[i]);
        let mark = |offset: isize| place(offset).map_or(1 << 20, |i| self.marks[i]);
        let tag = |offset: isize| place(offset).map_or(999, |i| self.tags[i]);
        let class = |back: usize| u64::from(at.checked_sub(back).map_or(99, |i| classes[i]));
        let (here, before, after) = (word(0), word(-1), word(1));
        let last = self.ends[at].saturating_sub(1);
        let (end, length) =
            (self.words.get(last).unwrap_or(&none), self.ends[at].saturating_sub(at).min(5) as u64);
        let last_mark = self.marks.get(last).copied().unwrap_or_default();
        let behind = self.words.get(self.ends[at]).unwrap_or(&none);
        let opens = u64::from(at == 0);
        let one = class(1);
        out.clear();
        out.one(one);
        out.two(one, class(2));
        out.one(here.lower);
        out.two(here.lower, one);
        for suffix in &here.suffix[1..] {
            out.two(*suffix, one);
        }
        out.one(here.prefix[2]);
        out.one(here.prefix[3]);
        out.two(here.shape, opens);
        out.three(here.shape, one, opens);
        out.three(before.shape, here.shape, after.shape);
        out.two(tag(0), one);
        out.three(tag(-1), tag(0), tag(1));
        out.two(tag(0), tag(1));
        out.two(mark(0), one);
        out.three(mark(-1), mark(0), mark(1));
        out.two(mark(0), mark(1));
        out.two(before.lower, one);
        out.one(word(-2).lower);
        out.two(word(-2).lower, before.lower);
        out.two(before.lower, here.shape);
        out.one(after.lower);
        out.one(word(2).lower);
        out.two(before.lower, here.lower);
        out.two(here.lower, after.lower);
        out.two(end.lower, one);
        out.three(last_mark, length, one);
        out.three(end.suffix[2], length, one);
        out.two(behind.lower, length);
        out.three(mark(0), last_mark, length);
        out.three(here.shape, end.shape, length);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_on_only_in_its_own_kind() {
        assert_eq!(allowed(OUTSIDE, 2).collect::<Vec<_>>(), [0, 1, 3]);
        assert_eq!(allowed(first(1), 2).collect::<Vec<_>>(), [0, 1, 3, 4]);
        assert_eq!(allowed(further(1), 2).collect::<Vec<_>>(), [0, 1, 3, 4]);
        let classes = [0, first(0), further(0), first(0), 0, first(1), further(1)];
        assert_eq!(spans(&classes), [(1..3, 0), (3..4, 0), (5..7, 1)]);
    }

    #[test]
    fn bytes_that_are_no_tagger_are_refused() {
        for bytes in [&b""[..], b"diplo-n1", b"diplo-n1\x01\0\0\0\0\0\0\0\0\0\0\0"] {
            assert!(NameModel::new("names.bin", Cow::Owned(bytes.to_vec())).is_err());
        }
        let empty = NameModel::encode(&[], &[], &Weights::encode(&[]));
        assert!(NameModel::new("names.bin", Cow::Owned(empty)).is_ok());
    }
}
