//! Training of the model from treebanks, with a fixed seed: the same treebanks give the same bytes.

mod dictionary;
mod lemmas;
mod naming;
pub(crate) mod oracle;
mod parsing;
mod perceptron;
mod plan;
mod random;
mod run;
mod sample;
mod tagging;

pub use naming::{TaggedSentence, read_tagged, train_names};
pub use run::{TrainOptions, TrainReport, run};
