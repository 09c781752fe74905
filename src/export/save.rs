//! Writes an export to a file, a folder or a stream.

use std::fs;
use std::io::{BufWriter, Write};
use std::path::Path;

use crate::error::Error;
use crate::error::Result;
use crate::export::format::Format;
use crate::export::options::ExportOptions;
use crate::export::table::Table;
use crate::graph::KnowledgeGraph;
use crate::graph::replace_file;
use crate::schema::Schema;

/// Writes the graph to a path: a file, or for a format of several files a folder, which is made.
///
/// # Errors
/// [`Error::Option`] where an option does not fit the format, [`Error::Io`] where a file cannot be written.
pub fn save(
    format: &dyn Format,
    graph: &KnowledgeGraph,
    schema: &Schema,
    options: &ExportOptions,
    path: &Path,
) -> Result<()> {
    let table = Table::new(graph, schema, format, options)?;
    if format.files().is_empty() {
        return to_file(format, &table, "", path);
    }
    fs::create_dir_all(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
    format.files().iter().try_for_each(|file| to_file(format, &table, file, &path.join(file)))
}

/// Writes the graph to a stream.
///
/// # Errors
/// [`Error::Option`] where the format has several files or an option does not fit it, [`Error::Io`] where the stream
/// cannot be written.
pub fn write(
    format: &dyn Format,
    graph: &KnowledgeGraph,
    schema: &Schema,
    options: &ExportOptions,
    out: &mut dyn Write,
) -> Result<()> {
    let table = Table::new(graph, schema, format, options)?;
    if !format.files().is_empty() {
        return Err(Error::Option {
            option: "--format".to_owned(),
            message: format!(
                "{} is a folder of {} files: name one with --output",
                format.name(),
                format.files().len()
            ),
        });
    }
    let mut out = BufWriter::new(out);
    let written = format.write(&table, "", &mut out).and_then(|()| out.flush());
    written.map_err(|source| Error::Io { path: "-".into(), source })
}

fn to_file(format: &dyn Format, table: &Table<'_>, file: &str, path: &Path) -> Result<()> {
    replace_file(path, |out| format.write(table, file, out))
}
