//! From the fragments of a corpus and the user's judgements to the things that there are.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::model::Decision;
use crate::model::Doubt;
use crate::model::Fragment;
use crate::model::Join;
use crate::model::Judgement;
use crate::model::Reason;
use crate::model::Resolution;
use crate::resolve::agreements::agreements;
use crate::resolve::background::Background;
use crate::resolve::clusters::Clusters;
use crate::resolve::context::Contexts;
use crate::resolve::judge::Group;
use crate::resolve::judge::Judged;
use crate::resolve::judge::Names;
use crate::resolve::naming::Named;
use crate::resolve::naming::name_groups;
use crate::resolve::offices::offices;
use crate::resolve::passes;
use crate::resolve::profile::Profile;
use crate::resolve::revisions::revisions;

/// A resolution, and which judgements found nothing to decide on.
#[derive(Debug)]
pub struct Resolved {
    /// The outcome.
    pub resolution: Resolution,
    /// Judgements on things that the corpus does not have.
    pub idle: Vec<Judgement>,
}

/// Joins the chains of all documents. The order of the fragments does not matter; two of one document count once.
#[must_use]
pub fn resolve(fragments: &[Fragment], judgements: &[Judgement], background: Background<'_>) -> Resolved {
    let mut sorted: Vec<&Fragment> = fragments.iter().collect();
    sorted.sort_by(|a, b| {
        a.document.id.cmp(&b.document.id).then_with(|| a.document.path.cmp(&b.document.path))
    });
    sorted.dedup_by(|a, b| a.document.id == b.document.id);
    let mut profiles = Vec::new();
    for (document, fragment) in sorted.iter().enumerate() {
        let chains = fragment.chains.iter().enumerate();
        profiles.extend(chains.map(|(number, chain)| Profile::new(fragment, document, number, chain)));
    }
    let contexts = Contexts::new(&profiles, sorted.len());
    let mut clusters = Clusters::new(&profiles, &contexts, background);
    passes::entries(&mut clusters);
    passes::equal_names(&mut clusters);
    passes::people(&mut clusters, background);
    passes::shared_names(&mut clusters);
    passes::initials(&mut clusters);
    passes::parts_of_names(&mut clusters, background);
    offices(&mut clusters);
    agreements(&mut clusters);
    let mut judged = Judged::new(&profiles, groups(&clusters));
    let doubts = std::mem::take(&mut clusters.doubts);
    drop(clusters);
    let (named, idle) = decide(&mut judged, judgements, background);
    let mut doubts: Vec<Doubt> = doubts
        .into_iter()
        .filter(|(pair, _)| !is_decided(&judged, *pair))
        .filter_map(|((a, b), found)| {
            let (left, right) = (named.id_of(a)?, named.id_of(b)?);
            let confidence = (found.confidence * 100.0).round() / 100.0;
            let (left, right) = (left.min(right).to_owned(), left.max(right).to_owned());
            (left != right).then_some(Doubt {
                left,
                right,
                confidence,
                reasons: found.reasons,
                against: found.against,
            })
        })
        .collect();
    doubts.sort_by(|a, b| {
        (&a.left, &a.right).cmp(&(&b.left, &b.right)).then(b.confidence.total_cmp(&a.confidence))
    });
    doubts.dedup_by(|a, b| a.left == b.left && a.right == b.right);
    doubts.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
    let Named { entities, redirects, .. } = named;
    Resolved { resolution: Resolution { entities, redirects, doubts, revisions: revisions(&sorted) }, idle }
}

/// Chains by the reasons for which they were joined, and how sure it is in percent.
type ByReasons = BTreeMap<(Vec<Reason>, u32), Vec<String>>;

/// The groups with the reasons for which they were joined; chains joined for the same reasons stand together.
fn groups(clusters: &Clusters<'_, '_>) -> Vec<Group> {
    let at = |chain: usize| clusters.profiles[chain].at().to_string();
    let mut joins: BTreeMap<usize, ByReasons> = BTreeMap::new();
    for record in &clusters.records {
        let percent = (record.confidence * 100.0).round() as u32;
        let of_group = joins.entry(clusters.root(record.from)).or_default();
        of_group.entry((record.reasons.clone(), percent)).or_default().push(at(record.from));
    }
    let groups = clusters.groups().into_iter();
    groups
        .map(|chains| {
            let root = chains.first().map(|&chain| clusters.root(chain));
            let joins = root.and_then(|root| joins.remove(&root)).unwrap_or_default();
            let join = |((reasons, percent), mut chains): ((Vec<Reason>, u32), Vec<String>)| {
                chains.sort();
                Join { chains, reasons, confidence: f64::from(percent) / 100.0, by: None, why: None }
            };
            Group { chains, joins: joins.into_iter().map(join).collect(), ..Group::default() }
        })
        .collect()
}

/// Lays the judgements over the groups, in the order of the file. A judgement may use an id that only an earlier one brings about:
/// what finds nothing is tried again under the names that the others leave.
fn decide(
    judged: &mut Judged<'_, '_>,
    judgements: &[Judgement],
    background: Background<'_>,
) -> (Named, Vec<Judgement>) {
    let on_nodes = |judgement: &&Judgement| {
        !matches!(judgement.decision, Decision::Reject { .. } | Decision::Correct { .. })
    };
    let mut waiting: Vec<&Judgement> = judgements.iter().filter(on_nodes).collect();
    loop {
        let named = name_groups(judged, background);
        let mut numbers: Names = named.number_of();
        for (former, now) in &named.redirects {
            if let Some(&number) = numbers.get(now) {
                numbers.insert(former.clone(), number);
            }
        }
        let before = waiting.len();
        let mut stale = BTreeSet::new();
        waiting.retain(|judgement| {
            // Once a thing has been changed, its ids are looked up anew before the next judgement on it.
            let touched: BTreeSet<usize> =
                references(judgement).into_iter().filter_map(|name| numbers.get(name)).copied().collect();
            let fresh = touched.is_disjoint(&stale);
            let done = fresh && judged.apply(judgement, &numbers);
            if done || !fresh {
                stale.extend(touched);
            }
            !done
        });
        if waiting.len() == before {
            return (named, waiting.into_iter().cloned().collect());
        }
    }
}

fn references(judgement: &Judgement) -> Vec<&str> {
    match &judgement.decision {
        Decision::Same { left, right }
        | Decision::NotSame { left, right }
        | Decision::Undecided { left, right } => vec![left, right],
        Decision::Rename { thing, .. } | Decision::Retype { thing, .. } => vec![thing],
        Decision::Reject { .. } | Decision::Correct { .. } => Vec::new(),
    }
}

fn is_decided(judged: &Judged<'_, '_>, (a, b): (usize, usize)) -> bool {
    judged
        .apart
        .iter()
        .any(|(one, other)| one.contains(&a) && other.contains(&b) || one.contains(&b) && other.contains(&a))
}
