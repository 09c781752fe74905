//! Files on disk to documents.

use std::fs;
use std::path::{Path, PathBuf};

use diplograph::error::Error;
use diplograph::model::{BlockKind, Document, OffsetBase};
use diplograph::read::{ReadOptions, Sidecar, Source, discover, from_text, load, load_bytes, reader_named};

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn one(path: &str, bytes: &[u8]) -> Result<Document, Error> {
    let mut documents = load_bytes(path, bytes.to_vec(), &ReadOptions::default());
    assert_eq!(documents.len(), 1);
    documents.remove(0)
}

fn reason(path: &str, bytes: &[u8]) -> String {
    one(path, bytes).unwrap_err().to_string()
}

#[test]
fn folders_are_read_below_in_order_and_without_what_is_no_text() {
    let folder = folder(&[
        ("b.txt", b"x"),
        ("a/z.MD", b"x"),
        ("a/.hidden.txt", b"x"),
        (".git/c.txt", b"x"),
        ("c.exe", b"x"),
        ("d.json", b"x"),
    ]);
    let found: Vec<String> = discover(&[folder.path().to_owned()])
        .into_iter()
        .map(|source| {
            Path::new(&source.unwrap().path()).strip_prefix(folder.path()).unwrap().display().to_string()
        })
        .collect();
    assert_eq!(found, ["a/z.MD", "b.txt"]);
}

#[cfg(unix)]
#[test]
fn a_link_to_the_folder_above_is_followed_once() {
    let folder = folder(&[("a/b.txt", b"x")]);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("a/up")).unwrap();
    assert_eq!(discover(&[folder.path().to_owned()]).len(), 1);
}

#[test]
fn what_is_missing_or_empty_is_an_error_in_its_place() {
    let folder = folder(&[("a.txt", b"x"), ("none/c.exe", b"x")]);
    let inputs = [
        folder.path().join("no.txt"),
        folder.path().join("none"),
        folder.path().join("a.txt"),
        PathBuf::from("-"),
    ];
    let found = discover(&inputs);
    assert!(found[0].as_ref().unwrap_err().to_string().contains("no.txt"));
    assert!(
        found[1].as_ref().unwrap_err().to_string().contains("the folder holds no text (files that end in .")
    );
    assert_eq!(found[2].as_ref().unwrap(), &Source::File(inputs[2].clone()));
    assert_eq!(found[3].as_ref().unwrap(), &Source::Stdin);
}

#[test]
fn the_format_is_told_by_extension_then_by_content_and_can_be_given() {
    let page = b"<html><body><p>The envoys met.</p></body></html>";
    assert_eq!(one("a.html", page).unwrap().text, "The envoys met.");
    assert_eq!(one("-", page).unwrap().text, "The envoys met.");
    assert_eq!(one("a.txt", page).unwrap().offset_base, OffsetBase::Source);
    let options = ReadOptions { format: reader_named("html"), ..ReadOptions::default() };
    let document = load_bytes("a.txt", page.to_vec(), &options).remove(0).unwrap();
    assert_eq!((document.text.as_str(), document.offset_base), ("The envoys met.", OffsetBase::Extracted));
}

#[test]
fn reasons_tell_what_to_do() {
    assert_eq!(reason("a.txt", b" \n\t"), "a.txt: it is empty");
    assert!(reason("a.txt", b"%PDF-1.4\n\0\0").ends_with("it looks like a PDF document: try --input pdf"));
    assert!(reason("a.txt", b"\x7fELF\0\0").contains("binary file"));
    assert!(reason("a.txt", b"-----\n***\n").contains("holds no text"));
    assert!(reason("a.jsonl", b"{\"text\": ").starts_with("a.jsonl#1: "));
    let french = "Les deux ministres se sont rencontrés lundi dans la capitale et ont convenu que les discussions sur le \
                  traité frontalier se poursuivraient au printemps prochain, quand le niveau du lac le permettra.";
    assert_eq!(
        reason("a.txt", french.as_bytes()),
        "a.txt: it is written in French; languages that are read: en"
    );
}

#[test]
fn a_language_that_is_declared_counts_where_the_words_do_not_tell() {
    assert!(reason("a.txt", b"---\nlanguage: fr\n---\nBonjour.").contains("`fr`"));
    let english = "---\nlanguage: fr\n---\nThe two ministers met in the capital on Monday and agreed that the talks on the border \
                   treaty would go on in the spring, when the water level allows it.";
    assert_eq!(one("a.txt", english.as_bytes()).unwrap().language, "en");
}

#[test]
fn the_id_is_the_digest_of_the_text() {
    let document = one("a.txt", b"The envoys met.\n").unwrap();
    assert_eq!(document.sha256.len(), 64);
    assert_eq!(document.id.0, document.sha256[..16]);
    assert_eq!(document.id, from_text("b", "The envoys met.\n", &ReadOptions::default()).unwrap().id);
    assert_ne!(document.id, one("a.txt", b"The envoys met.").unwrap().id);
}

#[test]
fn the_table_counts_for_more_than_the_text_and_the_option_for_less() {
    let folder = folder(&[
        ("own.txt", b"---\ndate: 2001-01-01\ntitle: Own\n---\nThe envoys met."),
        ("both.txt", b"---\ndate: 2001-01-01\ntitle: Own\n---\nThe envoys met."),
        ("none.txt", b"The envoys met."),
        ("dates.csv", b"path,date,title,source\nboth.txt,2002-02-02,,Press office\n"),
    ]);
    let options = ReadOptions {
        date: "2003-03-03".parse().ok(),
        metadata: Some(Sidecar::load(&folder.path().join("dates.csv")).unwrap()),
        ..ReadOptions::default()
    };
    let read = |name: &str| load(&Source::File(folder.path().join(name)), &options).remove(0).unwrap();
    assert_eq!(read("own.txt").date.unwrap().to_string(), "2001-01-01");
    assert_eq!(read("both.txt").date.unwrap().to_string(), "2002-02-02");
    assert_eq!(read("both.txt").title.as_deref(), Some("Own"));
    assert_eq!(read("both.txt").source.as_deref(), Some("Press office"));
    assert_eq!(read("none.txt").date.unwrap().to_string(), "2003-03-03");
    assert_eq!(one("none.txt", b"The envoys met.").unwrap().date, None);
}

#[test]
fn offsets_count_in_the_decoded_file_front_matter_and_all() {
    let text = "---\r\ntitle: Talks\r\n---\r\n\r\nThe envoys met in Malmö.\r\n";
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    bytes.extend_from_slice(text.as_bytes());
    let document = one("a.txt", &bytes).unwrap();
    assert_eq!(document.text, text);
    assert_eq!(document.blocks.len(), 1);
    assert_eq!(document.blocks[0].cover().of(&document.text), "The envoys met in Malmö.");
}

#[test]
fn a_paragraph_that_repeats_the_title_is_a_heading() {
    let text = "---\ntitle: The envoys met.\n---\nThe Envoys met.\n\nThey left.\n";
    let kinds: Vec<BlockKind> =
        one("a.txt", text.as_bytes()).unwrap().blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Heading, BlockKind::Paragraph]);
    let alone = "---\ntitle: The envoys met.\n---\nThe envoys met.\n";
    assert_eq!(one("a.txt", alone.as_bytes()).unwrap().blocks[0].kind, BlockKind::Paragraph);
}

#[test]
fn a_line_of_many_megabytes_is_read() {
    let text = "The envoys met on the lake and spoke of the water treaty. ".repeat(350_000);
    let document = one("a.txt", text.as_bytes()).unwrap();
    assert_eq!(document.blocks.len(), 1);
    assert_eq!(document.blocks[0].cover().len() as usize, text.len() - 1);
}

#[test]
fn every_shared_text_is_read_and_its_blocks_stand_in_order() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let inputs = ["data/seeds", "data/texts", "gold/texts"].map(|name| shared.join(name));
    if !shared.is_dir() {
        println!("skipped: there is no folder ../shared");
        return;
    }
    for source in discover(&inputs) {
        for document in load(&source.unwrap(), &ReadOptions::default()) {
            let document = document.unwrap();
            let mut at = 0;
            for span in document.blocks.iter().flat_map(|block| &block.spans) {
                assert!(
                    at <= span.start && !span.of(&document.text).is_empty(),
                    "{}: {span:?}",
                    document.path
                );
                at = span.end;
            }
        }
    }
}
