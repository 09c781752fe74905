//! Graphs made by hand, as the guidelines for annotators describe them.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::error::Error;
use crate::error::Result;
use crate::model::EdgeKind;
use crate::model::Modality;
use crate::model::NodeKind;
use crate::model::SpeechAct;

/// A thing that the text names.
#[derive(Debug, Clone, Deserialize)]
pub struct GoldNode {
    /// Unique in the text.
    pub id: String,
    /// What it is.
    pub kind: NodeKind,
    /// The name shown.
    pub label: String,
    /// Every form that names it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whether any careful reader must find it.
    #[serde(default = "yes")]
    pub must: bool,
}

/// A relation that the text states.
#[derive(Debug, Clone, Deserialize)]
pub struct GoldEdge {
    /// Id of the node where it starts.
    pub source: String,
    /// The relation.
    pub kind: EdgeKind,
    /// Id of the node where it ends.
    pub target: String,
    /// How it stands to the facts.
    pub modality: Modality,
    /// A date, possibly partial, where the text tells.
    pub when: Option<String>,
    /// Id of the speaker in whose words it stands; none where the author says so.
    pub asserted_by: Option<String>,
    /// The words that state it.
    pub evidence: String,
    /// Whether any careful reader must find it.
    pub must: bool,
}

/// One speaker or several.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Speakers {
    One(String),
    Several(Vec<String>),
}

/// An attributed utterance.
#[derive(Debug, Clone, Deserialize)]
pub struct GoldStatement {
    speaker: Option<Speakers>,
    /// The words said.
    pub content: String,
    /// What is done by saying it.
    pub act: SpeechAct,
    /// Ids of the topics that it is about.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Ids of other nodes that it is about.
    #[serde(default)]
    pub about: Vec<String>,
}

impl GoldStatement {
    /// Ids of those who say it.
    #[must_use]
    pub fn speakers(&self) -> &[String] {
        match &self.speaker {
            None => &[],
            Some(Speakers::One(speaker)) => std::slice::from_ref(speaker),
            Some(Speakers::Several(speakers)) => speakers,
        }
    }
}

/// The gold graph of one text.
#[derive(Debug, Clone, Deserialize)]
pub struct Gold {
    /// The things it names.
    pub nodes: Vec<GoldNode>,
    /// The relations it states.
    pub edges: Vec<GoldEdge>,
    /// What is said in it.
    pub statements: Vec<GoldStatement>,
}

impl Gold {
    /// Reads a gold graph.
    ///
    /// # Errors
    /// [`Error::Io`] where the file cannot be read, [`Error::Graph`] where it is no gold graph.
    pub fn load(path: &Path) -> Result<Self> {
        let bytes = fs::read(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
        serde_json::from_slice(&bytes)
            .map_err(|error| Error::Graph { path: path.display().to_string(), message: error.to_string() })
    }
}

const fn yes() -> bool {
    true
}
