//! Sentences, tokens, tags, lemmas and dependency trees.

mod abbreviation;
mod annotator;
mod attribution_tail;
mod code_points;
pub mod conllu;
mod conllu_writer;
mod engine;
pub mod evaluate;
mod finite;
mod glued;
mod hash;
pub mod json;
mod leftover;
mod lemma;
mod model;
mod names;
mod parse_features;
mod parser;
mod quotes;
mod sentences;
mod skeleton;
mod slots;
mod sums;
mod tagger;
mod token_rules;
mod tokenize;
pub mod train;
mod transition;
mod weights;
mod word;
mod word_table;

pub use annotator::Annotator;
