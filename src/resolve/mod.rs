//! Which chains of which documents are one thing.

mod cluster;
mod naming;
mod normal;
mod profile;

pub use cluster::resolve;
pub use normal::{normal_name, slug};
