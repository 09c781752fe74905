//! What is decided on which things are one: by the program with its reasons, by the user with the last word.

use serde::{Deserialize, Serialize};

use crate::model::EdgeKind;
use crate::model::Modality;
use crate::model::NodeKind;
use crate::model::When;

/// Where a user wrote a judgement.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// The file, as the user gave it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

/// What a user wants changed in an edge; what is none stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EdgeChange {
    /// Id of the node where it starts.
    pub source: Option<String>,
    /// The relation.
    pub kind: Option<EdgeKind>,
    /// Id of the node where it ends.
    pub target: Option<String>,
    /// How it stands to the facts.
    pub modality: Option<Modality>,
    /// When; the inner none takes the date away.
    pub when: Option<Option<When>>,
}

/// What a user decided.
///
/// Things are named by id, by former id, or by one of their places: `<document>:<character>` is the thing that the mention
/// there names, `<document>.<number>` a chain of the document. A place stays right whatever the thing is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Two names of one thing.
    Same {
        /// The one.
        left: String,
        /// The other.
        right: String,
    },
    /// Two things, whatever their names.
    NotSame {
        /// The one.
        left: String,
        /// The other.
        right: String,
    },
    /// It cannot be told: they stay apart, and are not asked about again.
    Undecided {
        /// The one.
        left: String,
        /// The other.
        right: String,
    },
    /// The thing is shown under another name.
    Rename {
        /// The thing.
        thing: String,
        /// Its name from now on.
        to: String,
    },
    /// The thing is of another kind.
    Retype {
        /// The thing.
        thing: String,
        /// Its kind from now on.
        to: NodeKind,
    },
    /// The words do not state the edge.
    Reject {
        /// Id of the edge.
        edge: String,
    },
    /// The words state another edge.
    Correct {
        /// Id of the edge.
        edge: String,
        /// What is otherwise.
        change: EdgeChange,
    },
}

/// A decision of a user, with who and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// What was decided.
    pub decision: Decision,
    /// Who decided.
    pub by: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Where it is written.
    pub origin: Origin,
}

/// What speaks for two chains being one thing, or against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// For: the gazetteer or the taxonomy knows both as one thing.
    SameEntry,
    /// For: one full name.
    SameName,
    /// For: one name of several, an acronym for instance.
    SharedName,
    /// For: the one name is a part of the other.
    PartOfName,
    /// For: the one has initials where the other has names or words.
    Initials,
    /// For: two spellings of one name.
    Spelling,
    /// For: the same names in another order.
    NameOrder,
    /// For: one surname.
    Surname,
    /// For: one title.
    SameTitle,
    /// For: one country.
    SameCountry,
    /// For: texts of about the same time.
    CloseInTime,
    /// For: the texts speak of the same other things.
    SharedContext,
    /// For: one office of one country at one time.
    SameOffice,
    /// For: the same parties.
    SameParties,
    /// For: both replace or amend the same.
    SamePredecessor,
    /// For: both address the same.
    SameIssues,
    /// For: a user said so.
    Judged,
    /// Against: other countries.
    OtherCountry,
    /// Against: texts of other times.
    OtherTime,
    /// Against: other titles at one time.
    OtherTitle,
    /// Against: another sort of thing.
    OtherType,
    /// Against: other issues or predecessors.
    OtherMatter,
    /// Against: several things fit equally well.
    SeveralFit,
    /// Against: nothing but the name speaks for it.
    NoContext,
}

impl Reason {
    /// Its name in every output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SameEntry => "same-entry",
            Self::SameName => "same-name",
            Self::SharedName => "shared-name",
            Self::PartOfName => "part-of-name",
            Self::Initials => "initials",
            Self::Spelling => "spelling",
            Self::NameOrder => "name-order",
            Self::Surname => "surname",
            Self::SameTitle => "same-title",
            Self::SameCountry => "same-country",
            Self::CloseInTime => "close-in-time",
            Self::SharedContext => "shared-context",
            Self::SameOffice => "same-office",
            Self::SameParties => "same-parties",
            Self::SamePredecessor => "same-predecessor",
            Self::SameIssues => "same-issues",
            Self::Judged => "judged",
            Self::OtherCountry => "other-country",
            Self::OtherTime => "other-time",
            Self::OtherTitle => "other-title",
            Self::OtherType => "other-type",
            Self::OtherMatter => "other-matter",
            Self::SeveralFit => "several-fit",
            Self::NoContext => "no-context",
        }
    }
}

/// Chains that were joined to a node for the same reasons.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Join {
    /// The chains, as the mentions of the node name them; sorted.
    pub chains: Vec<String>,
    /// What spoke for it.
    pub reasons: Vec<Reason>,
    /// How sure it is, 0 to 1.
    pub confidence: f64,
    /// Who decided, where it was a user.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Why, in the user's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// Two nodes that may be one thing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Doubt {
    /// Id of the one.
    pub left: String,
    /// Id of the other.
    pub right: String,
    /// How likely they are one, 0 to 1.
    pub confidence: f64,
    /// What speaks for it.
    pub reasons: Vec<Reason>,
    /// What speaks against it.
    pub against: Vec<Reason>,
}
