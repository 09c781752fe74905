//! Statements as rows.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::cli::output::Place;
use crate::cli::output::Row;
use crate::cli::output::cells::{clean, date, ids, labels, place};
use crate::query::NodeRef;
use crate::query::StatementRow;

impl Row for StatementRow<'_> {
    const HEADINGS: &'static [&'static str] = &["date", "who", "act", "words", "about", "where"];

    fn brief(&self) -> Vec<String> {
        vec![
            date(self.moment),
            speakers(self),
            self.act.to_owned(),
            clean(self.content),
            about(self),
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
        "stance",
        "sentences",
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
            stances(self),
            self.sentences.unwrap_or_default().to_owned(),
        ];
        vec![(record, Some(&self.citation))]
    }
}

/// A speaker who cannot be told is shown as such.
pub(super) fn speakers(row: &StatementRow<'_>) -> String {
    if row.speakers.is_empty() { "?".to_owned() } else { labels(&row.speakers) }
}

/// What it is about, each with where the speaker stands on it.
fn about(row: &StatementRow<'_>) -> String {
    let marked = |node: &NodeRef<'_>| {
        let taken = row.stance.iter().filter(|stance| stance.towards.contains(node));
        let positions: BTreeSet<&str> = taken.map(|stance| stance.position).collect();
        let label = clean(node.label);
        if positions.is_empty() {
            label
        } else {
            format!("{label} ({})", positions.into_iter().collect::<Vec<_>>().join(", "))
        }
    };
    row.about.iter().map(marked).collect::<Vec<_>>().join(", ")
}

/// `opposes agreement.x topic.y "reject" | supports ...`
fn stances(row: &StatementRow<'_>) -> String {
    let each = row
        .stance
        .iter()
        .map(|stance| format!("{} {} \"{}\"", stance.position, ids(&stance.towards), clean(stance.words)));
    each.collect::<Vec<_>>().join(" | ")
}

/// A statement shown with the whole sentences around it.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct SentenceRow<'g>(pub(crate) StatementRow<'g>);

impl Row for SentenceRow<'_> {
    const HEADINGS: &'static [&'static str] = StatementRow::HEADINGS;

    fn brief(&self) -> Vec<String> {
        let mut cells = self.0.brief();
        if let Some(sentences) = self.0.sentences {
            cells[WORDS] = clean(sentences);
        }
        cells
    }

    const COLUMNS: &'static [&'static str] = StatementRow::COLUMNS;

    fn records(&self) -> Vec<(Vec<String>, Place<'_>)> {
        self.0.records()
    }
}

/// Where the words stand among the cells.
const WORDS: usize = 3;

/// A statement under its speaker or topic.
#[derive(Debug, Serialize)]
pub(crate) struct GroupedRow<'g> {
    /// The speaker or topic.
    pub(crate) group: Option<NodeRef<'g>>,
    /// Whether it is the first row of its group: the others do not name it again for reading.
    #[serde(skip)]
    pub(crate) first: bool,
    /// The statement, with whole sentences or not.
    #[serde(flatten)]
    pub(crate) row: StatementRow<'g>,
    #[serde(skip)]
    pub(crate) whole: bool,
}

impl Row for GroupedRow<'_> {
    const HEADINGS: &'static [&'static str] = &["group", "date", "who", "act", "words", "about", "where"];

    fn brief(&self) -> Vec<String> {
        let name = self.group.map_or_else(|| "?".to_owned(), |group| clean(group.label));
        let mut cells = self.row.brief();
        if let Some(sentences) = self.row.sentences.filter(|_| self.whole) {
            cells[WORDS] = clean(sentences);
        }
        cells.insert(0, if self.first { name } else { String::new() });
        cells
    }

    const COLUMNS: &'static [&'static str] = &[
        "group",
        "group_label",
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
        "stance",
        "sentences",
    ];

    fn records(&self) -> Vec<(Vec<String>, Place<'_>)> {
        let mut records = self.row.records();
        for (record, _) in &mut records {
            record.insert(0, self.group.map_or("", |group| group.id).to_owned());
            record.insert(1, self.group.map_or("", |group| group.label).to_owned());
        }
        records
    }
}
