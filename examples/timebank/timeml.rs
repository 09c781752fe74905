//! Reads TimeML: text, dates, events with their polarity, and which event governs which.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use diplograph::model::{Block, BlockKind, Document, DocumentId, OffsetBase, Span};

/// A date, as the annotators marked it.
pub(crate) struct Timex {
    pub(crate) span: Span,
    pub(crate) kind: String,
    pub(crate) value: String,
}

/// How an event stands to the facts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    /// Nothing says otherwise.
    Fact,
    /// With a modal auxiliary, in the future, or governed by a word that leaves it open.
    Open,
    /// Negated, or said not to be so.
    Not,
}

/// An event with its standing.
pub(crate) struct Event {
    pub(crate) span: Span,
    pub(crate) standing: Standing,
}

/// A document with its annotation.
pub(crate) struct Text {
    pub(crate) document: Document,
    pub(crate) timexes: Vec<Timex>,
    pub(crate) events: Vec<Event>,
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

/// The standing of each event, by its id.
fn standings(xml: &str) -> BTreeMap<String, Standing> {
    let mut events = BTreeMap::new();
    let mut instances = BTreeMap::new();
    for tag in xml.split('<').filter(|tag| tag.starts_with("MAKEINSTANCE")) {
        let (event, instance) = (attribute(tag, "eventID"), attribute(tag, "eiid"));
        let modality = attribute(tag, "modality");
        let modal = !modality.is_empty() && !modality.eq_ignore_ascii_case("none");
        let standing = if attribute(tag, "polarity") == "NEG" {
            Standing::Not
        } else if modal || attribute(tag, "tense") == "FUTURE" {
            Standing::Open
        } else {
            Standing::Fact
        };
        instances.insert(instance, event.clone());
        events.insert(event, standing);
    }
    for tag in xml.split('<').filter(|tag| tag.starts_with("SLINK")) {
        let standing = match attribute(tag, "relType").as_str() {
            "MODAL" | "CONDITIONAL" => Standing::Open,
            "COUNTER_FACTIVE" | "NEG_EVIDENTIAL" => Standing::Not,
            _ => continue,
        };
        let below = instances.get(&attribute(tag, "subordinatedEventInstance"));
        if let Some(known) = below.and_then(|event| events.get_mut(event)) {
            *known = standing.max(*known);
        }
    }
    events
}

/// Reads a file; none where it is no TimeML.
pub(crate) fn read(path: &Path) -> Option<Text> {
    let xml = fs::read_to_string(path).ok()?;
    let created = attribute(&xml[xml.find("<DCT>")?..], "value");
    let body = &xml[xml.find("<TEXT>")? + 6..xml.find("</TEXT>")?];
    let standings = standings(&xml);
    let (mut text, mut timexes, mut events) = (String::new(), Vec::new(), Vec::new());
    let (mut timex, mut event) = (None, None);
    let mut rest = body;
    while let Some(at) = rest.find('<') {
        text.push_str(&unescape(&rest[..at]));
        let close = rest[at..].find('>')? + at;
        let tag = &rest[at..=close];
        if tag.starts_with("<TIMEX3") {
            timex = Some((text.len(), attribute(tag, "type"), attribute(tag, "value")));
        } else if tag.starts_with("<EVENT") {
            event = Some((text.len(), attribute(tag, "eid")));
        } else if tag == "</TIMEX3>"
            && let Some((start, kind, value)) = timex.take()
        {
            timexes.push(Timex { span: Span::at(start, text.len()), kind, value });
        } else if tag == "</EVENT>"
            && let Some((start, id)) = event.take()
            && let Some(&standing) = standings.get(&id)
        {
            events.push(Event { span: Span::at(start, text.len()), standing });
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
    Some(Text { document, timexes, events })
}
