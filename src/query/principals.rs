//! For whom an actor acts.

use std::collections::BTreeSet;

use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::model::EdgeKind;
use crate::model::Modality;
use crate::model::NodeKind;

/// The actor and all to whom actual `represents`, `member-of-body` and `part-of` edges lead.
///
/// What a country belongs to is not followed: its officials do not act for every organization that it is a member of.
pub(super) fn principals<'g>(graph: &'g KnowledgeGraph, actor: &'g Node) -> Vec<&'g Node> {
    let mut found = Vec::new();
    let (mut seen, mut open) = (BTreeSet::from([actor.id.as_str()]), vec![actor]);
    while let Some(node) = open.pop() {
        found.push(node);
        if node.kind == NodeKind::COUNTRY {
            continue;
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

/// Codes (ISO 3166-1 alpha-3) of the countries among the principals, and of those that the texts give them.
pub(super) fn country_codes<'g>(graph: &'g KnowledgeGraph, actor: &'g Node) -> BTreeSet<&'g str> {
    principals(graph, actor)
        .into_iter()
        .filter_map(|node| {
            let attribute = if node.kind == NodeKind::COUNTRY { "iso3" } else { "country" };
            node.attributes.get(attribute).map(String::as_str)
        })
        .collect()
}

/// The countries among the principals, and those that the texts give them as attribute `country`.
pub(super) fn countries<'g>(graph: &'g KnowledgeGraph, actor: &'g Node) -> BTreeSet<&'g str> {
    let mut found = BTreeSet::new();
    for node in principals(graph, actor) {
        if node.kind == NodeKind::COUNTRY {
            found.insert(node.id.as_str());
        } else if let Some(code) = node.attributes.get("country") {
            let of_code =
                |one: &&Node| one.kind == NodeKind::COUNTRY && one.attributes.get("iso3") == Some(code);
            found.extend(graph.nodes().find(of_code).map(|country| country.id.as_str()));
        }
    }
    found
}
