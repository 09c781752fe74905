//! The ontology: node kinds, edge kinds and topics, loaded from `schema/`.

mod edge_type;
mod node_type;
mod ontology;
mod topic;

pub use edge_type::{EdgeType, Family, Signature};
pub use node_type::NodeType;
pub use ontology::Schema;
pub use topic::{Topic, Topics};
