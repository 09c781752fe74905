//! Everything that the graph knows of a node.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::model::Attributes;
use crate::model::EdgeKind;
use crate::model::Join;
use crate::query::EdgeRow;
use crate::query::NodeRef;
use crate::query::StatementRow;

/// A node with all that is tied to it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NodeCard<'g> {
    /// The node.
    #[serde(flatten)]
    pub node: NodeRef<'g>,
    /// Other forms that name it.
    pub aliases: &'g [String],
    /// Ids that it had before.
    pub former_ids: Vec<&'g str>,
    /// What the texts tell of it.
    pub attributes: &'g Attributes,
    /// Why what texts name is this one thing.
    pub joins: &'g [Join],
    /// Number of places that name it.
    pub mentions: usize,
    /// Paths of the documents that name it.
    pub documents: Vec<&'g str>,
    /// Earliest date of publication of a document that names it.
    pub first_seen: Option<&'g str>,
    /// Latest such date.
    pub last_seen: Option<&'g str>,
    /// Its edges but those to statements and from documents, by kind, each in order of time.
    pub edges: BTreeMap<&'g str, Vec<EdgeRow<'g>>>,
    /// What it said; the statement itself, where the node is one.
    pub said: Vec<StatementRow<'g>>,
    /// What was said about it.
    pub said_about: Vec<StatementRow<'g>>,
}

/// Everything on a node, whatever its modality.
#[must_use]
pub fn show<'g>(graph: &'g KnowledgeGraph, node: &'g Node) -> NodeCard<'g> {
    let mut edges: BTreeMap<&str, Vec<EdgeRow<'g>>> = BTreeMap::new();
    let mut said: Vec<_> = StatementRow::of(graph, node).into_iter().collect();
    let mut said_about = Vec::new();
    for view in graph.edges_of(&node.id) {
        let outgoing = view.source.id == node.id;
        if view.edge.kind == EdgeKind::SAID {
            said.extend(StatementRow::of(graph, view.target).filter(|_| outgoing));
        } else if view.edge.kind == EdgeKind::ABOUT {
            said_about.extend(StatementRow::of(graph, view.source).filter(|_| !outgoing));
        } else if view.edge.kind != EdgeKind::MENTIONS || outgoing {
            edges.entry(view.edge.kind.as_str()).or_default().push(EdgeRow::of(graph, view));
        }
    }
    for rows in edges.values_mut() {
        EdgeRow::sort(rows);
    }
    StatementRow::sort(&mut said);
    StatementRow::sort(&mut said_about);
    let mut documents: Vec<_> = node.mentions.iter().map(|mention| mention.document.as_str()).collect();
    documents.dedup();
    let path = |id| graph.document(id).map_or(id, |record| record.path.as_str());
    NodeCard {
        node: NodeRef::of(node),
        aliases: &node.aliases,
        former_ids: graph
            .redirects
            .iter()
            .filter(|(_, now)| **now == node.id)
            .map(|(former, _)| former.as_str())
            .collect(),
        attributes: &node.attributes,
        joins: &node.joins,
        mentions: node.mentions.len(),
        documents: documents.into_iter().map(path).collect(),
        first_seen: node.first_seen.as_deref(),
        last_seen: node.last_seen.as_deref(),
        edges,
        said,
        said_about,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    #[test]
    fn a_card_has_edges_of_every_modality_and_statements_both_ways() {
        let graph = sample::graph();
        let card = show(&graph, graph.node("official.ana-oduya").unwrap());
        assert_eq!(
            card.edges.keys().copied().collect::<Vec<_>>(),
            ["met-with", "negotiates-with", "represents"]
        );
        assert_eq!(
            card.edges["met-with"].iter().map(|row| row.id).collect::<Vec<_>>(),
            ["e.met", "e.denied"]
        );
        assert_eq!(card.said.iter().map(|row| row.id).collect::<Vec<_>>(), ["statement.s1", "statement.s3"]);
        assert_eq!(card.former_ids, ["official.oduya"]);
        assert_eq!(card.documents, ["first.txt", "second.txt"]);
        let accord = show(&graph, graph.node("agreement.harbour-accord").unwrap());
        assert_eq!(accord.said_about.iter().map(|row| row.id).collect::<Vec<_>>(), ["statement.s3"]);
    }

    #[test]
    fn a_statement_shows_its_own_words() {
        let graph = sample::graph();
        let card = show(&graph, graph.node("statement.s2").unwrap());
        assert_eq!(card.said[0].content, "no talks took place");
        assert_eq!(card.said[0].speakers[0].id, "official.tomas-lindqvist");
    }
}
