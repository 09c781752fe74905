//! Which mentions of a document are one thing.
