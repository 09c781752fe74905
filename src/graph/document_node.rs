//! Nodes of documents.

use crate::graph::Node;
use crate::model::Attributes;
use crate::model::DocumentRecord;
use crate::model::NodeKind;

/// The node of a document, named by its title, else by its path.
pub(super) fn document_node(id: &str, record: &DocumentRecord) -> Node {
    bare_node(id, NodeKind::DOCUMENT, record.title.clone().unwrap_or_else(|| record.path.clone()), record)
}

/// A node that a document makes without a mention, seen when it was published.
pub(super) fn bare_node(id: &str, kind: NodeKind, label: String, record: &DocumentRecord) -> Node {
    Node {
        id: id.to_owned(),
        kind,
        label,
        aliases: Vec::new(),
        attributes: Attributes::new(),
        mentions: Vec::new(),
        first_seen: record.date.clone(),
        last_seen: record.date.clone(),
        inferred: false,
        joins: Vec::new(),
        statement: None,
    }
}
