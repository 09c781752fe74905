//! The verbs, nouns and phrases by which a text says that somebody says something.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::error::Result;
use crate::lexicon::attitudes::AttitudeLexicon;
pub use crate::lexicon::cue::{AdjectiveCue, Frame, NounCue, VerbCue};
use crate::resource::ResourceFile;
use crate::resource::Resources;

const FILE: &str = "en/cues.toml";

/// Words that mark the grammar of reported speech.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CueGrammar {
    /// Opens a reported clause and is no part of what is said.
    pub complementizers: BTreeSet<String>,
    /// Opens a reported question and is part of it.
    pub interrogatives: BTreeSet<String>,
    /// Makes the clause of a cue follow the words said: *as he said*.
    pub likewise: BTreeSet<String>,
    /// Joins an object and what it is said to be.
    pub naming: BTreeSet<String>,
    /// Turns a cue into its contrary.
    pub negations: BTreeSet<String>,
    /// Leads to the speaker of a passive cue.
    pub agents: BTreeSet<String>,
    /// Leads from an utterance to its speaker.
    pub origins: BTreeSet<String>,
    /// Stands between an utterance and its clause: *a statement to the effect that*.
    pub effect: BTreeSet<String>,
    /// Leads to the one spoken to.
    pub to: BTreeSet<String>,
    /// Names the one who speaks.
    pub first_person: BTreeSet<String>,
    /// Names those who speak together.
    pub first_person_plural: BTreeSet<String>,
    /// Says in a heading that several speak together.
    pub joint: BTreeSet<String>,
    /// Names what was just said.
    pub demonstratives: BTreeSet<String>,
    /// Opens an absolute construction: *with one envoy saying*.
    pub accompaniment: BTreeSet<String>,
    /// Leads to the place or event of an utterance.
    pub setting: BTreeSet<String>,
    /// Verbs that may leave out the complementizer: *said it would*.
    pub bare: BTreeSet<String>,
    /// Verbs that things too may have for a subject: *the study shows*, *the letter said*.
    pub telling_things: BTreeSet<String>,
    /// Modal verbs that make an utterance a mere possibility: *could say*.
    pub hypothetical: BTreeSet<String>,
    /// Open a clause of time or place beside a cue: *said when he left*.
    pub temporal: BTreeSet<String>,
    /// Verbs whose object is the one spoken to: *told reporters*.
    pub telling: BTreeSet<String>,
    /// Leads to what a question or remark was about.
    pub topic: BTreeSet<String>,
    /// Nouns for a state: *our country*, *both countries*. Lemmas.
    pub states: BTreeSet<String>,
    /// Says whose a state is: the speaker's.
    pub own: BTreeSet<String>,
    /// Says that there are two.
    pub two: BTreeSet<String>,
}

/// Words by which transcripts tell who speaks.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TurnWords {
    /// Labels of those who ask without a name.
    pub askers: BTreeSet<String>,
    /// Labels of others without a name.
    pub others: BTreeSet<String>,
    /// Titles with which the label of somebody named begins.
    pub titles: BTreeSet<String>,
    /// Lines that end the last turn.
    pub ends: BTreeSet<String>,
}

/// How a refusal to speak is put.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// Verbs that refuse.
    pub words: BTreeSet<String>,
    /// Verbs of what is refused.
    pub speech: BTreeSet<String>,
    /// Lead to what is not said: *comment on*.
    pub prepositions: BTreeSet<String>,
}

/// All cues of a language.
#[derive(Debug, Clone, Default)]
pub struct CueLexicon {
    verbs: BTreeMap<String, Vec<VerbCue>>,
    nouns: BTreeMap<String, NounCue>,
    adjectives: BTreeMap<String, AdjectiveCue>,
    phrases: Vec<Vec<String>>,
    documents: BTreeSet<String>,
    /// Words of attitudes and intentions, which tell of no utterance.
    pub attitudes: AttitudeLexicon,
    /// Words of grammar.
    pub grammar: CueGrammar,
    /// Words of transcripts.
    pub turns: TurnWords,
    /// Words of refusals.
    pub refusal: Refusal,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CueFile {
    #[serde(default)]
    grammar: Option<CueGrammar>,
    #[serde(default)]
    turns: Option<TurnWords>,
    #[serde(default)]
    refusal: Option<Refusal>,
    #[serde(default)]
    documents: Words,
    #[serde(default)]
    verb: Vec<VerbCue>,
    #[serde(default)]
    noun: Vec<NounCue>,
    #[serde(default)]
    adjective: Vec<AdjectiveCue>,
    #[serde(default)]
    phrase: Vec<Words>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    #[serde(default)]
    words: Vec<String>,
}

impl CueLexicon {
    /// Reads `data/en/cues.toml`, and the user's own over it: entries are added, sections replaced.
    ///
    /// # Errors
    /// With file and line where an entry is wrong.
    pub fn load(data: &Resources) -> Result<Self> {
        let mut lexicon = Self { attitudes: AttitudeLexicon::load(data)?, ..Self::default() };
        for file in data.read(FILE)? {
            lexicon.add(&file)?;
        }
        Ok(lexicon)
    }

    fn add(&mut self, file: &ResourceFile) -> Result<()> {
        let read: CueFile = file.toml()?;
        self.grammar = read.grammar.unwrap_or_else(|| std::mem::take(&mut self.grammar));
        self.turns = read.turns.unwrap_or_else(|| std::mem::take(&mut self.turns));
        self.refusal = read.refusal.unwrap_or_else(|| std::mem::take(&mut self.refusal));
        self.documents.extend(read.documents.words);
        self.phrases.extend(read.phrase.into_iter().map(|phrase| phrase.words));
        for verb in read.verb {
            if verb.takes.is_empty() && verb.prepositions.is_empty() {
                let word = verb.words.first().map_or("", String::as_str);
                let message = format!(
                    "the cue `{word}` needs `takes` or `prepositions`: where do the words said stand?"
                );
                return Err(file.error(file.line_of(&format!("\"{word}\"")), &message));
            }
            for word in &verb.words {
                self.verbs.entry(word.clone()).or_default().push(verb.clone());
            }
        }
        for adjective in read.adjective {
            for word in &adjective.words {
                self.adjectives.insert(word.clone(), adjective.clone());
            }
        }
        for noun in read.noun {
            for word in &noun.words {
                self.nouns.insert(word.clone(), noun.clone());
            }
        }
        Ok(())
    }

    /// The ways of using a verb as a cue, by its lemma.
    pub fn verb(&self, lemma: &str) -> &[VerbCue] {
        self.verbs.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// A noun as a cue, by its lemma.
    pub fn noun(&self, lemma: &str) -> Option<&NounCue> {
        self.nouns.get(lemma)
    }

    /// An adjective or participle as a cue, by its lemma or, of a participle, its form.
    pub fn adjective(&self, word: &str) -> Option<&AdjectiveCue> {
        self.adjectives.get(word)
    }

    /// Whether a noun, by its lemma, names a text in which somebody speaks.
    pub fn is_document(&self, lemma: &str) -> bool {
        self.documents.contains(lemma)
    }

    /// Phrases such as *according to* that lead to a speaker, as words in lower case.
    pub fn phrases(&self) -> &[Vec<String>] {
        &self.phrases
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::model::SpeechAct;

    fn file(text: &str) -> ResourceFile {
        ResourceFile { name: "cues.toml".into(), stem: "cues".into(), text: Cow::Owned(text.into()) }
    }

    #[test]
    fn the_embedded_cues_load_and_tell_acts_apart() {
        let cues = CueLexicon::load(&Resources::data(&[])).unwrap();
        assert!(cues.verb("say").iter().any(|cue| cue.act == SpeechAct::Say && cue.takes(Frame::Quote)));
        assert!(cues.verb("urge").iter().all(|cue| cue.act == SpeechAct::Urge));
        assert!(cues.verb("comment").iter().any(|cue| cue.negated && cue.act == SpeechAct::Decline));
        assert!(cues.verb("walk").is_empty());
        assert!(cues.is_document("communique"));
    }

    #[test]
    fn an_unknown_act_is_refused_with_its_line() {
        let error = CueLexicon::default()
            .add(&file("[[noun]]\nwords = [\"toast\"]\nact = \"cheer\"\n"))
            .unwrap_err()
            .to_string();
        assert!(error.starts_with("cues.toml:") && error.contains("`cheer` is no act"), "{error}");
    }

    #[test]
    fn a_verb_that_says_not_where_the_words_stand_is_refused() {
        let error = CueLexicon::default()
            .add(&file("\n[[verb]]\nwords = [\"mumble\"]\nact = \"say\"\n"))
            .unwrap_err()
            .to_string();
        assert!(error.starts_with("cues.toml:3:") && error.contains("mumble"), "{error}");
    }

    #[test]
    fn a_users_file_adds_cues() {
        let mut cues = CueLexicon::load(&Resources::data(&[])).unwrap();
        cues.add(&file("[[verb]]\nwords = [\"mumble\"]\nact = \"say\"\ntakes = [\"quote\"]\n")).unwrap();
        assert_eq!(cues.verb("mumble").len(), 1);
        assert!(!cues.verb("say").is_empty());
    }
}
