//! Which expressions are dates where they stand: *May* the month, *May* the minister, *may* the verb; *2014* and 2,014.

use crate::lexicon::dates::DateLexicon;
use crate::lexicon::dates::DateRole;
use crate::lexicon::dates::DateUnit;
use crate::mention::date::atom::Atom;
use crate::mention::date::expression::Base;
use crate::mention::date::expression::Expression;
use crate::mention::date::expression::Side;
use crate::mention::date::expression::Year;
use crate::mention::date::grammar::Found;
use crate::model::Annotated;
use crate::model::Deprel;
use crate::model::Upos;
use crate::model::When;

/// Years that stand without preposition before a noun: *the 2014 accord*.
const PLAIN_YEARS: std::ops::RangeInclusive<i16> = 1800..=2060;

/// Whether the expression is a date in its sentence.
pub(super) fn is_date(
    annotated: &Annotated<'_>,
    lexicon: &DateLexicon,
    atoms: &[Atom<'_, '_>],
    found: &Found,
) -> bool {
    let place = Place { annotated, lexicon, atoms, found };
    let single = found.atoms.len() == 1;
    match &found.expression {
        Expression::Month { year: Year::Open(Side::Open), .. } => place.is_month(),
        Expression::Weekday { side: Side::Open, .. } if single => place.is_weekday(),
        Expression::Known(When::Date(date)) if single => place.is_year(date.get_year()),
        Expression::Shift { unit: DateUnit::Day, base: Base::Publication, .. } if single => {
            place.is_near_day()
        }
        _ => !place.is_inside_a_word(),
    }
}

struct Place<'a, 'd, 't, 'l> {
    annotated: &'a Annotated<'d>,
    lexicon: &'a DateLexicon,
    atoms: &'a [Atom<'t, 'l>],
    found: &'a Found,
}

impl<'t, 'l> Place<'_, '_, 't, 'l> {
    fn before(&self) -> Option<&Atom<'t, 'l>> {
        self.found.atoms.start.checked_sub(1).and_then(|i| self.atoms.get(i))
    }

    fn after(&self) -> Option<&Atom<'t, 'l>> {
        self.atoms.get(self.found.atoms.end)
    }

    fn token(&self) -> usize {
        self.atoms[self.found.atoms.start].token
    }

    fn upos(&self, atom: &Atom<'_, '_>) -> Upos {
        self.annotated.tokens[atom.token].upos
    }

    /// *A320*, *$2000*, *COVID-2019*.
    fn is_inside_a_word(&self) -> bool {
        if !self.atoms[self.found.atoms.start].glued {
            return false;
        }
        self.before().is_some_and(|before| {
            let joined = (before.is_dash() || before.text == "/") && before.glued && !self.has_prefix();
            joined || before.is_word() || before.is_digits() || before.is_sign()
        })
    }

    /// *Post-2014*.
    fn has_prefix(&self) -> bool {
        let word = self.found.atoms.start.checked_sub(2).and_then(|i| self.atoms.get(i));
        self.before().is_some_and(Atom::is_dash)
            && word.is_some_and(|word| word.has(DateRole::Early) || word.has(DateRole::Prefix))
    }

    fn is_preposition(atom: &Atom<'_, '_>) -> bool {
        const ROLES: [DateRole; 9] = [
            DateRole::On,
            DateRole::Of,
            DateRole::Since,
            DateRole::Until,
            DateRole::By,
            DateRole::Before,
            DateRole::After,
            DateRole::From,
            DateRole::To,
        ];
        ROLES.iter().any(|role| atom.has(*role))
    }

    /// A month alone must stand where a date can: after a preposition, or before a noun.
    fn is_month(&self) -> bool {
        let token = self.token();
        let verb = matches!(self.upos(&self.atoms[self.found.atoms.start]), Upos::Verb | Upos::Aux);
        let before_name = self.after().is_some_and(|next| next.is_word() && next.is_capital());
        if self.found.atoms.len() > 1 && self.atoms[self.found.atoms.start].has(DateRole::Early) {
            return true;
        }
        if verb || before_name || self.is_inside_a_word() {
            return false;
        }
        match self.before() {
            Some(before) if Self::is_preposition(before) || before.has(DateRole::Early) => true,
            Some(before)
                if before.has(DateRole::And) || before.has(DateRole::Or) || before.has(DateRole::Between) =>
            {
                true
            }
            Some(before) if before.is_dash() => true,
            Some(before) if before.is_word() && before.is_capital() && before.lower != "the" => false,
            _ => self.modifies_a_later_noun(token),
        }
    }

    fn modifies_a_later_noun(&self, token: usize) -> bool {
        let relation = matches!(
            self.annotated.deprel(token),
            Deprel::Compound
                | Deprel::Amod
                | Deprel::NmodUnmarked
                | Deprel::Nmod
                | Deprel::NmodPoss
                | Deprel::OblUnmarked
                | Deprel::NmodDesc
        );
        relation && self.annotated.head(token).is_some_and(|head| head > token)
    }

    /// *Friday* as a part of a name is no date: *Good Friday*, *the Sunday Times*.
    fn is_weekday(&self) -> bool {
        let token = self.token();
        let Some(before) = self.before() else { return true };
        if self.lexicon.is_named_day(&before.lower) || self.is_inside_a_word() {
            return false;
        }
        let named = matches!(self.annotated.deprel(token), Deprel::Compound | Deprel::Flat)
            && self.annotated.head(token) == Some(token + 1)
            && self.annotated.tokens[token + 1].upos == Upos::Propn;
        !(named && before.has(DateRole::The))
    }

    /// *A brighter tomorrow* is none.
    fn is_near_day(&self) -> bool {
        let token = self.token();
        let described = |child: usize| {
            matches!(self.annotated.deprel(child), Deprel::Det | Deprel::Amod) && child < token
        };
        !self.annotated.children(token).any(described) && !self.is_inside_a_word()
    }

    fn is_year(&self, year: i16) -> bool {
        let (Some(before), after) = (self.before(), self.after()) else {
            return PLAIN_YEARS.contains(&year) && self.after().is_none_or(|next| !next.is_plural());
        };
        if self.has_prefix() {
            return true;
        }
        if self.is_inside_a_word() {
            return false;
        }
        let counts = after.is_some_and(Atom::is_plural) && year % 100 == 0 && !before.has(DateRole::The);
        if counts || self.lexicon.is_numbered(&before.lower) {
            return false;
        }
        if Self::is_preposition(before) || before.has(DateRole::Between) || before.has(DateRole::Early) {
            return true;
        }
        let modifies = after.is_some_and(Atom::is_word);
        let plural = after.is_some_and(Atom::is_plural);
        let named = before.is_word() && before.is_capital() && self.upos(before) == Upos::Propn;
        let determined = matches!(self.upos(before), Upos::Det | Upos::Adj | Upos::Pron | Upos::Part);
        PLAIN_YEARS.contains(&year) && !named && (determined || !plural) && (modifies || !before.is_digits())
    }
}
