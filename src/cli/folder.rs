//! Folders given on the command line.

use std::path::Path;
use std::path::PathBuf;

/// A folder that must exist: one that is spelt wrong would else be laid over nothing, in silence.
pub(crate) fn existing(path: &str) -> Result<PathBuf, String> {
    let found = Path::new(path);
    if found.is_dir() { Ok(found.to_owned()) } else { Err("there is no such folder".to_owned()) }
}
