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
    slots: Vec<u32>,
    features: Vec<u64>,
    rows: Vec<Vec<Weight>>,
    updates: Vec<u32>,
    now: u32,
}

const FREE: u32 = u32::MAX;

impl Default for Perceptron {
    fn default() -> Self {
        Self {
            slots: vec![FREE; 1 << 16],
            features: Vec::new(),
            rows: Vec::new(),
            updates: Vec::new(),
            now: 0,
        }
    }
}

impl Perceptron {
    fn slot(&self, feature: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = feature as usize & mask;
        while self.slots[slot] != FREE && self.features[self.slots[slot] as usize] != feature {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// Adds the present weights of each feature to the scores.
    pub(crate) fn add(&self, features: &[u64], scores: &mut [f32; CLASSES]) {
        for &feature in features {
            if let Some(row) = self.rows.get(self.slots[self.slot(feature)] as usize) {
                for weight in row {
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
        if self.slots[slot] != FREE {
            return self.slots[slot] as usize;
        }
        let row = self.rows.len();
        self.slots[slot] = row as u32;
        self.features.push(feature);
        self.rows.push(Vec::new());
        self.updates.push(0);
        if self.rows.len() * 2 > self.slots.len() {
            self.slots = vec![FREE; self.slots.len() * 2];
            for row in 0..self.rows.len() {
                let slot = self.slot(self.features[row]);
                self.slots[slot] = row as u32;
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

    /// The averages as a table of eight-bit weights, without those that round to nothing and
    /// those of features that fewer than `least` mistakes touched.
    pub(crate) fn quantise(&self, least: u32, unit: f64) -> Vec<u8> {
        let now = f64::from(self.now.max(1));
        let mean = |weight: &Weight| {
            (weight.total + f64::from(weight.value) * f64::from(self.now - weight.since)) / now
        };
        let mut rows = Vec::new();
        for (row, weights) in self.rows.iter().enumerate() {
            if self.updates[row] < least {
                continue;
            }
            let largest = weights.iter().map(|weight| mean(weight).abs()).fold(0.0, f64::max) / unit;
            let shift = (largest / 127.4).max(1.0).log2().ceil().min(15.0);
            let scale = 1.0 / (unit * shift.exp2());
            let mut pairs: Vec<(u8, i8)> = weights
                .iter()
                .filter(|weight| mean(weight).abs() >= unit * 0.5)
                .map(|weight| (weight.class, (mean(weight) * scale).round().clamp(-127.0, 127.0) as i8))
                .filter(|&(_, weight)| weight != 0)
                .collect();
            pairs.sort_unstable();
            if !pairs.is_empty() {
                rows.push((self.features[row], shift as u8, pairs));
            }
        }
        Weights::encode(&rows)
    }
}
