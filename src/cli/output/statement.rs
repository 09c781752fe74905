//! Statements as rows.

use crate::cli::output::Place;
use crate::cli::output::Row;
use crate::cli::output::cells::{clean, date, ids, labels, place};
use crate::query::StatementRow;

impl Row for StatementRow<'_> {
    const HEADINGS: &'static [&'static str] = &["date", "who", "act", "words", "about", "where"];

    fn brief(&self) -> Vec<String> {
        vec![
            date(self.moment),
            speakers(self),
            self.act.to_owned(),
            clean(self.content),
            labels(&self.about),
            place(Some(&self.citation), self.id),
        ]
    }

    const COLUMNS: &'static [&'static str] = &[
        "statement",
        "speakers",
        "speaker_labels",
        "act",
        "form",
        "content",
        "about",
        "about_labels",
        "date",
        "date_from",
        "setting",
        "addressees",
        "within",
    ];

    fn records(&self) -> Vec<(Vec<String>, Place<'_>)> {
        let record = vec![
            self.id.to_owned(),
            ids(&self.speakers),
            labels(&self.speakers),
            self.act.to_owned(),
            self.form.to_owned(),
            self.content.to_owned(),
            ids(&self.about),
            labels(&self.about),
            self.moment.date.unwrap_or_default().to_owned(),
            self.moment.date_from.as_str().to_owned(),
            ids(&self.setting),
            ids(&self.addressees),
            self.within.unwrap_or_default().to_owned(),
        ];
        vec![(record, Some(&self.citation))]
    }
}

/// A speaker who cannot be told is shown as such.
pub(super) fn speakers(row: &StatementRow<'_>) -> String {
    if row.speakers.is_empty() { "?".to_owned() } else { labels(&row.speakers) }
}
