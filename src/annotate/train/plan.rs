//! How to train a perceptron.

/// The same for the tagger and the parser.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    /// Walks over all samples.
    pub(crate) epochs: usize,
    /// Features that fewer mistakes touched are left out.
    pub(crate) least: u32,
    /// The most bytes that the table may take.
    pub(crate) most: usize,
    /// Of the order of samples.
    pub(crate) seed: u64,
}
