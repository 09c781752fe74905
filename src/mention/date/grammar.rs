//! Reads expressions of time from atoms: which words belong together and what they say.

use std::ops::Range;

use crate::lexicon::dates::DateLexicon;
use crate::lexicon::dates::DateRole;
use crate::lexicon::dates::DateUnit;
use crate::mention::date::atom::Atom;
use crate::mention::date::expression::Base;
use crate::mention::date::expression::Expression;
use crate::mention::date::expression::Side;
use crate::mention::date::expression::Year;

/// An expression and where it ends, as index into the atoms.
pub(super) type Read<T> = Option<(T, usize)>;

/// Reads the atoms of one sentence.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) atoms: &'a [Atom<'a, 'a>],
    pub(super) lexicon: &'a DateLexicon,
}

/// An expression with its atoms.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) expression: Expression,
    pub(super) atoms: Range<usize>,
}

impl<'a> Reader<'a> {
    pub(super) fn get(&self, i: usize) -> Option<&'a Atom<'a, 'a>> {
        self.atoms.get(i)
    }

    pub(super) fn has(&self, i: usize, role: DateRole) -> bool {
        self.get(i).is_some_and(|atom| atom.has(role))
    }

    pub(super) fn is(&self, i: usize, mark: &str) -> bool {
        self.get(i).is_some_and(|atom| atom.text == mark)
    }

    pub(super) fn is_dash(&self, i: usize) -> bool {
        self.get(i).is_some_and(Atom::is_dash)
    }

    pub(super) fn is_glued(&self, i: usize) -> bool {
        self.get(i).is_some_and(|atom| atom.glued)
    }

    /// `i`, or one later where such a word stands there.
    pub(super) fn skip(&self, i: usize, role: DateRole) -> usize {
        if self.has(i, role) { i + 1 } else { i }
    }

    pub(super) fn skip_mark(&self, i: usize, mark: &str) -> usize {
        if self.is(i, mark) { i + 1 } else { i }
    }

    pub(super) fn skip_dash(&self, i: usize) -> usize {
        if self.is_dash(i) { i + 1 } else { i }
    }

    /// The expressions that begin at `i`, in order. Several where dates are listed and share month or year.
    pub(super) fn phrase(&self, i: usize) -> Vec<Found> {
        if let Some(range) = self.range(i) {
            return vec![range];
        }
        if let Some(days) = self.days_of_one_month(i) {
            return days;
        }
        let Some((expression, end)) = self.single(i) else { return Vec::new() };
        let mut list = vec![Found { expression, atoms: i..end }];
        self.more_of_a_list(&mut list);
        list
    }

    /// *From X to Y*, *between X and Y*, *X-Y*.
    fn range(&self, i: usize) -> Option<Found> {
        let (between, from) = (self.has(i, DateRole::Between), self.has(i, DateRole::From));
        let start = if between || from { i + 1 } else { i };
        let (first, end) = self.single(start)?;
        if matches!(first, Expression::Range(..)) {
            return None;
        }
        let link = self.get(end)?;
        let open = between && link.has(DateRole::And)
            || link.has(DateRole::To) && (from || !link.has(DateRole::Until))
            || link.is_dash();
        if !open {
            return None;
        }
        let next = if link.has(DateRole::To) { self.skip(end + 1, DateRole::Early) } else { end + 1 };
        let (last, end) = self.single(next)?;
        if !matching(&first, &last) {
            return None;
        }
        let first = first.with_year(&last);
        Some(Found { expression: Expression::Range(Box::new(first), Box::new(last)), atoms: start..end })
    }

    /// *3 and 15 May*: a day without its month, before one that has it.
    fn days_of_one_month(&self, i: usize) -> Option<Vec<Found>> {
        let (day, next) = self.day_number(i)?;
        let link = self.get(next)?;
        if !(link.has(DateRole::And) || link.has(DateRole::Or) || link.text == ",") {
            return None;
        }
        let next_day = self.skip(next + 1, DateRole::The);
        let rest = self.days_of_one_month(next_day).or_else(|| {
            let (expression, end) = self.day_and_month(next_day)?;
            Some(vec![Found { expression, atoms: next_day..end }])
        })?;
        let Expression::Days { month, first: following, year, .. } = rest.first()?.expression else {
            return None;
        };
        if following <= day {
            return None;
        }
        let own = Expression::Days { month, first: day, last: day, year };
        let mut all = vec![Found { expression: own, atoms: i..next }];
        all.extend(rest);
        Some(all)
    }

    /// *March, April and May 2022*: the year of the last holds for all.
    fn more_of_a_list(&self, list: &mut Vec<Found>) {
        while let Some(last) = list.last() {
            let Some(link) = self.get(last.atoms.end) else { break };
            if !(link.has(DateRole::And) || link.has(DateRole::Or) || link.text == ",") {
                break;
            }
            let mut next = last.atoms.end + 1;
            if link.text == "," && (self.has(next, DateRole::And) || self.has(next, DateRole::Or)) {
                next += 1;
            }
            let Some((expression, end)) = self.single(next) else { break };
            if !matching(&last.expression, &expression) {
                break;
            }
            for found in list.iter_mut() {
                found.expression = found.expression.clone().with_year(&expression);
            }
            list.push(Found { expression, atoms: next..end });
        }
    }

    /// One date or period.
    pub(super) fn single(&self, i: usize) -> Read<Expression> {
        self.get(i)?;
        self.part_of_period(i)
            .or_else(|| self.of_week(i))
            .or_else(|| self.numeric(i))
            .or_else(|| self.feast(i))
            .or_else(|| self.calendar_date(i))
            .or_else(|| self.relative(i))
            .or_else(|| self.distance(i))
            .or_else(|| self.century(i))
            .or_else(|| self.decade(i))
            .or_else(|| self.part_of_year(i))
            .or_else(|| self.season(i))
            .or_else(|| self.fiscal_year(i))
            .or_else(|| self.year_alone(i))
    }

    /// *Early 2021*, *later this year*, *the end of the month*, *mid-March*: it has the value of its period.
    fn part_of_period(&self, i: usize) -> Read<Expression> {
        let early = self.skip(i, DateRole::The);
        if self.has(early, DateRole::Early) {
            let next = self.skip_dash(early + 1);
            let joined = next > early + 1;
            let mut next = if joined { next } else { self.skip(next, DateRole::Of) };
            if !joined && self.has(next, DateRole::On) && !self.has(next, DateRole::Of) {
                next += 1;
            }
            let inner = self.single(next).or_else(|| self.the_unit(next));
            if let Some((inner, end)) = inner
                && !matches!(inner, Expression::Stretch { .. } | Expression::Range(..))
            {
                return Some((inner, end));
            }
        }
        if self.has(early, DateRole::PartNoun) {
            let of = early + 1;
            if self.has(of, DateRole::Of) {
                return self.single(of + 1).or_else(|| self.the_unit(of + 1));
            }
        }
        self.end_of_year(i)
    }

    /// *The year*, *the month*: the one in which the text was published.
    fn the_unit(&self, i: usize) -> Read<Expression> {
        if !self.has(i, DateRole::The) {
            return None;
        }
        let unit = self.get(i + 1)?.unit()?;
        matches!(
            unit,
            DateUnit::Week | DateUnit::Month | DateUnit::Year | DateUnit::Decade | DateUnit::Century
        )
        .then_some((Expression::Shift { unit, count: 0, base: Base::Publication }, i + 2))
    }

    /// *The weekend*, *the week of 4 October*.
    fn of_week(&self, i: usize) -> Read<Expression> {
        let noun = self.skip(i, DateRole::The);
        match self.get(noun)?.unit()? {
            DateUnit::Weekend if noun > i => Some((Expression::Weekend, noun + 1)),
            DateUnit::Week if self.has(noun + 1, DateRole::Of) => {
                let (day, end) = self.day_and_month(noun + 2)?;
                Some((Expression::WeekOf(Box::new(day)), end))
            }
            _ => None,
        }
    }

    /// *Year's end*, *year-end*.
    fn end_of_year(&self, i: usize) -> Read<Expression> {
        let unit = self.get(i)?.unit()?;
        let mut next = i + 1;
        if self.get(next).is_some_and(Atom::is_apostrophe) {
            next = self.skip(next + 1, DateRole::DecadeSuffix);
        } else {
            next = self.skip_dash(next);
        }
        (unit == DateUnit::Year && next > i + 1 && self.has(next, DateRole::PartNoun))
            .then_some((Expression::Shift { unit, count: 0, base: Base::Publication }, next + 1))
    }

    /// *Spring 2022*, *the spring of 2022*.
    fn season(&self, i: usize) -> Read<Expression> {
        let season = self.skip(i, DateRole::The);
        let month = self.get(season)?.season()?;
        let (year, end) = self.year_after(season + 1)?;
        Some((Expression::Season { month, year }, end))
    }

    /// A year after a month, a quarter or a season: *2022*, *, 2022*, *of 2022*, *last year*, *of that year*.
    pub(super) fn year_after(&self, i: usize) -> Read<Year> {
        let next = self.skip(self.skip_mark(i, ","), DateRole::Of);
        let next = if next > i + 1 { i + 1 } else { next };
        self.year_in_figures(next).or_else(|| self.year_by_distance(self.skip(i, DateRole::Of)))
    }

    /// *Last year*, *this year*, *next year* after a date.
    fn year_by_distance(&self, i: usize) -> Read<Year> {
        let count = match self.get(i)? {
            atom if atom.has(DateRole::Last) => -1,
            atom if atom.has(DateRole::This) => 0,
            atom if atom.has(DateRole::Next) => 1,
            _ => return None,
        };
        (self.get(i + 1)?.unit()? == DateUnit::Year).then_some((Year::Shift(count), i + 2))
    }
}

/// Whether two dates can be the ends of a range, or members of one list.
fn matching(first: &Expression, last: &Expression) -> bool {
    let rank = |expression: &Expression| match expression {
        Expression::Known(_) => 1,
        Expression::Days { .. } => 2,
        Expression::Month { .. } => 3,
        Expression::Season { .. } | Expression::Part { .. } => 4,
        Expression::Weekday { side: Side::Open, .. } | Expression::WeekdayOf { .. } => 5,
        Expression::Shift { .. } => 6,
        Expression::Unknown
        | Expression::Weekday { .. }
        | Expression::Weekend
        | Expression::WeekOf(_)
        | Expression::Stretch { .. }
        | Expression::Same(_)
        | Expression::Range(..) => 0,
    };
    match (rank(first), rank(last)) {
        (0, _) | (_, 0) => false,
        // "May to July 2022", "8 October 2021 to today".
        (first, last) => first == last || last == 6 || (first, last) == (3, 2) || (first, last) == (2, 3),
    }
}
