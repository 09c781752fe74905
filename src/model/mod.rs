//! The nouns: what the stages hand to each other.

mod annotated;
mod attitude;
mod chain_statement;
mod claim;
mod date;
mod document;
mod extraction;
mod fragment;
mod judgement;
mod kind;
mod mention;
mod modality;
mod name;
mod resolution;
mod sketch;
mod span;
mod statement;
mod token;

pub use annotated::{Annotated, Sentence, TaggedName};
pub use attitude::Attitude;
pub use chain_statement::{ChainStance, ChainStatement};
pub use claim::Claim;
pub use date::{DateError, PartialDate, When};
pub use document::{Block, BlockKind, Document, DocumentId, OffsetBase};
pub use extraction::Extraction;
pub use fragment::{ChainClaim, DocumentRecord, Fragment, NamedChain, NamedMention, Quote};
pub use judgement::{Decision, Doubt, EdgeChange, Join, Judgement, Origin, Reason};
pub use kind::{EdgeKind, NodeKind};
pub use mention::{Attributes, Chain, ChainId, Mention, MentionForm, MentionId};
pub use modality::Modality;
pub use name::{normal_name, slug};
pub use resolution::{ChainRef, Entity, Resolution, Revision};
pub use sketch::Sketch;
pub use span::Span;
pub use statement::{Position, SpeechAct, Stance, Statement, StatementForm, StatementId};
pub use token::{Deprel, Token, Upos, Xpos};
