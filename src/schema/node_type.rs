//! What `schema/nodes/` says of one kind of node.

use serde::Deserialize;

/// A kind of node.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NodeType {
    /// Its name for people.
    pub label: String,
    /// The same for several.
    pub plural: String,
    /// What falls under it.
    pub definition: String,
    /// The class of schema.org that comes nearest.
    #[serde(default)]
    pub iri: Option<String>,
    /// The schema of `FollowTheMoney` that comes nearest.
    #[serde(default)]
    pub follow_the_money: Option<String>,
    /// The kind wherever which this one may stand too: a person may stand wherever an official may.
    #[serde(default)]
    pub like: Option<String>,
}
