//! Edges as rows.

use crate::cli::output::Place;
use crate::cli::output::Row;
use crate::cli::output::cells::{clean, date, ids, labels, place};
use crate::query::EdgeRow;

impl Row for EdgeRow<'_> {
    const HEADINGS: &'static [&'static str] = &["date", "what", "modality", "words", "where"];

    fn brief(&self) -> Vec<String> {
        let what = format!("{} {} {}", clean(self.source.label), self.kind, clean(self.target.label));
        vec![date(self.moment), what, modality(self), words(self), where_it_stands(self)]
    }

    const COLUMNS: &'static [&'static str] = &[
        "edge",
        "source",
        "source_label",
        "kind",
        "target",
        "target_label",
        "modality",
        "asserted_by",
        "date",
        "date_from",
        "weight",
        "confidence",
        "rule",
        "statement",
    ];

    fn records(&self) -> Vec<(Vec<String>, Place<'_>)> {
        let record = |rule: &str, confidence: f64, statement: Option<&str>| {
            vec![
                self.id.to_owned(),
                self.source.id.to_owned(),
                self.source.label.to_owned(),
                self.kind.to_string(),
                self.target.id.to_owned(),
                self.target.label.to_owned(),
                self.modality.to_string(),
                ids(&self.asserted_by),
                self.moment.date.unwrap_or_default().to_owned(),
                self.moment.date_from.as_str().to_owned(),
                self.weight.to_string(),
                confidence.to_string(),
                rule.to_owned(),
                statement.unwrap_or_default().to_owned(),
            ]
        };
        if self.evidence.is_empty() {
            return vec![(record("", self.confidence, None), None)];
        }
        self.evidence
            .iter()
            .map(|evidence| {
                let record = record(evidence.rule, evidence.confidence, evidence.statement);
                (record, Some(&evidence.citation))
            })
            .collect()
    }
}

/// The modality, and in whose words the edge stands.
pub(super) fn modality(row: &EdgeRow<'_>) -> String {
    if row.asserted_by.is_empty() {
        row.modality.to_string()
    } else {
        format!("{} (says {})", row.modality, labels(&row.asserted_by))
    }
}

/// The first evidence, and how much more there is.
pub(super) fn words(row: &EdgeRow<'_>) -> String {
    let first = row.evidence.first().map(|first| clean(first.citation.text)).unwrap_or_default();
    match row.evidence.len() {
        0 | 1 => first,
        more => format!("{first} (+{})", more - 1),
    }
}

pub(super) fn where_it_stands(row: &EdgeRow<'_>) -> String {
    place(row.evidence.first().map(|first| &first.citation), row.id)
}
