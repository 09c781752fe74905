//! Spans that name something.

pub mod amount;
pub mod date;
