//! What is written of each node and each edge.

mod attribute;
mod edge;
mod node;

pub(super) use attribute::AttributeColumn;
pub(super) use edge::EDGE_FIELDS;
pub(super) use node::{NODE_FIELDS, NodeField, SPEECH_FIELDS};
