//! `documents.csv`: the texts, without their words.

use std::io;
use std::io::Write;

use crate::export::column::Value;
use crate::export::csv::cell::Rows;
use crate::export::table::Table;

const HEADER: [&str; 7] = ["document", "path", "title", "source", "date", "language", "sha256"];

pub(super) fn write(table: &Table<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::new(out, HEADER)?;
    for record in &table.graph.documents {
        rows.row(&[
            record.id.as_str().into(),
            record.path.as_str().into(),
            Value::optional(record.title.as_deref()),
            Value::optional(record.source.as_deref()),
            Value::optional(record.date.as_deref()),
            record.language.as_str().into(),
            record.sha256.as_str().into(),
        ])?;
    }
    rows.finish()
}
