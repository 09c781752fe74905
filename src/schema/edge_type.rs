//! What `schema/edges/` says of one kind of edge.

use serde::Deserialize;

use crate::model::NodeKind;

/// What an edge tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// Offices, membership, place, parties: what is so.
    Structure,
    /// Who did what to whom.
    Action,
    /// Who or what deals with which issue.
    Addresses,
    /// Statements and documents.
    Speech,
}

/// Kinds that may stand at the two ends together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// At the source.
    pub source: Vec<NodeKind>,
    /// At the target.
    pub target: Vec<NodeKind>,
}

impl Signature {
    /// Whether an edge between two such nodes fits.
    #[must_use]
    pub fn fits(&self, source: &NodeKind, target: &NodeKind) -> bool {
        self.source.contains(source) && self.target.contains(target)
    }
}

/// A kind of edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EdgeType {
    /// Its name for people, read from source to target.
    pub label: String,
    /// The same read from target to source.
    pub inverse: String,
    /// What it tells.
    pub family: Family,
    /// Whether it says the same in both directions.
    pub symmetric: bool,
    /// When it holds.
    pub definition: String,
    /// Its event types in PLOVER: that of 2021 first, then former names.
    pub plover: Vec<String>,
    /// Its root codes in CAMEO.
    pub cameo: Vec<String>,
    /// A property of schema.org or Wikidata that reads from source to target.
    pub iri: Option<String>,
    /// One that reads from target to source.
    pub inverse_iri: Option<String>,
    /// The schema of `FollowTheMoney` that comes nearest.
    pub follow_the_money: Option<String>,
    /// An edge must fit one of them.
    pub signatures: Vec<Signature>,
}

/// As it stands in the file: kinds are still names.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EdgeFile {
    pub(super) label: String,
    pub(super) inverse: String,
    pub(super) family: Family,
    #[serde(default)]
    pub(super) symmetric: bool,
    pub(super) definition: String,
    #[serde(default)]
    pub(super) plover: Vec<String>,
    #[serde(default)]
    pub(super) cameo: Vec<String>,
    #[serde(default)]
    pub(super) iri: Option<String>,
    #[serde(default)]
    pub(super) inverse_iri: Option<String>,
    #[serde(default)]
    pub(super) follow_the_money: Option<String>,
    pub(super) signature: Vec<SignatureFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignatureFile {
    pub(super) source: Vec<String>,
    pub(super) target: Vec<String>,
}
