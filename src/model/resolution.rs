//! Which chains of which documents are one thing.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::Attributes;
use crate::model::ChainId;
use crate::model::Doubt;
use crate::model::Join;
use crate::model::NodeKind;

/// A chain of some document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ChainRef {
    /// Id of the document.
    pub document: String,
    /// The chain in its extraction.
    pub chain: ChainId,
}

/// As the mentions of nodes name their chain: `<document>.<number>`.
impl fmt::Display for ChainRef {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.document, self.chain.0)
    }
}

/// The chains of a corpus that are one thing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// Readable, made of what the thing is, a valid NMTOKEN: `official.ana-oduya`.
    pub id: String,
    /// What it is.
    pub kind: NodeKind,
    /// The name shown.
    pub label: String,
    /// Every other form that names it, pronouns left out; sorted, without the label.
    pub aliases: Vec<String>,
    /// What all chains tell together.
    pub attributes: Attributes,
    /// In order; at least one.
    pub chains: Vec<ChainRef>,
    /// Why they are one; empty for a single chain.
    pub joins: Vec<Join>,
}

/// A document that is a copy or a later version of an earlier one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Revision {
    /// Id of the later document.
    pub document: String,
    /// Id of the earlier one.
    pub of: String,
    /// The share of their words in common, 0 to 1.
    pub likeness: f64,
}

/// The outcome of comparing the chains of all documents.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Resolution {
    /// Sorted by id.
    pub entities: Vec<Entity>,
    /// Ids that a thing had, or would have by a poorer name, and its id now.
    pub redirects: BTreeMap<String, String>,
    /// Pairs that may be one thing, the likeliest first.
    pub doubts: Vec<Doubt>,
    /// Copies and later versions, each with the earliest text of its story.
    pub revisions: Vec<Revision>,
}
