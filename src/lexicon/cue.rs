//! A word by which a text says that somebody says something, and where the words said stand with it.

use serde::Deserialize;

use crate::model::SpeechAct;

/// Where the words said stand with a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Frame {
    /// Between quotation marks.
    Quote,
    /// In a clause: *said (that) it would*.
    Clause,
    /// In a clause that asks: *whether it would*.
    Question,
    /// In an infinitive of which the speaker is the subject: *promised to come*.
    Infinitive,
    /// In an infinitive of which somebody else is the subject: *urged them to come*.
    Request,
    /// In a noun phrase: *stressed the importance of the pact*.
    Object,
    /// In an object and what it is said to be: *described it as a step*.
    Naming,
}

/// One way of using a verb as a cue.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerbCue {
    pub(super) words: Vec<String>,
    #[serde(deserialize_with = "act")]
    /// What is done by saying it.
    pub act: SpeechAct,
    #[serde(default)]
    pub(super) takes: Vec<Frame>,
    /// The particle that must follow (*point out*); empty where none need.
    #[serde(default)]
    pub particle: Vec<String>,
    /// The nouns of which one must be the object (*call attention to*); empty for any.
    #[serde(default)]
    pub object: Vec<String>,
    /// The prepositions that lead to the words said (*warned of*).
    #[serde(default)]
    pub prepositions: Vec<String>,
    /// The prepositions that lead to the one addressed (*called on them to*).
    #[serde(default)]
    pub through: Vec<String>,
    /// Whether it is an act of speech only when negated (*would not comment*).
    #[serde(default)]
    pub negated: bool,
    /// Whether it names a state of mind more than an act of speech.
    #[serde(default)]
    pub weak: bool,
}

impl VerbCue {
    /// One that tells of a state of mind.
    pub(super) fn weak(takes: Vec<Frame>, prepositions: Vec<String>) -> Self {
        Self {
            words: Vec::new(),
            act: SpeechAct::Say,
            takes,
            particle: Vec::new(),
            object: Vec::new(),
            prepositions,
            through: Vec::new(),
            negated: false,
            weak: true,
        }
    }

    /// Whether the words said may stand so.
    pub fn takes(&self, frame: Frame) -> bool {
        self.takes.contains(&frame)
    }
}

/// A noun that names an utterance or what a speaker holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NounCue {
    pub(super) words: Vec<String>,
    /// What is done by uttering it.
    #[serde(deserialize_with = "act")]
    pub act: SpeechAct,
    /// Whether it is said only with a verb (*expressed the hope that*).
    #[serde(default)]
    pub held: bool,
    /// Prepositions that lead to the words said (*gratitude for*).
    #[serde(default)]
    pub prepositions: Vec<String>,
    /// With an owner it says what stands in an infinitive or after these prepositions: *her call for talks*.
    #[serde(default)]
    pub owned: Vec<String>,
}

/// An adjective or participle that tells what somebody thinks: *is confident that*.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdjectiveCue {
    pub(super) words: Vec<String>,
    /// What is done by saying so.
    #[serde(deserialize_with = "act")]
    pub act: SpeechAct,
    /// Prepositions that lead to the words said (*concerned about*).
    #[serde(default)]
    pub prepositions: Vec<String>,
}

fn act<'de, D: serde::Deserializer<'de>>(input: D) -> std::result::Result<SpeechAct, D::Error> {
    let name = String::deserialize(input)?;
    SpeechAct::named(&name).ok_or_else(|| {
        let names: Vec<_> = SpeechAct::ALL.iter().map(|act| act.as_str()).collect();
        serde::de::Error::custom(format!("`{name}` is no act of speech: write one of {}", names.join(", ")))
    })
}
