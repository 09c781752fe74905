//! What else a document speaks of: namesakes live in different company.

use std::collections::BTreeMap;

use crate::model::NodeKind;
use crate::model::normal_name;
use crate::resolve::profile::Profile;

/// Three persons, bodies or agreements by name, a state counting half.
const ONE_AFFAIR: f64 = 3.0;

/// For each document the things, as numbers, by which the company is known.
#[derive(Debug, Default)]
pub(super) struct Contexts {
    documents: Vec<Vec<u32>>,
    weights: Vec<f64>,
}

impl Contexts {
    pub(super) fn new(profiles: &[Profile<'_>], documents: usize) -> Self {
        let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
        let mut spread: Vec<usize> = Vec::new();
        let mut countries: Vec<bool> = Vec::new();
        let mut found: Vec<Vec<u32>> = vec![Vec::new(); documents];
        for profile in profiles {
            let Some(key) = key(profile) else { continue };
            let next = numbers.len() as u32;
            let number = *numbers.entry(key).or_insert(next);
            if number == next {
                spread.push(0);
                countries.push(*profile.kind() == NodeKind::COUNTRY);
            }
            let company = &mut found[profile.document as usize];
            if !company.contains(&number) {
                company.push(number);
                spread[number as usize] += 1;
            }
        }
        // What every other text names tells nothing of the company.
        let common = (documents / 20).max(20);
        let weight = |(&times, &country): (&usize, &bool)| match (times > common, country) {
            (true, _) => 0.1,
            (false, true) => 0.5,
            (false, false) => 1.0,
        };
        let weights = spread.iter().zip(&countries).map(weight).collect();
        for company in &mut found {
            company.sort_unstable();
        }
        Self { documents: found, weights }
    }

    /// Whether two documents out of the two lists speak of the same other things.
    pub(super) fn shared(&self, a: &[u32], b: &[u32]) -> bool {
        self.overlaps(a, b, 1.0)
    }

    /// Whether two of them tell of one affair: they share so much company that namesakes are not to be feared.
    pub(super) fn close(&self, a: &[u32], b: &[u32]) -> bool {
        self.overlaps(a, b, ONE_AFFAIR)
    }

    fn overlaps(&self, a: &[u32], b: &[u32], least: f64) -> bool {
        a.iter().any(|&a| b.iter().any(|&b| self.overlap(a, b) >= least))
    }

    fn overlap(&self, a: u32, b: u32) -> f64 {
        let (Some(a), Some(b)) = (self.documents.get(a as usize), self.documents.get(b as usize)) else {
            return 0.0;
        };
        let shared = a.iter().filter(|number| b.binary_search(number).is_ok());
        shared.filter_map(|&number| self.weights.get(number as usize)).sum()
    }
}

/// What the thing is called from text to text: known things by their entry, persons by a full name.
fn key(profile: &Profile<'_>) -> Option<String> {
    if let Some(entry) = &profile.chain.entry {
        return (*profile.kind() != NodeKind::TOPIC).then(|| entry.to_string());
    }
    let full = profile.is_human() && profile.fullness > 1;
    full.then(|| profile.name.map(normal_name)).flatten()
}
