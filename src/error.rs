//! What can go wrong, with the place and the cure.

use std::path::PathBuf;

/// An error of the library.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file of `schema/` or `data/` is wrong.
    #[error("{file}:{line}: {message}")]
    Data {
        /// The file, below `schema/` or `data/`, or the user's own.
        file: String,
        /// The line, from 1; 0 where the whole file is meant.
        line: usize,
        /// What is wrong and how to mend it.
        message: String,
    },
    /// A document cannot be used; the rest of the corpus can.
    #[error("{path}: {reason}")]
    Document {
        /// The path as the user gave it.
        path: String,
        /// Why.
        reason: String,
    },
    /// A graph file is wrong.
    #[error("{path}: {message}")]
    Graph {
        /// The file.
        path: String,
        /// What is wrong and how to mend it.
        message: String,
    },
    /// Something was asked for that there is not, or that does not go together.
    #[error("{option}: {message}")]
    Option {
        /// The option or argument.
        option: String,
        /// What is wrong and what there is instead.
        message: String,
    },
}

/// The library's result.
pub type Result<T> = std::result::Result<T, Error>;
