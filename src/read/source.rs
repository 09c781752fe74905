//! What the user names, as files to read.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::error::Result;
use crate::read::reader::READERS;
use crate::read::reader::Reader;
use crate::read::reader::reader_of_extension;

/// A file to read, or standard input.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Standard input, which the user writes as `-`.
    Stdin,
}

/// Offsets are `u32`: no text may be longer.
const LONGEST: u64 = u32::MAX as u64;

impl Source {
    /// Its path as the user gave it; `-` for standard input.
    pub fn path(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Stdin => "-".to_owned(),
        }
    }

    /// Its bytes.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>> {
        let error = |source| Error::Io { path: PathBuf::from(self.path()), source };
        let too_long = || Error::Document {
            path: self.path(),
            reason: "it is longer than 4 GiB; split it into several files".to_owned(),
        };
        match self {
            Self::File(path) => {
                if fs::metadata(path).map_err(error)?.len() > LONGEST {
                    return Err(too_long());
                }
                fs::read(path).map_err(error)
            }
            Self::Stdin => {
                let mut bytes = Vec::new();
                io::stdin().lock().take(LONGEST + 1).read_to_end(&mut bytes).map_err(error)?;
                if bytes.len() as u64 > LONGEST { Err(too_long()) } else { Ok(bytes) }
            }
        }
    }
}

/// The files that the inputs name, in their order: files as they are, folders with all that is below them (sorted, without
/// hidden files, known extensions only), `-` for standard input.
///
/// What is missing, unreadable or without texts is an error in its place; the rest can be read.
pub fn discover(inputs: &[PathBuf]) -> Vec<Result<Source>> {
    let mut sources = Vec::new();
    for input in inputs {
        if input.as_os_str() == "-" {
            sources.push(Ok(Source::Stdin));
            continue;
        }
        match fs::metadata(input) {
            Ok(about) if about.is_dir() => folder(input, &mut sources),
            Ok(_) => sources.push(Ok(Source::File(input.clone()))),
            Err(source) => sources.push(Err(Error::Io { path: input.clone(), source })),
        }
    }
    sources
}

fn folder(input: &Path, sources: &mut Vec<Result<Source>>) {
    let before = sources.len();
    let mut open = vec![input.to_owned()];
    let mut seen = BTreeSet::new();
    let mut files = Vec::new();
    while let Some(dir) = open.pop() {
        // A link may lead back to a folder above.
        if !fs::canonicalize(&dir).is_ok_and(|real| seen.insert(real)) {
            continue;
        }
        match entries(&dir) {
            Ok(found) => {
                for path in found {
                    if path.is_dir() {
                        open.push(path);
                    } else if is_text(&path) {
                        files.push(path);
                    }
                }
            }
            Err(source) => sources.push(Err(Error::Io { path: dir, source })),
        }
    }
    files.sort();
    sources.extend(files.into_iter().map(|file| Ok(Source::File(file))));
    if sources.len() == before {
        let known: Vec<&str> =
            READERS.iter().filter(|r| r.in_folders()).flat_map(|r| r.extensions()).copied().collect();
        sources.push(Err(Error::Document {
            path: input.display().to_string(),
            reason: format!("the folder holds no text (files that end in .{})", known.join(", .")),
        }));
    }
}

fn entries(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        if !entry.file_name().as_encoded_bytes().starts_with(b".") {
            found.push(entry.path());
        }
    }
    Ok(found)
}

fn is_text(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.and_then(reader_of_extension).is_some_and(Reader::in_folders)
}
