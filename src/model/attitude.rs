//! What somebody holds, as the author tells it.

use serde::{Deserialize, Serialize};

use crate::model::MentionId;
use crate::model::Span;

/// What somebody wants, means to do, doubts or knows, where the text does not tell that it was uttered.
///
/// No statement of speech, so it makes no statement of the graph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attitude {
    /// Whose it is; several where they hold it together; none where it cannot be told.
    pub holders: Vec<MentionId>,
    /// The words that name them.
    pub source: Option<Span>,
    /// The words that say that it is held (*plans*).
    pub cue: Span,
    /// What is held; several spans where the cue interrupts them.
    pub content: Vec<Span>,
}
