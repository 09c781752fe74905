//! What a chain shows for comparison with the chains of other documents.

use std::collections::BTreeMap;

use compact_str::CompactString;

use crate::model::ChainId;
use crate::model::ChainRef;
use crate::model::Fragment;
use crate::model::MentionForm;
use crate::model::NamedChain;
use crate::model::NodeKind;
use crate::model::normal_name;

/// A chain as seen from outside its document.
#[derive(Debug, Clone)]
pub(super) struct Profile<'f> {
    pub(super) at: ChainRef,
    pub(super) chain: &'f NamedChain,
    /// The fullest name, as it stands in the text; none for a thing known by descriptions only.
    pub(super) name: Option<&'f str>,
    /// The words of the fullest name, normalised.
    pub(super) words: Vec<String>,
    /// Year of publication.
    pub(super) year: Option<i32>,
}

/// Attribute under which mentions keep the country of a person or body, ISO 3166-1 alpha-3.
pub(super) const COUNTRY: &str = "country";

impl<'f> Profile<'f> {
    pub(super) fn new(fragment: &'f Fragment, number: usize, chain: &'f NamedChain) -> Self {
        let name = fullest_name(chain);
        let words =
            name.map(|name| normal_name(name).split(' ').map(str::to_owned).collect()).unwrap_or_default();
        let year = fragment.document.date.as_ref().and_then(|date| date.get(..4)?.parse().ok());
        let at = ChainRef { document: fragment.document.id.clone(), chain: ChainId(number as u32) };
        Self { at, chain, name, words, year }
    }

    pub(super) fn kind(&self) -> &NodeKind {
        &self.chain.kind
    }

    pub(super) fn is_human(&self) -> bool {
        is_human(self.kind())
    }

    pub(super) fn country(&self) -> Option<&str> {
        self.chain.attributes.get(COUNTRY).map(String::as_str)
    }

    /// Chains with different keys are never compared: cost grows with the size of the blocks, not of the corpus.
    pub(super) fn block(&self) -> CompactString {
        if let Some(entry) = &self.chain.entry {
            return entry.clone();
        }
        match self.words.last() {
            Some(surname) if self.is_human() => compact_str::format_compact!("human {surname}"),
            Some(_) => compact_str::format_compact!("{} {}", family(self.kind()), self.words.join(" ")),
            None => compact_str::format_compact!("alone {} {}", self.at.document, self.at.chain.0),
        }
    }
}

/// Whether nodes of the kind are persons.
pub(super) fn is_human(kind: &NodeKind) -> bool {
    *kind == NodeKind::OFFICIAL || *kind == NodeKind::PERSON
}

/// Kinds that one name may be read as in different texts share a family.
fn family(kind: &NodeKind) -> &str {
    if *kind == NodeKind::AGENCY || *kind == NodeKind::ORGANIZATION { "body" } else { kind.as_str() }
}

fn fullest_name(chain: &NamedChain) -> Option<&str> {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for mention in &chain.mentions {
        if mention.form == MentionForm::Name
            && let Some(name) = &mention.name
        {
            *count.entry(name).or_default() += 1;
        }
    }
    let topic = chain.kind == NodeKind::TOPIC;
    let fullness = |name: &str| if topic { 0 } else { name.split_whitespace().count() };
    let mut best: Option<(usize, usize, &str)> = None;
    for (name, times) in count {
        // A line of capitals spells nobody's name.
        let spelt = name.chars().any(char::is_lowercase);
        let rank = (fullness(name), usize::from(spelt) * chain.mentions.len() + times);
        if best.is_none_or(|(words, most, _)| rank > (words, most)) {
            best = Some((rank.0, rank.1, name));
        }
    }
    best.map(|(_, _, name)| name)
}
