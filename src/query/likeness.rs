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
    /// It is the label, but for case, accents and marks.
    Label,
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
            Self::Name => "name",
            Self::Words => "words",
            Self::Beginning => "beginning",
            Self::Typo => "typo",
        }
    }
}

/// A name as typed, taken apart once for all nodes.
pub(crate) struct TypedName {
    words: Vec<String>,
    joined: String,
}

impl TypedName {
    pub(crate) fn new(name: &str) -> Self {
        let words = fold::name_words(name);
        Self { joined: words.join(" "), words }
    }

    /// The surest way in which the node has that name.
    pub(crate) fn likeness(&self, node: &Node, typos: bool) -> Option<Likeness> {
        if self.words.is_empty() {
            return None;
        }
        let label = fold::name_words(&node.label);
        if label == self.words {
            return Some(Likeness::Label);
        }
        let aliases: Vec<_> = node.aliases.iter().map(|alias| fold::name_words(alias)).collect();
        if aliases.contains(&self.words) {
            return Some(Likeness::Name);
        }
        let names = || std::iter::once(&label).chain(&aliases);
        let is_person = node.kind == NodeKind::OFFICIAL || node.kind == NodeKind::PERSON;
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
        if label.ends_with(&self.words) || self.words.ends_with(label) {
            return true;
        }
        let Some(((surname, last), before)) = label.last().zip(self.words.last()).zip(Some(&self.words))
        else {
            return false;
        };
        let told: Vec<_> = node.attributes.values().map(|value| fold::name_words(value)).collect();
        let known = |word: &String| {
            label.contains(word) || aliases.iter().chain(&told).any(|name| name.contains(word))
        };
        surname == last && before.iter().all(known)
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
