//! What makes two claims one edge, and the id made of it.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::model::EdgeKind;
use crate::model::Modality;

/// What makes two claims one edge.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct EdgeKey {
    pub(super) source: String,
    pub(super) kind: EdgeKind,
    pub(super) target: String,
    pub(super) modality: Modality,
    pub(super) asserted_by: Vec<String>,
    pub(super) when: Option<String>,
}

impl EdgeKey {
    pub(super) fn id(&self) -> String {
        let asserted_by = self.asserted_by.join(" ");
        let when = self.when.as_deref().unwrap_or_default();
        digest(
            "e",
            &[&self.source, self.kind.as_str(), &self.target, self.modality.as_str(), &asserted_by, when],
        )
    }
}

/// The id of an actual edge that the author asserts and nothing dates.
#[must_use]
pub fn edge_id(source: &str, kind: &EdgeKind, target: &str) -> String {
    let key = EdgeKey {
        source: source.to_owned(),
        kind: kind.clone(),
        target: target.to_owned(),
        modality: Modality::Actual,
        asserted_by: Vec::new(),
        when: None,
    };
    key.id()
}

/// An id: the prefix, a dot and sixteen hexadecimal digits made of the parts.
pub(super) fn digest(prefix: &str, parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let mut id = format!("{prefix}.");
    for byte in hash.finalize().iter().take(8) {
        let _ = write!(id, "{byte:02x}");
    }
    id
}
