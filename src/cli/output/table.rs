//! Rows as a table for reading.

use std::env;
use std::io;
use std::io::IsTerminal;
use std::io::Write;

use comfy_table::{
    Attribute, Cell, ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle, Width,
};

use crate::cli::output::Row;
use crate::cli::output::blocks;

/// Where there is no terminal to ask and no `COLUMNS`.
const WIDTH: u16 = 120;

/// Below this, the columns would be too narrow for words.
const NARROW: u16 = 100;

/// As wide as a date or a modality.
const SHORT: u16 = 13;

/// The column that is read most: it has half the room that is left.
const WORDS: &str = "words";

/// Around the content of a cell.
const PADDING: u16 = 2;

/// For short rows.
const DENSE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// For rows of several lines: an empty line between them.
const AIRY: TableStyle = DENSE.row_separator(LineStyle::none().fill(' ').junction(' '));

pub(super) fn write<R: Row>(rows: &[R], color: bool, out: &mut dyn Write) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    if R::PLACED && width() < NARROW {
        return blocks::write(rows, usize::from(width()), color, out);
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
    let widest = table.column_max_content_widths();
    let place = R::HEADINGS.len() - 1;
    // Dates and ids are copied from here: they stay whole while there is room for them.
    let is_whole = |at: usize| widest[at] <= SHORT || at == place && widest[at] <= width() / 3;
    let whole: u16 = (0..widest.len()).filter(|&at| is_whole(at)).map(|at| widest[at]).sum();
    let room = width().saturating_sub(whole + PADDING * R::HEADINGS.len() as u16);
    for (column, heading) in table.column_iter_mut().zip(R::HEADINGS) {
        if is_whole(column.index) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        } else if *heading == WORDS {
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(room / 2)));
        }
    }
    writeln!(out, "{}", table.trim_fmt())
}

/// Of the terminal; else what `COLUMNS` says.
pub(crate) fn width() -> u16 {
    let told = || env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = if io::stdout().is_terminal() { Table::new().width() } else { None };
    terminal.or_else(told).unwrap_or(WIDTH)
}
