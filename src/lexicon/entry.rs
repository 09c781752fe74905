//! What the gazetteer knows of one thing.

use compact_str::CompactString;

use crate::model::Attributes;
use crate::model::NodeKind;

/// How a form names its entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameRole {
    /// A name: *Kenya*, *Republic of Kenya*.
    Name,
    /// A name of initials, matched with its exact case: *UN*.
    Acronym,
    /// An adjective of nationality: *Kenyan*.
    Demonym,
    /// A noun for the people: *Kenyans*.
    People,
}

/// A thing with names that are known beforehand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `country.mexico`: the kind, a dot, the name in plain letters. Nodes of the graph take it as id.
    pub key: CompactString,
    /// What it is.
    pub kind: NodeKind,
    /// The name shown.
    pub label: CompactString,
    /// The country (ISO 3166-1 alpha-3, or that of a former state) that it is, lies in or belongs to.
    pub country: Option<CompactString>,
    /// Key of the entry that it is a part of.
    pub part_of: Option<CompactString>,
    /// Key of the entry that its name often stands for: a capital for its country's government.
    pub stands_for: Option<CompactString>,
    /// What sort of thing: `igo`, `party`, `ministry`, `city`, `capital`, `river` ...
    pub class: Option<CompactString>,
    /// Item of Wikidata, where sure.
    pub wikidata: Option<CompactString>,
    /// Countries that are its members, with their times, as they stand in the file.
    pub(super) membership: Option<CompactString>,
    /// Terms of office as they stand in the file.
    pub(super) terms: Option<CompactString>,
}

impl Entry {
    /// An entry of which only key and kind are known.
    pub(super) fn new(key: &str, kind: NodeKind) -> Self {
        let key = CompactString::new(key);
        let label = CompactString::default();
        Self {
            key,
            kind,
            label,
            country: None,
            part_of: None,
            stands_for: None,
            class: None,
            wikidata: None,
            membership: None,
            terms: None,
        }
    }

    /// The offices that an official held, as far as known, in the order of the file.
    #[must_use]
    pub fn offices(&self) -> Vec<Office> {
        self.terms.iter().flat_map(|terms| terms.split('|')).filter_map(Office::read).collect()
    }

    /// The countries (ISO 3166-1 alpha-3) that are members of an organization on a day (`YYYY-MM-DD`, or a part of it from the left), or
    /// today where no day is asked for; empty where not known.
    #[must_use]
    pub fn members(&self, date: Option<&str>) -> Vec<CompactString> {
        let terms = self.membership.iter().flat_map(|members| members.split('|')).filter_map(Office::read);
        let mut codes: Vec<CompactString> = terms
            .filter(|term| date.map_or(term.to.is_empty(), |date| term.includes(date)))
            .map(|term| term.title)
            .collect();
        codes.sort();
        codes.dedup();
        codes
    }

    /// What a node made from the entry should carry: `iso3` for a country, else `country`; `type` where known. Nothing for an
    /// official, whose country the text must tell.
    #[must_use]
    pub fn attributes(&self) -> Attributes {
        let mut attributes = Attributes::new();
        if self.kind == NodeKind::OFFICIAL {
            return attributes;
        }
        if let Some(country) = &self.country {
            let name = if self.kind == NodeKind::COUNTRY { "iso3" } else { "country" };
            attributes.insert(CompactString::const_new(name), country.to_string());
        }
        if let Some(item) = &self.wikidata {
            attributes.insert(CompactString::const_new("wikidata"), item.to_string());
        }
        if let Some(class) = &self.class {
            attributes.insert(CompactString::const_new("type"), class.to_string());
        }
        attributes
    }
}

/// A term in an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// *President*, *Minister of Foreign Affairs*; empty where only the government is known.
    pub title: CompactString,
    /// First day, or month or year (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`); empty where unknown.
    pub from: CompactString,
    /// Last day; empty where unknown or still in office when the list was made.
    pub to: CompactString,
}

impl Office {
    /// Whether the text is one of `title:from/to`, of which all but the marks may be missing.
    pub(super) fn fits(text: &str) -> bool {
        text.split_once(':').is_some_and(|(_, term)| term.contains('/'))
    }

    fn read(text: &str) -> Option<Self> {
        let (title, term) = text.split_once(':')?;
        let (from, to) = term.split_once('/')?;
        Some(Self { title: title.trim().into(), from: from.trim().into(), to: to.trim().into() })
    }

    /// Whether the term includes the date (`YYYY-MM-DD`, or a part of it from the left). Unknown ends count as open.
    #[must_use]
    pub fn includes(&self, date: &str) -> bool {
        let cut =
            |text: &str, other: &str| text.get(..text.len().min(other.len())).unwrap_or(text).to_owned();
        let begun = cut(&self.from, date) <= cut(date, &self.from);
        begun && (self.to.is_empty() || cut(date, &self.to) <= cut(&self.to, date))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_those_of_the_day() {
        let mut union = Entry::new("organization.union", NodeKind::ORGANIZATION);
        union.membership = Some("KEN:1973/2020-01-31|UGA:1958/|TZA:2004-05/|RWA:/".into());
        assert_eq!(union.members(Some("1960")), ["RWA", "UGA"]);
        assert_eq!(union.members(Some("2019-12-31")), ["KEN", "RWA", "TZA", "UGA"]);
        assert_eq!(union.members(None), ["RWA", "TZA", "UGA"]);
    }

    #[test]
    fn a_term_includes_partial_dates_that_touch_it() {
        let office = Office { title: "".into(), from: "2018-12-01".into(), to: "2024-09".into() };
        assert!(office.includes("2021-10-08"));
        assert!(office.includes("2018"));
        assert!(office.includes("2024-09-30"));
        assert!(!office.includes("2018-11-30"));
        assert!(!office.includes("2024-10"));
    }
}
