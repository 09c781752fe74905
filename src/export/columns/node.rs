//! Columns of nodes.

use std::collections::BTreeSet;

use crate::export::column::{ColumnType, Value};
use crate::export::table::Table;
use crate::export::text::join;
use crate::graph::Node;
use crate::graph::StatementDetail;
use crate::model::NodeKind;

/// A column of nodes and how its value is found.
pub(in crate::export) struct NodeField {
    pub(in crate::export) name: &'static str,
    pub(in crate::export) r#type: ColumnType,
    pub(in crate::export) value: for<'g> fn(&Table<'g>, &'g Node) -> Value<'g>,
}

const fn text(name: &'static str, value: for<'g> fn(&Table<'g>, &'g Node) -> Value<'g>) -> NodeField {
    NodeField { name, r#type: ColumnType::Text, value }
}

/// Of every node; those of the attributes stand behind `aliases`.
pub(in crate::export) const NODE_FIELDS: &[NodeField] = &[
    text("node_id", |_, node| node.id.as_str().into()),
    text("label", |_, node| node.label.as_str().into()),
    text("kind", |_, node| node.kind.as_str().into()),
    text("aliases", |_, node| join(&node.aliases).into()),
    NodeField {
        name: "anonymous",
        r#type: ColumnType::Boolean,
        value: |_, node| Value::Boolean(node.attributes.contains_key("anonymous")),
    },
    NodeField {
        name: "inferred",
        r#type: ColumnType::Boolean,
        value: |_, node| Value::Boolean(node.inferred),
    },
    text("first_seen", |_, node| Value::optional(node.first_seen.as_deref())),
    text("last_seen", |_, node| Value::optional(node.last_seen.as_deref())),
    NodeField {
        name: "mention_count",
        r#type: ColumnType::Integer,
        value: |_, node| Value::Integer(node.mentions.len()),
    },
    NodeField {
        name: "document_count",
        r#type: ColumnType::Integer,
        value: |_, node| {
            let documents: BTreeSet<&str> =
                node.mentions.iter().map(|place| place.document.as_str()).collect();
            Value::Integer(documents.len())
        },
    },
];

fn said(node: &Node) -> Option<&StatementDetail> {
    node.statement.as_ref()
}

/// What only statements and documents have.
pub(in crate::export) const SPEECH_FIELDS: &[NodeField] = &[
    text("content", |_, node| Value::optional(said(node).map(|detail| detail.content.as_str()))),
    text("form", |_, node| Value::optional(said(node).map(|detail| detail.form.as_str()))),
    text("act", |_, node| Value::optional(said(node).map(|detail| detail.act.as_str()))),
    text("when", |_, node| Value::optional(said(node).and_then(|detail| detail.when.as_deref()))),
    text("document", |_, node| Value::optional(document_of(node))),
    text("path", |table, node| {
        let record = document_of(node).and_then(|id| table.graph.document(id));
        Value::optional(record.map(|record| record.path.as_str()))
    }),
    text("setting", |_, node| said(node).map(|detail| join(&detail.setting)).unwrap_or_default().into()),
    text("addressees", |_, node| {
        said(node).map(|detail| join(&detail.addressees)).unwrap_or_default().into()
    }),
    text("stance", |_, node| said(node).map(|detail| join(detail.stands())).unwrap_or_default().into()),
];

/// The id of the document in which a statement stands, or for which a node stands.
fn document_of(node: &Node) -> Option<&str> {
    if node.kind == NodeKind::DOCUMENT {
        return node.id.split_once('.').map(|(_, id)| id);
    }
    said(node).map(|detail| detail.document.as_str())
}
