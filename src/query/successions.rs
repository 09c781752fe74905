//! What or who takes the place of what or whom.

use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::model::EdgeKind;
use crate::query::EdgeFilter;
use crate::query::EdgeRow;

/// The `replaces` edges, agreements and office-holders alike, in order of time; of one node where one is given.
#[must_use]
pub fn successions<'g>(
    graph: &'g KnowledgeGraph,
    node: Option<&Node>,
    filter: &EdgeFilter,
) -> Vec<EdgeRow<'g>> {
    let filter = EdgeFilter { kinds: [EdgeKind::REPLACES].into(), ..filter.clone() };
    let mut rows: Vec<_> = graph
        .edges()
        .filter(|view| filter.admits(view))
        .filter(|view| node.is_none_or(|node| view.source.id == node.id || view.target.id == node.id))
        .map(|view| EdgeRow::of(graph, view))
        .collect();
    EdgeRow::sort(&mut rows);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    #[test]
    fn officials_and_agreements_replace_each_other() {
        let graph = sample::graph();
        let ids = |node: Option<&str>| -> Vec<_> {
            let node = node.and_then(|id| graph.node(id));
            successions(&graph, node, &EdgeFilter::any_modality()).iter().map(|row| row.id).collect()
        };
        assert_eq!(ids(None), ["e.succession", "e.new-accord"]);
        assert_eq!(ids(Some("agreement.harbour-accord")), ["e.new-accord"]);
    }
}
