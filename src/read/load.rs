//! A file to its documents.

use std::fmt::Write as _;
use std::path::Path;

use compact_str::CompactString;
use sha2::Digest as _;
use sha2::Sha256;

use crate::error::Error;
use crate::error::Result;
use crate::model::Document;
use crate::model::DocumentId;
use crate::read::draft::Draft;
use crate::read::draft::Origin;
use crate::read::language;
use crate::read::layout;
use crate::read::options::ReadOptions;
use crate::read::plain;
use crate::read::reader::Reader;
use crate::read::reader::reader_of_content;
use crate::read::reader::reader_of_extension;
use crate::read::source::Source;

/// The documents of a file: one of most formats, any number of JSON Lines and mailboxes.
///
/// What cannot be read is an error in its place; the rest can be used.
pub fn load(source: &Source, options: &ReadOptions) -> Vec<Result<Document>> {
    match source.bytes() {
        Ok(bytes) => load_bytes(&source.path(), bytes, options),
        Err(error) => vec![Err(error)],
    }
}

/// The documents of a file that is in memory; `path` tells its format, where the options do not, and is shown in reports.
pub fn load_bytes(path: &str, bytes: Vec<u8>, options: &ReadOptions) -> Vec<Result<Document>> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return vec![refused(path.to_owned(), "it is empty")];
    }
    let by_content = reader_of_content(&bytes);
    let extension = Path::new(path).extension().and_then(|extension| extension.to_str());
    let reader = options.format.or_else(|| reader_of_extension(extension?)).unwrap_or(by_content);
    reader
        .read(bytes, options)
        .into_iter()
        .map(|draft| match draft {
            Ok(draft) => finish(path, draft, options),
            Err(refusal) => {
                let hint = hint(reader, by_content);
                refused(named(path, refusal.part.as_deref()), &format!("{}{hint}", refusal.reason))
            }
        })
        .collect()
}

/// A text that is at hand, as plain text.
///
/// # Errors
/// Where it is empty or in a language that the options do not name.
///
/// ```
/// use diplograph::read::{ReadOptions, from_text};
/// let document = from_text("note", "The envoys met on Monday.", &ReadOptions::default()).unwrap();
/// assert_eq!(document.blocks.len(), 1);
/// ```
pub fn from_text(path: &str, text: &str, options: &ReadOptions) -> Result<Document> {
    finish(path, plain::draft(text.to_owned()), options)
}

/// What a file seems to be where its reader failed.
fn hint(reader: &dyn Reader, by_content: &dyn Reader) -> String {
    if by_content.name() == "text" || by_content.name() == reader.name() {
        return String::new();
    }
    format!("; it looks like {}: try --input {}", by_content.about(), by_content.name())
}

fn refused<T>(path: String, reason: &str) -> Result<T> {
    Err(Error::Document { path, reason: reason.to_owned() })
}

fn named(path: &str, part: Option<&str>) -> String {
    part.map_or_else(|| path.to_owned(), |part| format!("{path}#{part}"))
}

fn finish(path: &str, mut draft: Draft, options: &ReadOptions) -> Result<Document> {
    let path = named(path, draft.part.as_deref());
    if u32::try_from(draft.text.len()).is_err() {
        return refused(path, "its text is longer than 4 GiB; split it into several files");
    }
    if draft.blocks.is_empty() {
        return refused(path, "it holds no text");
    }
    let beside = options.metadata.as_ref().and_then(|table| table.of(&path)).cloned().unwrap_or_default();
    let origin = beside.or(draft.origin).or(Origin { date: options.date, ..Origin::default() });
    if let Some(title) = &origin.title {
        layout::mark_title(&draft.text, &mut draft.blocks, title);
    }
    let language = match written_in(&draft.text, &draft.blocks, origin.language.as_deref(), options) {
        Ok(code) => code,
        Err(language) => {
            let read = options.languages.join(", ");
            return refused(path, &format!("it is written in {language}; languages that are read: {read}"));
        }
    };
    let sha256 = Sha256::digest(draft.text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    Ok(Document {
        id: DocumentId(CompactString::from(&sha256[..16])),
        path,
        title: origin.title,
        source: origin.source,
        date: origin.date,
        language: CompactString::from(language),
        sha256,
        offset_base: draft.offset_base,
        text: draft.text,
        blocks: draft.blocks,
    })
}

/// The code of the language that a text is in: what its words show, else what it declares, else the first that is read.
///
/// # Errors
/// The name of the language, where it is not read.
fn written_in(
    text: &str,
    blocks: &[crate::model::Block],
    declared: Option<&str>,
    options: &ReadOptions,
) -> std::result::Result<String, String> {
    let shown = language::of(text, blocks);
    let declared = declared.map(|tag| tag.split(['-', '_']).next().unwrap_or(tag).to_ascii_lowercase());
    let code =
        shown.map(|language| language.code.to_owned()).or_else(|| declared.filter(|code| code.len() == 2));
    let Some(code) = code else { return Ok(options.languages.first().cloned().unwrap_or_default()) };
    if options.languages.contains(&code) {
        return Ok(code);
    }
    Err(shown.map_or_else(|| format!("`{code}`"), |language| language.name.to_owned()))
}
