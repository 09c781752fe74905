//! What the words of a date say, before it is known from where they count.

use crate::lexicon::dates::DateUnit;
use crate::model::When;

/// The year of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    /// In figures.
    Known(i16),
    /// So many years from that of publication: *last year*.
    Shift(i32),
    /// Left to the reader, with what the words tell of the direction: *in March*, *last March*.
    Open(Side),
    /// That of another calendar.
    Foreign,
}

/// On which side of the point from which one counts a date lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Left to the tense.
    Open,
    /// *Last Friday*.
    Last,
    /// *This Friday*.
    This,
    /// *Next Friday*.
    Next,
}

/// The point from which one counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// The day of publication.
    Publication,
    /// The date named before.
    Reference,
}

/// A date or period as it is worded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Expression {
    /// Complete in itself.
    Known(When),
    /// A time, but no telling which: *a few years ago*, a date of another calendar.
    Unknown,
    /// One day of a month, or several in a row.
    Days { month: u8, first: u8, last: u8, year: Year },
    /// A month.
    Month { month: u8, year: Year },
    /// A season. It gives its year: which months it has depends on the hemisphere.
    Season { month: u8, year: Year },
    /// A half (2) or a quarter (4) of a year, the first is 1.
    Part { of: u8, number: u8, year: Year },
    /// A day of the week.
    Weekday { day: u8, side: Side },
    /// A day of the week that lies so many weeks after that of publication: *Friday of next week*.
    WeekdayOf { day: u8, week: i32 },
    /// *Over the weekend*.
    Weekend,
    /// The week of a day: *the week of 4 October*.
    WeekOf(Box<Expression>),
    /// The unit so many units away.
    Shift { unit: DateUnit, count: i32, base: Base },
    /// All the units up to there, from publication.
    Stretch { unit: DateUnit, count: i32 },
    /// The unit in which the date named before lies.
    Same(DateUnit),
    /// From one to the other.
    Range(Box<Expression>, Box<Expression>),
}

impl Expression {
    /// The year, where it is stated in figures or by its distance.
    pub(super) fn stated_year(&self) -> Option<Year> {
        match self {
            Self::Known(When::Date(date)) => Some(Year::Known(date.get_year())),
            Self::Days { year, .. }
            | Self::Month { year, .. }
            | Self::Season { year, .. }
            | Self::Part { year, .. } => (!matches!(year, Year::Open(_))).then_some(*year),
            Self::Range(_, to) => to.stated_year(),
            Self::Known(When::Interval(..))
            | Self::Unknown
            | Self::Weekday { .. }
            | Self::WeekdayOf { .. }
            | Self::Weekend
            | Self::WeekOf(_)
            | Self::Shift { .. }
            | Self::Stretch { .. }
            | Self::Same(_) => None,
        }
    }

    /// Gives the year of a later date to one that has none: *in March and May 2022*.
    pub(super) fn with_year(self, later: &Self) -> Self {
        let Some(stated) = later.stated_year() else { return self };
        let before = |month: u8| match (stated, later.first_month()) {
            (Year::Known(year), Some(next)) if month > next => Year::Known(year - 1),
            _ => stated,
        };
        match self {
            Self::Days { month, first, last, year: Year::Open(_) } => {
                Self::Days { month, first, last, year: before(month) }
            }
            Self::Month { month, year: Year::Open(_) } => Self::Month { month, year: before(month) },
            Self::Season { month, year: Year::Open(_) } => Self::Season { month, year: stated },
            Self::Part { of, number, year: Year::Open(_) } => Self::Part { of, number, year: stated },
            other => other,
        }
    }

    fn first_month(&self) -> Option<u8> {
        match self {
            Self::Days { month, .. } | Self::Month { month, .. } => Some(*month),
            Self::Range(from, _) => from.first_month(),
            _ => None,
        }
    }
}
