//! Nodes: one for each real thing, statement and document.

use serde::{Deserialize, Serialize};

use crate::graph::json::NodeRecord;
use crate::model::Attributes;
use crate::model::Join;
use crate::model::NodeKind;

/// A place in a text where the thing is named.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MentionRef {
    /// Id of the document.
    pub document: String,
    /// First character (Unicode code points).
    pub start: u32,
    /// One past the last character.
    pub end: u32,
    /// The chain of the document that it belongs to: mentions of one chain were joined inside the document.
    pub chain: String,
}

/// Characters `start..end` of the document of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CharSpan {
    /// First character (Unicode code points).
    pub start: u32,
    /// One past the last character.
    pub end: u32,
}

/// Where the speaker of a statement stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StanceDetail {
    /// `supports`, `opposes` or `neutral`.
    pub position: String,
    /// First character of the words that show it (Unicode code points).
    pub start: u32,
    /// One past their last character.
    pub end: u32,
    /// Ids of the nodes that it is about; each is among what the statement is about.
    pub towards: Vec<String>,
}

/// What only statement nodes have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementDetail {
    /// The words said; several spans are joined by a single space.
    pub content: String,
    /// `direct`, `indirect` or `mixed`.
    pub form: String,
    /// `say`, `announce`, `deny` ...
    pub act: String,
    /// Id of the document.
    pub document: String,
    /// First character of cue and content together.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words that name the speaker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<CharSpan>,
    /// The words that say that it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cue: Option<CharSpan>,
    /// The words said.
    pub content_spans: Vec<CharSpan>,
    /// When it was said, where the words tell (EDTF).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Ids of the nodes where or at which it was said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub setting: Vec<String>,
    /// Ids of the nodes to whom it was said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addressees: Vec<String>,
    /// The statement in whose content this one stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// Where the speaker stands, as far as the words show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stance: Vec<StanceDetail>,
    /// The whole sentences that cue and content stand in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentences: Option<CharSpan>,
}

impl StatementDetail {
    /// `opposes agreement.x` for each thing on which the speaker takes a stand.
    #[must_use]
    pub fn stands(&self) -> Vec<String> {
        let of = |stance: &StanceDetail| {
            let position = &stance.position;
            stance.towards.iter().map(|id| format!("{position} {id}")).collect::<Vec<_>>()
        };
        self.stance.iter().flat_map(of).collect()
    }
}

/// A node of the graph.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "NodeRecord")]
pub struct Node {
    /// Readable, stable, a valid NMTOKEN.
    pub id: String,
    /// What it is.
    pub kind: NodeKind,
    /// The name shown.
    pub label: String,
    /// Other forms that name it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Documented in the JSON Schema.
    #[serde(default)]
    pub attributes: Attributes,
    /// Where it is named.
    #[serde(default)]
    pub mentions: Vec<MentionRef>,
    /// Earliest date of publication of a document that names it.
    #[serde(default)]
    pub first_seen: Option<String>,
    /// Latest date of publication of a document that names it.
    #[serde(default)]
    pub last_seen: Option<String>,
    /// Whether no text names it: a broader term of the topic taxonomy.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inferred: bool,
    /// Why its chains are one thing; empty where there is one chain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub joins: Vec<Join>,
    /// Of statements.
    #[serde(flatten)]
    pub statement: Option<StatementDetail>,
}
