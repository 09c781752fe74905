//! A broken promise.

use std::fmt;

/// What every graph promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Promise {
    /// Ids are valid NMTOKENs, and no two things share one.
    Ids,
    /// What an id refers to is there.
    References,
    /// Offsets lie inside the text.
    Places,
    /// Quoted words stand in the text at the place given.
    Words,
    /// Kinds are known, and every edge fits the signature of its kind.
    Schema,
    /// Every edge has evidence.
    Evidence,
    /// Both ends of an edge are mentioned in its evidence.
    Ends,
    /// Dates, weights and confidences are what they can be.
    Values,
}

impl Promise {
    /// Its name in the output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ids => "ids",
            Self::References => "references",
            Self::Places => "places",
            Self::Words => "words",
            Self::Schema => "schema",
            Self::Evidence => "evidence",
            Self::Ends => "ends",
            Self::Values => "values",
        }
    }
}

/// A promise that the graph breaks at some place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The promise.
    pub promise: Promise,
    /// Id of the node, edge or document.
    pub place: String,
    /// What is wrong.
    pub message: String,
}

impl Violation {
    pub(super) fn new(promise: Promise, place: &str, message: impl Into<String>) -> Self {
        Self { promise, place: place.to_owned(), message: message.into() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {} ({})", self.place, self.message, self.promise.as_str())
    }
}
