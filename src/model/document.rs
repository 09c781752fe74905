//! A text as a reader hands it over: the whole source, and which of its bytes are prose.

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use crate::model::PartialDate;
use crate::model::Span;

/// Identifies a document by its content: the first sixteen hexadecimal digits of the SHA-256 of its text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DocumentId(pub CompactString);

impl std::fmt::Display for DocumentId {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

/// What the offsets of a document count in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OffsetBase {
    /// The user's own file, decoded: a position can be looked up in an editor.
    Source,
    /// The text that the reader took out of the file (HTML, PDF, DOCX, a line of JSON).
    Extracted,
}

/// What a block of prose is in its document's layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A title or heading: named things are read from it, claims and statements are not.
    Heading,
    /// An item of a list.
    Item,
}

/// A paragraph, heading or list item: the stretches of source that are its prose, in order.
///
/// A plain paragraph has one stretch; where markup stands inside the words (`the *new* pact`), it has several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is in the layout.
    pub kind: BlockKind,
    /// Its prose, in order, without overlaps.
    pub spans: Vec<Span>,
}

impl Block {
    /// From the first byte of prose to the last.
    #[must_use]
    pub fn cover(&self) -> Span {
        match (self.spans.first(), self.spans.last()) {
            (Some(first), Some(last)) => first.cover(*last),
            _ => Span::new(0, 0),
        }
    }
}

/// One text with what is known of its origin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Made of the content.
    pub id: DocumentId,
    /// The path as the user gave it, or a URL, or `-` for standard input; JSON Lines and mailboxes add `#` and a number.
    pub path: String,
    /// Title, where one is known.
    pub title: Option<String>,
    /// Where it was published (a site, an agency, an address).
    pub source: Option<String>,
    /// Date of publication. Unknown means that relative dates stay unresolved.
    pub date: Option<PartialDate>,
    /// ISO 639-1 code of the language.
    pub language: CompactString,
    /// SHA-256 of `text`, in hexadecimal.
    pub sha256: String,
    /// What offsets count in.
    pub offset_base: OffsetBase,
    /// The text that all offsets point into: the whole source file, front matter and markup included.
    pub text: String,
    /// The parts of `text` that are prose, in order.
    pub blocks: Vec<Block>,
}
