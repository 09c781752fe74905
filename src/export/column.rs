//! Columns and their values: only the types that all formats share.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};

/// The type of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// Text; lists are joined by ` | `, dates are ISO 8601, what is not known is empty.
    Text,
    /// A number with a fraction.
    Double,
    /// A whole number.
    Integer,
    /// True or false.
    Boolean,
}

/// The value of a column for one element.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'g> {
    /// Of [`ColumnType::Text`].
    Text(Cow<'g, str>),
    /// Of [`ColumnType::Double`].
    Double(f64),
    /// Of [`ColumnType::Integer`].
    Integer(usize),
    /// Of [`ColumnType::Boolean`].
    Boolean(bool),
}

impl<'g> Value<'g> {
    /// A text that may not be known.
    pub(super) fn optional(text: Option<&'g str>) -> Self {
        Self::Text(text.unwrap_or_default().into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'g> From<&'g str> for Value<'g> {
    fn from(text: &'g str) -> Self {
        Self::Text(text.into())
    }
}

impl fmt::Display for Value<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => out.write_str(text),
            // With the point: a reader that guesses types must not take a weight for a whole number.
            Self::Double(number) => write!(out, "{number:?}"),
            Self::Integer(number) => number.fmt(out),
            Self::Boolean(truth) => truth.fmt(out),
        }
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => out.serialize_str(text),
            Self::Double(number) => out.serialize_f64(*number),
            Self::Integer(number) => out.serialize_u64(*number as u64),
            Self::Boolean(truth) => out.serialize_bool(*truth),
        }
    }
}

/// A column of nodes or of edges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name in every format.
    pub name: String,
    /// Its type.
    pub r#type: ColumnType,
}

impl Column {
    pub(super) fn new(name: &str, r#type: ColumnType) -> Self {
        Self { name: name.to_owned(), r#type }
    }
}
