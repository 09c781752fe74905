//! Holders of offices that a text leaves unnamed: *the Kenyan foreign minister* is the one who is named as such elsewhere at the time.

use std::collections::BTreeMap;

use crate::model::Reason;
use crate::model::normal_name;
use crate::resolve::clusters::Clusters;
use crate::resolve::compare::Comparison;
use crate::resolve::compare::SAME_TIME;
use crate::resolve::profile::COUNTRY;
use crate::resolve::profile::Profile;

/// Country and title.
type Office = (String, String);

/// Joins unnamed holders of an office to the only named one of the time, or to each other.
pub(super) fn offices(clusters: &mut Clusters<'_, '_>) {
    let mut named: BTreeMap<Office, Vec<usize>> = BTreeMap::new();
    let mut unnamed: BTreeMap<Office, Vec<usize>> = BTreeMap::new();
    for (chain, profile) in clusters.profiles.iter().enumerate() {
        let Some(office) = office(profile) else { continue };
        let list = if profile.name.is_some() { &mut named } else { &mut unnamed };
        list.entry(office).or_default().push(chain);
    }
    for (office, mut chains) in unnamed {
        chains.sort_by_key(|&chain| (clusters.profiles[chain].day, chain));
        let mut holders: BTreeMap<usize, Vec<i32>> = BTreeMap::new();
        for &holder in named.get(&office).into_iter().flatten() {
            let days = holders.entry(clusters.root(holder)).or_default();
            days.extend(clusters.profiles[holder].day);
        }
        for days in holders.values_mut() {
            days.sort_unstable();
        }
        let mut before: Option<usize> = None;
        for chain in chains {
            let profile = &clusters.profiles[chain];
            let Some(day) = profile.day else { continue };
            let fitting: Vec<(usize, Comparison)> = holders
                .iter()
                .filter(|(_, days)| is_near(days, day))
                .filter(|&(&holder, _)| {
                    !clusters.summary(holder).is_some_and(|s| s.documents.contains(&profile.document))
                })
                .map(|(&holder, _)| (holder, comparison(0.8)))
                .collect();
            let open = fitting.is_empty();
            if !clusters.settle(chain, fitting)
                && open
                && let Some(earlier) = before
                && clusters.profiles[earlier].document != profile.document
                && clusters.profiles[earlier].day.is_some_and(|then| day - then <= SAME_TIME)
            {
                let same = comparison(0.76);
                clusters.join(earlier, chain, same.confidence, same.reasons);
            }
            if open {
                before = Some(chain);
            }
        }
    }
}

fn comparison(confidence: f64) -> Comparison {
    Comparison { confidence, reasons: vec![Reason::SameOffice, Reason::CloseInTime], against: Vec::new() }
}

fn is_near(days: &[i32], day: i32) -> bool {
    let after = days.partition_point(|&other| other < day - SAME_TIME);
    days.get(after).is_some_and(|&other| other <= day + SAME_TIME)
}

/// The office that a chain names, if one person holds it at a time.
fn office(profile: &Profile<'_>) -> Option<Office> {
    const SINGLE: &[&str] = &["head-of-state", "head-of-government", "minister"];
    let class = profile.attribute("class").filter(|class| SINGLE.contains(class));
    let present = profile.attribute("status").is_none();
    let holds = profile.is_human() && present && class.is_some();
    let (country, title) = (profile.attribute(COUNTRY)?, profile.attribute("title")?);
    holds.then(|| (country.to_owned(), normal_name(title)))
}
