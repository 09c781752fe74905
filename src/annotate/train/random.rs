//! A small generator of pseudo-random numbers with a fixed seed.

use crate::annotate::hash::spread;

/// The same numbers on every machine.
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    /// Starts the sequence of a seed.
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub(crate) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        spread(self.0)
    }

    /// Whether an event of the given chance, in thousandths, happens.
    pub(crate) const fn happens(&mut self, thousandths: u64) -> bool {
        self.next() % 1000 < thousandths
    }

    /// Shuffles a list.
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            let other = (self.next() % (i as u64 + 1)) as usize;
            list.swap(i, other);
        }
    }
}
