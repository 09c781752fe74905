//! Where each thing is mentioned.

use std::collections::BTreeMap;

use crate::graph::Evidence;
use crate::graph::KnowledgeGraph;

/// The mentions of nodes by document.
pub(super) struct MentionIndex<'g>(BTreeMap<(&'g str, &'g str), Vec<(u32, u32)>>);

impl<'g> MentionIndex<'g> {
    pub(super) fn of(graph: &'g KnowledgeGraph) -> Self {
        let mut places: BTreeMap<_, Vec<(u32, u32)>> = BTreeMap::new();
        for node in graph.nodes() {
            for mention in &node.mentions {
                let places = places.entry((node.id.as_str(), mention.document.as_str())).or_default();
                places.push((mention.start, mention.end));
            }
        }
        Self(places)
    }

    /// Whether the node is mentioned in the evidence, by name or otherwise: the mentions of a node are those of all its
    /// chains, pronouns included.
    pub(super) fn has(&self, node: &str, evidence: &Evidence) -> bool {
        self.0.get(&(node, evidence.document.as_str())).is_some_and(|places| {
            places.iter().any(|&(start, end)| start < evidence.end && evidence.start < end)
        })
    }
}
