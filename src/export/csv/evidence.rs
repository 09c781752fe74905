//! `evidence.csv`: every place that says what an edge says.

use std::io;
use std::io::Write;

use crate::export::column::Value;
use crate::export::csv::cell::Rows;
use crate::export::table::Table;

const HEADER: [&str; 8] =
    ["edge_id", "document", "start", "end", "text", "rule", "confidence", "statement_id"];

pub(super) fn write(table: &Table<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::new(out, HEADER)?;
    for view in &table.selection.edges {
        for place in &view.edge.evidence {
            rows.row(&[
                view.edge.id.as_str().into(),
                place.document.as_str().into(),
                Value::Integer(place.start as usize),
                Value::Integer(place.end as usize),
                place.text.as_str().into(),
                place.rule.as_str().into(),
                Value::Double(place.confidence),
                Value::optional(place.statement.as_deref()),
            ])?;
        }
    }
    rows.finish()
}
