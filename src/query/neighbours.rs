//! What a node is tied to.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::graph::EdgeView;
use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::query::EdgeFilter;
use crate::query::EdgeRow;
use crate::query::NodeRef;

/// An edge to a neighbour.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NeighbourRow<'g> {
    /// The neighbour.
    pub neighbour: NodeRef<'g>,
    /// Whether the edge points to the neighbour.
    pub outgoing: bool,
    /// The edge.
    pub edge: EdgeRow<'g>,
}

/// The edges that count at a node, neighbour by neighbour, the one with the most evidence (sum of weights) first.
#[must_use]
pub fn neighbours<'g>(graph: &'g KnowledgeGraph, node: &Node, filter: &EdgeFilter) -> Vec<NeighbourRow<'g>> {
    let mut edges_to: BTreeMap<&str, Vec<EdgeView<'g>>> = BTreeMap::new();
    for view in graph.edges_of(&node.id).filter(|view| filter.admits(view)) {
        edges_to.entry(&other_end(&view, node).id).or_default().push(view);
    }
    let weight = |views: &[EdgeView<'_>]| views.iter().map(|view| view.edge.weight).sum::<f64>();
    let mut groups: Vec<_> = edges_to.into_iter().collect();
    groups.sort_by(|a, b| weight(&b.1).total_cmp(&weight(&a.1)).then_with(|| a.0.cmp(b.0)));
    let mut rows = Vec::new();
    for (_, mut views) in groups {
        views.sort_by(|a, b| b.edge.weight.total_cmp(&a.edge.weight).then_with(|| a.edge.id.cmp(&b.edge.id)));
        rows.extend(views.into_iter().map(|view| NeighbourRow {
            neighbour: NodeRef::of(other_end(&view, node)),
            outgoing: view.source.id == node.id,
            edge: EdgeRow::of(graph, view),
        }));
    }
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
        rows.iter().map(|row| row.neighbour.id.to_owned()).collect()
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
