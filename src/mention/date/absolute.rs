//! Dates of the calendar: *8 October 2021*, *May 2022*, *2021-10-08*, *Christmas Day*, *Friday*.

use compact_str::CompactString;

use crate::lexicon::dates::DateRole;
use crate::lexicon::dates::DateUnit;
use crate::mention::date::atom::Atom;
use crate::mention::date::expression::Expression;
use crate::mention::date::expression::Side;
use crate::mention::date::expression::Year;
use crate::mention::date::grammar::Read;
use crate::mention::date::grammar::Reader;
use crate::model::PartialDate;
use crate::model::When;

/// Years that a date may have. Beyond lie the Buddhist and Jewish calendars.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=2100;

impl Reader<'_> {
    pub(super) fn digits(&self, i: usize, lengths: std::ops::RangeInclusive<usize>) -> Option<u32> {
        let atom = self.get(i)?;
        lengths.contains(&atom.text.len()).then(|| atom.number()).flatten()
    }

    /// *8*, *8th*, *eighth*, *twenty-first*.
    pub(super) fn day_number(&self, i: usize) -> Read<u8> {
        let (day, end) = match self.digits(i, 1..=2) {
            Some(day) if self.is_glued(i + 1) && self.has(i + 1, DateRole::OrdinalSuffix) => (day, i + 2),
            Some(day) => (day, i + 1),
            None => self.ordinal(i)?,
        };
        (1..=31).contains(&day).then_some((day as u8, end))
    }

    /// An ordinal in words or figures.
    pub(super) fn ordinal(&self, i: usize) -> Read<u32> {
        if let Some(number) = self.digits(i, 1..=2) {
            return (self.is_glued(i + 1) && self.has(i + 1, DateRole::OrdinalSuffix))
                .then_some((number, i + 2));
        }
        let numbers = &self.lexicon.numbers;
        let atom = self.get(i)?;
        if let Some(number) = numbers.ordinal(&atom.lower) {
            return Some((number, i + 1));
        }
        let tens = numbers.cardinal(&atom.lower).filter(|tens| tens.is_multiple_of(10))?;
        let unit = self.skip_dash(i + 1);
        let number = numbers.ordinal(&self.get(unit)?.lower).filter(|unit| *unit < 10)?;
        Some((tens + number, unit + 1))
    }

    /// A month by its name, with the full stop of an abbreviation.
    fn month_name(&self, i: usize) -> Read<u8> {
        let atom = self.get(i).filter(|atom| atom.is_capital())?;
        let month = atom.month()?;
        let stop = self.get(i + 1).is_some_and(|stop| {
            let more = self.get(i + 2).is_some_and(|next| next.is_digits() || next.text == ",");
            stop.text == "." && stop.glued && atom.text.len() <= 4 && (stop.token == atom.token || more)
        });
        Some((month, if stop { i + 2 } else { i + 1 }))
    }

    /// A year in figures beside a month: *2021*, *’98*.
    pub(super) fn year_in_figures(&self, i: usize) -> Read<Year> {
        if self.get(i)?.is_apostrophe() && self.is_glued(i + 1) {
            let short = self.digits(i + 1, 2..=2)?;
            return Some((Year::Known(full_year(short)), i + 2));
        }
        if let Some((year, end)) = self.year_in_words(i) {
            return Some((Year::Known(year), end));
        }
        let number = self.digits(i, 4..=4)?;
        if self.is_glued(i + 1) && self.get(i + 1).is_some_and(|next| next.is_word() || next.text == "%") {
            return None;
        }
        let foreign = !YEARS.contains(&number) || self.has(i + 1, DateRole::Era);
        Some((if foreign { Year::Foreign } else { Year::Known(number as i16) }, i + 1))
    }

    /// *2021-10-08*, *8/10/2021*, *8.10.2021*.
    pub(super) fn numeric(&self, i: usize) -> Read<Expression> {
        self.digits(i, 1..=4)?;
        let mark = self.get(i + 1).filter(|mark| mark.glued && matches!(mark.text, "-" | "/" | "."))?;
        let second = self.get(i + 3).filter(|second| second.glued && second.text == mark.text);
        second?;
        let next = |at: usize| self.is_glued(at).then(|| self.digits(at, 1..=4)).flatten();
        let (one, two, three) = (self.digits(i, 1..=4)?, next(i + 2)?, next(i + 4)?);
        let end = i + 5;
        if self.is_glued(end) && self.get(end).is_some_and(|after| after.text == mark.text) {
            return None;
        }
        let day = |year: u32, month: u32, day: u32| {
            let date = PartialDate::day(year as i16, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
            (1800..=2100).contains(&year).then_some((Expression::Known(When::Date(date)), end))
        };
        match (self.get(i)?.text.len(), self.get(i + 4)?.text.len(), mark.text) {
            (4, 1..=2, "-" | "/") => day(one, two, three),
            (1..=2, 4, ".") => day(three, two, one),
            // Which is the month, the first or the second, depends on the country.
            (1..=2, 4, _) if one > 12 => day(three, two, one),
            (1..=2, 4, _) if two > 12 => day(three, one, two),
            (1..=2, 4, _) if (1800..=2100).contains(&three) && one > 0 && two > 0 => {
                Some((Expression::Known(When::Date(PartialDate::year(three as i16))), end))
            }
            _ => None,
        }
    }

    /// *Christmas Day*, *Christmas 1914*.
    pub(super) fn feast(&self, i: usize) -> Read<Expression> {
        self.get(i).filter(|atom| atom.is_capital())?;
        let is_here = |name: &[CompactString]| {
            name.iter().enumerate().all(|(k, word)| {
                self.get(i + k).is_some_and(|atom| atom.lower == *word || word == "'" && atom.is_apostrophe())
            })
        };
        let (name, (month, day)) = self.lexicon.feasts().find(|(name, _)| is_here(name))?;
        let end = i + name.len();
        let (year, end) = self.year_after(end).unwrap_or((Year::Open(Side::Open), end));
        Some((Expression::Days { month, first: day, last: day, year }, end))
    }

    /// With or without the day of the week: *Friday, 8 October*, *October 8, 2021*, *October 2021*, *Friday*.
    pub(super) fn calendar_date(&self, i: usize) -> Read<Expression> {
        let Some((weekday, next)) = self.weekday_name(i) else {
            return self.day_and_month(i).or_else(|| self.month(i));
        };
        let date = self.skip(self.skip_mark(next, ","), DateRole::The);
        if let Some(found) = self.day_and_month(date) {
            return Some(found);
        }
        if let Some((week, end)) = self.week_after(next) {
            return Some((Expression::WeekdayOf { day: weekday, week }, end));
        }
        Some((Expression::Weekday { day: weekday, side: Side::Open }, next))
    }

    fn weekday_name(&self, i: usize) -> Read<u8> {
        let atom = self.get(i).filter(|atom| atom.is_capital())?;
        if let Some(day) = atom.weekday() {
            return Some((day, i + 1));
        }
        let day = atom.short_weekday()?;
        let stop = self.is(i + 1, ".") && self.is_glued(i + 1);
        let next = if stop { i + 2 } else { i + 1 };
        let date = self.skip_mark(next, ",");
        (stop || self.day_and_month(date).is_some()).then_some((day, next))
    }

    /// *Of next week* after a day of the week.
    fn week_after(&self, i: usize) -> Read<i32> {
        let next = self.skip(i, DateRole::Of);
        let count = match self.get(next)? {
            atom if atom.has(DateRole::Last) => -1,
            atom if atom.has(DateRole::This) => 0,
            atom if atom.has(DateRole::Next) => 1,
            _ => return None,
        };
        (self.get(next + 1)?.unit()? == DateUnit::Week).then_some((count, next + 2))
    }

    /// *8 October*, *the 8th of October 2021*, *3-5 May*, *October 8*, *October 8-10, 2021*.
    pub(super) fn day_and_month(&self, i: usize) -> Read<Expression> {
        let (month, first, last, next) = self.day_first(i).or_else(|| self.month_first(i))?;
        let (year, end) = self.year_after(next).unwrap_or((Year::Open(Side::Open), next));
        Some((Expression::Days { month, first, last, year }, end))
    }

    fn day_first(&self, i: usize) -> Option<(u8, u8, u8, usize)> {
        let (first, next) = self.day_number(self.skip(i, DateRole::The))?;
        let (last, next) = self.last_day(first, next).unwrap_or((first, next));
        // "The 12th day of April".
        let named = self.get(next).and_then(Atom::unit) == Some(DateUnit::Day);
        let month = self.skip(next + usize::from(named), DateRole::Of);
        let (month, end) = self.month_name(month)?;
        Some((month, first, last, end))
    }

    fn month_first(&self, i: usize) -> Option<(u8, u8, u8, usize)> {
        let (month, next) = self.month_name(i)?;
        let (first, next) = self.day_number(self.skip(next, DateRole::The))?;
        let figures = self.is_glued(next + 1) && self.get(next + 1).is_some_and(Atom::is_digits);
        let clock = figures
            && self.is_glued(next)
            && self.get(next).is_some_and(|mark| matches!(mark.text, ":" | "/"));
        let more =
            self.is_glued(next) && self.get(next).is_some_and(|after| after.is_digits() || after.text == "%");
        if clock || more {
            return None;
        }
        let (last, next) = self.last_day(first, next).unwrap_or((first, next));
        Some((month, first, last, next))
    }

    /// The second of *8-10*, *8 to 10*, *8 and 9*.
    fn last_day(&self, first: u8, i: usize) -> Read<u8> {
        let link = self.get(i)?;
        let and = link.has(DateRole::And);
        if !(link.is_dash() || link.has(DateRole::To) || and) {
            return None;
        }
        let (last, end) = self.day_number(self.skip(i + 1, DateRole::The))?;
        let follows = if and { last == first + 1 } else { last > first };
        follows.then_some((last, end))
    }

    /// *October*, *October 2021*, *October last year*.
    fn month(&self, i: usize) -> Read<Expression> {
        let (month, next) = self.month_name(i)?;
        let (year, end) = self.year_after(next).unwrap_or((Year::Open(Side::Open), next));
        Some((Expression::Month { month, year }, end))
    }
}

/// The year that two figures stand for.
pub(super) fn full_year(short: u32) -> i16 {
    if short <= 40 { 2000 + short as i16 } else { 1900 + short as i16 }
}
