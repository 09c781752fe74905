//! What the chains joined so far show together.

use std::collections::BTreeSet;

use crate::model::normal_name;
use crate::resolve::background::Background;
use crate::resolve::person_name::PersonName;
use crate::resolve::profile::COUNTRY;
use crate::resolve::profile::Profile;
use crate::resolve::profile::family;
use crate::resolve::profile::plain;

/// Documents of which the company is looked at.
const SAMPLE: usize = 8;

/// The chains of one thing, as far as it is known, seen from outside.
#[derive(Debug, Clone)]
pub(super) struct Summary<'f> {
    pub(super) family: &'f str,
    /// Distinct names of a person.
    pub(super) people: BTreeSet<PersonName>,
    /// Distinct fullest names of a thing, without articles.
    pub(super) names: BTreeSet<String>,
    pub(super) entry: Option<&'f str>,
    pub(super) countries: BTreeSet<&'f str>,
    pub(super) genders: BTreeSet<&'f str>,
    pub(super) titles: BTreeSet<String>,
    pub(super) years: BTreeSet<&'f str>,
    pub(super) types: BTreeSet<&'f str>,
    /// First and last day of publication.
    pub(super) days: Option<(i32, i32)>,
    pub(super) documents: BTreeSet<u32>,
    /// Some of the documents.
    pub(super) sample: Vec<u32>,
}

impl<'f> Summary<'f> {
    pub(super) fn new(profile: &Profile<'f>, background: Background<'_>) -> Self {
        let set = |name| profile.attribute(name).into_iter().collect();
        let person = profile.name.filter(|_| profile.is_human());
        let people = person.and_then(|name| PersonName::new(name, background.names)).into_iter().collect();
        let thing = profile.name.filter(|_| !profile.is_human());
        Self {
            family: family(profile.kind()),
            people,
            names: thing.map(plain).into_iter().collect(),
            entry: profile.chain.entry.as_deref(),
            countries: set(COUNTRY),
            genders: set("gender"),
            titles: profile.attribute("title").map(normal_name).into_iter().collect(),
            years: profile.years().collect(),
            types: set("type"),
            days: profile.day.map(|day| (day, day)),
            documents: [profile.document].into(),
            sample: vec![profile.document],
        }
    }

    pub(super) fn absorb(&mut self, mut other: Self) {
        if other.documents.len() > self.documents.len() {
            std::mem::swap(&mut self.documents, &mut other.documents);
        }
        self.documents.extend(other.documents);
        self.people.extend(other.people);
        self.names.extend(other.names);
        self.entry = self.entry.or(other.entry);
        self.countries.extend(other.countries);
        self.genders.extend(other.genders);
        self.titles.extend(other.titles);
        self.years.extend(other.years);
        self.types.extend(other.types);
        self.days = match (self.days, other.days) {
            (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
            (one, None) | (None, one) => one,
        };
        for document in other.sample {
            if self.sample.len() < SAMPLE {
                self.sample.push(document);
            }
        }
    }

    /// Whether both stand in one document.
    pub(super) fn meets(&self, other: &Self) -> bool {
        let (few, many) =
            if self.documents.len() < other.documents.len() { (self, other) } else { (other, self) };
        few.documents.iter().any(|document| many.documents.contains(document))
    }

    /// Days between the nearest texts of the two, as far as known.
    pub(super) fn days_apart(&self, other: &Self) -> Option<i32> {
        let ((a, b), (c, d)) = (self.days?, other.days?);
        Some((c - b).max(a - d).max(0))
    }

    /// Days from the earliest text of the two to the latest.
    pub(super) fn days_covered(&self, other: &Self) -> Option<i32> {
        let ((a, b), (c, d)) = (self.days?, other.days?);
        Some(b.max(d) - a.min(c))
    }
}

/// Whether the two sets are known and have nothing in common.
pub(super) fn differ<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> bool {
    !a.is_empty() && !b.is_empty() && a.is_disjoint(b)
}

/// Whether the two sets have something in common.
pub(super) fn meet<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> bool {
    !a.is_disjoint(b)
}
