//! The comparisons in order, the surest first. Only chains that share a key are compared, so that the cost grows with the corpus
//! and not with its square.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::NodeKind;
use crate::model::Reason;
use crate::resolve::background::Background;
use crate::resolve::clusters::Clusters;
use crate::resolve::compare;
use crate::resolve::person_name::PersonName;
use crate::resolve::profile::Profile;
use crate::resolve::profile::family;

type Blocks = BTreeMap<String, Vec<usize>>;

/// Joins what the gazetteer knows as one.
pub(super) fn entries(clusters: &mut Clusters<'_, '_>) {
    let blocks = blocks(clusters, |profile| profile.chain.entry.iter().map(ToString::to_string).collect());
    for block in blocks.into_values() {
        for &chain in &block[1..] {
            clusters.join(block[0], chain, 0.98, vec![Reason::SameEntry]);
        }
    }
}

/// Joins things of one full name that nothing sets apart.
pub(super) fn equal_names(clusters: &mut Clusters<'_, '_>) {
    let blocks = blocks(clusters, |profile| {
        let name = profile.names().into_iter().next().filter(|_| !profile.is_human());
        name.map(|name| format!("{} {name}", family(profile.kind()))).into_iter().collect()
    });
    for block in blocks.into_values() {
        clusters.join_block(&block, |a, b, contexts| compare::things(a, b, Reason::SameName, contexts));
    }
}

/// Joins persons, full names first, then parts of names.
pub(super) fn people(clusters: &mut Clusters<'_, '_>, background: Background<'_>) {
    let name = |profile: &Profile<'_>| {
        profile.name.filter(|_| profile.is_human()).and_then(|name| PersonName::new(name, background.names))
    };
    let whole = blocks(clusters, |profile| {
        name(profile).filter(PersonName::is_full).map(|name| format!("{name:?}")).into_iter().collect()
    });
    let parts = blocks(clusters, |profile| name(profile).map(|name| name.keys()).unwrap_or_default());
    for block in whole.into_values().chain(parts.into_values()) {
        clusters.join_block(&block, compare::people);
    }
}

/// Joins bodies, agreements and events that share one of several names, an acronym for instance.
pub(super) fn shared_names(clusters: &mut Clusters<'_, '_>) {
    let blocks = blocks(clusters, |profile| {
        let kind = profile.kind();
        let names = profile.names().into_iter().filter(|_| has_other_names(kind));
        names.map(|name| format!("{} {name}", family(kind))).collect()
    });
    for block in blocks.into_values() {
        clusters.join_block(&block, |a, b, contexts| compare::things(a, b, Reason::SharedName, contexts));
    }
}

/// Joins *TCG* in one text to *Trilateral Contact Group* in another, where the texts have more in common.
pub(super) fn initials(clusters: &mut Clusters<'_, '_>) {
    let blocks = blocks(clusters, |profile| {
        let kind = profile.kind();
        let names = profile.names();
        let Some(name) = names.first().filter(|_| has_other_names(kind) && profile.chain.entry.is_none())
        else {
            return Vec::new();
        };
        let letters: String = name.split(' ').filter_map(|word| word.chars().next()).collect();
        let key = if name.contains(' ') { letters } else { name.clone() };
        let fits = (3..=7).contains(&key.chars().count());
        fits.then(|| format!("{} {key}", family(kind))).into_iter().collect()
    });
    for block in blocks.into_values() {
        clusters.join_block(&block, |a, b, contexts| {
            let short =
                |names: &std::collections::BTreeSet<String>| names.iter().all(|name| !name.contains(' '));
            let fits = short(&a.names) != short(&b.names);
            fits.then(|| compare::things(a, b, Reason::Initials, contexts)).flatten()
        });
    }
}

/// Joins the short form of a long name: *Harbour Accord* and *Norland-Ardenia Harbour Accord on Fisheries*.
pub(super) fn parts_of_names(clusters: &mut Clusters<'_, '_>, background: Background<'_>) {
    let blocks = blocks(clusters, |profile| {
        let kind = profile.kind();
        let names = profile.names();
        let Some(name) = names.first().filter(|_| has_other_names(kind) && profile.chain.entry.is_none())
        else {
            return Vec::new();
        };
        let words: Vec<&str> = name.split(' ').collect();
        words.windows(2).map(|pair| format!("{} {} {}", family(kind), pair[0], pair[1])).collect()
    });
    for block in blocks.into_values() {
        clusters.join_block(&block, |a, b, contexts| {
            // The head of the name stays, and nothing that tells it from another comes before it.
            let within = |short: &String, long: &String| {
                let before = long.strip_suffix(short.as_str());
                let before = before.is_some_and(|rest| {
                    rest.ends_with(' ') && rest.split(' ').all(|word| !(background.sets_apart)(word))
                });
                // *Kenyan Government Administration* has another head.
                let behind = long.strip_prefix(short.as_str()).is_some_and(|rest| {
                    rest.starts_with(' ')
                        && (a.family != family(&NodeKind::AGENCY) || rest.trim().contains(' '))
                });
                before || behind
            };
            let all =
                a.names.iter().all(|one| b.names.iter().all(|two| within(one, two) || within(two, one)));
            let words = |name: &String| name.split(' ').count();
            let sizeable = a.names.iter().chain(&b.names).all(|name| words(name) > 1);
            (all && sizeable).then(|| compare::things(a, b, Reason::PartOfName, contexts)).flatten()
        });
    }
}

fn has_other_names(kind: &NodeKind) -> bool {
    [NodeKind::AGENCY, NodeKind::ORGANIZATION, NodeKind::AGREEMENT, NodeKind::EVENT].contains(kind)
}

/// The chains by key; in each block those with the fullest names first, then in order of time.
fn blocks(clusters: &Clusters<'_, '_>, keys: impl Fn(&Profile<'_>) -> Vec<String>) -> Blocks {
    let mut blocks = Blocks::new();
    for (chain, profile) in clusters.profiles.iter().enumerate() {
        for key in keys(profile) {
            blocks.entry(key).or_default().push(chain);
        }
    }
    blocks.retain(|_, block| block.len() > 1);
    for block in blocks.values_mut() {
        block.sort_by_key(|&chain| {
            let profile = &clusters.profiles[chain];
            (Reverse(profile.fullness), profile.day.is_none(), profile.day, chain)
        });
    }
    blocks
}
