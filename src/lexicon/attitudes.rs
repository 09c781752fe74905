//! The words by which a text says what somebody wants, means to do, doubts or knows.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::Result;
use crate::lexicon::cues::Frame;
use crate::lexicon::cues::VerbCue;
use crate::resource::Resources;

const FILE: &str = "en/attitudes.toml";

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct VerbEntry {
    words: Vec<String>,
    #[serde(default)]
    takes: Vec<Frame>,
    #[serde(default)]
    prepositions: Vec<String>,
}

/// A noun or adjective and what leads from it to what is held.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordEntry {
    words: Vec<String>,
    #[serde(default)]
    leads: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AttitudeFile {
    #[serde(default)]
    verb: Vec<VerbEntry>,
    #[serde(default)]
    noun: Vec<WordEntry>,
    #[serde(default)]
    adjective: Vec<WordEntry>,
}

/// All words of attitudes and intentions of a language.
#[derive(Debug, Clone, Default)]
pub struct AttitudeLexicon {
    verbs: BTreeMap<String, Vec<VerbCue>>,
    nouns: BTreeMap<String, Vec<String>>,
    adjectives: BTreeMap<String, Vec<String>>,
}

impl AttitudeLexicon {
    /// Reads `data/en/attitudes.toml`, and adds the user's own.
    ///
    /// # Errors
    /// With file and line where an entry is wrong.
    pub fn load(data: &Resources) -> Result<Self> {
        let mut lexicon = Self::default();
        for file in data.read(FILE)? {
            let read: AttitudeFile = file.toml()?;
            for verb in read.verb {
                let cue = VerbCue::weak(verb.takes, verb.prepositions);
                for word in verb.words {
                    lexicon.verbs.entry(word).or_default().push(cue.clone());
                }
            }
            for (entries, into) in
                [(read.noun, &mut lexicon.nouns), (read.adjective, &mut lexicon.adjectives)]
            {
                for entry in entries {
                    for word in entry.words {
                        into.entry(word).or_default().extend(entry.leads.iter().cloned());
                    }
                }
            }
        }
        Ok(lexicon)
    }

    /// The ways in which a verb, by its lemma, tells of an attitude.
    pub fn verb(&self, lemma: &str) -> &[VerbCue] {
        self.verbs.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// The words that lead from a noun, by its lemma, to what is held.
    pub fn noun(&self, lemma: &str) -> Option<&[String]> {
        self.nouns.get(lemma).map(Vec::as_slice)
    }

    /// The words that lead from an adjective or participle to what is held.
    pub fn adjective(&self, word: &str) -> Option<&[String]> {
        self.adjectives.get(word).map(Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_words_load_and_tell_what_follows_them() {
        let words = AttitudeLexicon::load(&Resources::data(&[])).unwrap();
        assert!(words.verb("want").iter().any(|cue| cue.takes(Frame::Infinitive)));
        assert!(words.noun("plan").is_some_and(|leads| leads.iter().any(|word| word == "for")));
        assert!(words.adjective("willing").is_some());
        assert!(words.verb("walk").is_empty());
    }
}
