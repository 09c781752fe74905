//! Rows as a Markdown table.

use std::io;
use std::io::Write;

use crate::cli::output::Row;

pub(super) fn write<R: Row>(rows: &[R], out: &mut dyn Write) -> io::Result<()> {
    line(out, R::HEADINGS.iter().map(|&heading| heading.to_owned()))?;
    line(out, R::HEADINGS.iter().map(|_| "---".to_owned()))?;
    for row in rows {
        line(out, row.brief().into_iter())?;
    }
    Ok(())
}

fn line(out: &mut dyn Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
    let cells: Vec<_> = cells.map(|cell| cell.replace('|', "\\|").replace('\n', "<br>")).collect();
    writeln!(out, "| {} |", cells.join(" | "))
}
