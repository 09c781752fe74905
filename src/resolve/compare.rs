//! Two summaries compared: how likely they are one thing, what speaks for it and what against.

use crate::model::NodeKind;
use crate::model::Reason;
use crate::resolve::context::Contexts;
use crate::resolve::day::YEAR;
use crate::resolve::person_name::NameMatch;
use crate::resolve::profile::family;
use crate::resolve::summary::Summary;
use crate::resolve::summary::differ;
use crate::resolve::summary::meet;

/// From here on two things are taken for one.
pub(super) const JOIN: f64 = 0.75;

/// From here on the user is asked.
pub(super) const ASK: f64 = 0.45;

/// Nobody is spoken of as acting for so many years.
const LIFETIME: i32 = 60 * YEAR;

/// After so long a namesake is as likely.
const CAREER: i32 = 25 * YEAR;

/// Texts that are so near speak of the same holders of offices.
pub(super) const SAME_TIME: i32 = YEAR / 2;

/// The outcome of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Comparison {
    pub(super) confidence: f64,
    pub(super) reasons: Vec<Reason>,
    pub(super) against: Vec<Reason>,
}

impl Comparison {
    fn new(confidence: f64, reason: Reason) -> Self {
        Self { confidence, reasons: vec![reason], against: Vec::new() }
    }

    fn add(&mut self, applies: bool, reason: Reason, weight: f64) {
        if applies {
            self.reasons.push(reason);
            self.confidence = (self.confidence + weight).min(0.97);
        }
    }

    fn object(&mut self, applies: bool, reason: Reason, weight: f64) {
        if applies {
            self.against.push(reason);
            self.confidence -= weight;
        }
    }
}

/// Whether nothing that is known of both excludes that they are one.
fn possible(a: &Summary<'_>, b: &Summary<'_>) -> bool {
    let entries = matches!((a.entry, b.entry), (Some(a), Some(b)) if a != b);
    a.family == b.family && !entries && !differ(&a.countries, &b.countries) && !differ(&a.genders, &b.genders)
}

/// Persons, by their names and what is told of them.
pub(super) fn people(a: &Summary<'_>, b: &Summary<'_>, contexts: &Contexts) -> Option<Comparison> {
    if !possible(a, b) || a.days_covered(b).is_some_and(|days| days > LIFETIME) {
        return None;
    }
    let mut best: Option<NameMatch> = None;
    for name in &a.people {
        for other in &b.people {
            let found = name.matches(other)?;
            best = Some(best.map_or(found, |best| best.min(found)));
        }
    }
    let found = best?;
    if a.meets(b) && found != NameMatch::Equal {
        return None;
    }
    let full = a.people.iter().chain(&b.people).all(crate::resolve::person_name::PersonName::is_full);
    let mut outcome = match found {
        NameMatch::Equal if full => Comparison::new(0.88, Reason::SameName),
        NameMatch::Equal | NameMatch::Surname => Comparison::new(0.6, Reason::Surname),
        NameMatch::Order => Comparison::new(0.8, Reason::NameOrder),
        NameMatch::Part => Comparison::new(0.8, Reason::PartOfName),
        NameMatch::Spelling if full => Comparison::new(0.76, Reason::Spelling),
        NameMatch::Spelling => Comparison::new(0.55, Reason::Spelling),
        NameMatch::Initials => Comparison::new(0.68, Reason::Initials),
    };
    let near = a.days_apart(b).is_some_and(|days| days <= 2 * YEAR);
    let far = a.days_apart(b).is_some_and(|days| days > CAREER);
    let one_time = a.days_apart(b).is_some_and(|days| days <= SAME_TIME);
    let context = contexts.shared(&a.sample, &b.sample);
    let country = meet(&a.countries, &b.countries);
    let titles_differ = !a.titles.is_empty() && !b.titles.is_empty() && !titles_agree(a, b);
    outcome.add(country, Reason::SameCountry, 0.12);
    outcome.add(titles_agree(a, b), Reason::SameTitle, 0.1);
    let close = context && contexts.close(&a.sample, &b.sample);
    outcome.add(context, Reason::SharedContext, if close { 0.17 } else { 0.12 });
    outcome.add(near, Reason::CloseInTime, 0.03);
    outcome.object(far, Reason::OtherTime, 0.2);
    let bare = !full || matches!(found, NameMatch::Initials);
    outcome.object(titles_differ && one_time && (bare || !context && !country), Reason::OtherTitle, 0.25);
    outcome.object(outcome.reasons.len() == 1 && bare, Reason::NoContext, 0.1);
    Some(outcome)
}

/// One title is the other, or ends or begins with it: *Minister* and *Foreign Minister*.
fn titles_agree(a: &Summary<'_>, b: &Summary<'_>) -> bool {
    let within = |short: &str, long: &str| {
        long.strip_suffix(short).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
            || long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
    };
    a.titles.iter().any(|one| b.titles.iter().any(|other| within(one, other) || within(other, one)))
}

/// Anything else, with what makes the names alike and how much that is worth.
pub(super) fn things(
    a: &Summary<'_>,
    b: &Summary<'_>,
    alike: Reason,
    contexts: &Contexts,
) -> Option<Comparison> {
    let same = alike == Reason::SameName;
    if !possible(a, b) || a.meets(b) && !same || differ(&a.years, &b.years) {
        return None;
    }
    let is = |kind: NodeKind| a.family == family(&kind);
    let mut outcome = Comparison::new(
        match alike {
            Reason::SameName => 0.9,
            Reason::SharedName => 0.7,
            _ => 0.64,
        },
        alike,
    );
    let country = meet(&a.countries, &b.countries);
    let near = a.days_apart(b).is_some_and(|days| days <= 2 * YEAR);
    let context = contexts.shared(&a.sample, &b.sample);
    outcome.add(country, Reason::SameCountry, 0.05);
    outcome.add(context && !is(NodeKind::TOPIC), Reason::SharedContext, 0.12);
    outcome.add(near && !same, Reason::CloseInTime, 0.03);
    if is(NodeKind::EVENT) {
        // Summits and talks of one name come again; a war is one for good.
        let lasting = a.types.iter().chain(&b.types).any(|sort| *sort == "war");
        let again = a.days_apart(b).is_some_and(|days| days > YEAR);
        outcome.object(again && !lasting && !meet(&a.years, &b.years), Reason::OtherTime, 0.3);
    }
    // *The Foreign Ministry*: every state has one.
    let bodies = is(NodeKind::AGENCY) && a.entry.is_none() && b.entry.is_none();
    let sorts = a.types.iter().chain(&b.types).any(|sort| STATE_ORGANS.contains(sort));
    outcome.object(bodies && sorts && !country && !context, Reason::NoContext, 0.3);
    outcome.object(!same && differ(&a.types, &b.types) && is(NodeKind::EVENT), Reason::OtherType, 0.2);
    Some(outcome)
}

/// Types of bodies of which every state has one, so that the name alone names none.
const STATE_ORGANS: &[&str] =
    &["ministry", "legislature", "court", "armed-force", "police", "mission", "bank"];
