//! Which chains of which documents are one thing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::Attributes;
use crate::model::ChainId;
use crate::model::NodeKind;

/// A chain of some document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ChainRef {
    /// Id of the document.
    pub document: String,
    /// The chain in its extraction.
    pub chain: ChainId,
}

/// The chains of a corpus that are one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
}

/// The outcome of comparing the chains of all documents.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// Sorted by id.
    pub entities: Vec<Entity>,
    /// Ids that a thing had, or would have by a poorer name, and its id now.
    pub redirects: BTreeMap<String, String>,
}
