//! The name of the array of edges: readers of node-link JSON disagree on it.

use crate::graph::KnowledgeGraph;

/// Up to how many edges the array is written under both names when nobody chose: some megabytes of text.
pub const TWIN_LIMIT: usize = 2_000;

/// Under which name the edges are written.
///
/// networkx reads `links` up to version 3.3 and `edges` from 3.6 when it is given no name; the versions between
/// read `links` with a warning. A file with both is read by all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NodeLinkKey {
    /// `edges`, the name of our own form.
    Edges,
    /// `links`, the former name of networkx and the one of D3.
    Links,
    /// The same array twice.
    Both,
}

impl NodeLinkKey {
    /// All, in the order of declaration.
    pub const ALL: [Self; 3] = [Self::Edges, Self::Links, Self::Both];

    /// Its name on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Edges => "edges",
            Self::Links => "links",
            Self::Both => "both",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.as_str() == name)
    }

    /// Both names for a graph of at most [`TWIN_LIMIT`] edges, else `edges` alone.
    #[must_use]
    pub fn fitting(graph: &KnowledgeGraph) -> Self {
        if graph.edge_count() <= TWIN_LIMIT { Self::Both } else { Self::Edges }
    }

    pub(super) const fn arrays(self) -> &'static [&'static str] {
        match self {
            Self::Edges => &["edges"],
            Self::Links => &["links"],
            Self::Both => &["edges", "links"],
        }
    }
}
