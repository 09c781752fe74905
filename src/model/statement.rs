//! Attributed utterances: who said what, and how.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::MentionId;
use crate::model::Span;
use crate::model::When;

/// Index of a statement in its extraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StatementId(pub u32);

impl StatementId {
    /// As index into a list of statements.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

macro_rules! closed_set {
    ($(#[$outer:meta])* $type:ident: $($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $type {
            $($(#[$doc])* #[serde(rename = $text)] $name,)*
        }

        impl $type {
            /// All, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its name in every output.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }

            /// The one of that name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == name)
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(self.as_str())
            }
        }
    };
}

closed_set! {
    /// Whether the words are the speaker's own.
    StatementForm:
    /// Between quotation marks, or a speaker's turn in a transcript.
    Direct = "direct",
    /// In the author's words: *said that ...*.
    Indirect = "indirect",
    /// Both: *said the plan "will hold"*.
    Mixed = "mixed",
}

closed_set! {
    /// What the speaker does by saying it.
    SpeechAct:
    /// States.
    Say = "say",
    /// Makes known.
    Announce = "announce",
    /// Says that it is not so.
    Deny = "deny",
    /// Does not say.
    Decline = "decline",
    /// Presses somebody to do it.
    Urge = "urge",
    /// Says that harm may come.
    Warn = "warn",
    /// Asks.
    Ask = "ask",
    /// Commits to it.
    Promise = "promise",
    /// Says that somebody did wrong.
    Accuse = "accuse",
    /// Speaks well of it.
    Praise = "praise",
    /// Speaks against it.
    Condemn = "condemn",
}

closed_set! {
    /// Where a speaker stands on a thing.
    Position:
    /// For it.
    Supports = "supports",
    /// Against it.
    Opposes = "opposes",
    /// Expressly neither.
    Neutral = "neutral",
}

/// Where the speaker of a statement stands, and the words that show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stance {
    /// For or against.
    pub position: Position,
    /// The words that show it.
    pub words: Span,
    /// What it is about; each is among what the statement is about.
    pub towards: Vec<MentionId>,
}

/// One attributed utterance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Who says it; several where they speak together; none where it cannot be told.
    pub speakers: Vec<MentionId>,
    /// The words that name the speaker.
    pub source: Option<Span>,
    /// The words that say that it is said (*told reporters*); none for a quote that goes on.
    pub cue: Option<Span>,
    /// The words said, without outer quotation marks; several spans where the cue interrupts them.
    pub content: Vec<Span>,
    /// Cue and content together.
    pub span: Span,
    /// Whose words they are.
    pub form: StatementForm,
    /// What is done by saying it.
    pub act: SpeechAct,
    /// The statement in whose content this one stands.
    pub within: Option<StatementId>,
    /// Topics, agreements, countries, events, persons that it is about.
    pub about: Vec<MentionId>,
    /// When it was said, where the words tell.
    pub when: Option<When>,
    /// Where or at which event it was said, where the words tell.
    pub setting: Vec<MentionId>,
    /// To whom it was said, where the words tell.
    pub addressees: Vec<MentionId>,
    /// Where the speaker stands, as far as the words show it.
    pub stances: Vec<Stance>,
    /// The whole sentences that cue and content stand in.
    pub sentences: Span,
}
