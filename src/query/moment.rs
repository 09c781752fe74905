//! When a thing was: as the words tell, else as the date of publication tells.

use jiff::civil::Date;
use serde::Serialize;

use crate::graph::Edge;
use crate::graph::KnowledgeGraph;
use crate::graph::StatementDetail;
use crate::model::PartialDate;
use crate::model::When;

/// What a date rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The words tell it.
    Text,
    /// Only the date of publication is known (the earliest, where several documents say so).
    Publication,
    /// Neither is known.
    Unknown,
}

impl Basis {
    /// Its name in every output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Publication => "publication",
            Self::Unknown => "unknown",
        }
    }
}

/// A date and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Moment<'g> {
    /// EDTF: a date, a partial date or an interval.
    pub date: Option<&'g str>,
    /// What it rests on.
    pub date_from: Basis,
}

impl<'g> Moment<'g> {
    pub(crate) fn of_edge(graph: &'g KnowledgeGraph, edge: &'g Edge) -> Self {
        let records = edge.evidence.iter().filter_map(|evidence| graph.document(&evidence.document));
        let published = records.filter_map(|record| record.date.as_deref()).min();
        Self::new(edge.when.as_deref(), published)
    }

    pub(crate) fn of_statement(graph: &'g KnowledgeGraph, detail: &'g StatementDetail) -> Self {
        let published = graph.document(&detail.document).and_then(|record| record.date.as_deref());
        Self::new(detail.when.as_deref(), published)
    }

    pub(crate) fn of_publication(date: Option<&'g str>) -> Self {
        Self::new(None, date)
    }

    fn new(told: Option<&'g str>, published: Option<&'g str>) -> Self {
        let date_from = match (told, published) {
            (Some(_), _) => Basis::Text,
            (None, Some(_)) => Basis::Publication,
            (None, None) => Basis::Unknown,
        };
        Self { date: told.or(published), date_from }
    }

    fn when(self) -> Option<When> {
        self.date.and_then(|date| date.parse().ok())
    }

    /// Sorts by first day, the longer stretch first, the unknown last.
    pub(crate) fn order(self) -> (bool, Option<Date>, std::cmp::Reverse<Option<Date>>) {
        let when = self.when();
        let first = when.and_then(|when| when.first_day().or_else(|| when.last_day()));
        (first.is_none(), first, std::cmp::Reverse(when.and_then(When::last_day)))
    }
}

/// From a day to a day, both included; either may be left open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Period {
    /// Nothing that ended before it.
    pub since: Option<PartialDate>,
    /// Nothing that began after it.
    pub until: Option<PartialDate>,
}

impl Period {
    /// Whether the moment may lie inside. An unknown one does only where the period is open on both sides.
    pub(crate) fn admits(self, moment: Moment<'_>) -> bool {
        if self == Self::default() {
            return true;
        }
        let Some(when) = moment.when() else { return false };
        let ended_before = |since: PartialDate| when.last_day().is_some_and(|last| last < since.first_day());
        let began_after = |until: PartialDate| when.first_day().is_some_and(|first| first > until.last_day());
        !self.since.is_some_and(ended_before) && !self.until.is_some_and(began_after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(date: &str) -> Moment<'_> {
        Moment::new(Some(date), None)
    }

    #[test]
    fn a_period_takes_whatever_may_lie_inside_it() {
        let autumn = Period { since: "2021-10".parse().ok(), until: "2021-11-30".parse().ok() };
        assert!(autumn.admits(told("2021-10-01")));
        assert!(autumn.admits(told("2021")));
        assert!(autumn.admits(told("2021-11-30/..")));
        assert!(!autumn.admits(told("2021-12-01")));
        assert!(!autumn.admits(told("../2021-09-30")));
        assert!(!autumn.admits(Moment::new(None, None)));
        assert!(Period::default().admits(Moment::new(None, None)));
    }

    #[test]
    fn moments_sort_by_first_day_with_the_unknown_last() {
        let mut moments = [
            Moment::new(None, None),
            told("2021-10-08"),
            told("2021-10"),
            told("2020/2022"),
            told("../2021-10-02"),
        ];
        moments.sort_by_key(|moment| moment.order());
        let dates: Vec<_> = moments.iter().map(|moment| moment.date.unwrap_or("?")).collect();
        assert_eq!(dates, ["2020/2022", "2021-10", "../2021-10-02", "2021-10-08", "?"]);
    }
}
