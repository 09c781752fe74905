//! Copies and later versions of one story.

use std::collections::BTreeMap;

use crate::model::Fragment;
use crate::model::Revision;

/// From this share of common shingles on two texts are one story.
const ALIKE: f64 = 0.4;

/// Of the texts that share a band, so many early ones are compared with each later one: more share only a formula.
const CROWD: usize = 32;

/// For each copy or later version the earliest text of its story. The fragments are sorted by document.
pub(super) fn revisions(fragments: &[&Fragment]) -> Vec<Revision> {
    let mut order: Vec<usize> = (0..fragments.len()).collect();
    let key = |place: usize| {
        let date = fragments[place].document.date.as_deref();
        (date.is_none(), date, place)
    };
    order.sort_by_key(|&place| key(place));
    let mut bands: Vec<(u64, u32)> = Vec::new();
    for (rank, &place) in order.iter().enumerate() {
        bands.extend(fragments[place].sketch.bands().map(|band| (band, rank as u32)));
    }
    bands.sort_unstable();
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    for block in bands.chunk_by(|a, b| a.0 == b.0) {
        for (number, &(_, later)) in block.iter().enumerate() {
            pairs.extend(block[..number.min(CROWD)].iter().map(|&(_, earlier)| (later, earlier)));
        }
    }
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for (rank, &place) in order.iter().enumerate() {
        // Word for word the same: too short a text has no shingles to be known by.
        let earlier = *seen.entry(fragments[place].document.sha256.as_str()).or_insert(rank as u32);
        if earlier < rank as u32 {
            pairs.push((rank as u32, earlier));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let mut first_of: BTreeMap<u32, u32> = BTreeMap::new();
    let mut revisions = Vec::new();
    for versions in pairs.chunk_by(|a, b| a.0 == b.0) {
        let of = |rank: u32| fragments[order[rank as usize]];
        let mut best: Option<(f64, u32)> = None;
        for &(later, earlier) in versions {
            let same = of(later).document.sha256 == of(earlier).document.sha256;
            let likeness = if same { 1.0 } else { of(later).sketch.likeness(&of(earlier).sketch) };
            if likeness >= ALIKE && best.is_none_or(|(most, _)| likeness > most) {
                best = Some((likeness, earlier));
            }
        }
        if let (Some((likeness, earlier)), Some(&(later, _))) = (best, versions.first()) {
            let first = first_of.get(&earlier).copied().unwrap_or(earlier);
            first_of.insert(later, first);
            revisions.push(Revision {
                document: of(later).document.id.clone(),
                of: of(first).document.id.clone(),
                likeness: (likeness * 100.0).round() / 100.0,
            });
        }
    }
    revisions.sort_by(|a, b| a.document.cmp(&b.document));
    revisions
}
