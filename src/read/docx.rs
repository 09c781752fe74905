//! DOCX: the paragraphs of a Word document.

use std::io::Cursor;
use std::io::Read as _;

use quick_xml::Reader as XmlReader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::model::BlockKind;
use crate::read::draft::Draft;
use crate::read::draft::Drafts;
use crate::read::draft::Origin;
use crate::read::draft::Refusal;
use crate::read::extract::Extract;
use crate::read::options::ReadOptions;
use crate::read::reader::Reader;

/// Office Open XML documents.
#[derive(Debug)]
pub(crate) struct Docx;

/// No document unpacks to more, but a bomb does, in bytes.
const LARGEST: u64 = 1 << 30;

impl Reader for Docx {
    fn name(&self) -> &'static str {
        "docx"
    }

    fn about(&self) -> &'static str {
        "a Word document"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["docx", "docm"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        let named = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
        head.starts_with(b"PK\x03\x04") && (named(b"word/") || named(b"[Content_Types].xml"))
    }

    fn read(&self, bytes: Vec<u8>, _options: &ReadOptions) -> Drafts {
        vec![
            draft(bytes).map_err(|reason| Refusal::new(format!("{reason}; save it anew as DOCX or as text"))),
        ]
    }
}

fn draft(bytes: Vec<u8>) -> Result<Draft, String> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|error| format!("it is no sound DOCX file ({error})"))?;
    let mut extract = Extract::default();
    let body = part(&mut archive, "word/document.xml")?
        .ok_or("it is no Word document (word/document.xml is missing)")?;
    paragraphs(&body, &mut extract)?;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(notes) = part(&mut archive, notes)? {
            paragraphs(&notes, &mut extract)?;
        }
    }
    let title = part(&mut archive, "docProps/core.xml")?.and_then(|core| title(&core));
    Ok(extract.into_draft(Origin { title, ..Origin::default() }))
}

/// A file of the archive; none where it is not there.
fn part(archive: &mut ZipArchive<Cursor<Vec<u8>>>, name: &str) -> Result<Option<String>, String> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(format!("{name} cannot be unpacked ({error})")),
    };
    let mut bytes = Vec::new();
    file.take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("{name} cannot be unpacked ({error})"))?;
    if bytes.len() as u64 > LARGEST {
        return Err(format!("{name} unpacks to more than a gibibyte"));
    }
    crate::read::encoding::decode_declared(bytes).map(Some)
}

/// A paragraph that is open: text boxes put paragraphs inside paragraphs.
#[derive(Default)]
struct Paragraph {
    words: String,
    kind: Option<BlockKind>,
}

fn paragraphs(xml: &str, extract: &mut Extract) -> Result<(), String> {
    let broken = |error: &dyn std::fmt::Display| format!("its XML is broken ({error})");
    let mut reader = XmlReader::from_str(xml);
    let mut open: Vec<Paragraph> = Vec::new();
    let (mut in_text, mut hidden) = (false, 0usize);
    loop {
        match reader.read_event().map_err(|error| broken(&error))? {
            Event::Eof => return Ok(()),
            Event::Start(tag) => match tag.local_name().as_ref() {
                // The same words again, for older programs; deleted words; words moved elsewhere.
                name if is_hidden(name) => hidden += 1,
                _ if hidden > 0 => {}
                "p" => open.push(Paragraph::default()),
                "t" => in_text = true,
                _ => mark(&tag, &mut open),
            },
            Event::Empty(tag) if hidden == 0 => mark(&tag, &mut open),
            Event::End(tag) => match tag.local_name().as_ref() {
                name if is_hidden(name) => hidden = hidden.saturating_sub(1),
                _ if hidden > 0 => {}
                "p" => {
                    if let Some(paragraph) = open.pop() {
                        extract.push(paragraph.kind.unwrap_or(BlockKind::Paragraph), &paragraph.words);
                    }
                }
                "t" => in_text = false,
                _ => {}
            },
            Event::Text(words) if in_text && hidden == 0 => {
                if let Some(paragraph) = open.last_mut() {
                    paragraph.words.push_str(&words.xml10_content());
                }
            }
            Event::GeneralRef(entity) if in_text && hidden == 0 => {
                let character = entity.resolve_char_ref().map_err(|error| broken(&error))?;
                if let Some(paragraph) = open.last_mut() {
                    match character {
                        Some(character) => paragraph.words.push(character),
                        None => {
                            paragraph.words.push_str(
                                resolve_predefined_entity(&entity.into_inner()).unwrap_or_default(),
                            );
                        }
                    }
                }
            }
            _ => {}
        }
    }
}

fn is_hidden(name: &str) -> bool {
    matches!(name, "Fallback" | "del" | "moveFrom")
}

/// What an element without words does to the paragraph that it stands in.
fn mark(tag: &BytesStart<'_>, open: &mut [Paragraph]) {
    let Some(paragraph) = open.last_mut() else { return };
    match tag.local_name().as_ref() {
        "tab" | "ptab" => paragraph.words.push(' '),
        "br" | "cr" => paragraph.words.push('\n'),
        "noBreakHyphen" => paragraph.words.push('-'),
        "numPr" => paragraph.kind = paragraph.kind.or(Some(BlockKind::Item)),
        "outlineLvl" => paragraph.kind = Some(BlockKind::Heading),
        "pStyle" => {
            let style =
                tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == "val");
            let style = style.map(|attribute| attribute.value.to_lowercase()).unwrap_or_default();
            if style.starts_with("heading") || style == "title" || style == "subtitle" {
                paragraph.kind = Some(BlockKind::Heading);
            } else if style.starts_with("list") {
                paragraph.kind = Some(BlockKind::Item);
            }
        }
        _ => {}
    }
}

/// The title among the properties of a document.
fn title(core: &str) -> Option<String> {
    let mut reader = XmlReader::from_str(core);
    let mut title: Option<String> = None;
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return None,
            Event::Start(tag) if tag.local_name().as_ref() == "title" => title = Some(String::new()),
            Event::End(tag) if tag.local_name().as_ref() == "title" => {
                return title.map(|title| title.trim().to_owned()).filter(|title| !title.is_empty());
            }
            Event::Text(words) => {
                if let Some(title) = &mut title {
                    title.push_str(&words.xml10_content());
                }
            }
            Event::GeneralRef(entity) => {
                if let Some(title) = &mut title {
                    match entity.resolve_char_ref().ok()? {
                        Some(character) => title.push(character),
                        None => title.push_str(resolve_predefined_entity(&entity.into_inner())?),
                    }
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, xml) in parts {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(xml.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn document(body: &str) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\">\
             <w:body>{body}</w:body></w:document>"
        )
    }

    fn read(bytes: Vec<u8>) -> Result<Draft, Refusal> {
        Docx.read(bytes, &ReadOptions::default()).remove(0)
    }

    fn prose(draft: &Draft) -> Vec<(BlockKind, &str)> {
        draft.blocks.iter().map(|block| (block.kind, block.cover().of(&draft.text))).collect()
    }

    #[test]
    fn paragraphs_headings_items_cells_and_notes_are_read() {
        let body = document(
            "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>The accord</w:t></w:r></w:p>\
             <w:p><w:r><w:t xml:space=\"preserve\">The envoys </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>met &amp; ag</w:t></w:r>\
             <w:r><w:t>reed in Malm&#246;.</w:t></w:r><w:del><w:r><w:delText>Not so.</w:delText></w:r></w:del></w:p>\
             <w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>trade</w:t></w:r></w:p>\
             <w:tbl><w:tr><w:tc><w:p><w:r><w:t>They left on Monday.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
             <w:p><w:r><w:t>No date</w:t><w:br/><w:t>was set.</w:t></w:r></w:p>",
        );
        let notes = document("<w:p><w:r><w:t>So the spokesman said.</w:t></w:r></w:p>");
        let core =
            "<cp:coreProperties xmlns:dc=\"dc\"><dc:title>Lake &amp; shore</dc:title></cp:coreProperties>";
        let file = docx(&[
            ("word/document.xml", &body),
            ("word/footnotes.xml", &notes),
            ("docProps/core.xml", core),
        ]);
        let draft = read(file).unwrap();
        assert_eq!(
            prose(&draft),
            [
                (BlockKind::Heading, "The accord"),
                (BlockKind::Paragraph, "The envoys met & agreed in Malmö."),
                (BlockKind::Item, "trade"),
                (BlockKind::Paragraph, "They left on Monday."),
                (BlockKind::Paragraph, "No date\nwas set."),
                (BlockKind::Paragraph, "So the spokesman said."),
            ]
        );
        assert_eq!(draft.origin.title.as_deref(), Some("Lake & shore"));
    }

    #[test]
    fn a_text_box_is_read_once_and_beside_its_paragraph() {
        let body = document(
            "<w:p><w:r><w:t>The envoys met.</w:t></w:r><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>A box.</w:t></w:r></w:p>\
             </mc:Choice><mc:Fallback><w:p><w:r><w:t>A box.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>",
        );
        let draft = read(docx(&[("word/document.xml", &body)])).unwrap();
        assert_eq!(
            prose(&draft),
            [(BlockKind::Paragraph, "A box."), (BlockKind::Paragraph, "The envoys met.")]
        );
    }

    #[test]
    fn other_archives_and_broken_ones_are_refused() {
        for (bytes, reason) in [
            (docx(&[("mimetype", "x")]), "word/document.xml is missing"),
            (b"PK\x03\x04word/".to_vec(), "no sound DOCX"),
            (docx(&[("word/document.xml", "<w:p><w:t>x</w:p>")]), "XML is broken"),
        ] {
            let refusal = read(bytes).unwrap_err();
            assert!(refusal.reason.contains(reason), "{}", refusal.reason);
        }
    }
}
