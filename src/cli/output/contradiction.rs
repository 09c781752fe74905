//! Contradictions as rows.

use crate::cli::output::Place;
use crate::cli::output::Row;
use crate::cli::output::cells::{clean, date, ids, labels, place};
use crate::query::Contradiction;
use crate::query::ContrarySide;

impl Row for Contradiction<'_> {
    const HEADINGS: &'static [&'static str] = &["who", "about", "date", "first", "date", "then", "where"];

    fn brief(&self) -> Vec<String> {
        let told = |side: &ContrarySide<'_>| format!("({}) {}", side.position, clean(side.statement.content));
        let stands = |side: &ContrarySide<'_>| place(Some(&side.statement.citation), side.statement.id);
        vec![
            clean(self.speaker.label),
            labels(&self.about),
            date(self.first.statement.moment),
            told(&self.first),
            date(self.second.statement.moment),
            told(&self.second),
            format!("{}\n{}", stands(&self.first), stands(&self.second)),
        ]
    }

    const COLUMNS: &'static [&'static str] = &[
        "speaker",
        "speaker_label",
        "about",
        "about_labels",
        "reason",
        "side",
        "position",
        "statement",
        "date",
        "date_from",
        "act",
        "content",
    ];

    fn records(&self) -> Vec<(Vec<String>, Place<'_>)> {
        [("first", &self.first), ("second", &self.second)]
            .into_iter()
            .map(|(name, side)| {
                let statement = &side.statement;
                let record = vec![
                    self.speaker.id.to_owned(),
                    self.speaker.label.to_owned(),
                    ids(&self.about),
                    labels(&self.about),
                    self.reason.as_str().to_owned(),
                    name.to_owned(),
                    side.position.to_owned(),
                    statement.id.to_owned(),
                    statement.moment.date.unwrap_or_default().to_owned(),
                    statement.moment.date_from.as_str().to_owned(),
                    statement.act.to_owned(),
                    statement.content.to_owned(),
                ];
                (record, Some(&statement.citation))
            })
            .collect()
    }
}
