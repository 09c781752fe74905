//! Which mentions of a document are one thing: sieves, the most precise first.

mod acronym;
mod alternation;
mod apposition;
mod chains;
mod cluster;
mod concern;
mod definite;
mod keep;
mod latter;
mod name_match;
mod novelty;
mod occasion;
mod office;
mod pair_marks;
mod phrase;
mod phrase_chains;
mod phrase_features;
mod phrase_rules;
mod pronoun;
mod qualifier;
mod source;
mod speaker;
mod thing_names;

pub use chains::chains;
pub use phrase::{Phrase, PhraseForm};
pub use phrase_chains::{Choice, phrase_chains, phrase_choices};
pub use speaker::join_speakers;
