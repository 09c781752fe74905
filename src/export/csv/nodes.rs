//! `nodes.csv`.

use std::io;
use std::io::Write;

use crate::export::csv::cell::Rows;
use crate::export::table::Table;

pub(super) fn write(table: &Table<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::new(out, table.node_columns.iter().map(|column| column.name.as_str()))?;
    for &node in &table.selection.nodes {
        rows.row(&table.node(node))?;
    }
    rows.finish()
}
