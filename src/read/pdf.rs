//! PDF: the text of its pages.

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
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::read::draft::Draft;

    /// A PDF of pages, each with its lines of text.
    fn pdf(pages: &[&[&str]]) -> Vec<u8> {
        let mut objects = vec![
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            format!(
                "<< /Type /Pages /Count {} /Kids [{}] >>",
                pages.len(),
                (0..pages.len()).map(|i| format!("{} 0 R", 5 + 2 * i)).collect::<Vec<_>>().join(" ")
            ),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
            "<< /Title (Talks on the lake) >>".to_owned(),
        ];
        for (i, lines) in pages.iter().enumerate() {
            let mut words = "BT /F1 12 Tf 72 720 Td 14 TL\n".to_owned();
            for line in *lines {
                let _ = writeln!(words, "({line}) Tj T*");
            }
            words += "ET";
            objects.push(format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {} 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
                6 + 2 * i
            ));
            objects.push(format!("<< /Length {} >>\nstream\n{words}\nendstream", words.len()));
        }
        let mut file = "%PDF-1.4\n".to_owned();
        let mut offsets = Vec::new();
        for (i, object) in objects.iter().enumerate() {
            offsets.push(file.len());
            let _ = write!(file, "{} 0 obj\n{object}\nendobj\n", i + 1);
        }
        let table = file.len();
        let _ = write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
        for offset in offsets {
            let _ = writeln!(file, "{offset:010} 00000 n ");
        }
        let size = objects.len() + 1;
        let _ =
            writeln!(file, "trailer\n<< /Size {size} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{table}\n%%EOF");
        file.into_bytes()
    }

    fn read(bytes: Vec<u8>) -> Result<Draft, Refusal> {
        Pdf.read(bytes, &ReadOptions::default()).remove(0)
    }

    #[test]
    fn lines_and_pages_become_paragraphs_without_running_heads() {
        let file = pdf(&[
            &[
                "The Lakeside Review",
                "The envoys of both lake states met in the capital on Monday and",
                "their talks went on until the evening of the next day. They agreed",
                "on a first text of the treaty, and the spokesman of the northern",
                "1",
            ],
            &[
                "The Lakeside Review",
                "delegation said that a date for its signing would be set in the",
                "spring.",
                "2",
            ],
            &["The Lakeside Review", "They left.", "3"],
        ]);
        let draft = read(file).unwrap();
        let prose: Vec<String> = draft
            .blocks
            .iter()
            .map(|block| block.cover().of(&draft.text).split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(
            prose,
            [
                "The envoys of both lake states met in the capital on Monday and their talks went on until the evening of the next \
                 day. They agreed on a first text of the treaty, and the spokesman of the northern delegation said that a date for \
                 its signing would be set in the spring.",
                "They left.",
            ]
        );
        assert_eq!(draft.origin.title.as_deref(), Some("Talks on the lake"));
        assert_eq!(draft.origin.date, None, "the date that a file was made is no date of publication");
    }

    #[test]
    fn broken_files_are_refused_without_a_panic() {
        let sound = pdf(&[&["The envoys met."]]);
        for bytes in [b"%PDF-1.4\nnothing".to_vec(), sound[..sound.len() / 2].to_vec(), pdf(&[&[""]])] {
            assert!(read(bytes).is_err());
        }
        let no_box =
            String::from_utf8(sound).unwrap().replace("/MediaBox [0 0 612 792]", "/MediaBix [0 0 612 792]");
        assert!(read(no_box.into_bytes()).unwrap_err().reason.contains("broken"));
    }
}
