//! Which mentions of a document are one thing: sieves, the most precise first.

mod acronym;
mod alternation;
mod apposition;
mod chains;
mod cluster;
mod definite;
mod keep;
mod latter;
mod name_match;
mod office;
mod phrase;
mod phrase_chains;
mod pronoun;
mod source;
mod speaker;

pub use chains::chains;
pub use phrase::{Phrase, PhraseForm};
pub use phrase_chains::phrase_chains;
pub use speaker::join_speakers;
