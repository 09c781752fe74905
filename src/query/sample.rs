//! A small graph made by hand, over two invented texts.

use crate::graph::KnowledgeGraph;
use crate::graph::json;

pub(crate) fn graph() -> KnowledgeGraph {
    let file = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/harbour.json"));
    json::read("tests/cli/harbour.json", file.as_slice()).unwrap()
}

/// The graph of the two texts in `tests/cli/stands`, on which two ministers differ.
pub(crate) fn stands() -> KnowledgeGraph {
    let file = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/stands.json"));
    json::read("tests/cli/stands.json", file.as_slice()).unwrap()
}
