//! From what the words say to a date of the calendar.

use jiff::civil::Date;

use crate::lexicon::dates::DateUnit;
use crate::mention::date::calendar;
use crate::mention::date::expression::Base;
use crate::mention::date::expression::Expression;
use crate::mention::date::expression::Side;
use crate::mention::date::expression::Year;
use crate::mention::date::tense::Tense;
use crate::model::PartialDate;
use crate::model::When;

/// From where an expression counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    /// The date of publication.
    pub(super) published: Option<PartialDate>,
    /// The date named before, where it is near.
    pub(super) reference: Option<When>,
    /// On which side the clause lies.
    pub(super) tense: Tense,
}

/// A date as far from publication as this on the side that the tense tells, and as near as [`NEAR`] on the other, is on the
/// other: the verb speaks of an arrangement (*the parties met for talks on 15 October*, read on 8 October).
const FAR: i64 = 300;
/// Where no tense tells, what would lie further ahead than this is past: news of things to come names their year.
const AHEAD: i64 = 120;
const NEAR: i64 = 62;

impl Context {
    /// The date that an expression means.
    pub(super) fn resolve(&self, expression: &Expression) -> Option<When> {
        match *expression {
            Expression::Known(when) => Some(when),
            Expression::Unknown => None,
            Expression::Days { month, first, last, year } => {
                let days = |year: i32| {
                    let day = |day| PartialDate::day(i16::try_from(year).ok()?, month, day)?.civil();
                    Some(calendar::days(day(first)?, day(last)?))
                };
                self.in_year(year, days)
            }
            Expression::Month { month, year } => {
                let number = i32::from(month) - 1;
                self.in_year(year, |year| calendar::months(year * 12 + number, year * 12 + number))
            }
            Expression::Season { month, year } => {
                let number = i32::from(month) - 1;
                let when =
                    self.in_year(year, |year| calendar::months(year * 12 + number, year * 12 + number))?;
                let year = i32::from(PartialDate::of(when.first_day()?).get_year());
                calendar::years(year, year)
            }
            Expression::Part { of, number, year } => {
                let length = 12 / i32::from(of.max(1));
                let first = (i32::from(number) - 1) * length;
                self.in_year(year, |year| calendar::months(year * 12 + first, year * 12 + first + length - 1))
            }
            Expression::Weekday { day, side } => self.weekday(day, side),
            Expression::WeekdayOf { day, week } => {
                let monday = calendar::monday(self.published?.civil()?, week)?;
                let day = calendar::plus_days(monday, i32::from(day) - 1)?;
                Some(When::Date(PartialDate::of(day)))
            }
            Expression::Weekend => self.weekend(),
            Expression::WeekOf(ref day) => calendar::shift(start(self.resolve(day)?)?, DateUnit::Week, 0),
            Expression::Shift { unit, count, base } => self.shift(unit, count, base),
            Expression::Stretch { unit, count } => calendar::stretch(self.published?, unit, count),
            Expression::Same(unit) => self.same(unit),
            Expression::Range(ref from, ref to) => self.range(from, to),
        }
    }

    fn range(&self, from: &Expression, to: &Expression) -> Option<When> {
        let last = end(self.resolve(to)?)?;
        let first = match *from {
            // The last such day before the end: the first and the last may lie on two sides of publication.
            Expression::Weekday { day, side: Side::Open } => {
                PartialDate::of(calendar::on_or_before(last.civil()?, calendar::weekday(day)?)?)
            }
            _ => start(self.resolve(from)?)?,
        };
        (first.first_day() <= last.last_day()).then_some(When::Interval(Some(first), Some(last)))
    }

    fn shift(&self, unit: DateUnit, count: i32, base: Base) -> Option<When> {
        if base == Base::Publication {
            return calendar::shift(self.published?, unit, count);
        }
        match (self.reference, unit) {
            // A quarter, a year earlier, is a quarter.
            (Some(When::Interval(Some(first), Some(last))), DateUnit::Year) if first.get_day().is_none() => {
                let (first, last) = (calendar::month_number(first)?, calendar::month_number(last)?);
                calendar::months(first + count * 12, last + count * 12)
            }
            (Some(reference), _) => calendar::shift(start(reference)?, unit, count),
            (None, DateUnit::Year | DateUnit::Month) => calendar::shift(self.published?, unit, count),
            (None, _) => None,
        }
    }

    /// The last one, once it has begun; the next one, where the verb looks ahead.
    fn weekend(&self) -> Option<When> {
        let published = self.published?;
        let this = calendar::shift(published, DateUnit::Weekend, 0)?;
        let begun = this.first_day()? <= published.last_day();
        if self.tense == Tense::Future || begun {
            return Some(this);
        }
        calendar::shift(published, DateUnit::Weekend, -1)
    }

    /// *The same day*, *that year*.
    fn same(&self, unit: DateUnit) -> Option<When> {
        let reference = self.reference?;
        let (first, last) = (start(reference)?, end(reference)?);
        let (from, to) = (calendar::shift(first, unit, 0)?, calendar::shift(last, unit, 0)?);
        (from == to).then_some(from)
    }

    fn weekday(&self, day: u8, side: Side) -> Option<When> {
        let (here, wanted) = (self.published?.civil()?, calendar::weekday(day)?);
        let before = calendar::on_or_before(here, wanted);
        let after = calendar::on_or_after(here, wanted);
        let found = match (side, self.tense) {
            (Side::Last, _) => calendar::on_or_before(calendar::plus_days(here, -1)?, wanted),
            // Said on a Monday, "next Friday" is not that of the same week.
            (Side::Next, _) => calendar::plus_days(calendar::monday(here, 1)?, i32::from(day) - 1),
            (_, Tense::Past) => before,
            (_, Tense::Future | Tense::Present) => after,
            (_, Tense::Open) => match (before, after) {
                (Some(before), Some(after)) if distance(here, after) > -distance(here, before) => {
                    Some(before)
                }
                _ => after,
            },
        };
        Some(When::Date(PartialDate::of(found?)))
    }

    /// A date of a year that the words tell or that is the best of those around publication.
    fn in_year(&self, year: Year, date: impl Fn(i32) -> Option<When>) -> Option<When> {
        let side = match year {
            Year::Known(year) => return date(i32::from(year)),
            Year::Foreign => return None,
            Year::Shift(count) => return date(i32::from(self.published?.get_year()) + count),
            Year::Open(side) => side,
        };
        let published = self.published?;
        let this = i32::from(published.get_year());
        if side == Side::This || published.get_month().is_none() {
            return date(this);
        }
        let (from, to) = (published.first_day(), published.last_day());
        let all = [this - 1, this, this + 1].into_iter().filter_map(&date);
        // Days from publication to the date: below zero where it is over.
        let away = |when: &When| match (when.first_day(), when.last_day()) {
            (Some(first), _) if first > to => distance(to, first),
            (_, Some(last)) if last < from => distance(from, last),
            _ => 0,
        };
        let before = all.clone().filter(|when| away(when) < i64::from(side != Side::Last)).max_by_key(&away);
        let after = all.clone().filter(|when| away(when) > -i64::from(side != Side::Next)).min_by_key(&away);
        let near = all.min_by_key(|when| away(when).abs());
        let told = match (side, self.tense) {
            (Side::Last, _) => return before,
            (Side::Next, _) => return after,
            (_, Tense::Past) => before,
            (_, Tense::Future) => after,
            (_, Tense::Present | Tense::Open) => near.filter(|near| away(near) <= AHEAD).or(before),
        }?;
        near.filter(|near| away(near).abs() <= NEAR && away(&told).abs() >= FAR).or(Some(told))
    }
}

fn distance(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

fn start(when: When) -> Option<PartialDate> {
    match when {
        When::Date(date) => Some(date),
        When::Interval(from, _) => from,
    }
}

fn end(when: When) -> Option<PartialDate> {
    match when {
        When::Date(date) => Some(date),
        When::Interval(_, to) => to,
    }
}
