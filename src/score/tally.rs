//! Counts of what was found and what is right, for each family of things.

use std::collections::BTreeMap;

/// The counts of one family.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Count {
    /// How many the gold graph has.
    pub gold: usize,
    /// How many of these were found. A part of one is found where only some of its modalities were.
    pub found: f64,
    /// How many the graph has.
    pub pred: usize,
    /// How many of these are right.
    pub hit: usize,
}

/// Precision, recall and their harmonic mean, each 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// The share of the graph that is right.
    pub precision: f64,
    /// The share of the gold that was found.
    pub recall: f64,
    /// The harmonic mean of both.
    pub f1: f64,
}

impl Count {
    /// The rates of these counts; 0 where there is nothing to divide by.
    #[must_use]
    pub fn rate(self) -> Rate {
        let precision = if self.pred > 0 { self.hit as f64 / self.pred as f64 } else { 0.0 };
        let recall = self.share();
        let sum = precision + recall;
        Rate { precision, recall, f1: if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 } }
    }

    /// The share of the gold that was found.
    #[must_use]
    pub fn share(self) -> f64 {
        if self.gold > 0 { self.found / self.gold as f64 } else { 0.0 }
    }
}

/// The counts of all families, by name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tally(BTreeMap<String, Count>);

impl Tally {
    /// The counts of a family.
    #[must_use]
    pub fn of(&self, family: &str) -> Count {
        self.0.get(family).copied().unwrap_or_default()
    }

    /// The names of the families that have been counted, sorted.
    pub fn families(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Adds the counts of another text.
    pub fn add(&mut self, other: &Self) {
        for (family, count) in &other.0 {
            let sum = self.0.entry(family.clone()).or_default();
            sum.gold += count.gold;
            sum.found += count.found;
            sum.pred += count.pred;
            sum.hit += count.hit;
        }
    }

    /// One of the gold graph, found or not.
    pub(super) fn gold(&mut self, family: &str, found: bool) {
        self.gold_share(family, f64::from(u8::from(found)));
    }

    /// One of the gold graph, found in part.
    pub(super) fn gold_share(&mut self, family: &str, found: f64) {
        let count = self.0.entry(family.to_owned()).or_default();
        count.gold += 1;
        count.found += found;
    }

    /// Some of the gold graph at once.
    pub(super) fn gold_many(&mut self, family: &str, gold: usize, found: usize) {
        let count = self.0.entry(family.to_owned()).or_default();
        count.gold += gold;
        count.found += found as f64;
    }

    /// One of the graph, right or not.
    pub(super) fn pred(&mut self, family: &str, hit: bool) {
        self.pred_many(family, 1, usize::from(hit));
    }

    /// Some of the graph at once.
    pub(super) fn pred_many(&mut self, family: &str, pred: usize, hit: usize) {
        let count = self.0.entry(family.to_owned()).or_default();
        count.pred += pred;
        count.hit += hit;
    }
}
