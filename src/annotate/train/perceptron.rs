//! An averaged perceptron over sparse features, and its quantisation to eight bits.

use std::collections::BTreeMap;

use crate::annotate::weights::{CLASSES, Weights};

/// Where the weights of a feature lie.
#[derive(Debug, Clone, Copy)]
struct Row {
    start: u32,
    length: u8,
    room: u8,
}

/// What only the average needs.
#[derive(Debug, Clone, Copy, Default)]
struct Past {
    since: u32,
    total: f64,
}

/// Weights while they are learnt. A feature gets a row only once a mistake touches it.
#[derive(Debug)]
pub(crate) struct Perceptron {
    /// For each place the upper half of a feature and its row.
    slots: Vec<(u32, u32)>,
    features: Vec<u64>,
    rows: Vec<Row>,
    /// The weights of all rows with their classes. A row that outgrows its room moves to the end.
    weights: Vec<(f32, u8)>,
    past: Vec<Past>,
    updates: Vec<u32>,
    now: u32,
}

const FREE: u32 = u32::MAX;

impl Default for Perceptron {
    fn default() -> Self {
        Self {
            slots: vec![(0, FREE); 1 << 16],
            features: Vec::new(),
            rows: Vec::new(),
            weights: Vec::new(),
            past: Vec::new(),
            updates: Vec::new(),
            now: 0,
        }
    }
}

impl Perceptron {
    #[inline]
    fn slot(&self, feature: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = feature as usize & mask;
        while self.slots[slot].1 != FREE && self.slots[slot].0 != (feature >> 32) as u32 {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// Adds the present weights of each feature to the scores.
    pub(crate) fn add(&self, features: &[u64], scores: &mut [f32; CLASSES]) {
        const BATCH: usize = 64;
        for batch in features.chunks(BATCH) {
            // First all rows are looked up, so that the waits for memory run side by side.
            let mut found = [FREE; BATCH];
            for (row, &feature) in found.iter_mut().zip(batch) {
                *row = self.slots[self.slot(feature)].1;
            }
            let mut count = 0;
            let mut rows = [Row { start: 0, length: 0, room: 0 }; BATCH];
            for &row in found.iter().filter(|&&row| row != FREE) {
                rows[count] = self.rows[row as usize];
                count += 1;
            }
            for row in &rows[..count] {
                let start = row.start as usize;
                for &(value, class) in &self.weights[start..start + usize::from(row.length)] {
                    scores[usize::from(class) % CLASSES] += value;
                }
            }
        }
    }

    /// Ends a decision: averages count decisions, not mistakes.
    pub(crate) const fn tick(&mut self) {
        self.now += 1;
    }

    /// Raises the right class and lowers the wrong one.
    pub(crate) fn update(&mut self, features: &[u64], right: usize, wrong: usize) {
        for &feature in features {
            let row = self.row(feature);
            self.updates[row] += 1;
            self.change(row, right, 1.0);
            self.change(row, wrong, -1.0);
        }
    }

    fn row(&mut self, feature: u64) -> usize {
        let slot = self.slot(feature);
        if self.slots[slot].1 != FREE {
            return self.slots[slot].1 as usize;
        }
        let row = self.rows.len();
        self.slots[slot] = ((feature >> 32) as u32, row as u32);
        self.features.push(feature);
        self.rows.push(Row { start: 0, length: 0, room: 0 });
        self.updates.push(0);
        if self.rows.len() * 2 > self.slots.len() {
            self.slots = vec![(0, FREE); self.slots.len() * 2];
            for row in 0..self.rows.len() {
                let feature = self.features[row];
                let slot = self.slot(feature);
                self.slots[slot] = ((feature >> 32) as u32, row as u32);
            }
        }
        row
    }

    fn change(&mut self, row: usize, class: usize, by: f32) {
        let now = self.now;
        let Row { start, length, room } = self.rows[row];
        let range = start as usize..start as usize + usize::from(length);
        if let Some(at) = range.clone().find(|&at| usize::from(self.weights[at].1) == class) {
            let (value, past) = (&mut self.weights[at].0, &mut self.past[at]);
            past.total += f64::from(*value) * f64::from(now - past.since);
            past.since = now;
            *value += by;
            return;
        }
        if length == room {
            let moved = self.weights.len();
            let wider = (usize::from(room) * 2).clamp(2, 255);
            self.weights.extend_from_within(range.clone());
            self.past.extend_from_within(range);
            self.weights.resize(moved + wider, (0.0, 0));
            self.past.resize(moved + wider, Past::default());
            self.rows[row] = Row { start: moved as u32, length, room: wider as u8 };
        }
        let row = &mut self.rows[row];
        let at = row.start as usize + usize::from(row.length);
        self.weights[at] = (by, class as u8);
        self.past[at] = Past { since: now, total: 0.0 };
        row.length += 1;
    }

    /// The averages as a table of at most `most` bytes, in multiples of `unit`, without those under the `smallest` multiple and
    /// those of features that fewer than `least` mistakes touched, or more where the table would be too large.
    pub(crate) fn quantise(&self, least: u32, most: usize, unit: f64, smallest: i32) -> Vec<u8> {
        let now = f64::from(self.now.max(1));
        let mean = |at: usize| {
            let (value, past) = (f64::from(self.weights[at].0), self.past[at]);
            (past.total + value * f64::from(self.now - past.since)) / now
        };
        let (mut rows, mut touched) = (Vec::new(), Vec::new());
        for (row, place) in self.rows.iter().enumerate() {
            if self.updates[row] < least {
                continue;
            }
            let start = place.start as usize;
            let mut pairs: Vec<(u8, i32)> = (start..start + usize::from(place.length))
                .map(|at| (self.weights[at].1, (mean(at) / unit).round() as i32))
                .filter(|&(_, weight)| weight.abs() >= smallest)
                .collect();
            pairs.sort_unstable();
            if !pairs.is_empty() {
                rows.push((self.features[row], pairs));
                touched.push(self.updates[row]);
            }
        }
        let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
        for (row, &updates) in rows.iter().zip(&touched) {
            *sizes.entry(updates).or_default() += Weights::size(row.1.len());
        }
        let mut size = 0;
        let kept = sizes.iter().rev().take_while(|(_, of_these)| {
            size += **of_these;
            size <= most
        });
        let least = kept.last().map_or(u32::MAX, |(&updates, _)| updates);
        let mut touched = touched.into_iter();
        rows.retain(|_| touched.next().is_some_and(|updates| updates >= least));
        Weights::encode(&rows)
    }
}
