//! Dates for programs that know days only: the first and the last day that a date may mean.

use crate::model::When;

/// The first and the last day in ISO form; an open or unknown end is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct TimeSpan {
    pub(super) first: Option<String>,
    pub(super) last: Option<String>,
}

impl TimeSpan {
    /// Of an EDTF date or interval; nothing where there is none, or where it runs backwards.
    pub(super) fn of(when: Option<&str>) -> Self {
        let Some(when) = when.and_then(|when| when.parse::<When>().ok()) else { return Self::default() };
        let (first, last) = (when.first_day(), when.last_day());
        if first.zip(last).is_some_and(|(first, last)| last < first) {
            return Self::default();
        }
        Self { first: first.map(|day| day.to_string()), last: last.map(|day| day.to_string()) }
    }

    pub(super) const fn is_unknown(&self) -> bool {
        self.first.is_none() && self.last.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(when: &str) -> (String, String) {
        let TimeSpan { first, last } = TimeSpan::of(Some(when));
        (first.unwrap_or_default(), last.unwrap_or_default())
    }

    #[test]
    fn partial_dates_are_widened_to_days() {
        let days = |first: &str, last: &str| (first.to_owned(), last.to_owned());
        assert_eq!(span("2031-05-03"), days("2031-05-03", "2031-05-03"));
        assert_eq!(span("2031-02"), days("2031-02-01", "2031-02-28"));
        assert_eq!(span("2031"), days("2031-01-01", "2031-12-31"));
        assert_eq!(span("2031-05/.."), days("2031-05-01", ""));
        assert_eq!(span("../2031-05"), days("", "2031-05-31"));
    }

    #[test]
    fn what_is_no_date_or_runs_backwards_is_unknown() {
        assert!(TimeSpan::of(None).is_unknown());
        assert!(TimeSpan::of(Some("May 2031")).is_unknown());
        assert!(TimeSpan::of(Some("2031-05/2031-04")).is_unknown());
    }
}
