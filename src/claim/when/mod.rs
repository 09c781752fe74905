//! The date that dates a predicate.

mod beside;
mod clauses;

pub use clauses::of;
