//! Comparison with gold graphs.
