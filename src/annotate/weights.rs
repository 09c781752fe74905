//! Sparse tables of 8-bit weights, read where they lie in the embedded bytes.
//!
//! A table is a list of buckets. A feature's highest bits pick the bucket, its lowest sixteen tell it from the others
//! in there. A record is the sixteen bits, a count, and as many pairs of class and weight.

/// How many classes a table can tell apart.
pub(crate) const CLASSES: usize = 128;

/// A feature, how many bits its weights are shifted by, and its pairs of class and weight.
pub(crate) type Row = (u64, u8, Vec<(u8, i8)>);

/// The scores of all classes.
pub(crate) type Scores = [i32; CLASSES];

/// A view of one table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weights<'m> {
    shift: u32,
    starts: &'m [[u8; 4]],
    records: &'m [u8],
}

impl<'m> Weights<'m> {
    /// Reads the header; none where the bytes are too short for it.
    pub(crate) fn new(bytes: &'m [u8]) -> Option<Self> {
        let (header, rest) = bytes.split_first_chunk::<4>()?;
        let bits = u32::from_le_bytes(*header);
        if !(1..=28).contains(&bits) {
            return None;
        }
        let (starts, records) = rest.split_at_checked(((1usize << bits) + 1) * 4)?;
        Some(Self { shift: 64 - bits, starts: starts.as_chunks().0, records })
    }

    /// The table as bytes: for each feature its pairs of class and weight.
    pub(crate) fn encode(rows: &[Row]) -> Vec<u8> {
        let bits = (rows.len() / 3).max(2).ilog2().clamp(1, 22);
        let shift = 64 - bits;
        let mut order: Vec<usize> = (0..rows.len()).filter(|&row| !rows[row].2.is_empty()).collect();
        // Short records first: a search that must pass over long ones is slow.
        order.sort_by_key(|&row| (rows[row].0 >> shift, rows[row].2.len(), rows[row].0));
        let mut starts = vec![0u32; (1 << bits) + 1];
        let mut records = Vec::new();
        let mut at = 0;
        for (bucket, start) in starts.iter_mut().enumerate() {
            *start = records.len() as u32;
            while let Some(&row) = order.get(at).filter(|&&row| (rows[row].0 >> shift) as usize == bucket) {
                let (feature, shift, pairs) = &rows[row];
                records.extend_from_slice(&(*feature as u16).to_le_bytes());
                records.push(pairs.len() as u8);
                records.push(*shift);
                for &(class, weight) in pairs {
                    records.push(class);
                    records.push(weight.cast_unsigned());
                }
                at += 1;
            }
        }
        let mut bytes = bits.to_le_bytes().to_vec();
        for start in starts {
            bytes.extend_from_slice(&start.to_le_bytes());
        }
        bytes.extend_from_slice(&records);
        bytes
    }

    /// Adds the weights of each feature to the scores.
    ///
    /// Nearly all the time goes into waiting for memory: first all buckets are looked up, then the first bytes of all
    /// are touched, so that the waits run side by side.
    #[inline]
    pub(crate) fn add(&self, features: &[u64], scores: &mut Scores) {
        const BATCH: usize = 128;
        for batch in features.chunks(BATCH) {
            let mut places = [(0u32, 0u32); BATCH];
            for (place, &feature) in places.iter_mut().zip(batch) {
                let bucket = (feature >> self.shift) as usize;
                if let Some([start, end]) =
                    self.starts.get(bucket..bucket + 2).and_then(|pair| pair.first_chunk())
                {
                    *place = (u32::from_le_bytes(*start), u32::from_le_bytes(*end));
                }
            }
            let mut touched = 0;
            for place in &places[..batch.len()] {
                touched ^= self.records.get(place.0 as usize).copied().unwrap_or(0);
            }
            std::hint::black_box(touched);
            for (place, &feature) in places.iter().zip(batch) {
                let records = self.records.get(place.0 as usize..place.1 as usize).unwrap_or_default();
                add_record(records, feature as u16, scores);
            }
        }
    }
}

#[inline]
fn add_record(mut records: &[u8], wanted: u16, scores: &mut Scores) {
    while let [low, high, count, shift, rest @ ..] = records {
        let Some((pairs, after)) = rest.split_at_checked(usize::from(*count) * 2) else { break };
        if u16::from_le_bytes([*low, *high]) == wanted {
            let shift = u32::from(*shift % 16);
            for &[class, weight] in pairs.as_chunks().0 {
                scores[usize::from(class) % CLASSES] += i32::from(weight.cast_signed()) << shift;
            }
            break;
        }
        records = after;
    }
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

    #[test]
    fn a_table_gives_back_what_was_put_in() {
        let rows: Vec<Row> = (0..500u64)
            .map(|i| (crate::annotate::hash::spread(i), 3, vec![((i % 100) as u8, (i % 90) as i8 - 45)]))
            .collect();
        let bytes = Weights::encode(&rows);
        let table = Weights::new(&bytes).unwrap();
        for (feature, _, pairs) in &rows {
            let mut scores = [0; CLASSES];
            table.add(&[*feature], &mut scores);
            assert_eq!(scores[usize::from(pairs[0].0)], i32::from(pairs[0].1) * 8);
        }
    }

    #[test]
    fn bytes_that_are_no_table_are_refused_or_give_nothing() {
        assert!(Weights::new(&[]).is_none());
        assert!(Weights::new(&[5, 0, 0, 0, 1]).is_none());
        let mut bytes = Weights::encode(&[(7, 0, vec![(1, 1)])]);
        for byte in bytes.iter_mut().skip(4) {
            *byte = 255;
        }
        let table = Weights::new(&bytes).unwrap();
        let mut scores = [0; CLASSES];
        table.add(&[7, u64::MAX], &mut scores);
        assert!(scores.iter().all(|&score| score == 0));
    }
}
