//! Files that are replaced only once their new content is whole.

use std::ffi::OsString;
use std::fs;
use std::fs::File;
use std::io;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::error::Result;

/// Writes a file beside `path` and puts it in its place at the end: whoever reads `path` sees the former content or the
/// whole new one, also where the work is broken off.
///
/// # Errors
/// [`Error::Io`] where the file cannot be written.
pub fn replace_file(path: &Path, write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>) -> Result<()> {
    let io = |source| Error::Io { path: path.to_owned(), source };
    let fill = |target: &Path| {
        let mut out = BufWriter::new(File::create(target)?);
        write(&mut out)?;
        out.flush()
    };
    if fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        // A pipe or a device: there is nothing to replace. A folder: the error says so.
        return fill(path).map_err(io);
    }
    let unfinished = beside(path);
    fill(&unfinished).and_then(|()| fs::rename(&unfinished, path)).map_err(|source| {
        // The error that matters is the first one; a file that was never made cannot be removed.
        let _ = fs::remove_file(&unfinished);
        io(source)
    })
}

fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".unfinished");
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_former_content_stays_until_the_new_one_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("graph.json");
        replace_file(&path, |out| out.write_all(b"first")).unwrap();
        let error = replace_file(&path, |out| {
            out.write_all(b"sec")?;
            Err(io::Error::other("the disk is full"))
        });
        assert!(error.unwrap_err().to_string().ends_with("graph.json: the disk is full"));
        assert_eq!(fs::read(&path).unwrap(), b"first");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        assert!(replace_file(folder.path(), |out| out.write_all(b"x")).is_err());
    }
}
