//! Spans that name something.

pub mod date;
