//! A place for each of a fixed set of hashes, found without a search.

/// How many hashes share a seed, on average.
const SHARED: usize = 4;

/// A view of the seeds that lead each hash of the set to a place of its own. Any other hash is led somewhere too: what is
/// kept there must tell.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Slots<'m> {
    seeds: &'m [[u8; 2]],
    size: u64,
}

impl<'m> Slots<'m> {
    /// Reads the header and the seeds; gives what comes after them. None where the bytes are too short.
    pub(crate) fn new(bytes: &'m [u8]) -> Option<(Self, &'m [u8])> {
        let (size, rest) = bytes.split_first_chunk::<4>()?;
        let (seeds, rest) = rest.split_first_chunk::<4>()?;
        let (size, seeds) = (u32::from_le_bytes(*size), u32::from_le_bytes(*seeds));
        let (seeds, rest) = rest.split_at_checked(seeds as usize * 2)?;
        Some((Self { seeds: seeds.as_chunks().0, size: u64::from(size) }, rest))
    }

    /// The number of places.
    pub(crate) const fn len(self) -> usize {
        self.size as usize
    }

    /// Where a hash of the set lies.
    #[inline]
    pub(crate) fn at(self, hash: u64) -> usize {
        let bucket = ((hash >> 32) * self.seeds.len() as u64) >> 32;
        let seed = self.seeds.get(bucket as usize).map_or(0, |&seed| u16::from_le_bytes(seed));
        place(hash, seed, self.size)
    }

    /// Header and seeds for some hashes, and the place of each. Two hashes whose bits are all the same are refused.
    pub(crate) fn encode(hashes: &[u64]) -> Option<(Vec<u8>, Vec<usize>)> {
        // Some room beside them: without it the last hashes would look for their places for long.
        let size = (hashes.len() + hashes.len() / 16 + 1) as u64;
        let count = hashes.len() / SHARED + 1;
        let mut buckets: Vec<Vec<usize>> = vec![Vec::new(); count];
        for (number, &hash) in hashes.iter().enumerate() {
            buckets[(((hash >> 32) * count as u64) >> 32) as usize].push(number);
        }
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by_key(|&bucket| std::cmp::Reverse(buckets[bucket].len()));
        let mut taken = vec![false; size as usize];
        let mut places = vec![0; hashes.len()];
        let mut seeds = vec![0u16; count];
        for bucket in order {
            let members = &buckets[bucket];
            let fitting = (0..=u16::MAX).find(|&seed| {
                let mut wanted: Vec<usize> =
                    members.iter().map(|&number| place(hashes[number], seed, size)).collect();
                let free = wanted.iter().all(|&at| !taken[at]);
                wanted.sort_unstable();
                wanted.dedup();
                free && wanted.len() == members.len()
            });
            seeds[bucket] = fitting?;
            for &number in members {
                places[number] = place(hashes[number], seeds[bucket], size);
                taken[places[number]] = true;
            }
        }
        let mut bytes = (size as u32).to_le_bytes().to_vec();
        bytes.extend_from_slice(&(count as u32).to_le_bytes());
        bytes.extend(seeds.iter().flat_map(|seed| seed.to_le_bytes()));
        Some((bytes, places))
    }
}

#[inline]
const fn place(hash: u64, seed: u16, size: u64) -> usize {
    let mixed =
        (hash ^ (seed as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (((mixed >> 32) * size) >> 32) as usize
}

/// What tells a hash from others that are led to the same place.
#[inline]
pub(crate) const fn check(hash: u64) -> u16 {
    hash as u16
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::hash::spread;

    #[test]
    fn each_hash_has_a_place_of_its_own() {
        for size in [0, 1, 7, 5000] {
            let hashes: Vec<u64> = (0..size).map(spread).collect();
            let (bytes, places) = Slots::encode(&hashes).unwrap();
            let (slots, rest) = Slots::new(&bytes).unwrap();
            assert!(rest.is_empty());
            assert!(hashes.iter().zip(&places).all(|(&hash, &place)| slots.at(hash) == place));
            let mut unique = places.clone();
            unique.sort_unstable();
            unique.dedup();
            assert_eq!(unique.len(), places.len());
            assert!(unique.last().is_none_or(|&last| last < slots.len()));
        }
    }

    #[test]
    fn seeds_that_are_cut_short_are_refused() {
        assert!(Slots::new(&[1, 0, 0, 0, 9, 0, 0, 0, 1]).is_none());
        assert_eq!(Slots::default().at(7), 0);
    }
}
