//! Dates as precise as the text makes them, after the Extended Date/Time Format (ISO 8601-2), levels 0 and 1.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A year, a month or a day: `2021`, `2021-10`, `2021-10-08`.
///
/// ```
/// use diplograph::model::PartialDate;
/// let month: PartialDate = "2021-10".parse().unwrap();
/// let day: PartialDate = "2021-10-08".parse().unwrap();
/// assert!(month.contains(day));
/// assert_eq!(month.to_string(), "2021-10");
/// assert!("2021-02-30".parse::<PartialDate>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: i16,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// A year alone.
    #[must_use]
    pub const fn year(year: i16) -> Self {
        Self { year, month: None, day: None }
    }

    /// A month of a year; nothing where there is no such month.
    #[must_use]
    pub fn month(year: i16, month: u8) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self { year, month: Some(month), day: None })
    }

    /// A day; nothing where the calendar has no such day.
    #[must_use]
    pub fn day(year: i16, month: u8, day: u8) -> Option<Self> {
        jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        Some(Self { year, month: Some(month), day: Some(day) })
    }

    /// The day of a civil date.
    #[must_use]
    pub fn of(date: jiff::civil::Date) -> Self {
        Self {
            year: date.year(),
            month: Some(date.month().unsigned_abs()),
            day: Some(date.day().unsigned_abs()),
        }
    }

    /// The year.
    #[must_use]
    pub const fn get_year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, where known.
    #[must_use]
    pub const fn get_month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, where known.
    #[must_use]
    pub const fn get_day(self) -> Option<u8> {
        self.day
    }

    /// The first day that the date may mean.
    #[must_use]
    pub fn first_day(self) -> jiff::civil::Date {
        let month = self.month.unwrap_or(1);
        let day = self.day.unwrap_or(1);
        jiff::civil::Date::new(self.year, month.cast_signed(), day.cast_signed()).unwrap_or_default()
    }

    /// The last day that the date may mean.
    #[must_use]
    pub fn last_day(self) -> jiff::civil::Date {
        let first = self.first_day();
        match (self.month, self.day) {
            (_, Some(_)) => first,
            (Some(_), None) => first.last_of_month(),
            (None, None) => first.last_of_year(),
        }
    }

    /// The civil date, where the day is known.
    #[must_use]
    pub fn civil(self) -> Option<jiff::civil::Date> {
        self.day.map(|_| self.first_day())
    }

    /// Whether `other` lies inside the stretch of time that `self` names.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.first_day() <= other.first_day() && other.last_day() <= self.last_day()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(out, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(out, "-{day:02}")?;
        }
        Ok(())
    }
}

/// A text that is no date of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no date: write YYYY, YYYY-MM or YYYY-MM-DD")]
pub struct DateError(pub String);

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let error = || DateError(text.to_owned());
        let mut parts = text.splitn(3, '-');
        let mut number = |digits: usize| match parts.next() {
            None => Ok(None),
            Some(part) if part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse::<i16>().map(Some).map_err(|_| error())
            }
            Some(_) => Err(error()),
        };
        let (year, month, day) = (number(4)?.ok_or_else(error)?, number(2)?, number(2)?);
        match (month, day) {
            (None, _) => Some(Self::year(year)),
            (Some(month), None) => Self::month(year, month as u8),
            (Some(month), Some(day)) => Self::day(year, month as u8, day as u8),
        }
        .ok_or_else(error)
    }
}

/// When something is, was or will be: a date or an interval with at most one open end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// A date, as precise as it is known.
    Date(PartialDate),
    /// From the first to the last; `..` stands for an open end.
    Interval(Option<PartialDate>, Option<PartialDate>),
}

impl When {
    /// Whether it is one day.
    #[must_use]
    pub fn is_day(self) -> bool {
        self.first_day().is_some() && self.first_day() == self.last_day()
    }

    /// The first day it may mean, unless it is open to the past.
    #[must_use]
    pub fn first_day(self) -> Option<jiff::civil::Date> {
        match self {
            Self::Date(date) => Some(date.first_day()),
            Self::Interval(from, _) => from.map(PartialDate::first_day),
        }
    }

    /// The last day it may mean, unless it is open to the future.
    #[must_use]
    pub fn last_day(self) -> Option<jiff::civil::Date> {
        match self {
            Self::Date(date) => Some(date.last_day()),
            Self::Interval(_, to) => to.map(PartialDate::last_day),
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = |date: &Option<PartialDate>| date.map_or_else(|| "..".to_owned(), |d| d.to_string());
        match self {
            Self::Date(date) => date.fmt(out),
            Self::Interval(from, to) => write!(out, "{}/{}", side(from), side(to)),
        }
    }
}

impl FromStr for When {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let side = |part: &str| if part == ".." { Ok(None) } else { part.parse().map(Some) };
        match text.split_once('/') {
            None => text.parse().map(Self::Date),
            Some(("..", "..")) => Err(DateError(text.to_owned())),
            Some((from, to)) => Ok(Self::Interval(side(from)?, side(to)?)),
        }
    }
}

macro_rules! as_text {
    ($type:ty) => {
        impl Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                out.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
                String::deserialize(input)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
as_text!(PartialDate);
as_text!(When);
