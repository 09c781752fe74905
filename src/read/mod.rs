//! Files to documents: which formats there are, and which of a file's bytes are prose.
//!
//! [`discover`] lists what the user names, [`load`] reads one file of it. Every format is one [`Reader`] in [`READERS`].

mod date;
mod docx;
mod draft;
mod encoding;
mod extract;
mod front_matter;
mod guard;
mod html;
mod json;
mod json_lines;
mod language;
mod layout;
mod load;
mod mail;
mod markdown;
mod options;
mod pdf;
mod plain;
mod reader;
mod sidecar;
mod source;

pub use date::publication_date;
pub use draft::{Draft, Drafts, Origin, Refusal};
pub use load::{from_text, load, load_bytes};
pub use options::{JsonFields, ReadOptions};
pub use reader::{READERS, Reader, reader_named, reader_of_extension};
pub use sidecar::Sidecar;
pub use source::{Source, discover};
