//! The formats: to add one, write a file beside this and add a line to [`READERS`].

use std::fmt::Debug;

use crate::read::draft::Drafts;
use crate::read::options::ReadOptions;

/// Knows one format.
pub trait Reader: Debug + Sync {
    /// The name that `--format` takes.
    fn name(&self) -> &'static str;

    /// What it is, in a few words, for help texts.
    fn about(&self) -> &'static str;

    /// The file extensions that mean it, in small letters, without the dot.
    fn extensions(&self) -> &'static [&'static str];

    /// Whether its files are taken when a whole folder is read.
    fn in_folders(&self) -> bool {
        true
    }

    /// Whether the first bytes of a file show this format.
    fn sniff(&self, head: &[u8]) -> bool;

    /// Takes the texts out of a file.
    fn read(&self, bytes: Vec<u8>, options: &ReadOptions) -> Drafts;
}

/// Every format, in the order in which unknown content is tried; plain text takes what nobody else does.
pub static READERS: &[&dyn Reader] = &[
    &crate::read::pdf::Pdf,
    &crate::read::docx::Docx,
    &crate::read::html::Html,
    &crate::read::json_lines::JsonLines,
    &crate::read::json::Json,
    &crate::read::mail::Mailbox,
    &crate::read::mail::Mail,
    &crate::read::markdown::Markdown,
    &crate::read::plain::Plain,
];

/// As many bytes as sniffing needs.
pub(crate) const HEAD: usize = 4096;

/// The reader of that name.
pub fn reader_named(name: &str) -> Option<&'static dyn Reader> {
    READERS.iter().copied().find(|reader| reader.name() == name)
}

/// The reader of that file extension, in whatever letters.
pub fn reader_of_extension(extension: &str) -> Option<&'static dyn Reader> {
    READERS
        .iter()
        .copied()
        .find(|reader| reader.extensions().iter().any(|e| e.eq_ignore_ascii_case(extension)))
}

/// The reader that the content of a file asks for.
pub(crate) fn reader_of_content(bytes: &[u8]) -> &'static dyn Reader {
    let head = &bytes[..bytes.len().min(HEAD)];
    READERS.iter().copied().find(|reader| reader.sniff(head)).unwrap_or(&crate::read::plain::Plain)
}

/// The first bytes without byte order mark and blanks.
pub(crate) fn visible(head: &[u8]) -> &[u8] {
    head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_and_extension_means_one_reader() {
        let mut seen = std::collections::BTreeSet::new();
        for reader in READERS {
            assert!(seen.insert(format!("name {}", reader.name())), "{}", reader.name());
            for extension in reader.extensions() {
                assert!(seen.insert(format!("extension {extension}")), "{extension}");
            }
        }
    }

    #[test]
    fn unknown_content_is_told_by_its_first_bytes() {
        for (head, name) in [
            (&b"%PDF-1.7\n"[..], "pdf"),
            (b"PK\x03\x04\x14\0[Content_Types].xml", "docx"),
            (b"\xef\xbb\xbf <!DOCTYPE html>\n<p>x", "html"),
            (b"<p>Talks began.</p>", "html"),
            (b"{\"text\": \"Talks began.\"}\n", "jsonl"),
            (b"[{\"text\": \"Talks began.\"}]", "json"),
            (b"From: press@example.org\nSubject: Talks\n\nTalks began.", "eml"),
            (b"From press@example.org Fri Oct  8 10:00:00 2021\nSubject: Talks\n\nx", "mbox"),
            (b"From Paris: talks began.\n", "text"),
            (b"Subject to approval, talks begin.\n", "text"),
            (b"{not json}", "text"),
            (b"# Talks\n", "text"),
            (b"", "text"),
        ] {
            assert_eq!(reader_of_content(head).name(), name, "{}", String::from_utf8_lossy(head));
        }
    }
}
