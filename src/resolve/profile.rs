//! What a chain shows for comparison with the chains of other documents.

use crate::model::ChainId;
use crate::model::ChainRef;
use crate::model::Fragment;
use crate::model::MentionForm;
use crate::model::NamedChain;
use crate::model::NodeKind;
use crate::model::normal_name;
use crate::model::slug;
use crate::resolve::day::day_number;

/// A chain as seen from outside its document.
#[derive(Debug, Clone)]
pub(super) struct Profile<'f> {
    pub(super) fragment: &'f Fragment,
    /// Number of the document in the order of ids.
    pub(super) document: u32,
    pub(super) number: u32,
    pub(super) chain: &'f NamedChain,
    /// The fullest name, as it stands in the text; none for a thing known by descriptions only.
    pub(super) name: Option<&'f str>,
    /// Number of words of the fullest name.
    pub(super) fullness: usize,
    /// Day of publication.
    pub(super) day: Option<i32>,
}

/// Attribute under which mentions keep the country of a person or body, ISO 3166-1 alpha-3.
pub(super) const COUNTRY: &str = "country";

impl<'f> Profile<'f> {
    pub(super) fn new(fragment: &'f Fragment, document: usize, number: usize, chain: &'f NamedChain) -> Self {
        let name = fullest_name(chain);
        let fullness = name.map_or(0, |name| normal_name(name).split(' ').count());
        let day = fragment.document.date.as_deref().and_then(day_number);
        Self { fragment, document: document as u32, number: number as u32, chain, name, fullness, day }
    }

    pub(super) fn at(&self) -> ChainRef {
        ChainRef { document: self.fragment.document.id.clone(), chain: ChainId(self.number) }
    }

    pub(super) fn kind(&self) -> &'f NodeKind {
        &self.chain.kind
    }

    pub(super) fn is_human(&self) -> bool {
        is_human(self.kind())
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&'f str> {
        self.chain.attributes.get(name).map(String::as_str)
    }

    /// The years in the words that name it: *the 2008 Doha Accord*.
    pub(super) fn years(&self) -> impl Iterator<Item = &'f str> {
        let dated = [NodeKind::AGREEMENT, NodeKind::EVENT].contains(self.kind());
        let mentions =
            self.chain.mentions.iter().filter(move |mention| dated && mention.form != MentionForm::Pronoun);
        let words = mentions.flat_map(|mention| mention.quote.text.split(|c: char| !c.is_alphanumeric()));
        words.filter(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// All proper names that the chain has, normalised, without an article; the fullest first.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.name.iter().map(|name| plain(name)).collect();
        for name in self.chain.mentions.iter().filter(|mention| mention.form == MentionForm::Name) {
            if let Some(name) = name.name.as_deref().map(plain)
                && !name.is_empty()
                && !names.contains(&name)
            {
                names.push(name);
            }
        }
        names
    }

    /// The id that a node of this chain alone would have, by each of its names.
    pub(super) fn own_ids(&self) -> Vec<String> {
        let kind = self.kind();
        let mut ids: Vec<String> = self.chain.entry.iter().map(ToString::to_string).collect();
        let forms = self.chain.mentions.iter().filter(|mention| mention.form != MentionForm::Pronoun);
        let named = forms.clone().filter_map(|mention| mention.name.as_deref());
        let described = forms.map(|mention| mention.quote.text.as_str());
        // A thing without a name is called by the first words that describe it.
        let all: Vec<&str> = if self.name.is_some() { named.collect() } else { described.take(1).collect() };
        for form in all {
            let id = format!("{kind}.{}", slug(form));
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }
}

/// A name normalised, without its article.
pub(super) fn plain(name: &str) -> String {
    let name = normal_name(name);
    name.strip_prefix("the ").map_or_else(|| name.clone(), str::to_owned)
}

/// Whether nodes of the kind are persons.
pub(super) fn is_human(kind: &NodeKind) -> bool {
    *kind == NodeKind::OFFICIAL || *kind == NodeKind::PERSON
}

/// Kinds that one name may be read as in different texts share a family.
pub(super) fn family(kind: &NodeKind) -> &str {
    if is_human(kind) {
        "human"
    } else if *kind == NodeKind::AGENCY || *kind == NodeKind::ORGANIZATION {
        "body"
    } else {
        kind.as_str()
    }
}

fn fullest_name(chain: &NamedChain) -> Option<&str> {
    // In the order of the text: of equals the first stays.
    let mut count: Vec<(&str, usize)> = Vec::new();
    for mention in &chain.mentions {
        if mention.form == MentionForm::Name
            && let Some(name) = &mention.name
        {
            match count.iter_mut().find(|(known, _)| known == name) {
                Some((_, times)) => *times += 1,
                None => count.push((name, 1)),
            }
        }
    }
    // *the Kenyan town of Kitale*: an adjective of a state does not make a name of a noun.
    let is_noun = |name: &str| {
        let last = name.split_whitespace().next_back();
        chain.kind == NodeKind::PLACE && last.is_some_and(|word| word.starts_with(char::is_lowercase))
    };
    let topic = chain.kind == NodeKind::TOPIC;
    let fullness = |name: &str| if topic || is_noun(name) { 0 } else { name.split_whitespace().count() };
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
