//! What a node is tied to.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::graph::EdgeView;
use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::query::EdgeFilter;
use crate::query::EdgeRow;
use crate::query::NodeRef;

/// A neighbour and the edges to it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NeighbourRow<'g> {
    /// The neighbour.
    #[serde(flatten)]
    pub node: NodeRef<'g>,
    /// Number of documents behind all the edges together.
    pub weight: f64,
    /// Both ways, the heaviest first.
    pub edges: Vec<EdgeRow<'g>>,
}

/// The neighbours of a node over the edges that count, the one with the most documents first.
#[must_use]
pub fn neighbours<'g>(graph: &'g KnowledgeGraph, node: &Node, filter: &EdgeFilter) -> Vec<NeighbourRow<'g>> {
    let mut edges_to: BTreeMap<&str, Vec<EdgeView<'g>>> = BTreeMap::new();
    for view in graph.edges_of(&node.id).filter(|view| filter.admits(view)) {
        edges_to.entry(&other_end(&view, node).id).or_default().push(view);
    }
    let mut rows: Vec<_> = edges_to
        .into_values()
        .filter_map(|mut views| {
            let neighbour = NodeRef::of(other_end(views.first()?, node));
            views.sort_by(|a, b| {
                b.edge.weight.total_cmp(&a.edge.weight).then_with(|| a.edge.id.cmp(&b.edge.id))
            });
            Some(NeighbourRow {
                node: neighbour,
                weight: views.iter().map(|view| view.edge.weight).sum(),
                edges: views.into_iter().map(|view| EdgeRow::of(graph, view)).collect(),
            })
        })
        .collect();
    rows.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.node.id.cmp(b.node.id)));
    rows
}

fn other_end<'g>(view: &EdgeView<'g>, node: &Node) -> &'g Node {
    if view.source.id == node.id { view.target } else { view.source }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EdgeKind;
    use crate::model::Modality;
    use crate::query::sample;
    use std::collections::BTreeSet;

    fn ids(node: &str, filter: &EdgeFilter) -> Vec<String> {
        let graph = sample::graph();
        let rows = neighbours(&graph, graph.node(node).unwrap(), filter);
        rows.iter().map(|row| row.node.id.to_owned()).collect()
    }

    #[test]
    fn what_is_denied_or_only_possible_ties_nobody() {
        assert_eq!(
            ids("official.ana-oduya", &EdgeFilter::default()),
            ["official.tomas-lindqvist", "country.norland"]
        );
        assert!(
            ids("official.ana-oduya", &EdgeFilter::any_modality())
                .contains(&"official.piet-vanderhoek".to_owned())
        );
        let denied = EdgeFilter { modalities: BTreeSet::from([Modality::Denied]), ..EdgeFilter::default() };
        assert_eq!(ids("official.ana-oduya", &denied), ["official.piet-vanderhoek"]);
    }

    #[test]
    fn kinds_narrow_the_edges() {
        let positions = EdgeFilter { kinds: BTreeSet::from([EdgeKind::REPRESENTS]), ..EdgeFilter::default() };
        assert_eq!(ids("official.ana-oduya", &positions), ["country.norland"]);
        let said = EdgeFilter { kinds: BTreeSet::from([EdgeKind::SAID]), ..EdgeFilter::default() };
        assert_eq!(ids("official.ana-oduya", &said), ["statement.s1", "statement.s3"]);
    }
}
