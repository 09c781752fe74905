//! The graph as JSON, written and read without loss: the form described by `schema/graph.schema.json`.
//!
//! One element stands on one line, so that two graphs can be compared by `diff` and searched by `grep`.
//!
//! ```
//! use diplograph::graph::KnowledgeGraph;
//! use diplograph::graph::json;
//! let graph = KnowledgeGraph::default();
//! let mut bytes = Vec::new();
//! json::write(&graph, &json::WriteOptions::default(), &mut bytes).unwrap();
//! let again = json::read("graph.json", bytes.as_slice()).unwrap();
//! assert_eq!(again.node_count(), 0);
//! ```

mod array;
mod edge_record;
mod header;
mod node_link;
mod node_record;
mod read;
mod write;

pub(in crate::graph) use node_record::NodeRecord;

pub use header::{FORMAT, VERSION};
pub use node_link::{NodeLinkKey, TWIN_LIMIT};
pub use read::{load, read};
pub use write::{WriteOptions, save, write};
