//! `edges.csv`: the ends by id, and by name for those who read it as it is.

use std::io;
use std::io::Write;

use crate::export::column::Value;
use crate::export::csv::cell::Rows;
use crate::export::table::Table;

const ENDS: [&str; 4] = ["source", "target", "source_label", "target_label"];

pub(super) fn write(table: &Table<'_>, out: &mut dyn Write) -> io::Result<()> {
    let columns = table.edge_columns.iter().map(|column| column.name.as_str());
    let mut rows = Rows::new(out, ENDS.into_iter().chain(columns))?;
    for &view in &table.selection.edges {
        let ends = [&view.source.id, &view.target.id, &view.source.label, &view.target.label];
        let mut row: Vec<Value<'_>> = ends.into_iter().map(|text| text.as_str().into()).collect();
        row.extend(table.edge(view));
        rows.row(&row)?;
    }
    rows.finish()
}
