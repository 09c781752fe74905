//! Edges: one for each (source, kind, target, modality, asserted by, when), with all the words that say so.

use serde::{Deserialize, Serialize};

use crate::graph::CharSpan;
use crate::model::EdgeKind;
use crate::model::Modality;

/// One place in a text that states the edge.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Id of the document.
    pub document: String,
    /// First character (Unicode code points).
    pub start: u32,
    /// One past the last character.
    pub end: u32,
    /// The words, verbatim: characters `start..end` of the document's text.
    pub text: String,
    /// The predicate inside the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger: Option<CharSpan>,
    /// The words that decide the modality.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modality_cue: Option<CharSpan>,
    /// The wording that matched.
    pub rule: String,
    /// How sure this one is, 0 to 1.
    pub confidence: f64,
    /// Id of the statement node in which the words stand.
    pub statement: Option<String>,
}

/// An edge of the graph.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Edge {
    /// Stable: made of source, kind, target, modality, asserters and date.
    pub id: String,
    /// The relation.
    pub kind: EdgeKind,
    /// How it stands to the facts.
    pub modality: Modality,
    /// Ids of the speakers in whose words it stands, outermost first; empty where the author says so.
    pub asserted_by: Vec<String>,
    /// EDTF: a date, a partial date or an interval.
    pub when: Option<String>,
    /// Number of distinct documents that say so.
    pub weight: f64,
    /// How sure the surest evidence is.
    pub confidence: f64,
    /// In order of document and place; at least one, unless an end of the edge is inferred.
    pub evidence: Vec<Evidence>,
}
