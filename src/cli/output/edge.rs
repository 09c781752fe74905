//! Edges as rows.

use std::fmt::Write as _;

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

/// As many characters of evidence are read in a table; the rest is for `explain` and for machines.
const SHOWN: usize = 200;

/// The first evidence around its predicate, and how much more there is.
pub(super) fn words(row: &EdgeRow<'_>) -> String {
    let Some(first) = row.evidence.first() else { return String::new() };
    let predicate = first.trigger.map_or(0, |trigger| trigger.start.saturating_sub(first.citation.start));
    let mut words = shorten(first.citation.text, predicate as usize);
    if row.evidence.len() > 1 {
        let _ = write!(words, " (+{})", row.evidence.len() - 1);
    }
    words
}

/// A stretch of the words with the given character not far from its beginning, cut between words.
fn shorten(words: &str, around: usize) -> String {
    let length = words.chars().count();
    if length <= SHOWN {
        return clean(words);
    }
    let start = around.saturating_sub(SHOWN / 3).min(length - SHOWN);
    let cut: String = words.chars().skip(start).take(SHOWN).collect();
    let mut cut = cut.as_str();
    if start > 0 {
        cut = cut.split_once(char::is_whitespace).map_or(cut, |(_, rest)| rest);
    }
    if start + SHOWN < length {
        cut = cut.rsplit_once(char::is_whitespace).map_or(cut, |(rest, _)| rest);
    }
    let dots = |shown: bool| if shown { "…" } else { "" };
    format!("{}{}{}", dots(start > 0), clean(cut), dots(start + SHOWN < length))
}

pub(super) fn where_it_stands(row: &EdgeRow<'_>) -> String {
    place(row.evidence.first().map(|first| &first.citation), row.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_around_the_predicate() {
        let words = format!("{}the envoys met {}.", "before ".repeat(60), "after ".repeat(60).trim_end());
        let shown = shorten(&words, words.find("met").unwrap());
        assert!(shown.contains(" the envoys met after "), "{shown}");
        assert!(shown.starts_with("…before ") && shown.ends_with(" after…"), "{shown}");
        assert!(shown.chars().count() <= SHOWN + 2);
        assert!(shorten(&words, 0).starts_with("before before"));
        assert!(shorten(&words, words.len()).ends_with(" after."));
        assert_eq!(shorten("The envoys met.", 11), "The envoys met.");
    }
}
