//! Tags, from left to right: what to look at, and the walk itself.

use crate::annotate::hash::{mix, spread};
use crate::annotate::weights::{CLASSES, Scores, Weights, best};
use crate::annotate::word::Word;

/// Stands for the tag of a place outside the sentence.
pub(crate) const NO_TAG: u8 = 127;

/// Collects the features of one decision: each is a template's number and what it found.
#[derive(Debug, Default)]
pub(crate) struct Features {
    /// The hashes.
    pub(crate) hashes: Vec<u64>,
    template: u64,
}

impl Features {
    /// Forgets the last decision.
    pub(crate) fn clear(&mut self) {
        self.hashes.clear();
        self.template = 0;
    }

    /// The next template, with one value.
    #[inline]
    pub(crate) fn one(&mut self, a: u64) {
        self.template += 1;
        self.hashes.push(spread(mix(self.template, a)));
    }

    /// The next template, with two values.
    #[inline]
    pub(crate) fn two(&mut self, a: u64, b: u64) {
        self.template += 1;
        self.hashes.push(spread(mix(mix(self.template, a), b)));
    }

    /// The next template, with three values.
    #[inline]
    pub(crate) fn three(&mut self, a: u64, b: u64, c: u64) {
        self.template += 1;
        self.hashes.push(spread(mix(mix(mix(self.template, a), b), c)));
    }
}

/// What is looked at to tag word `at`, when `tags` holds the tags before it.
pub(crate) fn features(words: &[Word], tags: &[u8], at: usize, out: &mut Features) {
    let none = Word::default();
    let word = |offset: isize| at.checked_add_signed(offset).and_then(|i| words.get(i)).unwrap_or(&none);
    let tag =
        |back: usize| u64::from(at.checked_sub(back).and_then(|i| tags.get(i)).copied().unwrap_or(NO_TAG));
    let (here, before, after) = (word(0), word(-1), word(1));
    let (second_before, second_after) = (word(-2), word(2));
    let first = u64::from(at == 0);
    out.clear();
    out.one(0);
    out.one(here.lower);
    for suffix in here.suffix {
        out.one(suffix);
    }
    for prefix in here.prefix {
        out.one(prefix);
    }
    out.two(here.shape, first);
    out.two(here.shape, here.suffix[2]);
    out.two(here.shape, before.shape);
    out.two(here.shape, after.shape);
    out.one(here.tags);
    out.one(tag(1));
    out.two(tag(1), tag(2));
    out.two(tag(1), here.lower);
    out.two(tag(1), here.tags);
    out.two(tag(1), here.suffix[2]);
    out.three(tag(1), tag(2), here.lower);
    out.three(tag(1), here.tags, after.tags);
    out.three(tag(1), tag(2), after.tags);
    out.one(before.lower);
    out.one(second_before.lower);
    out.one(after.lower);
    out.one(second_after.lower);
    out.two(before.lower, here.lower);
    out.two(here.lower, after.lower);
    out.two(before.lower, after.lower);
    out.two(here.tags, after.tags);
    out.two(here.tags, after.lower);
    out.three(here.tags, after.tags, second_after.tags);
    out.one(before.suffix[2]);
    out.one(after.suffix[2]);
    out.two(here.suffix[2], after.suffix[2]);
    out.two(here.suffix[2], before.suffix[2]);
    out.two(here.shape, tag(1));
    if !here.clustered {
        return;
    }
    out.one(here.cluster);
    out.two(here.cluster, tag(1));
    out.one(before.cluster);
    out.one(after.cluster);
    out.two(here.cluster, after.cluster);
    out.two(here.cluster, before.cluster);
    out.three(here.group(), tag(1), after.group());
    out.three(here.tags, after.group(), second_after.group());
}

/// The tags of a sentence, as classes.
pub(crate) fn tag(words: &[Word], weights: Weights<'_>, classes: usize) -> Vec<u8> {
    let mut tags = Vec::with_capacity(words.len());
    let mut found = Features::default();
    for (at, word) in words.iter().enumerate() {
        if let Some(class) = word.certain {
            tags.push(class);
            continue;
        }
        features(words, &tags, at, &mut found);
        let mut scores: Scores = [0; CLASSES];
        weights.add(&found.hashes, &mut scores);
        tags.push(best(&scores, 0..classes.min(CLASSES)).unwrap_or(0) as u8);
    }
    tags
}
