//! What can be written as a row.

use serde::Serialize;

use crate::query::Citation;

/// A row of an answer: short for reading, in full for machines.
pub(crate) trait Row: Serialize {
    /// Headings of what is read.
    const HEADINGS: &'static [&'static str];

    /// One cell for each heading.
    fn brief(&self) -> Vec<String>;

    /// Whether the rows are of words that stand somewhere.
    const PLACED: bool = true;

    /// Names of all columns but those of the place.
    const COLUMNS: &'static [&'static str];

    /// The values of the columns, with the place of the words: once for each piece of evidence.
    fn records(&self) -> Vec<(Vec<String>, Place<'_>)>;
}

/// Where the words of a record stand; none where the row is not of words.
pub(crate) type Place<'r> = Option<&'r Citation<'r>>;
