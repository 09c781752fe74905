//! All that one document yields. It depends on that document and the model alone.

use serde::{Deserialize, Serialize};

use crate::model::Chain;
use crate::model::Claim;
use crate::model::DocumentId;
use crate::model::Mention;
use crate::model::Statement;

/// The mentions, chains, claims and statements of one document: what is cached, shipped and merged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Extraction {
    /// The document.
    pub document: DocumentId,
    /// In order of the text.
    pub mentions: Vec<Mention>,
    /// Each mention stands in one chain at most; dates, amounts and unresolved pronouns in none.
    pub chains: Vec<Chain>,
    /// In order of the evidence.
    pub claims: Vec<Claim>,
    /// In order of the text.
    pub statements: Vec<Statement>,
}
