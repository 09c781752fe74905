//! Dates and periods: finds them and says what they mean.

mod absolute;
mod atom;
mod calendar;
mod expression;
mod grammar;
mod guard;
mod period;
mod relative;
mod resolve;
mod tense;

use crate::lexicon::dates::DateLexicon;
use crate::lexicon::dates::DateRole;
use crate::lexicon::dates::DateUnit;
use crate::mention::date::atom::Atom;
use crate::mention::date::expression::Base;
use crate::mention::date::expression::Expression;
use crate::mention::date::grammar::Found;
use crate::mention::date::grammar::Reader;
use crate::mention::date::resolve::Context;
use crate::mention::date::tense::Tense;
use crate::model::Annotated;
use crate::model::Attributes;
use crate::model::Deprel;
use crate::model::Mention;
use crate::model::MentionForm;
use crate::model::When;

/// A date named so many sentences ago is still the one that *the same day* means.
const MEMORY: usize = 2;

/// The dates and periods of a document, in order. Those that cannot be told (relative ones, where the day of publication is
/// unknown; *years ago*; other calendars) are there without a value.
///
/// A date after *since*, *until* or *by* is an interval with an open end.
#[must_use]
pub fn find(annotated: &Annotated<'_>, lexicon: &DateLexicon) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    let mut reference: Option<(usize, When)> = None;
    for (number, sentence) in annotated.sentences.iter().enumerate() {
        let atoms = atom::atoms(annotated, sentence, lexicon);
        let reader = Reader { atoms: &atoms, lexicon };
        let mut i = 0;
        while i < atoms.len() {
            let list = reader.phrase(i);
            let end = list.last().map_or(i + 1, |found| found.atoms.end);
            let mut listed = false;
            for found in &list {
                listed = listed || guard::is_date(annotated, lexicon, &atoms, found);
                if !listed {
                    continue;
                }
                let near = reference.filter(|(before, _)| number - before <= MEMORY).map(|(_, when)| when);
                let mention = mention(annotated, lexicon, &atoms, found, near);
                if !is_comparison(&found.expression) {
                    reference = mention.when.map(|when| (number, when)).or(reference);
                }
                mentions.push(mention);
            }
            i = end;
        }
    }
    mentions
}

/// *A year earlier* is named to compare; what follows does not count from it.
fn is_comparison(expression: &Expression) -> bool {
    matches!(expression, Expression::Shift { unit: DateUnit::Year, base: Base::Reference, .. })
}

fn mention(
    annotated: &Annotated<'_>,
    lexicon: &DateLexicon,
    atoms: &[Atom<'_, '_>],
    found: &Found,
    reference: Option<When>,
) -> Mention {
    let (first, last) = (&atoms[found.atoms.start], &atoms[found.atoms.end - 1]);
    let tokens = first.token..last.token + 1;
    let outside = |&token: &usize| annotated.head(token).is_none_or(|head| !tokens.contains(&head));
    let head = tokens.clone().find(outside).unwrap_or(first.token);
    let before = found.atoms.start.checked_sub(1).map(|i| &atoms[i]);
    let modifies = matches!(
        annotated.deprel(head),
        Deprel::Compound
            | Deprel::NmodPoss
            | Deprel::NmodUnmarked
            | Deprel::Nummod
            | Deprel::Amod
            | Deprel::NmodDesc
    ) && annotated.head(head).is_some_and(|noun| noun > head);
    let bound = before.filter(|_| !modifies).map_or(Bound::Closed, Bound::of);
    let told = tense::of(annotated, head, lexicon);
    let tense = match (bound, &found.expression) {
        (Bound::From, _) => Tense::Past,
        // "Had until 10 December": what ends then need not be over.
        (Bound::To, Expression::Days { .. } | Expression::Month { .. }) if told == Tense::Past => Tense::Open,
        // Of two third quarters the nearer is meant, whatever is said of it.
        (_, Expression::Part { .. }) => Tense::Open,
        (Bound::Closed | Bound::To, _) => told,
    };
    let context = Context { published: annotated.document.date, reference, tense };
    let when = context.resolve(&found.expression).map(|when| bound.open(when));
    Mention {
        span: first.span.cover(last.span),
        tokens: tokens.start as u32..tokens.end as u32,
        head: head as u32,
        form: MentionForm::Date,
        kind: None,
        name: None,
        entry: None,
        when,
        attributes: Attributes::new(),
    }
}

/// Whether the word before a date opens one of its ends.
#[derive(Clone, Copy)]
enum Bound {
    Closed,
    From,
    To,
}

impl Bound {
    fn of(before: &Atom<'_, '_>) -> Self {
        if before.has(DateRole::Since) {
            Self::From
        } else if before.has(DateRole::Until) || before.has(DateRole::By) || before.has(DateRole::Before) {
            Self::To
        } else {
            Self::Closed
        }
    }

    fn open(self, when: When) -> When {
        match (self, when) {
            (Self::From, When::Date(date) | When::Interval(Some(date), _)) => {
                When::Interval(Some(date), None)
            }
            (Self::To, When::Date(date) | When::Interval(_, Some(date))) => When::Interval(None, Some(date)),
            (Self::Closed | Self::From | Self::To, when) => when,
        }
    }
}

#[cfg(test)]
mod tests;
