//! What words do to the claims that they govern.

use std::collections::BTreeSet;

use compact_str::CompactString;
use serde::Deserialize;

/// What a word does to that which it governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Hands on what holds for the word: *managed to meet*.
    AsIs,
    /// A fact whatever is said of the word: *regretted that they met*.
    Fact,
    /// Somebody's words, which decide by themselves: *said that they met*.
    Said,
    /// A fact, unless it stands in the present beside a plan: *will sign once parliament agrees*.
    Pending,
    /// *Agreed to meet*.
    Planned,
    /// *Hoped to meet*.
    Possible,
    /// *Failed to meet*.
    Negated,
    /// *Denied that they met*.
    Denied,
}

/// How a governed word is tied to the one that governs it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(from = "String")]
pub enum Frame {
    /// *To meet*.
    Infinitive,
    /// *That they met*.
    Clause,
    /// *Meeting*.
    Gerund,
    /// The object, and the subject of the passive.
    Object,
    /// The subject.
    Subject,
    /// A noun or gerund after this preposition.
    After(CompactString),
}

impl From<String> for Frame {
    fn from(name: String) -> Self {
        match name.as_str() {
            "infinitive" => Self::Infinitive,
            "clause" => Self::Clause,
            "gerund" => Self::Gerund,
            "object" => Self::Object,
            "subject" => Self::Subject,
            _ => Self::After(name.into()),
        }
    }
}

/// A modal auxiliary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Auxiliary {
    /// What it does.
    pub effect: Effect,
    /// What it does together with a negation.
    pub when_negated: Effect,
    /// What it does in what somebody has said, where that differs.
    pub reported: Option<Effect>,
    /// What it does in what has been settled, where that differs: *agreed that they should meet*.
    pub settled: Option<Effect>,
    /// What it does before a perfect: *would have met*.
    pub perfect: Option<Effect>,
}

/// A word that joins a clause to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conjunction {
    /// What it does to its own clause.
    pub effect: Effect,
    /// What it does to the clause above.
    pub main: Option<Effect>,
}

/// A word that governs others.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Operator {
    #[serde(rename = "words")]
    pub(super) names: Vec<String>,
    /// The ties on which it works.
    pub(super) frames: BTreeSet<Frame>,
    /// What it does.
    pub effect: Effect,
    /// What it does where it is negated itself.
    pub when_negated: Option<Effect>,
    /// What it does in the past: *had to meet*.
    pub when_past: Option<Effect>,
    /// The particle or adverb that must stand with it: *rule out*.
    with: Option<String>,
    /// The verbs of which it must be the object: *had an opportunity to meet*.
    #[serde(default)]
    under: BTreeSet<String>,
    /// Whether it leaves nouns that are taken as known alone.
    #[serde(default)]
    pub indefinite: bool,
    /// Whether it names a purpose.
    #[serde(default)]
    pub purpose: bool,
}

impl Operator {
    /// Whether it must be the object of certain verbs, and of which.
    #[must_use]
    pub const fn under(&self) -> &BTreeSet<String> {
        &self.under
    }

    /// The particle or adverb that makes the word this operator: *off* in *call off*.
    #[must_use]
    pub fn with(&self) -> Option<&str> {
        self.with.as_deref()
    }
}
