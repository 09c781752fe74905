//! What a text says of two things, with the words that say it.

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use crate::model::EdgeKind;
use crate::model::MentionId;
use crate::model::Modality;
use crate::model::Span;
use crate::model::StatementId;
use crate::model::When;

/// A relation between two mentions, as one place in a text states it.
///
/// Claims name mentions, never entities: identity is decided later and can be undone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// The relation.
    pub kind: EdgeKind,
    /// The one who does or is.
    pub source: MentionId,
    /// The one to whom it is done.
    pub target: MentionId,
    /// How it stands to the facts.
    pub modality: Modality,
    /// The words that make the modality what it is (*will*, *possibly*, *not*); none for a plain fact.
    pub modality_cue: Option<Span>,
    /// In whose words the claim stands, outermost first, joint speakers together; empty where the author says so.
    pub asserted_by: Vec<MentionId>,
    /// When it happens, from the text and the date of publication.
    pub when: Option<When>,
    /// The words that state it, both ends included or referred to: a clause or a sentence.
    pub evidence: Span,
    /// The predicate inside the evidence: *will replace*, *talks*.
    pub trigger: Span,
    /// The statement that it stands in.
    pub statement: Option<StatementId>,
    /// The wording that matched: `met-with/meet`.
    pub rule: CompactString,
    /// How sure it is, 0 to 1.
    pub confidence: f32,
}
