//! Dates: has a mention that overlaps the annotated date its value?

use std::collections::BTreeMap;

use diplograph::lexicon::dates::DateLexicon;
use diplograph::mention::date;
use diplograph::model::{Annotated, PartialDate, Span, When};

use crate::timeml::Text;

/// Counts over all texts.
#[derive(Default)]
pub(crate) struct Dates {
    counts: BTreeMap<&'static str, usize>,
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

impl Dates {
    /// Counts one text.
    pub(crate) fn add(&mut self, text: &Text, annotated: &Annotated<'_>, lexicon: &DateLexicon, show: bool) {
        let mentions = date::find(annotated, lexicon);
        let mut count = |name| *self.counts.entry(name).or_default() += 1;
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

    /// Prints the figures.
    pub(crate) fn print(&self) {
        let of = |name: &str| self.counts.get(name).copied().unwrap_or(0) as f64;
        println!("dates: {:?}", self.counts);
        let (precision, recall) = (of("right") / of("found"), of("right") / of("gold"));
        let f1 = 2.0 * precision * recall / (precision + recall);
        println!("values: precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}");
    }
}
