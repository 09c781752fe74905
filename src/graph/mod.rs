//! The graph: built from extractions and resolution, kept in petgraph, written and read as JSON.

pub mod json;

mod edge;
mod knowledge_graph;
mod node;

pub use edge::{Edge, Evidence};
pub use knowledge_graph::{DocumentRecord, EdgeView, KnowledgeGraph};
pub use node::{CharSpan, MentionRef, Node, StatementDetail};
