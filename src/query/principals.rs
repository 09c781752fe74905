//! The countries for which an actor acts.

use std::collections::BTreeSet;

use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::model::EdgeKind;
use crate::model::Modality;
use crate::model::NodeKind;

/// The country itself, that of the `country` attribute, and what `represents`, `member-of-body` and `part-of` lead to.
pub(super) fn countries<'g>(graph: &'g KnowledgeGraph, actor: &'g Node) -> BTreeSet<&'g str> {
    let mut found = BTreeSet::new();
    let (mut seen, mut open) = (BTreeSet::from([actor.id.as_str()]), vec![actor]);
    while let Some(node) = open.pop() {
        if node.kind == NodeKind::COUNTRY {
            found.insert(node.id.as_str());
            continue;
        }
        if let Some(code) = node.attributes.get("country") {
            let country = graph
                .nodes()
                .find(|one| one.kind == NodeKind::COUNTRY && one.attributes.get("iso3") == Some(code));
            found.extend(country.map(|country| country.id.as_str()));
        }
        for view in graph.edges_of(&node.id) {
            let upward = view.source.id == node.id
                && view.edge.modality == Modality::Actual
                && [EdgeKind::REPRESENTS, EdgeKind::MEMBER_OF_BODY, EdgeKind::PART_OF]
                    .contains(&view.edge.kind);
            if upward && seen.insert(&view.target.id) {
                open.push(view.target);
            }
        }
    }
    found
}
