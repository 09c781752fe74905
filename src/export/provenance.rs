//! What a file says of itself: the program, the version of the form, and which corpus it was made of.

use sha2::{Digest, Sha256};

use crate::graph::KnowledgeGraph;
use crate::graph::json;

/// Facts about the whole graph.
pub(super) struct Provenance {
    /// Program and version.
    pub(super) generator: &'static str,
    /// Version of the JSON form whose names the columns follow.
    pub(super) schema_version: usize,
    /// SHA-256 over those of all documents, in hexadecimal: two graphs of one corpus have the same.
    pub(super) corpus: String,
    /// Number of documents.
    pub(super) documents: usize,
}

impl Provenance {
    pub(super) fn of(graph: &KnowledgeGraph) -> Self {
        let mut hashes: Vec<&str> = graph.documents.iter().map(|record| record.sha256.as_str()).collect();
        hashes.sort_unstable();
        let mut corpus = Sha256::new();
        for hash in hashes {
            corpus.update(hash);
            corpus.update([b'\n']);
        }
        Self {
            generator: concat!("diplograph ", env!("CARGO_PKG_VERSION")),
            schema_version: json::VERSION as usize,
            corpus: format!("{:x}", corpus.finalize()),
            documents: graph.documents.len(),
        }
    }

    /// One line for formats that have but a description.
    pub(super) fn line(&self) -> String {
        format!(
            "schema version {}, {} documents, corpus {}",
            self.schema_version, self.documents, self.corpus
        )
    }
}
