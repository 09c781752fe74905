//! Nodes of documents.

use crate::graph::Node;
use crate::model::Attributes;
use crate::model::DocumentRecord;
use crate::model::NodeKind;

/// The node of a document, named by its title, else by its path.
pub(super) fn document_node(id: &str, record: &DocumentRecord) -> Node {
    Node {
        id: id.to_owned(),
        kind: NodeKind::DOCUMENT,
        label: record.title.clone().unwrap_or_else(|| record.path.clone()),
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
