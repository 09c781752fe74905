//! The hierarchy of topics, as the graph has it.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::graph::BROADER;
use crate::graph::KnowledgeGraph;
use crate::graph::Node;

/// The ids of some nodes and of all topics below those that are topics.
#[must_use]
pub fn narrower<'g>(graph: &'g KnowledgeGraph, nodes: &[&'g Node]) -> BTreeSet<&'g str> {
    let mut below: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for node in graph.nodes() {
        if let Some(broader) = node.attributes.get(BROADER) {
            below.entry(broader).or_default().push(&node.id);
        }
    }
    let mut found = BTreeSet::new();
    let mut open: Vec<&str> = nodes.iter().map(|node| node.id.as_str()).collect();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(below.get(id).into_iter().flatten());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    #[test]
    fn a_topic_takes_in_those_below_it_and_other_nodes_only_themselves() {
        let graph = sample::graph();
        let below = |id| narrower(&graph, &[graph.node(id).unwrap()]).into_iter().collect::<Vec<_>>();
        assert_eq!(below("topic.security"), ["topic.piracy", "topic.security"]);
        assert_eq!(below("topic.piracy"), ["topic.piracy"]);
        assert_eq!(below("country.norland"), ["country.norland"]);
    }
}
