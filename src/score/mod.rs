//! Comparison with gold graphs: how much of what a careful reader finds is in a graph, and how much beside it.

mod compare;
mod edges;
mod finding;
mod folder;
mod gold;
mod nodes;
mod pairing;
mod report;
mod similarity;
mod statements;
mod tally;
mod words;

pub use compare::Scorer;
pub use finding::{Finding, FindingKind};
pub use folder::{Comparison, compare_files};
pub use gold::{Gold, GoldEdge, GoldNode, GoldStatement};
pub use report::Report;
pub use tally::{Count, Rate, Tally};
