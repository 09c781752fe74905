//! What a graph says otherwise than an earlier one: claims added, gone, and changed in modality, date or asserter.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use serde::Serialize;

use crate::graph::EdgeView;
use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::model::EdgeKind;
use crate::model::NodeKind;
use crate::model::normal_name;
use crate::query::EdgeRow;
use crate::query::edge_filter::tells_of_texts;

/// What became of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// Both say it, in another modality, of another date or by others.
    Changed,
    /// Only the newer graph says it.
    Added,
    /// Only the older graph says it.
    Gone,
}

impl Change {
    /// Its name in every output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Gone => "gone",
        }
    }
}

/// A claim that is not the same in both graphs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference<'g> {
    /// What became of it.
    pub change: Change,
    /// As the older graph has it: several where it says so in several ways.
    pub before: Vec<EdgeRow<'g>>,
    /// As the newer graph has it.
    pub after: Vec<EdgeRow<'g>>,
}

/// What two edges must share to be one claim: the ends, as the newer graph calls them, and the kind.
type Claim<'g> = (&'g str, &'g EdgeKind, &'g str);

/// The claims that differ: changed ones first, then added, then gone. Things of the two graphs are taken for one by id, former id or
/// name; an agreement also by what it replaces or amends, since a new one often gets its name only later.
#[must_use]
pub fn diff<'g>(old: &'g KnowledgeGraph, new: &'g KnowledgeGraph) -> Vec<Difference<'g>> {
    let now = alignment(old, new);
    let mut claims: BTreeMap<Claim<'g>, (Vec<EdgeView<'g>>, Vec<EdgeView<'g>>)> = BTreeMap::new();
    for view in old.edges().filter(|view| !tells_of_texts(view)) {
        let name = |node: &'g Node| now.get(node.id.as_str()).copied().unwrap_or(&node.id);
        let claim = (name(view.source), &view.edge.kind, name(view.target));
        claims.entry(claim).or_default().0.push(view);
    }
    for view in new.edges().filter(|view| !tells_of_texts(view)) {
        claims.entry((&view.source.id, &view.edge.kind, &view.target.id)).or_default().1.push(view);
    }
    let mut found = Vec::new();
    for (before, after) in claims.into_values() {
        let way = |view: &EdgeView<'g>, named: bool| {
            let by = view.edge.asserted_by.iter().map(|id| {
                let id = id.as_str();
                if named { now.get(id).copied().unwrap_or(id) } else { id }.to_owned()
            });
            (view.edge.modality, by.collect::<Vec<_>>(), view.edge.when.clone())
        };
        let ways_before: BTreeSet<_> = before.iter().map(|view| way(view, true)).collect();
        let ways_after: BTreeSet<_> = after.iter().map(|view| way(view, false)).collect();
        if ways_before == ways_after {
            continue;
        }
        let change = match (before.is_empty(), after.is_empty()) {
            (true, _) => Change::Added,
            (_, true) => Change::Gone,
            (false, false) => Change::Changed,
        };
        let rows = |graph: &'g KnowledgeGraph, views: Vec<EdgeView<'g>>| {
            let mut rows: Vec<_> = views.into_iter().map(|view| EdgeRow::of(graph, view)).collect();
            EdgeRow::sort(&mut rows);
            rows
        };
        found.push(Difference { change, before: rows(old, before), after: rows(new, after) });
    }
    found.sort_by_key(|difference| difference.change);
    found
}

/// The ids of the older graph with those of the newer.
fn alignment<'g>(old: &'g KnowledgeGraph, new: &'g KnowledgeGraph) -> BTreeMap<&'g str, &'g str> {
    let mut names: BTreeMap<(&NodeKind, String), BTreeSet<&'g str>> = BTreeMap::new();
    for node in new.nodes() {
        for name in std::iter::once(&node.label).chain(&node.aliases) {
            names.entry((&node.kind, normal_name(name))).or_default().insert(&node.id);
        }
    }
    let mut now: BTreeMap<&str, &str> = BTreeMap::new();
    for node in old.nodes() {
        let label = names.get(&(&node.kind, normal_name(&node.label)));
        let by_name = label.filter(|ids| ids.len() == 1).and_then(|ids| ids.first().copied());
        let known = new.node(&node.id).map(|node| node.id.as_str()).or(by_name);
        let forwards = || old.redirects.iter().filter(|(_, id)| **id == node.id);
        let former = || forwards().find_map(|(id, _)| new.node(id)).map(|node| node.id.as_str());
        if let Some(id) = known.or_else(former) {
            now.insert(&node.id, id);
        }
    }
    let replaces = |view: &EdgeView<'_>| {
        view.source.kind == NodeKind::AGREEMENT
            && (view.edge.kind == EdgeKind::REPLACES || view.edge.kind.as_str() == "amends")
    };
    let mut heirs: BTreeMap<&str, BTreeSet<&'g str>> = BTreeMap::new();
    for view in new.edges().filter(replaces) {
        heirs.entry(&view.target.id).or_default().insert(&view.source.id);
    }
    for view in old.edges().filter(replaces) {
        let heir = now.get(view.target.id.as_str()).and_then(|target| heirs.get(target));
        if let Some(heir) = heir.filter(|heirs| heirs.len() == 1).and_then(|heirs| heirs.first().copied())
            && !now.contains_key(view.source.id.as_str())
        {
            now.insert(&view.source.id, heir);
        }
    }
    now
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    #[test]
    fn a_graph_does_not_differ_from_itself_and_all_of_it_is_new_beside_an_empty_one() {
        let graph = sample::graph();
        assert!(diff(&graph, &graph).is_empty());
        let nothing = KnowledgeGraph::default();
        let added = diff(&nothing, &graph);
        assert!(
            !added.is_empty() && added.iter().all(|one| one.change == Change::Added && one.before.is_empty())
        );
        assert!(diff(&graph, &nothing).iter().all(|one| one.change == Change::Gone));
    }
}
