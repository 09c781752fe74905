//! What a reader hands over, before language, digests and metadata from elsewhere are added.

use crate::model::Block;
use crate::model::OffsetBase;
use crate::model::PartialDate;

/// What a text tells of its own origin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// Its title.
    pub title: Option<String>,
    /// Who published it: a site, an agency, an address.
    pub source: Option<String>,
    /// When it was published.
    pub date: Option<PartialDate>,
    /// The language that it says it is in, as it says so (`en`, `en-GB`).
    pub language: Option<String>,
}

impl Origin {
    /// Takes from `other` what is missing here.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            source: self.source.or(other.source),
            date: self.date.or(other.date),
            language: self.language.or(other.language),
        }
    }
}

/// One text of a file, its prose found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which text of the file it is, where a file holds many.
    pub part: Option<String>,
    /// What offsets count in.
    pub offset_base: OffsetBase,
    /// The text.
    pub text: String,
    /// Its prose, in order, without overlaps.
    pub blocks: Vec<Block>,
    /// What it tells of its origin.
    pub origin: Origin,
}

/// A text that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Which text of the file it is, where a file holds many.
    pub part: Option<String>,
    /// Why, and what to do.
    pub reason: String,
}

impl Refusal {
    /// Of a whole file.
    pub fn new(reason: impl Into<String>) -> Self {
        Self { part: None, reason: reason.into() }
    }

    /// Of one text of a file.
    pub fn of_part(part: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { part: Some(part.into()), reason: reason.into() }
    }
}

/// What a reader makes of a file: each text of it, or why it cannot be used.
pub type Drafts = Vec<Result<Draft, Refusal>>;
