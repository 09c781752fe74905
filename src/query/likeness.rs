//! How near a name that somebody types is to the names of a node.

use serde::Serialize;

use crate::graph::Node;
use crate::model::NodeKind;
use crate::query::fold;

/// From the surest to the loosest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Likeness {
    /// It is the id, or a former one.
    Id,
    /// It is the label, but for case.
    Label,
    /// It is the label, but for accents and marks.
    Spelling,
    /// It is another name, a surname alone, or a title with a name.
    Name,
    /// All its words stand in one name.
    Words,
    /// Its words begin words of one name.
    Beginning,
    /// It is a name but for a slip of the keys.
    Typo,
}

impl Likeness {
    /// Its name in every output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Label => "label",
            Self::Spelling => "spelling",
            Self::Name => "name",
            Self::Words => "words",
            Self::Beginning => "beginning",
            Self::Typo => "typo",
        }
    }
}

/// A name as typed, taken apart once for all nodes.
pub(crate) struct TypedName {
    lowered: String,
    words: Vec<String>,
    joined: String,
}

impl TypedName {
    pub(crate) fn new(name: &str) -> Self {
        let words = fold::name_words(name);
        Self { lowered: name.trim().to_lowercase(), joined: words.join(" "), words }
    }

    /// The surest way in which the node has that name.
    pub(crate) fn likeness(&self, node: &Node, typos: bool) -> Option<Likeness> {
        if self.words.is_empty() {
            return None;
        }
        let label = fold::name_words(&node.label);
        let is_person = node.kind == NodeKind::OFFICIAL || node.kind == NodeKind::PERSON;
        if label == self.words && is_person && label.len() == 1 {
            // A surname alone as label is no surer than the surname of somebody whose first name is known.
            return Some(Likeness::Name);
        }
        if node.label.to_lowercase() == self.lowered {
            return Some(Likeness::Label);
        }
        if label == self.words {
            return Some(Likeness::Spelling);
        }
        let aliases: Vec<_> = node.aliases.iter().map(|alias| fold::name_words(alias)).collect();
        if aliases.contains(&self.words) {
            return Some(Likeness::Name);
        }
        let names = || std::iter::once(&label).chain(&aliases);
        if is_person && self.is_surname_or_titled(node, &label, &aliases) {
            return Some(Likeness::Name);
        }
        if names().any(|name| self.words.iter().all(|word| name.contains(word))) {
            return Some(Likeness::Words);
        }
        if names().any(|name| self.begins_words_of(name)) {
            return Some(Likeness::Beginning);
        }
        (typos && names().any(|name| self.is_slip_of(name, is_person))).then_some(Likeness::Typo)
    }

    /// The last words of the label (a surname), or a name that ends in the surname and else has only words by which the
    /// person is known (a title).
    fn is_surname_or_titled(&self, node: &Node, label: &[String], aliases: &[Vec<String>]) -> bool {
        let told: Vec<_> = node.attributes.values().map(|value| fold::name_words(value)).collect();
        let Some((surname, last)) = label.last().zip(self.words.last()) else { return false };
        let title = node.attributes.get("title").map(|title| fold::name_words(title));
        if title.is_some_and(|title| title.contains(surname)) {
            // Known by the title alone: the last word of `the Minister for Trade` names nobody.
            return false;
        }
        if label.ends_with(&self.words) || self.words.ends_with(label) {
            return true;
        }
        let known = |word: &String| {
            label.contains(word) || aliases.iter().chain(&told).any(|name| name.contains(word))
        };
        surname == last && self.words.iter().all(known)
    }

    /// At least three letters of each word are asked for: two begin too many.
    fn begins_words_of(&self, name: &[String]) -> bool {
        let begins = |word: &String| name.iter().any(|other| other.starts_with(word.as_str()));
        self.words.iter().all(|word| word.chars().count() > 2 && begins(word))
    }

    /// One slip in a short name, two in a long one; none in a name of fewer than four letters.
    fn is_slip_of(&self, name: &[String], is_person: bool) -> bool {
        let length = self.joined.chars().count();
        let slips = match length {
            0..4 => return false,
            4..8 => 1,
            _ => 2,
        };
        let near = |other: &str| {
            other.chars().count().abs_diff(length) <= slips
                && strsim::osa_distance(&self.joined, other) <= slips
        };
        near(&name.join(" ")) || is_person && name.last().is_some_and(|surname| near(surname))
    }

    /// How alike the name is to the nearest one of the node, 0 to 1: for hints alone.
    pub(crate) fn similarity(&self, node: &Node) -> f64 {
        let names = std::iter::once(&node.label).chain(&node.aliases);
        names
            .map(|name| strsim::jaro_winkler(&self.joined, &fold::name_words(name).join(" ")))
            .fold(0.0, f64::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    fn likeness(typed: &str, label: &str, title: &str) -> Option<Likeness> {
        let graph = sample::graph();
        let mut node = graph.node("official.piet-vanderhoek").unwrap().clone();
        node.label = label.to_owned();
        node.aliases.clear();
        node.attributes = [("title".into(), title.to_owned())].into();
        TypedName::new(typed).likeness(&node, true)
    }

    #[test]
    fn the_surest_likeness_is_told() {
        assert_eq!(likeness("ana oduya", "Ana Oduya", ""), Some(Likeness::Label));
        assert_eq!(likeness("Seán OBrien", "Sean O'Brien", ""), Some(Likeness::Spelling));
        assert_eq!(likeness("Oduya", "Oduya", ""), Some(Likeness::Name), "a surname alone is never surer");
        assert_eq!(likeness("von Hal", "Ursula von Hal", ""), Some(Likeness::Name));
        assert_eq!(likeness("envoy Oduya", "Ana Oduya", "special envoy"), Some(Likeness::Name));
        assert_eq!(likeness("ana", "Ana Oduya", ""), Some(Likeness::Words));
        assert_eq!(likeness("odu", "Ana Oduya", ""), Some(Likeness::Beginning));
        assert_eq!(likeness("Odoya", "Ana Oduya", ""), Some(Likeness::Typo));
        assert_eq!(likeness("Lindqvist", "Ana Oduya", ""), None);
        assert_eq!(likeness("...", "Ana Oduya", ""), None);
    }

    #[test]
    fn the_last_word_of_a_title_is_no_surname() {
        assert_eq!(likeness("ports", "the Minister for Ports", "Minister for Ports"), Some(Likeness::Words));
    }
}
