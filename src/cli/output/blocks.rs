//! Rows below each other, for screens too narrow for a table.

use std::io;
use std::io::Write;

use crate::cli::output::Row;
use crate::cli::output::wrap::wrap;

pub(super) fn write<R: Row>(rows: &[R], width: usize, color: bool, out: &mut dyn Write) -> io::Result<()> {
    let indent = R::HEADINGS.iter().map(|heading| heading.chars().count()).max().unwrap_or_default() + 2;
    for (number, row) in rows.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        for (heading, cell) in R::HEADINGS.iter().zip(row.brief()) {
            let lines: Vec<_> =
                cell.lines().flat_map(|line| wrap(line, width.saturating_sub(indent).max(20))).collect();
            for (number, line) in lines.iter().enumerate() {
                let heading = format!("{:indent$}", if number == 0 { heading } else { "" });
                if color {
                    writeln!(out, "\x1b[1m{heading}\x1b[0m{line}")?;
                } else {
                    writeln!(out, "{heading}{line}")?;
                }
            }
        }
    }
    Ok(())
}
