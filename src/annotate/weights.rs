//! Sparse tables of weights for many classes, read where they lie in the embedded bytes.
//!
//! A row is two bytes that tell its feature from others, and seven pairs of class and weight. A feature with more pairs
//! has them elsewhere: its row says where.

use crate::annotate::slots::{Slots, check};

/// How many classes a table can tell apart.
pub(crate) const CLASSES: usize = 128;

/// A feature and its pairs of class and weight.
pub(crate) type Row = (u64, Vec<(u8, i32)>);

/// The scores of all classes.
pub(crate) type Scores = [i32; CLASSES];

const ROW: usize = 16;
const PAIRS: usize = 7;
/// Stands where the first class would, in rows whose pairs lie elsewhere.
const ELSEWHERE: u8 = 255;

/// A view of one table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weights<'m> {
    slots: Slots<'m>,
    rows: &'m [[u8; ROW]],
    long: &'m [[u8; 2]],
}

impl<'m> Weights<'m> {
    /// Reads the header; none where the bytes are too short for it.
    pub(crate) fn new(bytes: &'m [u8]) -> Option<Self> {
        let (slots, rest) = Slots::new(bytes)?;
        let (rows, long) = rest.split_at_checked(slots.len() * ROW)?;
        Some(Self { slots, rows: rows.as_chunks().0, long: long.as_chunks().0 })
    }

    /// About how many bytes a feature with so many pairs takes.
    pub(crate) const fn size(pairs: usize) -> usize {
        ROW + ROW / 12 + if pairs > PAIRS { pairs * 2 } else { 0 }
    }

    /// The table as bytes.
    pub(crate) fn encode(rows: &[Row]) -> Vec<u8> {
        let hashes: Vec<u64> = rows.iter().map(|row| row.0).collect();
        let Some((mut bytes, places)) = Slots::encode(&hashes) else { return Vec::new() };
        let size = Slots::new(&bytes).map_or(0, |(slots, _)| slots.len());
        let mut table = vec![[0u8; ROW]; size];
        let mut long = Vec::new();
        for ((hash, pairs), place) in rows.iter().zip(places) {
            let row = &mut table[place];
            row[..2].copy_from_slice(&check(*hash).to_le_bytes());
            let pairs: Vec<[u8; 2]> =
                pairs.iter().flat_map(|&(class, weight)| in_bytes(class, weight)).collect();
            if pairs.len() <= PAIRS {
                row[2..2 + pairs.len() * 2].copy_from_slice(pairs.as_flattened());
            } else {
                row[2] = ELSEWHERE;
                row[4..8].copy_from_slice(&(long.len() as u32).to_le_bytes());
                row[8..10].copy_from_slice(&(pairs.len() as u16).to_le_bytes());
                long.extend(pairs);
            }
        }
        bytes.extend_from_slice(table.as_flattened());
        bytes.extend_from_slice(long.as_flattened());
        bytes
    }

    /// Adds the weights of each feature to the scores.
    ///
    /// Nearly all the time would go into waiting for memory, and into wrong guesses whether a row is the right one. So all
    /// places are worked out first, then all rows are looked at without a branch, so that the waits run side by side, and only
    /// those that are right are added.
    #[inline]
    pub(crate) fn add(&self, features: &[u64], scores: &mut Scores) {
        const BATCH: usize = 128;
        for batch in features.chunks(BATCH) {
            let mut places = [0u32; BATCH];
            for (place, &feature) in places.iter_mut().zip(batch) {
                *place = self.slots.at(feature) as u32;
            }
            let mut right = [0u32; BATCH];
            let mut count = 0;
            for (&place, &feature) in places.iter().zip(batch) {
                let found =
                    self.rows.get(place as usize).map_or(0, |row| u16::from_le_bytes([row[0], row[1]]));
                right[count % BATCH] = place;
                count += usize::from(found == check(feature));
            }
            let mut long = [(0u32, 0u16); BATCH];
            let mut longs = 0;
            let mut touched = 0;
            for &place in right.iter().take(count) {
                let Some([_, _, pairs @ ..]) = self.rows.get(place as usize) else { continue };
                if pairs[0] == ELSEWHERE {
                    let start = u32::from_le_bytes([pairs[2], pairs[3], pairs[4], pairs[5]]);
                    touched ^= self.long.get(start as usize).map_or(0, |pair| pair[0]);
                    long[longs % BATCH] = (start, u16::from_le_bytes([pairs[6], pairs[7]]));
                    longs += 1;
                } else {
                    pairs.as_chunks().0.iter().for_each(|&pair| add(pair, scores));
                }
            }
            std::hint::black_box(touched);
            for &(start, count) in long.iter().take(longs) {
                let range = start as usize..start as usize + usize::from(count);
                let (fours, rest) = self.long.get(range).unwrap_or_default().as_chunks::<4>();
                for four in fours {
                    for &pair in four {
                        add(pair, scores);
                    }
                }
                for &pair in rest {
                    add(pair, scores);
                }
            }
        }
    }
}

#[inline]
fn add([class, weight]: [u8; 2], scores: &mut Scores) {
    scores[usize::from(class) % CLASSES] += i32::from(weight.cast_signed());
}

/// A weight as pairs: one too large for a byte comes in several parts.
fn in_bytes(class: u8, weight: i32) -> impl Iterator<Item = [u8; 2]> {
    let mut rest = weight;
    std::iter::from_fn(move || {
        let part = rest.clamp(-127, 127);
        rest -= part;
        (part != 0).then_some([class, (part as i8).cast_unsigned()])
    })
}

/// The class with the highest score among some; the first of equals.
#[inline]
pub(crate) fn best(scores: &Scores, classes: impl Iterator<Item = usize>) -> Option<usize> {
    let mut found: Option<(i32, usize)> = None;
    for class in classes {
        if found.is_none_or(|(score, _)| scores[class] > score) {
            found = Some((scores[class], class));
        }
    }
    found.map(|(_, class)| class)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::hash::spread;

    #[test]
    fn a_table_gives_back_what_was_put_in() {
        let rows: Vec<Row> = (0..500u64)
            .map(|i| (spread(i), (0..(i % 12) as u8).map(|class| (class * 9, i as i32 - 250)).collect()))
            .collect();
        let bytes = Weights::encode(&rows);
        let table = Weights::new(&bytes).unwrap();
        for (feature, pairs) in &rows {
            let mut scores = [0; CLASSES];
            table.add(&[*feature], &mut scores);
            assert!(pairs.iter().all(|&(class, weight)| scores[usize::from(class)] == weight));
        }
    }

    #[test]
    fn bytes_that_are_no_table_are_refused_or_give_nothing() {
        assert!(Weights::new(&[]).is_none());
        assert!(Weights::new(&[5, 0, 0, 0, 1, 0, 0, 0, 1, 1]).is_none());
        let mut bytes = Weights::encode(&[(7, vec![(1, 1)])]);
        for byte in bytes.iter_mut().skip(8) {
            *byte = 255;
        }
        let table = Weights::new(&bytes).unwrap();
        let mut scores = [0; CLASSES];
        table.add(&[7, u64::MAX], &mut scores);
        assert!(scores.iter().all(|&score| score == 0));
    }
}
