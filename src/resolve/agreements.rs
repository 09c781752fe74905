//! Agreements that a text leaves unnamed, and that another text of the time names: *the new agreement*.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::model::ChainId;
use crate::model::EdgeKind;
use crate::model::NodeKind;
use crate::model::Reason;
use crate::resolve::clusters::Clusters;
use crate::resolve::compare::Comparison;

/// So many days a new agreement stays unnamed in one text and named in another.
const NEWS: i32 = 45;

/// Issues in common without which equal parties say little.
const ISSUES: usize = 2;

/// What the claims tell of an agreement, as roots of the things.
#[derive(Debug, Clone, Default)]
struct Matter {
    parties: BTreeSet<usize>,
    predecessors: BTreeSet<usize>,
    issues: BTreeSet<usize>,
    days: Vec<i32>,
    documents: BTreeSet<u32>,
}

impl Matter {
    fn absorb(&mut self, other: Self) {
        self.parties.extend(other.parties);
        self.predecessors.extend(other.predecessors);
        self.issues.extend(other.issues);
        self.days.extend(other.days);
        self.documents.extend(other.documents);
    }
}

/// Joins unnamed agreements to the named one with the same parties, time, and predecessor or issues.
pub(super) fn agreements(clusters: &mut Clusters<'_, '_>) {
    let countries = countries(clusters);
    let matters = matters(clusters);
    let mut named: BTreeMap<usize, Matter> = BTreeMap::new();
    let mut unnamed: Vec<(usize, Matter)> = Vec::new();
    for (chain, matter) in matters {
        if clusters.profiles[chain].name.is_some() {
            named.entry(clusters.root(chain)).or_default().absorb(matter);
        } else {
            unnamed.push((chain, matter));
        }
    }
    let mut by_key: BTreeMap<(bool, usize), Vec<usize>> = BTreeMap::new();
    for (&root, matter) in &named {
        for &predecessor in &matter.predecessors {
            by_key.entry((true, predecessor)).or_default().push(root);
        }
        for &issue in matter.issues.iter().filter(|_| !matter.parties.is_empty()) {
            by_key.entry((false, issue)).or_default().push(root);
        }
    }
    for (chain, matter) in unnamed {
        let keys = matter.predecessors.iter().map(|&root| (true, root));
        let keys = keys.chain(matter.issues.iter().map(|&root| (false, root)));
        let candidates: BTreeSet<usize> =
            keys.filter_map(|key| by_key.get(&key)).flatten().copied().collect();
        let around = countries.get(clusters.profiles[chain].document as usize);
        let mut fitting: Vec<(usize, Comparison)> = candidates
            .into_iter()
            .filter_map(|root| Some((root, compare(&matter, named.get(&root)?, around)?)))
            .collect();
        fitting.sort_by(|a, b| b.1.confidence.total_cmp(&a.1.confidence).then(a.0.cmp(&b.0)));
        clusters.settle(chain, fitting);
    }
}

fn compare(open: &Matter, named: &Matter, around: Option<&BTreeSet<usize>>) -> Option<Comparison> {
    if named.documents.iter().any(|document| open.documents.contains(document)) {
        return None;
    }
    let &day = open.days.first()?;
    if !named.days.iter().any(|other| (other - day).abs() <= NEWS) {
        return None;
    }
    let predecessor = !open.predecessors.is_disjoint(&named.predecessors);
    let issues = open.issues.intersection(&named.issues).count() >= ISSUES;
    if !predecessor && !issues {
        return None;
    }
    let told = !open.parties.is_empty() && open.parties.is_subset(&named.parties);
    let implied = open.parties.is_empty()
        && named.parties.len() > 1
        && around.is_some_and(|around| named.parties.is_subset(around));
    let mut reasons = vec![Reason::CloseInTime];
    let mut against = Vec::new();
    let mut confidence: f64 = 0.1;
    if predecessor {
        reasons.push(Reason::SamePredecessor);
        confidence += 0.5;
    } else if !open.predecessors.is_empty() && !named.predecessors.is_empty() {
        against.push(Reason::OtherMatter);
        confidence -= 0.2;
    }
    if issues {
        reasons.push(Reason::SameIssues);
        confidence += 0.3;
    }
    if told || implied {
        reasons.push(Reason::SameParties);
        confidence += if told { 0.3 } else { 0.2 };
    } else if !open.parties.is_empty() && !named.parties.is_empty() {
        against.push(Reason::OtherCountry);
        confidence -= 0.3;
    }
    Some(Comparison { confidence: confidence.min(0.95), reasons, against })
}

/// The countries that each document names.
fn countries(clusters: &Clusters<'_, '_>) -> Vec<BTreeSet<usize>> {
    let mut found: Vec<BTreeSet<usize>> = Vec::new();
    for (chain, profile) in clusters.profiles.iter().enumerate() {
        found.resize_with(found.len().max(profile.document as usize + 1), BTreeSet::new);
        if *profile.kind() == NodeKind::COUNTRY {
            found[profile.document as usize].insert(clusters.root(chain));
        }
    }
    found
}

/// What the claims of its document tell of each agreement, by chain.
fn matters(clusters: &Clusters<'_, '_>) -> BTreeMap<usize, Matter> {
    let mut matters: BTreeMap<usize, Matter> = BTreeMap::new();
    let mut first = 0;
    while let Some(profile) = clusters.profiles.get(first) {
        let (fragment, document) = (profile.fragment, profile.document);
        let at = |chain: ChainId| first + chain.index();
        for (number, chain) in fragment.chains.iter().enumerate() {
            if chain.kind == NodeKind::AGREEMENT {
                let matter = matters.entry(first + number).or_default();
                matter.days.extend(profile.day);
                matter.documents.insert(document);
            }
        }
        for claim in &fragment.claims {
            let (source, target) = (at(claim.source), at(claim.target));
            let predecessor = claim.kind == EdgeKind::REPLACES || claim.kind.as_str() == "amends";
            let party = claim.kind == EdgeKind::PARTY_TO || claim.kind.as_str() == "signed";
            if predecessor && let Some(matter) = matters.get_mut(&source) {
                matter.predecessors.insert(clusters.root(target));
            } else if claim.kind == EdgeKind::ADDRESSES
                && let Some(matter) = matters.get_mut(&source)
            {
                matter.issues.insert(clusters.root(target));
            } else if party && let Some(matter) = matters.get_mut(&target) {
                let root = clusters.root(source);
                let country = *clusters.profiles[source].kind() == NodeKind::COUNTRY;
                matter.parties.extend(country.then_some(root));
            }
        }
        first += fragment.chains.len().max(1);
    }
    matters
}
