//! Which chains of which documents are one thing.
