//! Counting days, weeks, months and years.

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::civil::Weekday;

use crate::lexicon::dates::DateUnit;
use crate::model::PartialDate;
use crate::model::When;

/// The day of the week that `number` names, Monday = 1.
pub(super) fn weekday(number: u8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(number.cast_signed()).ok()
}

/// The Monday of the week of `day`, so many weeks later.
pub(super) fn monday(day: Date, weeks: i32) -> Option<Date> {
    let back = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_add((i64::from(weeks) * 7 - back).days()).ok()
}

/// So many days later.
pub(super) fn plus_days(day: Date, days: i32) -> Option<Date> {
    day.checked_add(days.days()).ok()
}

/// The last such day of the week on or before `day`.
pub(super) fn on_or_before(day: Date, wanted: Weekday) -> Option<Date> {
    plus_days(day, -i32::from(wanted.until(day.weekday())))
}

/// The next such day of the week on or after `day`.
pub(super) fn on_or_after(day: Date, wanted: Weekday) -> Option<Date> {
    plus_days(day, i32::from(day.weekday().until(wanted)))
}

/// From one day to another, as an interval; one day where they are the same.
pub(super) fn days(first: Date, last: Date) -> When {
    if first == last {
        return When::Date(PartialDate::of(first));
    }
    When::Interval(Some(PartialDate::of(first)), Some(PartialDate::of(last)))
}

/// The months from `first` (counted from January of the year 0) to `last`.
pub(super) fn months(first: i32, last: i32) -> Option<When> {
    let month = |number: i32| {
        let year = i16::try_from(number.div_euclid(12)).ok()?;
        PartialDate::month(year, u8::try_from(number.rem_euclid(12) + 1).ok()?)
    };
    if first == last {
        return Some(When::Date(month(first)?));
    }
    Some(When::Interval(Some(month(first)?), Some(month(last)?)))
}

/// The years from `first` to `last`.
pub(super) fn years(first: i32, last: i32) -> Option<When> {
    let year = |number: i32| (1..=9999).contains(&number).then(|| PartialDate::year(number as i16));
    if first == last {
        return Some(When::Date(year(first)?));
    }
    Some(When::Interval(Some(year(first)?), Some(year(last)?)))
}

/// The number of a month from January of the year 0.
pub(super) fn month_number(date: PartialDate) -> Option<i32> {
    Some(i32::from(date.get_year()) * 12 + i32::from(date.get_month()?) - 1)
}

/// The unit that lies `count` units from the one in which `from` lies. Nothing where `from` is not precise enough.
pub(super) fn shift(from: PartialDate, unit: DateUnit, count: i32) -> Option<When> {
    let year = i32::from(from.get_year());
    match unit {
        DateUnit::Day => plus_days(from.civil()?, count).map(|day| When::Date(PartialDate::of(day))),
        DateUnit::Weekend => {
            let monday = monday(from.civil()?, count)?;
            Some(days(plus_days(monday, 5)?, plus_days(monday, 6)?))
        }
        DateUnit::Week => {
            let monday = monday(from.civil()?, count)?;
            Some(days(monday, plus_days(monday, 6)?))
        }
        DateUnit::Fortnight => {
            let monday = monday(from.civil()?, count * 2)?;
            Some(days(monday, plus_days(monday, 6)?))
        }
        DateUnit::Month => {
            let month = month_number(from)? + count;
            months(month, month)
        }
        DateUnit::Quarter => {
            let first = (month_number(from)?.div_euclid(3) + count) * 3;
            months(first, first + 2)
        }
        DateUnit::Year => years(year + count, year + count),
        DateUnit::Decade => {
            let first = (year.div_euclid(10) + count) * 10;
            years(first, first + 9)
        }
        DateUnit::Century => {
            let first = ((year - 1).div_euclid(100) + count) * 100 + 1;
            years(first, first + 99)
        }
    }
}

/// The stretch of `count` units that ends (below zero) or begins at `from`.
pub(super) fn stretch(from: PartialDate, unit: DateUnit, count: i32) -> Option<When> {
    let (year, count_of) = (i32::from(from.get_year()), |factor: i32| count.checked_mul(factor));
    let by_days = |count: i32| {
        let (here, there) = (from.civil()?, plus_days(from.civil()?, count)?);
        Some(days(here.min(there), here.max(there)))
    };
    let by_months = |count: i32| {
        let here = month_number(from)?;
        months(here.min(here + count), here.max(here + count))
    };
    let by_years = |count: i32| years(year.min(year + count), year.max(year + count));
    match unit {
        DateUnit::Day => by_days(count),
        DateUnit::Weekend => None,
        DateUnit::Week => by_days(count_of(7)?),
        DateUnit::Fortnight => by_days(count_of(14)?),
        DateUnit::Month => by_months(count),
        DateUnit::Quarter => by_months(count_of(3)?),
        DateUnit::Year => by_years(count),
        DateUnit::Decade => by_years(count_of(10)?),
        DateUnit::Century => by_years(count_of(100)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, unit: DateUnit, count: i32) -> String {
        shift(text.parse().unwrap(), unit, count).map(|when| when.to_string()).unwrap_or_default()
    }

    #[test]
    fn units_are_those_of_the_calendar() {
        assert_eq!(at("2021-10-08", DateUnit::Day, -8), "2021-09-30");
        assert_eq!(at("2021-10-08", DateUnit::Week, 0), "2021-10-04/2021-10-10");
        assert_eq!(at("2021-10-08", DateUnit::Weekend, 1), "2021-10-16/2021-10-17");
        assert_eq!(at("2021-01-31", DateUnit::Month, -1), "2020-12");
        assert_eq!(at("2021-01-31", DateUnit::Quarter, -1), "2020-10/2020-12");
        assert_eq!(at("2021", DateUnit::Decade, -1), "2010/2019");
        assert_eq!(at("2000", DateUnit::Century, 0), "1901/2000");
    }

    #[test]
    fn an_anchor_that_is_too_coarse_gives_nothing() {
        assert_eq!(at("2021-10", DateUnit::Day, -1), "");
        assert_eq!(at("2021", DateUnit::Month, -1), "");
        assert_eq!(at("2021-10", DateUnit::Year, -1), "2020");
    }

    #[test]
    fn a_stretch_begins_or_ends_where_one_stands() {
        let past = stretch("2021-10-08".parse().unwrap(), DateUnit::Week, -2).unwrap();
        assert_eq!(past.to_string(), "2021-09-24/2021-10-08");
        let ahead = stretch("2021-10-08".parse().unwrap(), DateUnit::Year, 5).unwrap();
        assert_eq!(ahead.to_string(), "2021/2026");
    }
}
