//! Times counted from another: *last month*, *two days ago*, *the past five years*, *the same day*.

use crate::lexicon::dates::DateRole;
use crate::lexicon::dates::DateUnit;
use crate::mention::date::atom::Atom;
use crate::mention::date::expression::Base;
use crate::mention::date::expression::Expression;
use crate::mention::date::expression::Side;
use crate::mention::date::expression::Year;
use crate::mention::date::grammar::Read;
use crate::mention::date::grammar::Reader;

/// How a period is pointed at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pointer {
    Last,
    Past,
    Previous,
    This,
    Same,
    Next,
    Coming,
    Following,
}

const POINTERS: [(DateRole, Pointer); 8] = [
    (DateRole::Last, Pointer::Last),
    (DateRole::Past, Pointer::Past),
    (DateRole::Previous, Pointer::Previous),
    (DateRole::This, Pointer::This),
    (DateRole::Same, Pointer::Same),
    (DateRole::Next, Pointer::Next),
    (DateRole::Coming, Pointer::Coming),
    (DateRole::Following, Pointer::Following),
];

impl Pointer {
    const fn count(self) -> i32 {
        match self {
            Self::Last | Self::Past | Self::Previous => -1,
            Self::This | Self::Same => 0,
            Self::Next | Self::Coming | Self::Following => 1,
        }
    }

    const fn side(self) -> Side {
        match self {
            Self::Last | Self::Past | Self::Previous => Side::Last,
            Self::This | Self::Same => Side::This,
            Self::Next | Self::Coming | Self::Following => Side::Next,
        }
    }
}

impl Reader<'_> {
    fn pointer(&self, i: usize) -> Option<Pointer> {
        let atom = self.get(i)?;
        POINTERS.iter().find(|(role, _)| atom.has(*role)).map(|(_, pointer)| *pointer)
    }

    /// *Today*, *last month*, *next Friday*, *this March*, *the past five years*, *the same day*.
    pub(super) fn relative(&self, i: usize) -> Read<Expression> {
        if let Some(deictic) = self.near_day(i) {
            return Some(deictic);
        }
        let article = self.has(i, DateRole::The);
        let definite = article || i.checked_sub(1).is_some_and(|before| self.has(before, DateRole::The));
        let mut at = i + usize::from(article);
        let mut pointer = self.pointer(at)?;
        at += 1;
        // "This past Friday", "this coming week".
        if let (Pointer::This, Some(inner @ (Pointer::Past | Pointer::Coming))) = (pointer, self.pointer(at))
        {
            pointer = if inner == Pointer::Past { Pointer::Last } else { Pointer::Next };
            at += 1;
        }
        let at = self.skip(at, DateRole::Fiscal);
        self.pointed_period(at, pointer, definite)
            .or_else(|| self.pointed_date(at, pointer))
            .or_else(|| self.pointed_stretch(at, pointer))
    }

    fn near_day(&self, i: usize) -> Read<Expression> {
        let day = |count| Expression::Shift { unit: DateUnit::Day, count, base: Base::Publication };
        if let Some(count) = self.get(i)?.day_shift() {
            return Some((day(count), i + 1));
        }
        // "The day after tomorrow", "the day before yesterday".
        let start = self.skip(i, DateRole::The);
        let beyond = self.get(start + 2)?.day_shift().filter(|count| *count != 0)?;
        let step = if self.has(start + 1, DateRole::After) { 1 } else { -1 };
        let towards = self.has(start + 1, DateRole::After) || self.has(start + 1, DateRole::Before);
        (self.get(start)?.unit()? == DateUnit::Day && towards && step == beyond)
            .then_some((day(beyond * 2), start + 3))
    }

    fn pointed_period(&self, i: usize, pointer: Pointer, definite: bool) -> Read<Expression> {
        let noun = self.get(i)?;
        if noun.has(DateRole::Daytime) {
            let known = matches!(pointer, Pointer::This | Pointer::Last);
            let count = pointer.count();
            return known.then_some((
                Expression::Shift { unit: DateUnit::Day, count, base: Base::Publication },
                i + 1,
            ));
        }
        let unit = noun.unit().filter(|_| !noun.is_plural())?;
        let end = i + 1;
        let last_of_many = definite && pointer == Pointer::Last;
        // "The last day of the talks" is none.
        if last_of_many && (self.has(end, DateRole::Of) || unit == DateUnit::Day) {
            return None;
        }
        let base = match pointer {
            Pointer::Previous | Pointer::Following => Base::Reference,
            Pointer::Next if definite => Base::Reference,
            _ => Base::Publication,
        };
        let expression = match pointer {
            Pointer::Same => Expression::Same(unit),
            Pointer::Past | Pointer::Last if definite && unit < DateUnit::Decade => {
                Expression::Stretch { unit, count: -1 }
            }
            _ => Expression::Shift { unit, count: pointer.count(), base },
        };
        // "Last year's third quarter", "next week's Friday".
        if unit == DateUnit::Year
            && self.get(end).is_some_and(Atom::is_apostrophe)
            && self.has(end + 1, DateRole::DecadeSuffix)
            && let Some((Expression::Part { of, number, .. }, end)) = self.part_of_year(end + 2)
        {
            return Some((Expression::Part { of, number, year: Year::Shift(pointer.count()) }, end));
        }
        // "The week before last".
        if self.has(end, DateRole::Before) && self.has(end + 1, DateRole::Last) {
            return Some((Expression::Shift { unit, count: -2, base: Base::Publication }, end + 2));
        }
        Some((expression, end))
    }

    /// *Last Friday*, *next March 3*, *this spring*.
    fn pointed_date(&self, i: usize, pointer: Pointer) -> Read<Expression> {
        if pointer == Pointer::Same {
            return None;
        }
        if let Some(month) = self.get(i)?.season() {
            return Some((Expression::Season { month, year: Year::Open(pointer.side()) }, i + 1));
        }
        let (date, end) = self.calendar_date(i).or_else(|| self.feast(i))?;
        let side = pointer.side();
        let date = match date {
            Expression::Weekday { .. } if matches!(pointer, Pointer::Previous | Pointer::Following) => {
                Expression::Unknown
            }
            Expression::Weekday { day, .. } => Expression::Weekday { day, side },
            Expression::Days { month, first, last, year: Year::Open(_) } => {
                Expression::Days { month, first, last, year: Year::Open(side) }
            }
            Expression::Month { month, year: Year::Open(_) } => {
                Expression::Month { month, year: Year::Open(side) }
            }
            stated => stated,
        };
        Some((date, end))
    }

    /// *The past five years*, *the next two weeks*, *the last few months*, *recent years*.
    fn pointed_stretch(&self, i: usize, pointer: Pointer) -> Read<Expression> {
        if matches!(pointer, Pointer::This | Pointer::Same) {
            return None;
        }
        let (count, next) = self.count(i).unwrap_or((None, i));
        let unit = self.get(next)?;
        if !unit.is_plural() {
            return None;
        }
        let found = match (count, unit.unit()?) {
            (Some(count), unit) => Expression::Stretch { unit, count: count * pointer.count() },
            (None, _) => Expression::Unknown,
        };
        Some((found, next + 1))
    }

    /// A number of units; none where it is vague.
    fn count(&self, i: usize) -> Read<Option<i32>> {
        let atom = self.get(i)?;
        if let Some(number) = atom.number().filter(|_| atom.text.len() <= 3) {
            return Some((Some(number.cast_signed()), i + 1));
        }
        if let Some(number) = self.lexicon.numbers.cardinal(&atom.lower) {
            return Some((Some(number.cast_signed()), i + 1));
        }
        if atom.has(DateRole::Vague) {
            return Some((None, self.skip(i + 1, DateRole::Of)));
        }
        if atom.has(DateRole::A) {
            return Some(self.count(i + 1).filter(|(count, _)| count.is_none()).unwrap_or((Some(1), i + 1)));
        }
        None
    }

    /// *Two days ago*, *a year earlier*, *the day before*, *years ago*, *a year-ago*.
    pub(super) fn distance(&self, i: usize) -> Read<Expression> {
        let definite = self.has(i, DateRole::The);
        let (count, next) = self.count(i).unwrap_or((None, i + usize::from(definite)));
        let noun = self.get(next)?;
        let unit = noun.unit()?;
        let joined = self.is_dash(next + 1);
        let single = count.is_none() && next == i + usize::from(definite) && !noun.is_plural();
        let (end, direction, base) = self.direction(self.skip_dash(next + 1))?;
        if single && !joined && !(definite && base == Base::Reference) {
            return None;
        }
        let vague = unit >= DateUnit::Decade;
        let Some(count) = count.or(single.then_some(1)).filter(|_| !vague) else {
            return Some((Expression::Unknown, end));
        };
        let count = count * direction;
        Some((Expression::Shift { unit, count, base }, end))
    }

    fn direction(&self, i: usize) -> Option<(usize, i32, Base)> {
        let word = self.get(i)?;
        if word.has(DateRole::Ago) {
            return Some((i + 1, -1, Base::Publication));
        }
        if word.has(DateRole::From) && self.has(i + 1, DateRole::FromNow) {
            return Some((i + 2, 1, Base::Publication));
        }
        let direction = if word.has(DateRole::Earlier) {
            -1
        } else if word.has(DateRole::Later) {
            1
        } else {
            return None;
        };
        // "A year before the war" counts from what follows.
        let preposition = word.has(DateRole::Before) || word.has(DateRole::After);
        let ends = self.get(i + 1).is_none_or(|next| !next.is_word() && !next.is_digits());
        (!preposition || ends).then_some((i + 1, direction, Base::Reference))
    }
}
