//! Which chains of which documents are one thing.

mod cluster;
mod naming;
mod profile;

pub use cluster::resolve;
