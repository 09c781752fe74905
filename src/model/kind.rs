//! Names of the ontology's kinds. Only the schema makes new ones: it checks them when it is loaded.

use std::fmt;

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

/// The kind of a node: `official`, `country`, `agreement` ...
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NodeKind(CompactString);

/// The kind of an edge: `met-with`, `replaces`, `said` ...
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EdgeKind(CompactString);

macro_rules! kinds {
    ($type:ident: $($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        impl $type {
            $($(#[$doc])* pub const $name: Self = Self(CompactString::const_new($text));)*

            /// The kind of that name. Whether the schema has it is for the schema to say.
            #[must_use]
            pub fn named(name: &str) -> Self {
                Self(CompactString::new(name))
            }

            /// Its name, as in `schema/` and in every output.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
}

kinds! { NodeKind:
    /// A person in a public capacity, named or not.
    OFFICIAL = "official",
    /// Any other person.
    PERSON = "person",
    /// An organ of a state or of an intergovernmental organization.
    AGENCY = "agency",
    /// An intergovernmental organization, party, company, armed group ...
    ORGANIZATION = "organization",
    /// A state.
    COUNTRY = "country",
    /// A city, region, river, border, building.
    PLACE = "place",
    /// A treaty, framework, initiative, resolution, law.
    AGREEMENT = "agreement",
    /// A meeting, summit, visit, war, election that the text treats as a thing.
    EVENT = "event",
    /// An issue area.
    TOPIC = "topic",
    /// An attributed utterance.
    STATEMENT = "statement",
    /// A text.
    DOCUMENT = "document",
}

kinds! { EdgeKind:
    /// Speaker to statement.
    SAID = "said",
    /// Statement to what it is about.
    ABOUT = "about",
    /// Statement to the place or event where it was made.
    SAID_AT = "said-at",
    /// Statement to the actor to whom it was made.
    SAID_TO = "said-to",
    /// Of networks: actor to what it takes a stand for.
    SPEAKS_FOR = "speaks-for",
    /// Of networks: actor to what it takes a stand against.
    SPEAKS_AGAINST = "speaks-against",
    /// Of networks: actor to what it speaks of without taking a stand.
    SPEAKS_OF = "speaks-of",
    /// Of networks: actors who take the same stand.
    CONGRUENT_WITH = "congruent-with",
    /// Of networks: actors who take opposite stands.
    CONFLICTS_WITH = "conflicts-with",
    /// Document to the things that it names.
    MENTIONS = "mentions",
    /// Official to the country or organization for which the official acts.
    REPRESENTS = "represents",
    /// Official to the body where the official works.
    MEMBER_OF_BODY = "member-of-body",
    /// Body to what it is a part of.
    PART_OF = "part-of",
    /// Place or event to where it is.
    LOCATED_IN = "located-in",
    /// Actor to agreement.
    PARTY_TO = "party-to",
    /// The two met, called or talked.
    MET_WITH = "met-with",
    /// Who backs, praises or thanks whom or what.
    SUPPORTS = "supports",
    /// The one asks, urges or demands something of the other.
    REQUESTS = "requests",
    /// The two negotiated.
    NEGOTIATES_WITH = "negotiates-with",
    /// Agreement to agreement, official to official.
    REPLACES = "replaces",
    /// Agreement, event, body or official to the issue that it works on.
    ADDRESSES = "addresses",
    /// Actor to event.
    ATTENDED = "attended",
    /// Actor to event.
    HOSTS = "hosts",
    /// Actor to the country or place that it goes to.
    VISITS = "visits",
    /// Document to the earlier version of the same story.
    REVISES = "revises",
}

impl EdgeKind {
    /// Whether the edge tells of texts and utterances, not of the world.
    #[must_use]
    pub fn is_speech(&self) -> bool {
        [Self::SAID, Self::ABOUT, Self::SAID_AT, Self::SAID_TO, Self::MENTIONS].contains(self)
    }

    /// Whether the edge stands only in networks that were made of the statements of a graph.
    #[must_use]
    pub fn is_of_network(&self) -> bool {
        [Self::SPEAKS_FOR, Self::SPEAKS_AGAINST, Self::SPEAKS_OF, Self::CONGRUENT_WITH, Self::CONFLICTS_WITH]
            .contains(self)
    }
}
