//! Edges that a user rejected or corrected.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::graph::Evidence;
use crate::graph::edge_key::EdgeKey;
use crate::model::Decision;
use crate::model::EdgeChange;
use crate::model::Judgement;
use crate::model::NodeKind;
use crate::model::Resolution;
use crate::schema::Schema;

type Edges = BTreeMap<EdgeKey, Vec<Evidence>>;

/// The edges as the user left them.
pub(super) struct JudgedEdges {
    pub(super) edges: Edges,
    /// Those that a user put right.
    pub(super) corrected: BTreeSet<EdgeKey>,
}

/// Obeys the judgements on edges in their order; hands back those that name no edge, or make one that the schema forbids.
pub(super) fn correct(
    edges: Edges,
    judgements: &[Judgement],
    resolution: &Resolution,
    schema: &Schema,
) -> (JudgedEdges, Vec<Judgement>) {
    let mut judged = JudgedEdges { edges, corrected: BTreeSet::new() };
    let mut idle = Vec::new();
    let on_edges = |judgement: &&Judgement| {
        matches!(judgement.decision, Decision::Reject { .. } | Decision::Correct { .. })
    };
    let judgements: Vec<&Judgement> = judgements.iter().filter(on_edges).collect();
    if judgements.is_empty() {
        return (judged, idle);
    }
    let mut by_id: BTreeMap<String, EdgeKey> = former_ids(&judged.edges, resolution);
    for judgement in judgements {
        let done = match &judgement.decision {
            Decision::Reject { edge } => {
                by_id.get(edge).is_some_and(|key| judged.edges.remove(key).is_some())
            }
            Decision::Correct { edge, change } => {
                let key = by_id.get(edge).filter(|key| judged.edges.contains_key(key)).cloned();
                key.is_some_and(|key| {
                    let Some(changed) = changed(&key, change, resolution, schema) else { return false };
                    let evidence = judged.edges.remove(&key).unwrap_or_default();
                    judged.edges.entry(changed.clone()).or_default().extend(evidence);
                    by_id.insert(edge.clone(), changed.clone());
                    by_id.insert(changed.id(), changed.clone());
                    judged.corrected.insert(changed);
                    true
                })
            }
            Decision::Same { .. }
            | Decision::NotSame { .. }
            | Decision::Undecided { .. }
            | Decision::Rename { .. }
            | Decision::Retype { .. } => true,
        };
        if !done {
            idle.push(judgement.clone());
        }
    }
    (judged, idle)
}

/// Edges by their id, and by the ids that they had when their ends were called otherwise.
fn former_ids(edges: &Edges, resolution: &Resolution) -> BTreeMap<String, EdgeKey> {
    let mut former: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, now) in &resolution.redirects {
        former.entry(now).or_default().push(id);
    }
    let names = |id: &str| -> Vec<String> {
        let others = former.get(id).into_iter().flatten().map(|&id| id.to_owned());
        std::iter::once(id.to_owned()).chain(others).collect()
    };
    let mut by_id = BTreeMap::new();
    for key in edges.keys() {
        for source in names(&key.source) {
            for target in names(&key.target) {
                let called = EdgeKey { source: source.clone(), target, ..key.clone() };
                by_id.entry(called.id()).or_insert_with(|| key.clone());
            }
        }
        by_id.insert(key.id(), key.clone());
    }
    by_id
}

fn changed(key: &EdgeKey, change: &EdgeChange, resolution: &Resolution, schema: &Schema) -> Option<EdgeKey> {
    let now = |id: &String| resolution.redirects.get(id).unwrap_or(id).clone();
    let changed = EdgeKey {
        source: change.source.as_ref().map_or_else(|| key.source.clone(), now),
        kind: change.kind.clone().unwrap_or_else(|| key.kind.clone()),
        target: change.target.as_ref().map_or_else(|| key.target.clone(), now),
        modality: change.modality.unwrap_or(key.modality),
        asserted_by: key.asserted_by.clone(),
        when: match &change.when {
            Some(when) => when.map(|when| when.to_string()),
            None => key.when.clone(),
        },
    };
    let kind = |id: &str| -> Option<NodeKind> {
        let place = resolution.entities.binary_search_by(|entity| entity.id.as_str().cmp(id)).ok()?;
        Some(resolution.entities[place].kind.clone())
    };
    let ends = (kind(&changed.source), kind(&changed.target));
    let fits = match ends {
        (Some(source), Some(target)) => schema.signature_fits(&changed.kind, &source, &target),
        // Ends that are statements or documents stay what they are.
        _ => changed.source == key.source && changed.target == key.target && changed.kind == key.kind,
    };
    (fits && changed.source != changed.target).then_some(changed)
}
