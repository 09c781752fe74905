//! Parts of cells.

use std::fmt::Write;

use crate::query::Basis;
use crate::query::Citation;
use crate::query::Moment;
use crate::query::NodeRef;

/// The words on one line; whatever could steer a terminal is left out.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().filter(|c| !c.is_control()));
    }
    out
}

/// A longer place is broken before its offsets.
const PLACE: usize = 28;

/// `first.txt:0-84`, with the id of what stands there below it. Of the path only the name of the file is shown.
pub(crate) fn place(citation: Option<&Citation<'_>>, id: &str) -> String {
    let mut out = String::new();
    if let Some(citation) = citation {
        let file = clean(citation.path.rsplit(['/', '\\']).next().unwrap_or_default());
        let offsets = format!("{}-{}", citation.start, citation.end);
        let fits = file.chars().count() + 1 + offsets.len() <= PLACE;
        let _ = writeln!(out, "{file}:{}{offsets}", if fits { "" } else { "\n" });
    }
    out.push_str(id);
    out
}

pub(super) fn date(moment: Moment<'_>) -> String {
    match (moment.date, moment.date_from) {
        (Some(date), Basis::Publication) => format!("{date}\n(published)"),
        (Some(date), Basis::Text | Basis::Unknown) => date.to_owned(),
        (None, _) => "?".to_owned(),
    }
}

pub(super) fn labels(nodes: &[NodeRef<'_>]) -> String {
    nodes.iter().map(|node| clean(node.label)).collect::<Vec<_>>().join(", ")
}

/// Ids have no spaces, so that spaces part them.
pub(super) fn ids(nodes: &[NodeRef<'_>]) -> String {
    nodes.iter().map(|node| node.id).collect::<Vec<_>>().join(" ")
}
