use std::fmt::Write as _;

use super::*;
use crate::read::draft::Draft;

/// The objects of a PDF: catalogue, page tree, font, description, then each page with its lines of text.
fn objects(pages: &[&[&str]]) -> Vec<String> {
    let kids = (0..pages.len()).map(|i| format!("{} 0 R", 5 + 2 * i)).collect::<Vec<_>>().join(" ");
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        "<< /Title (Talks on the lake) >>".to_owned(),
    ];
    for (i, lines) in pages.iter().enumerate() {
        let words: String = lines.iter().flat_map(|line| ["(", line, ") Tj T*\n"]).collect();
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {} 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            6 + 2 * i
        ));
        objects.push(stream("", &format!("BT /F1 12 Tf 72 720 Td 14 TL\n{words}ET")));
    }
    objects
}

fn stream(keys: &str, words: &str) -> String {
    format!("<< {keys} /Length {} >>\nstream\n{words}\nendstream", words.len())
}

fn file(objects: &[String]) -> Vec<u8> {
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (i, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", file.len());
        let _ = write!(file, "{} 0 obj\n{object}\nendobj\n", i + 1);
    }
    let (start, size) = (file.len(), objects.len() + 1);
    let _ = writeln!(
        file,
        "{table}trailer\n<< /Size {size} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{start}\n%%EOF"
    );
    file.into_bytes()
}

fn read(bytes: Vec<u8>) -> Result<Draft, Refusal> {
    Pdf.read(bytes, &ReadOptions::default()).remove(0)
}

#[test]
fn lines_and_pages_become_paragraphs_without_running_heads() {
    let draft = read(file(&objects(&[
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
    ])))
    .unwrap();
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
    let objects = objects(&[&["The envoys met."]]);
    let sound = file(&objects);
    for bytes in [b"%PDF-1.4\nnothing".to_vec(), sound[..sound.len() / 2].to_vec()] {
        assert!(read(bytes).is_err());
    }
    let no_box: Vec<String> = objects.iter().map(|object| object.replace("/MediaBox", "/MediaBix")).collect();
    assert!(read(file(&no_box)).unwrap_err().reason.contains("broken"));
}

#[test]
fn a_file_of_pictures_alone_is_refused_with_the_cure() {
    let refusal = read(file(&objects(&[&[""]]))).unwrap_err();
    assert!(refusal.reason.contains("run OCR"), "{}", refusal.reason);
}

#[test]
fn files_whose_parts_contain_themselves_are_refused() {
    let sound = objects(&[&["The envoys met."]]);
    let mut tree = sound.clone();
    tree[1] = tree[1].replace("/Kids", "/Parent 2 0 R /Kids");
    tree[4] = tree[4].replace("/MediaBox", "/MediaBix");
    let mut drawing = sound;
    drawing[3] = stream("/Subtype /Form /Resources << /XObject << /X 4 0 R >> >>", "/X Do");
    drawing[4] = drawing[4].replace("/Font <<", "/XObject << /X 4 0 R >> /Font <<");
    drawing[5] = stream("", "/X Do");
    for objects in [tree, drawing] {
        let refusal = read(file(&objects)).unwrap_err();
        assert!(refusal.reason.contains("contain themselves"), "{}", refusal.reason);
    }
}

#[test]
fn pictures_do_no_harm() {
    let mut objects = objects(&[&["The envoys met."]]);
    objects[3] = stream("/Subtype /Image /Width 1 /Height 1", "(\\x)]>><< \u{7} Tj");
    objects[4] = objects[4].replace("/Font <<", "/XObject << /X 4 0 R >> /Font <<");
    objects[5] = stream("", "BT /F1 12 Tf 72 720 Td (The envoys met.) Tj ET /X Do");
    assert_eq!(read(file(&objects)).unwrap().text.trim(), "The envoys met.");
}
