//! The words that show where a speaker stands, from `data/en/stance.toml`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::error::Result;
use crate::model::Position;
use crate::resource::ResourceFile;
use crate::resource::Resources;

const FILE: &str = "en/stance.toml";

/// A word that shows where somebody stands.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StanceCue {
    words: Vec<String>,
    #[serde(deserialize_with = "position")]
    /// Where whoever uses it stands.
    pub position: Position,
    /// What a negation makes of it; the contrary where it is not given, and nothing of what is neutral.
    #[serde(default, deserialize_with = "negated")]
    pub negated: Option<Position>,
    /// The prepositions of which one leads to what it is about; empty for the object.
    #[serde(default)]
    pub prepositions: Vec<String>,
    /// Whether it names a deed, which shows a stand only where it is called for or promised (*must ratify*).
    #[serde(default)]
    pub deed: bool,
    /// Of nouns: whether whoever speaks of it takes the stand (*the importance of the pact*), unless it is another's.
    #[serde(default)]
    pub general: bool,
}

impl StanceCue {
    /// The stand that is left when the word is negated.
    #[must_use]
    pub fn when_negated(&self) -> Option<Position> {
        self.negated.or(match self.position {
            Position::Supports => Some(Position::Opposes),
            Position::Opposes | Position::Neutral => None,
        })
    }
}

/// Words of grammar around such a word.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StanceGrammar {
    /// Turns a word into its contrary.
    pub negations: BTreeSet<String>,
    /// Verbs and adjectives that turn the infinitive or gerund below them into its contrary: *refused to support*.
    pub reversers: BTreeSet<String>,
    /// Names the one who speaks.
    pub first_person: BTreeSet<String>,
    /// Modal verbs that call for a deed: *must ratify*.
    pub obligation: BTreeSet<String>,
    /// Modal verbs by which speakers commit themselves: *will ratify*.
    pub intention: BTreeSet<String>,
    /// Nouns that turn the stand on what depends on them into its contrary: *called for an end to the war*.
    pub contraries: BTreeSet<String>,
}

/// All words of a language that show a stand.
#[derive(Debug, Clone, Default)]
pub struct StanceLexicon {
    verbs: BTreeMap<String, Vec<StanceCue>>,
    nouns: BTreeMap<String, Vec<StanceCue>>,
    predicates: BTreeMap<String, Vec<StanceCue>>,
    phrases: Vec<(Vec<String>, Position)>,
    /// Words of grammar.
    pub grammar: StanceGrammar,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StanceFile {
    #[serde(default)]
    grammar: Option<StanceGrammar>,
    #[serde(default)]
    verb: Vec<StanceCue>,
    #[serde(default)]
    noun: Vec<StanceCue>,
    #[serde(default)]
    predicate: Vec<StanceCue>,
    #[serde(default)]
    phrase: Vec<StanceCue>,
}

fn named<E: serde::de::Error>(name: &str) -> std::result::Result<Position, E> {
    Position::named(name).ok_or_else(|| {
        let names: Vec<_> = Position::ALL.iter().map(|position| position.as_str()).collect();
        E::custom(format!("`{name}` is no position: write one of {}", names.join(", ")))
    })
}

fn position<'de, D: serde::Deserializer<'de>>(input: D) -> std::result::Result<Position, D::Error> {
    named(&String::deserialize(input)?)
}

fn negated<'de, D: serde::Deserializer<'de>>(input: D) -> std::result::Result<Option<Position>, D::Error> {
    named(&String::deserialize(input)?).map(Some)
}

impl StanceLexicon {
    /// Reads `data/en/stance.toml`, and the user's own over it: entries are added, the section of grammar replaced.
    ///
    /// # Errors
    /// With file and line where an entry is wrong.
    pub fn load(data: &Resources) -> Result<Self> {
        let mut lexicon = Self::default();
        for file in data.read(FILE)? {
            lexicon.add(&file)?;
        }
        Ok(lexicon)
    }

    fn add(&mut self, file: &ResourceFile) -> Result<()> {
        let read: StanceFile = file.toml()?;
        self.grammar = read.grammar.unwrap_or_else(|| std::mem::take(&mut self.grammar));
        for (entries, into) in [
            (read.verb, &mut self.verbs),
            (read.noun, &mut self.nouns),
            (read.predicate, &mut self.predicates),
        ] {
            for entry in entries {
                for word in &entry.words {
                    into.entry(word.clone()).or_default().push(entry.clone());
                }
            }
        }
        for entry in read.phrase {
            let phrases = entry.words.iter().map(|words| words.split(' ').map(str::to_owned).collect());
            self.phrases.extend(phrases.map(|words| (words, entry.position)));
        }
        Ok(())
    }

    /// The ways in which a verb shows a stand, by its lemma.
    #[must_use]
    pub fn verb(&self, lemma: &str) -> &[StanceCue] {
        self.verbs.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// The ways in which a noun shows a stand, by its lemma.
    #[must_use]
    pub fn noun(&self, lemma: &str) -> &[StanceCue] {
        self.nouns.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// The ways in which what is said of a thing shows a stand on it, by the lemma of adjective or noun.
    #[must_use]
    pub fn predicate(&self, lemma: &str) -> &[StanceCue] {
        self.predicates.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// Phrases that lead to what they are about, as words in lower case.
    #[must_use]
    pub fn phrases(&self) -> &[(Vec<String>, Position)] {
        &self.phrases
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    #[test]
    fn the_embedded_words_load_and_negation_turns_support_into_opposition() {
        let stance = StanceLexicon::load(&Resources::data(&[])).unwrap();
        let support = &stance.verb("support")[0];
        assert_eq!(support.position, Position::Supports);
        assert_eq!(support.when_negated(), Some(Position::Opposes));
        assert_eq!(stance.verb("oppose")[0].when_negated(), None);
        assert!(stance.verb("walk").is_empty());
    }

    #[test]
    fn an_unknown_position_is_refused_with_its_line() {
        let text = "[[verb]]\nwords = [\"shrug\"]\nposition = \"lukewarm\"\n";
        let file =
            ResourceFile { name: "stance.toml".into(), stem: "stance".into(), text: Cow::Borrowed(text) };
        let error = StanceLexicon::default().add(&file).unwrap_err().to_string();
        assert!(error.starts_with("stance.toml:") && error.contains("`lukewarm` is no position"), "{error}");
    }
}
