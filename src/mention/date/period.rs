//! Longer periods: *the 1990s*, *the 19th century*, *the third quarter*, *fiscal year 2023*, *2008-09*, *2014*.

use crate::lexicon::dates::DateRole;
use crate::lexicon::dates::DateUnit;
use crate::mention::date::absolute::full_year;
use crate::mention::date::atom::Atom;
use crate::mention::date::calendar;
use crate::mention::date::expression::Expression;
use crate::mention::date::expression::Side;
use crate::mention::date::expression::Year;
use crate::mention::date::grammar::Read;
use crate::mention::date::grammar::Reader;
use crate::model::PartialDate;
use crate::model::When;

/// Years that a number of four figures without a month may mean.
const YEARS_ALONE: std::ops::RangeInclusive<u32> = 1500..=2100;

impl Reader<'_> {
    /// *The 1990s*, *the ’90s*, *the nineties*.
    pub(super) fn decade(&self, i: usize) -> Read<Expression> {
        let start = self.skip(i, DateRole::The);
        let years =
            |first: i32, last: i32, end| Some((Expression::Known(calendar::years(first, last)?), end));
        if let Some(first) = self.get(start)?.decade() {
            return years(1900 + i32::from(first), 1909 + i32::from(first), start + 1);
        }
        let short = self.get(start)?.is_apostrophe();
        let number = start + usize::from(short);
        let first = if short { self.digits(number, 2..=2)? } else { self.digits(number, 4..=4)? };
        let mut next = number + 1;
        if start > i && self.get(next).is_some_and(|mark| mark.is_apostrophe() && mark.glued) {
            next += 1;
        }
        if !(self.is_glued(next) && self.has(next, DateRole::DecadeSuffix) && first.is_multiple_of(10)) {
            return None;
        }
        let first = if short { i32::from(full_year(first)) } else { first.cast_signed() };
        match first {
            2000 => years(2000, 2009, next + 1),
            1500..=2100 if first % 100 == 0 => years(first, first + 99, next + 1),
            1500..=2100 => years(first, first + 9, next + 1),
            _ => None,
        }
    }

    /// *The 19th century*.
    pub(super) fn century(&self, i: usize) -> Read<Expression> {
        let (number, next) = self.ordinal(self.skip(i, DateRole::The))?;
        let next = self.skip_dash(next);
        if self.get(next)?.unit()? != DateUnit::Century || self.has(next + 1, DateRole::Era) {
            return None;
        }
        let first = (number.cast_signed() - 1) * 100 + 1;
        Some((Expression::Known(calendar::years(first, first + 99)?), next + 1))
    }

    /// *The third quarter of 2021*, *the first half of next year*, *Q3 2021*.
    pub(super) fn part_of_year(&self, i: usize) -> Read<Expression> {
        let start = self.skip(i, DateRole::The);
        // "The 1988 second quarter".
        let before =
            self.digits(start, 4..=4).filter(|year| YEARS_ALONE.contains(year)).map(|year| year as i16);
        let start = self.skip(start + usize::from(before.is_some()), DateRole::Fiscal);
        let (number, next) = self.ordinal(self.skip_dash(start))?;
        let next = self.skip_dash(next);
        let noun = self.get(next)?;
        let of = match noun.unit() {
            Some(DateUnit::Quarter) => 4,
            _ if noun.has(DateRole::Half) => 2,
            _ => return None,
        };
        let year = self.fiscal_year(self.skip(next + 1, DateRole::Of)).and_then(|(year, end)| match year {
            Expression::Known(When::Date(date)) => Some((Year::Known(date.get_year()), end)),
            _ => None,
        });
        let year =
            before.map(|year| (Year::Known(year), next + 1)).or(year).or_else(|| self.year_after(next + 1));
        if (year.is_none() && of == 2) || number > of {
            return None;
        }
        let (year, end) = year.unwrap_or((Year::Open(Side::Open), next + 1));
        Some((Expression::Part { of: of as u8, number: number as u8, year }, end))
    }

    /// *Fiscal year 2023*, *FY2023*, *FY23*, *the year 2014*.
    pub(super) fn fiscal_year(&self, i: usize) -> Read<Expression> {
        let start = self.skip(i, DateRole::The);
        let fiscal = self.has(start, DateRole::Fiscal);
        let unit = start + usize::from(fiscal);
        let is_year = self.get(unit)?.unit() == Some(DateUnit::Year);
        if !fiscal && !is_year {
            return None;
        }
        let number = unit + usize::from(is_year);
        if let Some(read) = self.split_year(number) {
            return Some(read);
        }
        let year = match self.digits(number, 2..=4)? {
            short if short < 100 && fiscal => full_year(short),
            year if YEARS_ALONE.contains(&year) => year as i16,
            _ => return None,
        };
        Some((Expression::Known(When::Date(PartialDate::year(year))), number + 1))
    }

    /// *2008-09*, *2008/2009*.
    fn split_year(&self, i: usize) -> Read<Expression> {
        let first = self.digits(i, 4..=4).filter(|year| YEARS_ALONE.contains(year))?;
        let mark = self.get(i + 1).filter(|mark| mark.glued && (mark.is_dash() || mark.text == "/"))?;
        let second = self.is_glued(i + 2).then(|| self.digits(i + 2, 2..=4)).flatten()?;
        if self.is_glued(i + 3)
            && self.get(i + 3).is_some_and(|next| next.is_word() || next.text == mark.text)
        {
            return None;
        }
        let last = if second < 100 { first - first % 100 + second } else { second };
        if last > first && YEARS_ALONE.contains(&last) {
            return Some((
                Expression::Known(calendar::years(first.cast_signed(), last.cast_signed())?),
                i + 3,
            ));
        }
        let month = PartialDate::month(first as i16, u8::try_from(second).ok()?)?;
        Some((Expression::Known(When::Date(month)), i + 3))
    }

    /// *2014*, *2008-09*, *nineteen ninety-six*. Whether a number is a year is looked at again with the words around it.
    pub(super) fn year_alone(&self, i: usize) -> Read<Expression> {
        if let Some(read) = self.split_year(i) {
            return Some(read);
        }
        let Some(number) = self.digits(i, 4..=4) else {
            let (year, end) = self.year_in_words(i)?;
            return Some((Expression::Known(When::Date(PartialDate::year(year))), end));
        };
        let figures_at = |at: usize| self.is_glued(at) && self.get(at).is_some_and(Atom::is_digits);
        let marked = self.get(i + 1).is_some_and(|next| {
            let more = next.is_word() || next.text == "%";
            next.glued && (more || matches!(next.text, ":" | "/" | "," | ".") && figures_at(i + 2))
        });
        let plain = YEARS_ALONE.contains(&number) && !marked && !self.has(i + 1, DateRole::Era);
        plain.then(|| (Expression::Known(When::Date(PartialDate::year(number as i16))), i + 1))
    }

    /// *Nineteen ninety-six*.
    pub(super) fn year_in_words(&self, i: usize) -> Read<i16> {
        let numbers = &self.lexicon.numbers;
        let century = numbers.cardinal(&self.get(i)?.lower).filter(|century| (15..=20).contains(century))?;
        let tens = numbers.cardinal(&self.get(i + 1)?.lower).filter(|tens| (10..=99).contains(tens))?;
        let unit = self.skip_dash(i + 2);
        match self.get(unit).and_then(|unit| numbers.cardinal(&unit.lower)) {
            Some(rest) if rest < 10 && tens >= 20 => Some(((century * 100 + tens + rest) as i16, unit + 1)),
            _ => Some(((century * 100 + tens) as i16, i + 2)),
        }
    }
}
