//! How two things are connected.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::collections::BinaryHeap;

use petgraph::graph::NodeIndex;
use serde::Serialize;

use crate::graph::EdgeView;
use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::query::EdgeFilter;
use crate::query::EdgeRow;
use crate::query::NodeRef;

/// One step from a node to the next.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PathStep<'g> {
    /// From 1.
    pub step: usize,
    /// Where the step begins.
    pub from: NodeRef<'g>,
    /// Where it ends.
    pub to: NodeRef<'g>,
    /// The edge, which may point the other way.
    pub edge: EdgeRow<'g>,
}

/// What a way costs: its steps, then how weakly its edges are attested, in millionths.
type Cost = (usize, u64);

/// The shortest way between two nodes, over edges in either direction, with at most `max` steps; of ways equally short the best
/// attested (many documents, high confidence). None where there is no way; no steps where the two are one.
#[must_use]
pub fn path<'g>(
    graph: &'g KnowledgeGraph,
    from: &Node,
    to: &Node,
    filter: &EdgeFilter,
    max: usize,
) -> Option<Vec<PathStep<'g>>> {
    let (start, goal) = (graph.index_of(&from.id)?, graph.index_of(&to.id)?);
    let arrivals = search(graph, start, goal, filter, max);
    let mut steps = Vec::new();
    let mut at = goal;
    while at != start {
        let (before, view) = arrivals.get(&at)?.1?;
        steps.push((before, at, view));
        at = before;
    }
    let nodes = graph.petgraph();
    let numbered = steps.into_iter().rev().enumerate().map(|(step, (from, to, view))| PathStep {
        step: step + 1,
        from: NodeRef::of(&nodes[from]),
        to: NodeRef::of(&nodes[to]),
        edge: EdgeRow::of(graph, view),
    });
    Some(numbered.collect())
}

type Arrivals<'g> = BTreeMap<NodeIndex, (Cost, Option<(NodeIndex, EdgeView<'g>)>)>;

/// Dijkstra's search; ties are broken by the ids of edges, so that the answer does not depend on the order of the graph.
fn search<'g>(
    graph: &'g KnowledgeGraph,
    start: NodeIndex,
    goal: NodeIndex,
    filter: &EdgeFilter,
    max: usize,
) -> Arrivals<'g> {
    let nodes = graph.petgraph();
    let mut arrivals: Arrivals<'g> = BTreeMap::from([(start, ((0, 0), None))]);
    let mut open = BinaryHeap::from([Reverse(((0, 0), nodes[start].id.as_str(), start))]);
    while let Some(Reverse((cost, id, at))) = open.pop() {
        if at == goal {
            break;
        }
        let outdated = arrivals.get(&at).is_some_and(|&(best, _)| best < cost);
        if outdated || cost.0 == max {
            continue;
        }
        for view in graph.edges_of(id).filter(|view| filter.admits(view)) {
            let next = if view.source.id == id { view.target } else { view.source };
            let Some(index) = graph.index_of(&next.id) else { continue };
            let reached = (cost.0 + 1, cost.1 + weakness(&view));
            let better = arrivals.get(&index).is_none_or(|&(best, by)| {
                reached < best
                    || reached == best && by.is_some_and(|(_, former)| view.edge.id < former.edge.id)
            });
            if better {
                arrivals.insert(index, (reached, Some((at, view))));
                open.push(Reverse((reached, &next.id, index)));
            }
        }
    }
    arrivals
}

fn weakness(view: &EdgeView<'_>) -> u64 {
    let attested = (view.edge.confidence * view.edge.weight).max(0.001);
    (1e6 / attested) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EdgeKind;
    use crate::query::sample;
    use std::collections::BTreeSet;

    fn way(from: &str, to: &str, filter: &EdgeFilter, max: usize) -> Option<Vec<String>> {
        let graph = sample::graph();
        let steps = path(&graph, graph.node(from).unwrap(), graph.node(to).unwrap(), filter, max)?;
        Some(steps.iter().map(|step| step.edge.id.to_owned()).collect())
    }

    #[test]
    fn the_shortest_way_goes_over_what_happened_or_is_planned() {
        let filter = EdgeFilter::default();
        assert_eq!(
            way("official.ana-oduya", "official.piet-vanderhoek", &filter, 6),
            Some(vec!["e.met".to_owned(), "e.succession".to_owned()])
        );
        assert_eq!(way("official.ana-oduya", "official.piet-vanderhoek", &filter, 1), None);
        assert_eq!(way("official.ana-oduya", "official.ana-oduya", &filter, 6), Some(vec![]));
    }

    #[test]
    fn other_modalities_count_where_asked_for() {
        let filter = EdgeFilter::any_modality();
        assert_eq!(
            way("official.ana-oduya", "official.piet-vanderhoek", &filter, 6),
            Some(vec!["e.denied".to_owned()])
        );
    }

    #[test]
    fn of_ways_equally_short_the_best_attested_is_taken() {
        assert_eq!(
            way("official.ana-oduya", "official.tomas-lindqvist", &EdgeFilter::default(), 6),
            Some(vec!["e.met".to_owned()])
        );
        let visits = EdgeFilter {
            kinds: BTreeSet::from([EdgeKind::VISITS, EdgeKind::REPRESENTS]),
            ..EdgeFilter::default()
        };
        assert_eq!(
            way("official.tomas-lindqvist", "official.ana-oduya", &visits, 6),
            Some(vec!["e.visit".to_owned(), "e.represents".to_owned()])
        );
    }
}
