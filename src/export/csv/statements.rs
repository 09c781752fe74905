//! `statements.csv`: who said what about what, whether or not statements are nodes too.

use std::collections::BTreeMap;
use std::io;
use std::io::Write;

use crate::export::column::Value;
use crate::export::csv::cell::Rows;
use crate::export::table::Table;
use crate::export::text::join;
use crate::model::EdgeKind;

const HEADER: [&str; 19] = [
    "statement_id",
    "speakers",
    "speaker_ids",
    "act",
    "form",
    "content",
    "about",
    "about_ids",
    "when",
    "setting",
    "setting_ids",
    "addressees",
    "addressee_ids",
    "stance",
    "published",
    "document",
    "document_title",
    "start",
    "end",
];

/// Ids by statement, in the order of the ids.
type Ends<'g> = BTreeMap<&'g str, Vec<&'g str>>;

pub(super) fn write(table: &Table<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (mut speakers, mut about): (Ends<'_>, Ends<'_>) = (BTreeMap::new(), BTreeMap::new());
    for view in table.graph.edges() {
        if view.edge.kind == EdgeKind::SAID {
            speakers.entry(&view.target.id).or_default().push(&view.source.id);
        } else if view.edge.kind == EdgeKind::ABOUT {
            about.entry(&view.source.id).or_default().push(&view.target.id);
        }
    }
    for ids in speakers.values_mut().chain(about.values_mut()) {
        ids.sort_unstable();
        ids.dedup();
    }
    let labels = |ids: &[&str]| Value::from(join(ids.iter().map(|id| table.label(id))));
    let mut rows = Rows::new(out, HEADER)?;
    for (node, detail) in table.graph.nodes().filter_map(|node| Some((node, node.statement.as_ref()?))) {
        let none = Vec::new();
        let said_by = speakers.get(node.id.as_str()).unwrap_or(&none);
        let said_about = about.get(node.id.as_str()).unwrap_or(&none);
        let setting: Vec<&str> = detail.setting.iter().map(String::as_str).collect();
        let addressees: Vec<&str> = detail.addressees.iter().map(String::as_str).collect();
        let record = table.graph.document(&detail.document);
        rows.row(&[
            node.id.as_str().into(),
            labels(said_by),
            join(said_by).into(),
            detail.act.as_str().into(),
            detail.form.as_str().into(),
            detail.content.as_str().into(),
            labels(said_about),
            join(said_about).into(),
            Value::optional(detail.when.as_deref()),
            labels(&setting),
            join(&setting).into(),
            labels(&addressees),
            join(&addressees).into(),
            join(detail.stands()).into(),
            Value::optional(record.and_then(|record| record.date.as_deref())),
            detail.document.as_str().into(),
            table.title(&detail.document).into(),
            Value::Integer(detail.start as usize),
            Value::Integer(detail.end as usize),
        ])?;
    }
    rows.finish()
}
