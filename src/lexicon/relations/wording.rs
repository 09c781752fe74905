//! One way in which a language states a relation.

use compact_str::CompactString;
use serde::Deserialize;

use crate::lexicon::relations::example::Example;
use crate::lexicon::relations::role::Path;
use crate::lexicon::relations::role::Role;
use crate::model::EdgeKind;
use crate::model::Modality;
use crate::model::NodeKind;

/// What kind of word a predicate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// *meet*, *take part*.
    Verb,
    /// *talks*, *visit*.
    Noun,
    /// *critical*, *party*.
    Adjective,
    /// The thing named is the predicate: *the **US-Kenya treaty***, *the **Kenyan minister***.
    Mention,
}

/// How many sources and targets a wording takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ends {
    /// As many as there are.
    #[default]
    Any,
    /// The parties to a pact are several.
    SeveralSources,
    /// *The Kenyan and Norwegian governments* are not each of both.
    OneTarget,
}

/// Whether a verb means what the wording says with an infinitive beside it, or without.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Infinitive {
    /// Both ways.
    #[default]
    Any,
    /// *advised Brandt **to resign*** asks something of him; *advised him of it* does not.
    Needed,
    /// *called on Brandt* meets him; *called on Brandt **to resign*** does not.
    Barred,
}

/// The lemmas of a predicate: one bears the arguments, the others must stand below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Lemma of the word that bears the arguments.
    pub head: CompactString,
    /// Lemmas of the others, in order of the text.
    pub rest: Vec<CompactString>,
}

impl Phrase {
    /// Reads `take part`, whose first word bears the arguments, or `phone call`, whose last word does.
    #[must_use]
    pub fn parse(text: &str, sort: Sort) -> Option<Self> {
        let mut words: Vec<_> = text.split_whitespace().map(CompactString::new).collect();
        let head = match sort {
            Sort::Noun => words.pop()?,
            Sort::Verb | Sort::Adjective | Sort::Mention if !words.is_empty() => words.remove(0),
            Sort::Verb | Sort::Adjective | Sort::Mention => return None,
        };
        Some(Self { head, rest: words })
    }
}

/// A predicate with the roles that fill source and target.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent switches of a data file")]
pub struct Wording {
    /// The rule that claims name: `met-with/meet`.
    pub rule: CompactString,
    /// The relation that it states.
    pub kind: EdgeKind,
    /// Predicates, by sort.
    pub phrases: Vec<(Sort, Phrase)>,
    /// Kinds of things that are predicates themselves.
    pub mentions: Vec<NodeKind>,
    /// Where the source stands; the first that is filled counts.
    pub source: Vec<Path>,
    /// Where the target stands; the first that is filled counts.
    pub target: Vec<Path>,
    /// Where both stand, coordinated or in the plural: each two of them are joined.
    pub pair: Vec<Path>,
    /// Kinds that the source may be, where fewer than the schema allows.
    pub source_kinds: Vec<NodeKind>,
    /// Kinds that the target may be, where fewer than the schema allows.
    pub target_kinds: Vec<NodeKind>,
    /// Verbs, beside the general light verbs, whose subject is the subject of the noun.
    pub under: Vec<CompactString>,
    /// Lemmas of which one must be the object of the verb.
    pub objects: Vec<CompactString>,
    /// Lemmas that must not stand among the dependents.
    pub unless: Vec<CompactString>,
    /// How many ends it takes.
    pub ends: Ends,
    /// Whether an infinitive stands beside the verb.
    pub infinitive: Infinitive,
    /// Whether a noun beside a clause (*said during talks*) is done by the subject of the clause.
    pub circumstance: bool,
    /// Whether citizens and soldiers to whom it is done stand for their country: *deported ten **Kenyan** students*.
    pub nationals: bool,
    /// Whether it is read in headings too, which else state nothing: *Memorandum of Conversation between ...*.
    pub heading: bool,
    /// Whether a speaker does it for his state where the other is a state: *stressed the need to expand ties with Norway*.
    pub of_state: bool,
    /// Whether a speaker who says *we* does it, though the text names no state for which he speaks: *we condemn Norway*.
    pub by_speaker: bool,
    /// Whether its negation says nothing of the relation: who *did not discuss visas* may well have met.
    pub only_affirmed: bool,
    /// Whether only the fact says anything of the relation: who *will recognize* a need agrees with nobody yet.
    pub only_actual: bool,
    /// What the words themselves say of the facts (*invited to visit*), where the grammar says nothing else.
    pub modality: Option<Modality>,
    /// How sure it is, 0 to 1, in its plainest form.
    pub confidence: f32,
    /// Sentences with the claims that it must give.
    pub matches: Vec<Example>,
    /// Sentences from which it must give none.
    pub no_matches: Vec<Example>,
}

impl Wording {
    /// Whether who tells of it is its source: what may be so blames nobody yet.
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.source.iter().any(|path| path.0 == [Role::Teller])
    }

    /// Whether it says nothing of the relation where its words hold so.
    #[must_use]
    pub fn is_silent(&self, modality: Modality) -> bool {
        self.only_affirmed && matches!(modality, Modality::Negated | Modality::Denied)
            || (self.only_actual || self.is_told()) && modality != Modality::Actual
    }
}
