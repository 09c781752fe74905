//! Rows as a table for reading.

use std::env;
use std::io;
use std::io::IsTerminal;
use std::io::Write;

use comfy_table::{Attribute, Cell, ContentArrangement, LineStyle, Table, TableStyle};

use crate::cli::output::Row;

/// Where there is no terminal to ask and no `COLUMNS`.
const WIDTH: u16 = 120;

/// For short rows.
const DENSE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// For rows of several lines: an empty line between them.
const AIRY: TableStyle = DENSE.row_separator(LineStyle::none().fill(' ').junction(' '));

pub(super) fn write<R: Row>(rows: &[R], color: bool, out: &mut dyn Write) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let mut table = Table::new();
    table.load_style(if R::PLACED { AIRY } else { DENSE });
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width());
    if color {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    table.set_header(R::HEADINGS.iter().map(|heading| Cell::new(heading).add_attribute(Attribute::Bold)));
    table.add_rows(rows.iter().map(Row::brief));
    writeln!(out, "{}", table.trim_fmt())
}

/// Of the terminal; else what `COLUMNS` says.
pub(crate) fn width() -> u16 {
    let told = || env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = if io::stdout().is_terminal() { Table::new().width() } else { None };
    terminal.or_else(told).unwrap_or(WIDTH)
}
