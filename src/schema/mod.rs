//! The ontology: node kinds, edge kinds and topics, loaded from `schema/`.

mod edge_type;
mod node_type;
mod ontology;
mod plover;
mod topic;

pub use edge_type::{EdgeType, Family, Signature};
pub use node_type::NodeType;
pub use ontology::Schema;
pub use plover::{Plover, PloverQuestion, PloverType};
pub use topic::{Topic, Topics};
