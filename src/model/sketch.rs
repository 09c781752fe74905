//! The content of a text in a few numbers, so that copies and revised versions are found without comparing texts.

use serde::{Deserialize, Serialize};

/// Words in a shingle: long enough that two texts on one matter share few, short enough to survive small revisions.
const SHINGLE: usize = 4;

/// Least hashes kept.
const SIZE: usize = 96;

/// A text of fewer words has no sketch: short texts are alike by chance.
const SHORTEST: usize = 25;

/// For each of some hash functions the least value over the shingles of a text (MinHash): the share of equal numbers of two
/// texts estimates the share of shingles that they have in common.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sketch(Vec<u32>);

impl Sketch {
    /// Of the words of a text; case, spaces and marks do not count.
    pub fn new<'t>(stretches: impl Iterator<Item = &'t str>) -> Self {
        let words: Vec<u64> = stretches
            .flat_map(|stretch| stretch.split(|c: char| !c.is_alphanumeric()))
            .filter(|word| !word.is_empty())
            .map(hash_word)
            .collect();
        if words.len() < SHORTEST {
            return Self::default();
        }
        let mut least = vec![u32::MAX; SIZE];
        for shingle in words.windows(SHINGLE) {
            let whole = shingle.iter().fold(0_u64, |sum, word| mix(sum.rotate_left(7) ^ word));
            for (place, number) in least.iter_mut().enumerate() {
                let salt = (place as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
                *number = (*number).min((mix(whole ^ salt) >> 32) as u32);
            }
        }
        Self(least)
    }

    /// The estimated share of shingles in common, 0 to 1.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f64 {
        if self.0.is_empty() || self.0.len() != other.0.len() {
            return 0.0;
        }
        let equal = self.0.iter().zip(&other.0).filter(|(a, b)| a == b).count();
        equal as f64 / self.0.len() as f64
    }

    /// Numbers of which two sketches that are alike share one with high probability: hashes of bands with their position.
    pub fn bands(&self) -> impl Iterator<Item = u64> + '_ {
        const WIDTH: usize = 3;
        let hash = |(place, band): (usize, &[u32])| {
            band.iter().fold(mix(place as u64 + 1), |sum, &number| mix(sum ^ u64::from(number)))
        };
        self.0.chunks(WIDTH).enumerate().map(hash)
    }
}

fn hash_word(word: &str) -> u64 {
    word.chars()
        .flat_map(char::to_lowercase)
        .fold(0xcbf2_9ce4_8422_2325, |hash, c| (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3))
}

/// The finaliser of `SplitMix64`.
const fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(from: usize, to: usize) -> String {
        (from..to).map(|n| format!("word{n}")).collect::<Vec<_>>().join(" ")
    }

    fn sketch(text: &str) -> Sketch {
        Sketch::new([text].into_iter())
    }

    #[test]
    fn likeness_is_near_the_share_of_common_shingles_and_blind_to_layout() {
        let whole = sketch(&text(0, 200));
        assert!(
            (whole.likeness(&sketch(&text(0, 200).to_uppercase().replace(' ', "\n\n"))) - 1.0).abs() < 1e-9
        );
        let half = whole.likeness(&sketch(&text(0, 300)));
        assert!((0.5..0.83).contains(&half), "{half}");
        assert!(whole.likeness(&sketch(&text(500, 700))) < 0.05);
    }

    #[test]
    fn texts_that_are_alike_share_a_band_and_short_ones_have_none() {
        let (a, b) = (sketch(&text(0, 200)), sketch(&text(0, 260)));
        assert!(a.bands().any(|band| b.bands().any(|other| band == other)));
        assert_eq!(sketch("too short").bands().count(), 0);
    }
}
