//! Single differences between a graph and the gold graph, for those who want to know why a figure is low.

use std::fmt;

/// What sort of difference it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// A thing that any careful reader finds is not there, or under another kind.
    MissingNode,
    /// The same of a thing that is optional.
    MissingOptionalNode,
    /// A thing is there that the gold graph does not have.
    SpuriousNode,
    /// A relation is not there.
    MissingEdge,
    /// A relation is there that the gold graph does not have.
    SpuriousEdge,
    /// A relation has other modalities.
    Modality,
    /// A statement has other speakers.
    Speakers,
    /// A statement is not there.
    MissingStatement,
    /// A statement is there that the gold graph does not have.
    SpuriousStatement,
}

impl FindingKind {
    /// Its name in the output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MissingNode => "missing node",
            Self::MissingOptionalNode => "missing node (optional)",
            Self::SpuriousNode => "spurious node",
            Self::MissingEdge => "missing edge",
            Self::SpuriousEdge => "spurious edge",
            Self::Modality => "modality",
            Self::Speakers => "speakers",
            Self::MissingStatement => "missing statement",
            Self::SpuriousStatement => "spurious statement",
        }
    }
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What sort it is.
    pub kind: FindingKind,
    /// What it is about.
    pub text: String,
}

impl Finding {
    pub(super) const fn new(kind: FindingKind, text: String) -> Self {
        Self { kind, text }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.kind.as_str(), self.text)
    }
}

/// The beginning of a text, on one line.
pub(super) fn beginning(text: &str) -> String {
    const SHOWN: usize = 100;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(SHOWN).collect()
}
