//! Chains joined block by block: the fullest names first, poorer ones only where exactly one thing fits.

use std::collections::BTreeMap;

use compact_str::CompactString;

use crate::model::Fragment;
use crate::model::Resolution;
use crate::resolve::naming::name_entities;
use crate::resolve::profile::Profile;

/// A text printed so many years after another speaks of other people, whatever their names.
const LIFETIME: i32 = 60;

/// The chains that were found to be one thing.
#[derive(Debug)]
pub(super) struct Cluster<'f> {
    pub(super) members: Vec<Profile<'f>>,
}

impl<'f> Cluster<'f> {
    fn fits(&self, profile: &Profile<'f>) -> bool {
        self.members.iter().all(|member| compatible(member, profile))
    }

    fn has_full_name(&self) -> bool {
        self.members.iter().any(|member| member.words.len() > 1)
    }
}

/// Joins the chains of all documents. The order of the fragments does not matter.
///
/// `label_of` gives the usual name of what an entry of the gazetteer or the taxonomy stands for.
pub fn resolve(fragments: &[Fragment], label_of: &dyn Fn(&str) -> Option<String>) -> Resolution {
    let mut blocks: BTreeMap<CompactString, Vec<Profile<'_>>> = BTreeMap::new();
    for fragment in fragments {
        for (number, chain) in fragment.chains.iter().enumerate() {
            let profile = Profile::new(fragment, number, chain);
            blocks.entry(profile.block()).or_default().push(profile);
        }
    }
    let mut clusters = Vec::new();
    for (_, mut block) in blocks {
        block.sort_by(|a, b| b.words.len().cmp(&a.words.len()).then_with(|| a.at.cmp(&b.at)));
        clusters.extend(join(block));
    }
    name_entities(clusters, label_of)
}

fn join(block: Vec<Profile<'_>>) -> Vec<Cluster<'_>> {
    let mut clusters: Vec<Cluster<'_>> = Vec::new();
    for profile in block {
        let fitting: Vec<usize> = clusters
            .iter()
            .enumerate()
            .filter(|(_, cluster)| cluster.fits(&profile))
            .map(|(i, _)| i)
            .collect();
        let only = match fitting.as_slice() {
            [one] => Some(*one),
            [] => None,
            several => several.iter().copied().find(|&i| is_same_words(&clusters[i], &profile)),
        };
        match only {
            Some(i) => clusters[i].members.push(profile),
            None => clusters.push(Cluster { members: vec![profile] }),
        }
    }
    clusters
}

/// Among several things that fit, one that bears exactly this name; a surname alone decides nothing between two full names.
fn is_same_words(cluster: &Cluster<'_>, profile: &Profile<'_>) -> bool {
    let same = cluster.members.iter().any(|member| member.words == profile.words);
    same && (profile.words.len() > 1 || !profile.is_human() || !cluster.has_full_name())
}

fn compatible(a: &Profile<'_>, b: &Profile<'_>) -> bool {
    if a.at.document == b.at.document {
        // Two chains of one document stay two things, unless the world knows them as one.
        return a.chain.entry.is_some() && a.chain.entry == b.chain.entry
            || a.words == b.words && !a.words.is_empty() && a.kind() == b.kind();
    }
    if a.chain.entry.is_some() && a.chain.entry == b.chain.entry {
        return true;
    }
    if let (Some(a), Some(b)) = (a.country(), b.country())
        && a != b
    {
        return false;
    }
    if let (Some(a), Some(b)) = (a.year, b.year)
        && (a - b).abs() > LIFETIME
    {
        return false;
    }
    if a.is_human() { given_names_agree(&a.words, &b.words) } else { a.words == b.words }
}

/// Whether two names with the same surname may be one person's: *a oduya*, *ana oduya*, *ana maria oduya*, *oduya*.
fn given_names_agree(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let Some((_, short)) = short.split_last() else { return false };
    let mut rest = long[..long.len() - 1].iter();
    short.iter().all(|given| {
        rest.any(|other| {
            given == other
                || given.len() == 1 && other.starts_with(given.as_str())
                || other.len() == 1 && given.starts_with(other.as_str())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::given_names_agree;

    fn words(name: &str) -> Vec<String> {
        name.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn initials_and_missing_given_names_agree_but_other_ones_do_not() {
        for (a, b) in [("ana oduya", "oduya"), ("a oduya", "ana oduya"), ("ana oduya", "ana maria oduya")] {
            assert!(given_names_agree(&words(a), &words(b)), "{a} / {b}");
        }
        assert!(!given_names_agree(&words("ana oduya"), &words("peter oduya")));
        assert!(!given_names_agree(&words("a oduya"), &words("peter oduya")));
    }
}
