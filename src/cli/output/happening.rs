//! Edges and statements in one list.

use serde::Serialize;

use crate::cli::output::Place;
use crate::cli::output::Row;
use crate::cli::output::cells::{clean, date, ids, labels, place};
use crate::cli::output::statement::speakers;
use crate::query::Happening;

/// An edge or a statement under the columns of both.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct HappeningRow<'g>(pub(crate) Happening<'g>);

impl Row for HappeningRow<'_> {
    const HEADINGS: &'static [&'static str] = &["date", "what", "modality", "words", "where"];

    fn brief(&self) -> Vec<String> {
        match &self.0 {
            Happening::Edge(row) => row.brief(),
            Happening::Statement(row) => vec![
                date(row.moment),
                format!("{} ({})", speakers(row), row.act),
                String::new(),
                clean(row.content),
                place(Some(&row.citation), row.id),
            ],
        }
    }

    const COLUMNS: &'static [&'static str] = &[
        "entry",
        "id",
        "date",
        "date_from",
        "source",
        "source_label",
        "relation",
        "target",
        "target_label",
        "modality",
        "asserted_by",
        "content",
    ];

    fn records(&self) -> Vec<(Vec<String>, Place<'_>)> {
        let (moment, record) = match &self.0 {
            Happening::Edge(row) => (
                row.moment,
                [
                    "edge".to_owned(),
                    row.id.to_owned(),
                    row.source.id.to_owned(),
                    row.source.label.to_owned(),
                    row.kind.to_string(),
                    row.target.id.to_owned(),
                    row.target.label.to_owned(),
                    row.modality.to_string(),
                    ids(&row.asserted_by),
                    String::new(),
                ],
            ),
            Happening::Statement(row) => (
                row.moment,
                [
                    "statement".to_owned(),
                    row.id.to_owned(),
                    ids(&row.speakers),
                    labels(&row.speakers),
                    row.act.to_owned(),
                    ids(&row.about),
                    labels(&row.about),
                    String::new(),
                    String::new(),
                    row.content.to_owned(),
                ],
            ),
        };
        let mut record = Vec::from(record);
        record.insert(2, moment.date.unwrap_or_default().to_owned());
        record.insert(3, moment.date_from.as_str().to_owned());
        match &self.0 {
            Happening::Edge(row) if !row.evidence.is_empty() => row
                .evidence
                .iter()
                .map(|evidence| {
                    let mut record = record.clone();
                    record.pop();
                    record.push(evidence.citation.text.to_owned());
                    (record, Some(&evidence.citation))
                })
                .collect(),
            Happening::Edge(_) => vec![(record, None)],
            Happening::Statement(row) => vec![(record, Some(&row.citation))],
        }
    }
}
