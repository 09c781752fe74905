//! Measures dates on TimeML files: `cargo run --release --example timebank -- FOLDER.. [--show]`
//!
//! Of each TIMEX3 of type DATE in the text with a value of the calendar: is there a date mention that overlaps it and has
//! its value? References to the present, past or future without a value are left out on both sides.

#![expect(clippy::print_stdout, reason = "it prints figures")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

use diplograph::annotate::Annotator;
use diplograph::lexicon::dates::DateLexicon;
use diplograph::mention::date;
use diplograph::model::{Block, BlockKind, Document, DocumentId, OffsetBase, PartialDate, Span, When};
use diplograph::resource::Resources;

struct Timex {
    span: Span,
    kind: String,
    value: String,
}

struct Text {
    document: Document,
    timexes: Vec<Timex>,
}

fn attribute(tag: &str, name: &str) -> String {
    let start = tag.find(&format!(" {name}=\"")).map(|at| at + name.len() + 3);
    start.and_then(|start| tag[start..].split('"').next()).unwrap_or_default().to_owned()
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

fn read(path: &Path) -> Option<Text> {
    let xml = fs::read_to_string(path).ok()?;
    let created = attribute(&xml[xml.find("<DCT>")?..], "value");
    let body = &xml[xml.find("<TEXT>")? + 6..xml.find("</TEXT>")?];
    let (mut text, mut timexes, mut open) = (String::new(), Vec::new(), None);
    let mut rest = body;
    while let Some(at) = rest.find('<') {
        text.push_str(&unescape(&rest[..at]));
        let close = rest[at..].find('>')? + at;
        let tag = &rest[at..=close];
        if tag.starts_with("<TIMEX3") {
            open = Some((text.len(), attribute(tag, "type"), attribute(tag, "value")));
        } else if tag == "</TIMEX3>"
            && let Some((start, kind, value)) = open.take()
        {
            timexes.push(Timex { span: Span::at(start, text.len()), kind, value });
        }
        rest = &rest[close + 1..];
    }
    text.push_str(&unescape(rest));
    let mut blocks = Vec::new();
    let mut start = 0;
    for paragraph in text.split("\n\n") {
        let span = Span::at(start, start + paragraph.len());
        blocks.push(Block { kind: BlockKind::Paragraph, spans: vec![span] });
        start += paragraph.len() + 2;
    }
    let document = Document {
        id: DocumentId("0".into()),
        path: path.display().to_string(),
        title: None,
        source: None,
        date: created.get(..10).and_then(|day| day.parse().ok()),
        language: "en".into(),
        sha256: String::new(),
        offset_base: OffsetBase::Source,
        text,
        blocks,
    };
    Some(Text { document, timexes })
}

/// The value of TimeML as a date or interval; none where it has no place in the calendar.
fn when(value: &str) -> Option<When> {
    let value = value.split('T').next().unwrap_or_default();
    let year: Option<i16> = value.get(..4).and_then(|year| year.parse().ok());
    let months = |first: u8, last: u8| {
        Some(When::Interval(Some(PartialDate::month(year?, first)?), Some(PartialDate::month(year?, last)?)))
    };
    match value.get(5..) {
        Some("Q1") => months(1, 3),
        Some("Q2") => months(4, 6),
        Some("Q3") => months(7, 9),
        Some("Q4") => months(10, 12),
        Some("H1") => months(1, 6),
        Some("H2") => months(7, 12),
        Some("SP" | "SU" | "FA" | "WI") => Some(When::Date(PartialDate::year(year?))),
        Some(week) if week.starts_with('W') => {
            let number: i8 = week[1..].split('-').next()?.parse().ok()?;
            let monday =
                jiff::civil::ISOWeekDate::new(year?, number, jiff::civil::Weekday::Monday).ok()?.date();
            let days = if week.ends_with("WE") { (5, 6) } else { (0, 6) };
            let day =
                |after: i64| monday.checked_add(jiff::Span::new().days(after)).ok().map(PartialDate::of);
            Some(When::Interval(day(days.0), day(days.1)))
        }
        _ => match value.len() {
            2 => {
                let first: i16 = value.parse::<i16>().ok()? * 100;
                Some(When::Interval(Some(PartialDate::year(first + 1)), Some(PartialDate::year(first + 100))))
            }
            3 => {
                let first: i16 = value.parse::<i16>().ok()? * 10;
                Some(When::Interval(Some(PartialDate::year(first)), Some(PartialDate::year(first + 9))))
            }
            4 if value.ends_with('X') => when(&value[..3]),
            _ => value.parse().ok(),
        },
    }
}

/// Whether one of the ends, or the whole, is the value.
fn same(found: When, value: When) -> bool {
    match found {
        When::Interval(Some(date), None) | When::Interval(None, Some(date)) => When::Date(date) == value,
        When::Interval(Some(from), Some(to)) => {
            found == value || When::Date(from) == value || When::Date(to) == value
        }
        _ => found == value,
    }
}

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let show = arguments.iter().any(|argument| argument == "--show");
    let resources = Resources::data(&[]);
    let (annotator, lexicon) = (Annotator::load(&resources)?, DateLexicon::load(&resources)?);
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in arguments.iter().filter(|argument| !argument.starts_with("--")) {
        for entry in fs::read_dir(folder)? {
            files.push(entry?.path());
        }
    }
    files.retain(|path| path.extension().is_some_and(|extension| extension == "tml"));
    files.sort();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for text in files.iter().filter_map(|path| read(path)) {
        let annotated = annotator.annotate(&text.document);
        let mentions = date::find(&annotated, &lexicon);
        let mut count = |name| *counts.entry(name).or_default() += 1;
        for timex in text.timexes.iter().filter(|timex| timex.kind == "DATE") {
            let Some(value) = when(&timex.value) else { continue };
            count("gold");
            let here: Vec<_> = mentions.iter().filter(|mention| mention.span.overlaps(timex.span)).collect();
            let right = here.iter().any(|mention| mention.when.is_some_and(|when| same(when, value)));
            count(if right {
                "right"
            } else if here.is_empty() {
                "missed"
            } else {
                "wrong value"
            });
            if show && !right {
                let found: Vec<String> = here
                    .iter()
                    .map(|mention| {
                        let when = mention.when.map_or_else(|| "?".to_owned(), |when| when.to_string());
                        format!("{} = {when}", mention.span.of(&text.document.text))
                    })
                    .collect();
                let around = Span::new(timex.span.start.saturating_sub(60), timex.span.end + 40);
                let words = around.of(&text.document.text).replace('\n', " ");
                println!(
                    "{} (dated {}): {}\n    found {found:?} in: {words}",
                    timex.span.of(&text.document.text),
                    text.document.date.map_or_else(String::new, |d| d.to_string()),
                    timex.value
                );
            }
        }
        for mention in mentions.iter().filter(|mention| mention.when.is_some()) {
            count("found");
            let here = text.timexes.iter().find(|timex| timex.span.overlaps(mention.span));
            let other = here.is_none_or(|timex| timex.kind != "DATE" || when(&timex.value).is_none());
            if other {
                count("found where the gold has no such date");
                if show {
                    let around = Span::new(mention.span.start.saturating_sub(60), mention.span.end + 40);
                    println!(
                        "no date of the gold: {} = {} in: {}",
                        mention.span.of(&text.document.text),
                        mention.when.map_or_else(String::new, |when| when.to_string()),
                        around.of(&text.document.text).replace('\n', " ")
                    );
                }
            }
        }
    }
    let of = |name: &str| counts.get(name).copied().unwrap_or(0) as f64;
    println!("{counts:?}");
    let (precision, recall) = (of("right") / of("found"), of("right") / of("gold"));
    println!(
        "values: precision {precision:.3}, recall {recall:.3}, F1 {:.3}",
        2.0 * precision * recall / (precision + recall)
    );
    Ok(())
}
