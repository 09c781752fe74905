//! Whether the text says that a thing happened, is planned, may be, did not happen, or is denied.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How a claim stands to the facts, as the text puts it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// Happened, or is so.
    #[default]
    Actual,
    /// Will be, is to be, was agreed to be.
    Planned,
    /// May be; would be, if; is under consideration.
    Possible,
    /// Did not happen, is not so, was declined.
    Negated,
    /// Somebody denies it.
    Denied,
}

impl Modality {
    /// All five, in the order of their declaration.
    pub const ALL: [Self; 5] = [Self::Actual, Self::Planned, Self::Possible, Self::Negated, Self::Denied];

    /// Its name in every output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Planned => "planned",
            Self::Possible => "possible",
            Self::Negated => "negated",
            Self::Denied => "denied",
        }
    }

    /// The modality of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|modality| modality.as_str() == name)
    }
}

impl fmt::Display for Modality {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}
