//! Questions that the graph answers.
