//! An averaged perceptron over sparse features, and its quantisation to eight bits.

use crate::annotate::weights::{CLASSES, Weights};

#[derive(Debug, Clone, Copy)]
struct Weight {
    class: u8,
    since: u32,
    value: f32,
    total: f64,
}

/// Weights while they are learnt. A feature gets a row only once a mistake touches it.
#[derive(Debug)]
pub(crate) struct Perceptron {
    /// For each place the upper half of a feature and its row.
    slots: Vec<(u32, u32)>,
    features: Vec<u64>,
    rows: Vec<Vec<Weight>>,
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
            for &row in found.iter().filter(|&&row| row != FREE) {
                for weight in &self.rows[row as usize] {
                    scores[usize::from(weight.class) % CLASSES] += weight.value;
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
        self.rows.push(Vec::new());
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
        let row = &mut self.rows[row];
        if let Some(weight) = row.iter_mut().find(|weight| usize::from(weight.class) == class) {
            weight.total += f64::from(weight.value) * f64::from(now - weight.since);
            weight.since = now;
            weight.value += by;
        } else {
            row.push(Weight { class: class as u8, since: now, value: by, total: 0.0 });
        }
    }

    /// The averages as a table, in multiples of `unit`, without those under the `smallest` multiple and those of features
    /// that fewer than `least` mistakes touched.
    pub(crate) fn quantise(&self, least: u32, unit: f64, smallest: i32) -> Vec<u8> {
        let now = f64::from(self.now.max(1));
        let mean = |weight: &Weight| {
            (weight.total + f64::from(weight.value) * f64::from(self.now - weight.since)) / now
        };
        let mut rows = Vec::new();
        for (row, weights) in self.rows.iter().enumerate() {
            if self.updates[row] < least {
                continue;
            }
            let mut pairs: Vec<(u8, i32)> = weights
                .iter()
                .map(|weight| (weight.class, (mean(weight) / unit).round() as i32))
                .filter(|&(_, weight)| weight.abs() >= smallest)
                .collect();
            pairs.sort_unstable();
            if !pairs.is_empty() {
                rows.push((self.features[row], pairs));
            }
        }
        Weights::encode(&rows)
    }
}
