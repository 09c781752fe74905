//! Numbers by hash: what is known of single words, and which rule serves an ending.

/// A view of the table: sorted hashes, each with a number.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct WordTable<'m> {
    rows: &'m [[u8; ROW]],
}

const ROW: usize = 8;

impl<'m> WordTable<'m> {
    /// A view of the bytes.
    pub(crate) fn new(bytes: &'m [u8]) -> Self {
        Self { rows: bytes.as_chunks().0 }
    }

    /// The table as bytes: for each hash its number. Rows must be sorted by hash.
    pub(crate) fn encode(rows: &[(u64, u16)]) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(rows.len() * ROW);
        for (hash, number) in rows {
            bytes.extend_from_slice(&hash.to_be_bytes()[..6]);
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        bytes
    }

    /// Whether it knows nothing.
    pub(crate) const fn is_empty(self) -> bool {
        self.rows.is_empty()
    }

    /// The number of a hash; 0 where it is unknown.
    pub(crate) fn get(self, hash: u64) -> u64 {
        let key = hash >> 16;
        // The hashes are spread evenly: a guess by proportion lands near, then a few steps suffice.
        let (mut low, mut high) = (0, self.rows.len());
        let mut guess = ((u128::from(key) * high as u128) >> 48) as usize;
        let mut width = 16;
        while low < high {
            let found = self.rows.get(guess).map_or(u64::MAX, |&row| key_of(row));
            if found == key {
                let [.., a, b] = self.rows[guess];
                return u64::from(u16::from_le_bytes([a, b]));
            }
            if found < key {
                low = guess + 1;
                guess = (guess + width).min(low + (high - low) / 2);
            } else {
                high = guess;
                guess = guess.saturating_sub(width).max(low + (high - low) / 2);
            }
            guess = guess.clamp(low, high.max(low));
            width *= 2;
        }
        0
    }
}

const fn key_of(row: [u8; ROW]) -> u64 {
    u64::from_be_bytes(row) >> 16
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::hash::spread;

    #[test]
    fn every_word_put_in_is_found_and_no_other() {
        let mut rows: Vec<_> = (0..3000u64).map(|i| (spread(i), i as u16)).collect();
        rows.sort_unstable();
        let bytes = WordTable::encode(&rows);
        let table = WordTable::new(&bytes);
        for i in 0..3000u64 {
            assert_eq!(table.get(spread(i)), i);
        }
        assert_eq!(table.get(spread(9999)), 0);
        assert_eq!(WordTable::default().get(5), 0);
    }
}
