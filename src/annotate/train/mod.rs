//! Training of the model from treebanks, with a fixed seed: the same treebanks give the same bytes.

mod lemmas;
pub(crate) mod oracle;
mod parsing;
mod perceptron;
mod random;
mod run;
mod sample;
mod tagging;

pub use run::{TrainOptions, TrainReport, run};
