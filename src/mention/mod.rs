//! Spans that name something.
