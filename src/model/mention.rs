//! Spans that name something, and the chains that join those which name one thing.

use std::collections::BTreeMap;
use std::ops::Range;

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use crate::model::NodeKind;
use crate::model::Span;
use crate::model::When;

/// Index of a mention in its extraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MentionId(pub u32);

/// Index of a chain in its extraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChainId(pub u32);

impl MentionId {
    /// As index into a list of mentions.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl ChainId {
    /// As index into a list of chains.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Facts about a thing under the names that the JSON Schema documents: `title`, `country`, `iso3`, `type`, `year` ...
pub type Attributes = BTreeMap<CompactString, String>;

/// How a mention names its thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MentionForm {
    /// By a proper name, with or without title: *Foreign Minister Ana Oduya*, *the Lisbon Accord*.
    Name,
    /// By an adjective of nationality: *Kenyan* in *the Kenyan envoy*.
    Demonym,
    /// By a description: *the new agreement*, *a second senior official*, *talks in Doha*.
    Description,
    /// By a pronoun or possessive determiner.
    Pronoun,
    /// A date or period.
    Date,
    /// A sum or quantity.
    Amount,
}

/// A span of text that names something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The whole mention, titles and determiner included: *the $3 billion Delta Initiative*.
    pub span: Span,
    /// Its tokens, as indices into those of the annotated document.
    pub tokens: Range<u32>,
    /// The token that is its syntactic head.
    pub head: u32,
    /// How it names.
    pub form: MentionForm,
    /// What it seems to name; none for dates, amounts and pronouns that may stand for several kinds.
    pub kind: Option<NodeKind>,
    /// The proper name inside, without title and determiner.
    pub name: Option<Span>,
    /// Key of the gazetteer's entry that it matches: `country.mexico`, `organization.nato`; for a topic that of the taxonomy.
    pub entry: Option<CompactString>,
    /// What it means in time, for dates.
    pub when: Option<When>,
    /// What the words tell about the thing.
    pub attributes: Attributes,
}

/// The mentions of one document that name one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chain {
    /// What it is.
    pub kind: NodeKind,
    /// In order of the text; at least one.
    pub mentions: Vec<MentionId>,
    /// Whether it is a person without a name, known by a description only.
    pub anonymous: bool,
    /// Key of the gazetteer's entry, where one of the mentions has it.
    pub entry: Option<CompactString>,
    /// What the mentions tell together.
    pub attributes: Attributes,
}
