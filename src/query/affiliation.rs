//! For whom somebody speaks.

use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::model::NodeKind;
use crate::query::principals::principals;

/// Whether an actor is, works for, or acts for a country, body or organization: by actual `represents`, `member-of-body` and
/// `part-of` edges, or by the `country` that the texts give it.
///
/// What a country belongs to is not followed: its officials do not act for every organization that it is a member of.
#[must_use]
pub fn acts_for(graph: &KnowledgeGraph, actor: &Node, principal: &Node) -> bool {
    let of_country = |node: &Node| {
        principal.kind == NodeKind::COUNTRY
            && node
                .attributes
                .get("country")
                .is_some_and(|code| principal.attributes.get("iso3") == Some(code))
    };
    principals(graph, actor).into_iter().any(|node| node.id == principal.id || of_country(node))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    #[test]
    fn an_official_acts_for_country_body_and_self() {
        let graph = sample::graph();
        let acts =
            |actor, principal| acts_for(&graph, graph.node(actor).unwrap(), graph.node(principal).unwrap());
        assert!(acts("official.ana-oduya", "country.norland"));
        assert!(acts("official.ana-oduya", "official.ana-oduya"));
        assert!(acts("official.tomas-lindqvist", "agency.ministry-of-ports"));
        assert!(acts("official.piet-vanderhoek", "country.estmark"), "by the attribute");
        assert!(!acts("official.tomas-lindqvist", "country.norland"), "a visitor");
        assert!(!acts("country.norland", "official.ana-oduya"));
    }
}
