//! The graph: built from extractions and resolution, kept in petgraph, written and read as JSON.

pub mod json;
pub mod verify;

mod broader;
mod build;
mod corrections;
mod document_node;
mod edge;
mod edge_key;
mod finish;
mod knowledge_graph;
mod node;
mod replace_file;
mod statement_node;

pub use crate::model::DocumentRecord;
pub use broader::{BROADER, topic_node_id};
pub use build::build;
pub use edge::{Edge, Evidence};
pub use edge_key::edge_id;
pub use knowledge_graph::{EdgeView, KnowledgeGraph};
pub use node::{CharSpan, MentionRef, Node, StanceDetail, StatementDetail};
pub use replace_file::replace_file;
