//! How relations are worded: predicates and the grammatical roles that fill their ends, one file for each edge kind.

mod certainty;
mod example;
mod grammar;
mod role;
mod table;
mod wording;

pub use certainty::Certainty;
pub use example::{Example, ExpectedClaim};
pub use grammar::{PluralWords, RelationGrammar};
pub use role::{Path, Role};
pub use table::RelationLexicon;
pub use wording::{Ends, Infinitive, Phrase, Sort, Wording};
