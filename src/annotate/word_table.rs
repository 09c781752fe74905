//! What is known of single words: the tags that they had in training, and the class of words that they belong to.

/// A view of the table: sorted hashes, each with two sixteen-bit values.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct WordTable<'m> {
    rows: &'m [[u8; ROW]],
}

const ROW: usize = 10;

impl<'m> WordTable<'m> {
    /// A view of the bytes.
    pub(crate) fn new(bytes: &'m [u8]) -> Self {
        Self { rows: bytes.as_chunks().0 }
    }

    /// The table as bytes: for each hash its tags and its cluster. Rows must be sorted by the hash's highest 48 bits.
    pub(crate) fn encode(rows: &[(u64, u16, u16)]) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(rows.len() * ROW);
        for (hash, tags, cluster) in rows {
            bytes.extend_from_slice(&hash.to_be_bytes()[..6]);
            bytes.extend_from_slice(&tags.to_le_bytes());
            bytes.extend_from_slice(&cluster.to_le_bytes());
        }
        bytes
    }

    /// Tags and cluster of the word with this hash; zeros where it is unknown.
    pub(crate) fn get(self, hash: u64) -> (u64, u64) {
        let key = hash >> 16;
        // The hashes are spread evenly: a guess by proportion lands near, then a few steps suffice.
        let (mut low, mut high) = (0, self.rows.len());
        let mut guess = ((u128::from(key) * high as u128) >> 48) as usize;
        let mut width = 16;
        while low < high {
            let found = self.rows.get(guess).map_or(u64::MAX, key_of);
            if found == key {
                let [.., a, b, c, d] = self.rows[guess];
                return (u64::from(u16::from_le_bytes([a, b])), u64::from(u16::from_le_bytes([c, d])));
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
        (0, 0)
    }
}

fn key_of(row: &[u8; ROW]) -> u64 {
    let [a, b, c, d, e, f, ..] = *row;
    u64::from_be_bytes([0, 0, a, b, c, d, e, f])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::hash::spread;

    #[test]
    fn every_word_put_in_is_found_and_no_other() {
        let mut rows: Vec<_> = (0..3000u64).map(|i| (spread(i), i as u16, (i * 7) as u16)).collect();
        rows.sort_unstable();
        let bytes = WordTable::encode(&rows);
        let table = WordTable::new(&bytes);
        for i in 0..3000u64 {
            assert_eq!(table.get(spread(i)), (i, u64::from((i * 7) as u16)));
        }
        assert_eq!(table.get(spread(9999)), (0, 0));
        assert_eq!(WordTable::default().get(5), (0, 0));
    }
}
