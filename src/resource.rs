//! The embedded folders `schema/` and `data/`, each with the folders that a user lays over it.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::error::Result;

static SCHEMA: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/schema");
static DATA: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/data");

/// A file of `schema/` or `data/`, with the name that errors show.
#[derive(Debug, Clone)]
pub struct ResourceFile {
    /// `edges/met-with.toml` below the embedded folder; the whole path for a user's own file.
    pub name: String,
    /// Its stem: `met-with`.
    pub stem: String,
    /// Its text.
    pub text: Cow<'static, str>,
}

impl ResourceFile {
    /// Reads it as TOML.
    ///
    /// # Errors
    /// [`Error::Data`] with file and line where it is no TOML or lacks a key.
    pub fn toml<T: DeserializeOwned>(&self) -> Result<T> {
        toml::from_str(&self.text).map_err(|error| {
            let line = error
                .span()
                .map_or(0, |span| self.text[..span.start.min(self.text.len())].matches('\n').count() + 1);
            self.error(line, error.message())
        })
    }

    /// Reads its rows as CSV with a header; lines that begin with `#` are comments.
    ///
    /// # Errors
    /// [`Error::Data`] with file and line where a row does not fit.
    pub fn csv<T: DeserializeOwned>(&self) -> Result<Vec<T>> {
        let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(self.text.as_bytes());
        reader
            .deserialize()
            .map(|row| {
                row.map_err(|error| {
                    let line = error.position().map_or(0, |place| place.line() as usize);
                    self.error(line, &error.to_string())
                })
            })
            .collect()
    }

    /// Hands its rows as CSV with a header, one after the other, with their line; lines that begin with `#` are comments.
    /// Faster than [`ResourceFile::csv`], for long tables.
    ///
    /// # Errors
    /// [`Error::Data`] with file and line where it is no CSV or has a column that is not among those known, and what `each` says.
    pub fn rows(&self, columns: &[&str], mut each: impl FnMut(usize, &Row<'_>) -> Result<()>) -> Result<()> {
        let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(self.text.as_bytes());
        let wrong = |error: &csv::Error| {
            let line = error.position().map_or(0, |place| place.line() as usize);
            self.error(line, &error.to_string())
        };
        let header = reader.headers().map_err(|error| wrong(&error))?.clone();
        if let Some(name) = header.iter().find(|name| !columns.contains(name)) {
            let message = format!("there is no column {name:?}; known are {}", columns.join(", "));
            return Err(self.error(self.line_of(name), &message));
        }
        let places: Vec<_> =
            columns.iter().map(|column| header.iter().position(|name| name == *column)).collect();
        let mut record = csv::StringRecord::new();
        while reader.read_record(&mut record).map_err(|error| wrong(&error))? {
            let line = record.position().map_or(0, |place| place.line() as usize);
            each(line, &Row { places: &places, record: &record })?;
        }
        Ok(())
    }

    /// An error at a line (from 1) of this file.
    #[must_use]
    pub fn error(&self, line: usize, message: &str) -> Error {
        Error::Data { file: self.name.clone(), line, message: message.trim().to_owned() }
    }

    /// The line, from 1, where `needle` first stands; 0 where it does not.
    #[must_use]
    pub fn line_of(&self, needle: &str) -> usize {
        self.text.find(needle).map_or(0, |at| self.text[..at].matches('\n').count() + 1)
    }
}

/// A row of a table.
#[derive(Debug)]
pub struct Row<'r> {
    places: &'r [Option<usize>],
    record: &'r csv::StringRecord,
}

impl Row<'_> {
    /// The cell in one of the columns asked for, by its number among them; empty where the table has no such column.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        self.places
            .get(column)
            .copied()
            .flatten()
            .and_then(|at| self.record.get(at))
            .unwrap_or_default()
            .trim()
    }
}

/// One embedded folder and the user's own folders over it. A user's file extends the embedded one of the same name.
#[derive(Debug, Clone)]
pub struct Resources {
    embedded: &'static Dir<'static>,
    overlays: Vec<PathBuf>,
}

impl Resources {
    /// `schema/`, with the user's `--schema` folders.
    #[must_use]
    pub fn schema(overlays: &[PathBuf]) -> Self {
        Self { embedded: &SCHEMA, overlays: overlays.to_vec() }
    }

    /// `data/`, with the user's `--lexicon` folders.
    #[must_use]
    pub fn data(overlays: &[PathBuf]) -> Self {
        Self { embedded: &DATA, overlays: overlays.to_vec() }
    }

    /// The versions of one file, the embedded one first, then those of the user, to be read one after the other.
    ///
    /// # Errors
    /// Where a file is not UTF-8, cannot be read, or is nowhere.
    pub fn read(&self, path: &str) -> Result<Vec<ResourceFile>> {
        let mut files: Vec<_> = self.embedded.get_file(path).map(embedded).transpose()?.into_iter().collect();
        for overlay in &self.overlays {
            let file = overlay.join(path);
            if file.is_file() {
                files.push(on_disk(&file)?);
            }
        }
        if files.is_empty() {
            return Err(Error::Data {
                file: path.to_owned(),
                line: 0,
                message: "there is no such file".to_owned(),
            });
        }
        Ok(files)
    }

    /// All files of a folder with the given extension, the embedded ones first, each group sorted by name.
    ///
    /// # Errors
    /// Where a file is not UTF-8 or cannot be read.
    pub fn list(&self, folder: &str, extension: &str) -> Result<Vec<ResourceFile>> {
        let mut files = Vec::new();
        if let Some(dir) = self.embedded.get_dir(folder) {
            let mut found: Vec<_> =
                dir.files().filter(|f| f.path().extension().is_some_and(|e| e == extension)).collect();
            found.sort_by_key(|file| file.path());
            for file in found {
                files.push(embedded(file)?);
            }
        }
        for overlay in &self.overlays {
            let dir = overlay.join(folder);
            if !dir.is_dir() {
                continue;
            }
            let io = |source| Error::Io { path: dir.clone(), source };
            let mut found = Vec::new();
            for entry in fs::read_dir(&dir).map_err(io)? {
                found.push(entry.map_err(io)?.path());
            }
            found.retain(|path| path.extension().is_some_and(|e| e == extension));
            found.sort();
            for path in found {
                files.push(on_disk(&path)?);
            }
        }
        Ok(files)
    }

    /// A binary file: the user's last one, else the embedded one.
    ///
    /// # Errors
    /// Where it cannot be read or is nowhere.
    pub fn bytes(&self, path: &str) -> Result<Cow<'static, [u8]>> {
        for overlay in self.overlays.iter().rev() {
            let file = overlay.join(path);
            if file.is_file() {
                return fs::read(&file).map(Cow::Owned).map_err(|source| Error::Io { path: file, source });
            }
        }
        let missing =
            || Error::Data { file: path.to_owned(), line: 0, message: "there is no such file".to_owned() };
        self.embedded.get_file(path).map(|file| Cow::Borrowed(file.contents())).ok_or_else(missing)
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

fn embedded(file: &'static include_dir::File<'static>) -> Result<ResourceFile> {
    let name = file.path().display().to_string();
    let text = file.contents_utf8().ok_or_else(|| Error::Data {
        file: name.clone(),
        line: 0,
        message: "it is not UTF-8".to_owned(),
    })?;
    Ok(ResourceFile { name, stem: stem(file.path()), text: Cow::Borrowed(text) })
}

fn on_disk(path: &Path) -> Result<ResourceFile> {
    let text = fs::read_to_string(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
    Ok(ResourceFile { name: path.display().to_string(), stem: stem(path), text: Cow::Owned(text) })
}
