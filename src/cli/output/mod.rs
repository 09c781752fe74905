//! Rows as table, JSON, CSV or Markdown.

mod blocks;
mod cells;
mod contradiction;
mod csv;
mod edge;
mod happening;
mod markdown;
mod row;
mod statement;
mod table;
mod tie;
mod wrap;

pub(crate) use cells::{clean, place};
pub(crate) use happening::HappeningRow;
pub(crate) use row::{Place, Row};
pub(crate) use statement::{GroupedRow, SentenceRow};
pub(crate) use table::width;
pub(crate) use wrap::wrap;

use std::fs::File;
use std::io;
use std::io::BufWriter;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use clap::Args;
use clap::ValueEnum;
use serde::Serialize;

use crate::cli::console::Console;
use crate::error::Error;

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OutputFormat {
    /// For reading
    Table,
    /// Everything, nested
    Json,
    /// Everything, one line for each piece of evidence
    Csv,
    /// A table for a Markdown document
    Markdown,
}

/// Where an answer goes, and how.
#[derive(Debug, Args)]
#[command(next_help_heading = "Answer")]
pub(crate) struct OutputArguments {
    /// How the answer is written; by default as the ending of --output says, else as a table
    #[arg(long, short, value_enum, value_name = "FORMAT")]
    format: Option<OutputFormat>,
    /// Write the answer into this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// At most so many rows
    #[arg(long, value_name = "NUMBER")]
    limit: Option<usize>,
}

impl OutputArguments {
    pub(crate) fn format(&self) -> OutputFormat {
        let ending = self.output.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
        self.format.unwrap_or(match ending {
            Some("json") => OutputFormat::Json,
            Some("csv") => OutputFormat::Csv,
            Some("md") => OutputFormat::Markdown,
            _ => OutputFormat::Table,
        })
    }

    /// Writes rows, and says so where there are none.
    pub(crate) fn rows<R: Row>(&self, rows: &[R], console: Console) -> anyhow::Result<()> {
        self.rows_or(rows, "nothing found", console)
    }

    /// Writes rows; where there are none, `nothing` says why.
    pub(crate) fn rows_or<R: Row>(&self, rows: &[R], nothing: &str, console: Console) -> anyhow::Result<()> {
        let shown = &rows[..rows.len().min(self.limit.unwrap_or(usize::MAX))];
        self.write(|out| write(shown, self.format(), self.colored(console), out))?;
        if rows.is_empty() {
            console.note(nothing);
        } else if shown.len() < rows.len() {
            console.note(format_args!("{} more rows left out by --limit", rows.len() - shown.len()));
        }
        Ok(())
    }

    /// How many rows at most.
    pub(crate) fn limit(&self) -> usize {
        self.limit.unwrap_or(usize::MAX)
    }

    /// Whether colour fits: not in files, unless it is always wanted.
    pub(crate) fn colored(&self, console: Console) -> bool {
        console.color_out && self.output.is_none()
    }

    /// Writes into the file or to standard output.
    pub(crate) fn write(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> anyhow::Result<()> {
        to_file(self.output.as_deref(), |out| Ok(write(out)?))
    }
}

/// Writes into a file; to standard output where none is given or it is `-`.
pub(crate) fn to_file(
    path: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let Some(path) = path.filter(|path| *path != Path::new("-")) else {
        let mut out = BufWriter::new(io::stdout().lock());
        write(&mut out)?;
        return Ok(out.flush()?);
    };
    let error = |source| Error::Io { path: path.to_owned(), source };
    let mut out = BufWriter::new(File::create(path).map_err(error)?);
    write(&mut out)?;
    Ok(out.flush().map_err(error)?)
}

/// Writes rows.
pub(crate) fn write<R: Row>(
    rows: &[R],
    format: OutputFormat,
    colored: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        OutputFormat::Table => table::write(rows, colored, out),
        OutputFormat::Json => json(rows, out),
        OutputFormat::Csv => csv::write(rows, out),
        OutputFormat::Markdown => markdown::write(rows, out),
    }
}

/// Writes one value as JSON.
pub(crate) fn json(value: &(impl Serialize + ?Sized), out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}
