//! What a user may choose of an export.

use crate::graph::json::NodeLinkKey;
use crate::model::Modality;

/// Choices for all formats; each format takes those that fit it.
#[derive(Debug, Clone)]
pub struct ExportOptions {
    /// The flavour of the format; none for its default.
    pub profile: Option<String>,
    /// Whether statements and documents are nodes too. JSON always has them.
    pub with_statements: bool,
    /// The modalities of the edges written; none for the default of the profile.
    pub modalities: Option<Vec<Modality>>,
    /// Edges less sure than this are left out, 0 to 1.
    pub min_confidence: f64,
    /// Whether nodes without an edge among those written are left out. JSON keeps them.
    pub connected: bool,
    /// How many words of evidence an edge carries at most, the surest first. JSON and the table of evidence have all.
    pub evidence_limit: usize,
    /// Of JSON: the name of the array of edges; none for the fitting one.
    pub node_link_key: Option<NodeLinkKey>,
    /// Of JSON: whether the texts of the documents are written.
    pub text: bool,
}

impl Default for ExportOptions {
    fn default() -> Self {
        Self {
            profile: None,
            with_statements: false,
            modalities: None,
            min_confidence: 0.0,
            connected: false,
            evidence_limit: 10,
            node_link_key: None,
            text: true,
        }
    }
}
