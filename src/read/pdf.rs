//! PDF: the text of its pages.

mod tame;

use std::collections::BTreeMap;

use pdf_extract::{Document, Object, PlainTextOutput, output_doc_page};

use crate::read::draft::Drafts;
use crate::read::draft::Origin;
use crate::read::draft::Refusal;
use crate::read::extract::of_lines;
use crate::read::guard::quietly;
use crate::read::options::ReadOptions;
use crate::read::reader::Reader;

/// Portable Document Format.
#[derive(Debug)]
pub(crate) struct Pdf;

impl Reader for Pdf {
    fn name(&self) -> &'static str {
        "pdf"
    }

    fn about(&self) -> &'static str {
        "a PDF document"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["pdf"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        head.windows(5).take(1024).any(|window| window == b"%PDF-")
    }

    fn read(&self, bytes: Vec<u8>, _options: &ReadOptions) -> Drafts {
        let draft = quietly(|| pages(&bytes)).unwrap_or_else(|| Err("its structure is broken".to_owned()));
        vec![
            draft
                .and_then(|(pages, title)| {
                    let text = joined(&pages);
                    if !text.contains(char::is_alphanumeric) {
                        return Err("it has no text layer, only pictures; run OCR on it".to_owned());
                    }
                    Ok(of_lines(text, Origin { title, ..Origin::default() }))
                })
                .map_err(|reason| Refusal::new(format!("{reason}; save the document as text, DOCX or HTML"))),
        ]
    }
}

/// The text of each page, and the title.
fn pages(bytes: &[u8]) -> Result<(Vec<String>, Option<String>), String> {
    let mut document = Document::load_mem(bytes).map_err(|error| format!("it is no sound PDF ({error})"))?;
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err("it is locked with a password".to_owned());
    }
    tame::tame(&mut document)?;
    let mut pages = Vec::new();
    for number in document.get_pages().into_keys() {
        let mut page = String::new();
        let outcome = output_doc_page(&document, &mut PlainTextOutput::new(&mut page), number);
        outcome.map_err(|error| format!("page {number} cannot be read ({error})"))?;
        pages.push(page);
    }
    Ok((pages, title(&document)))
}

fn title(document: &Document) -> Option<String> {
    let about = document.trailer.get(b"Info").ok()?;
    let about = match about {
        Object::Reference(id) => document.get_object(*id).ok()?,
        other => other,
    };
    let title = about.as_dict().ok()?.get(b"Title").ok()?;
    let title = pdf_extract::decode_text_string(title).ok()?;
    Some(title.trim().to_owned()).filter(|title| !title.is_empty())
}

/// The pages in one, without running heads and page numbers.
fn joined(pages: &[String]) -> String {
    let mut edges: BTreeMap<String, usize> = BTreeMap::new();
    let pages: Vec<Vec<&str>> = pages.iter().map(|page| lines(page)).collect();
    for page in &pages {
        let mut seen: Vec<String> =
            [page.first(), page.last()].into_iter().flatten().map(|line| shape(line)).collect();
        seen.dedup();
        for line in seen {
            *edges.entry(line).or_default() += 1;
        }
    }
    let is_running = |line: &str| {
        let shape = shape(line);
        let is_number = !shape.contains(char::is_alphabetic) && shape.len() <= 12;
        is_number || edges.get(&shape).is_some_and(|count| *count > 2 && *count * 2 > pages.len())
    };
    let mut text = String::new();
    for page in &pages {
        let mut page = page.as_slice();
        while let [first, rest @ ..] = page
            && pages.len() > 1
            && is_running(first)
        {
            page = rest;
        }
        while let [rest @ .., last] = page
            && pages.len() > 1
            && is_running(last)
        {
            page = rest;
        }
        // A new page is a new paragraph, unless the sentence goes on.
        if text.trim_end().ends_with(['.', '!', '?', ':', ';', '”', '"']) {
            text.push('\n');
        }
        for line in page {
            text.extend(line.chars().filter_map(readable));
            text.push('\n');
        }
    }
    expanded(text)
}

/// The lines of a page, without the empty ones around them.
fn lines(page: &str) -> Vec<&str> {
    page.trim().lines().map(str::trim_end).collect()
}

/// A line with its digits made alike: `Page 3` and `Page 4` are one running head.
fn shape(line: &str) -> String {
    line.trim().chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

fn readable(c: char) -> Option<char> {
    match c {
        '\u{a0}' | '\t' => Some(' '),
        // A hyphen for the setter, not for the reader.
        '\u{ad}' => None,
        c if c.is_control() => None,
        c => Some(c),
    }
}

/// Ligatures as letters.
fn expanded(text: String) -> String {
    const LIGATURES: [(char, &str); 6] =
        [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﬆ', "st")];
    LIGATURES.iter().fold(text, |text, (ligature, letters)| {
        if text.contains(*ligature) { text.replace(*ligature, letters) } else { text }
    })
}

#[cfg(test)]
mod tests;
