//! Small closed sets of words by which mentions are delimited and joined.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use compact_str::CompactString;
use serde::Deserialize;

use crate::error::Result;
use crate::resource::Resources;

const FILE: &str = "en/mentions.toml";

/// What a pronoun tells of the thing that it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pronoun {
    /// Grammatical person, 1 to 3.
    pub person: u8,
    /// Whether it stands for several.
    pub plural: bool,
    /// Whether it stands for a thing, body or country rather than a person.
    pub thing: bool,
    /// `male` or `female`, where it tells.
    pub gender: Option<CompactString>,
}

/// The word sets of `data/en/mentions.toml`. All are asked with words in lower case.
#[derive(Debug, Clone, Default)]
pub struct MentionWords {
    sets: BTreeMap<WordSet, BTreeSet<CompactString>>,
    pronouns: BTreeMap<CompactString, Pronoun>,
}

/// The sets that the file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordSet {
    /// Words that go on with a name behind its head noun.
    NameConnector,
    /// Words behind a title that bring its country, body or portfolio.
    TitleComplement,
    /// Prepositions that make a bare name a place.
    Locative,
    /// Determiners that point back.
    Definite,
    /// Words that set a group apart from the whole.
    Partitive,
    /// Words that tell like things apart.
    Distinguishing,
    /// Adjectives that describe without telling apart.
    Descriptive,
    /// Words that bring another name.
    AlsoKnown,
    /// Nouns that mean something else behind an idiom's opener.
    Idiomatic,
    /// Words before such nouns.
    IdiomOpener,
    /// Nouns for agreements in general, which may point back to any of them.
    Generic,
    /// Classes of event nouns for which writers use one for the other.
    Gathering,
    /// Offices named by their function.
    GenericOffice,
    /// Words that bring the members of what stands before.
    Including,
    /// Words behind a title that bring where it is held, not for whom: *ambassador **to** Kenya*.
    Accredited,
    /// Nouns for events that are appeals before these: *a **call** for restraint*.
    Appeal,
    /// Words behind them that make them so.
    AppealOpener,
    /// Determiners that speak of whoever it may be: ***every** president*.
    Distributive,
    /// Prepositions before an office in which somebody does something: *spoke **as** minister*.
    Capacity,
    /// Verbs and nouns of what governments do with each other, by lemma: *talks with **Moscow*** are no talks with a town.
    Dealing,
    /// Words of address for men.
    MaleTitle,
    /// Words of address for women.
    FemaleTitle,
    /// What stands for the first of two.
    FirstOfTwo,
    /// What stands for the last of two.
    LastOfTwo,
    /// Nouns that behind the adjective of a state mean that state.
    StateSide,
    /// Nouns for those who take part in what was told before.
    Participant,
    /// Classes of event nouns within which a text may take one noun for the other.
    Interchangeable,
    /// Verbs whose object is the one of whom more is told: *received him on **his** first visit*.
    Receiving,
    /// Nouns by which a text may call anything of their class.
    ClassNoun,
    /// Classes of titles of which nobody holds two.
    ExclusiveClass,
    /// Classes of agreements that a text may call by each other's nouns.
    LooseSort,
    /// Prepositions behind a noun that tell which thing is meant.
    Telling,
    /// Classes of titles whose bearers are sent to somewhere.
    PostedClass,
    /// Words before the noun of an event that set it apart from the one of which the text goes on to tell: *the **next** meeting*.
    OtherOccasion,
    /// Classes of event nouns of which several are not one.
    CountedOccasion,
    /// Words that make a nation a people of other states: ***ethnic** Ardenians* are not Ardenia.
    Descent,
    /// Words that make a body another than the one of which a text speaks: *the **former** government*.
    Other,
    /// Words that, written with a capital before a people, name another.
    Direction,
    /// Nouns for places whose name may stand behind them: *the town **of Kitale***.
    NamedBehind,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct File {
    name_connectors: Vec<CompactString>,
    title_complements: Vec<CompactString>,
    locatives: Vec<CompactString>,
    definite: Vec<CompactString>,
    partitive: Vec<CompactString>,
    distinguishing: Vec<CompactString>,
    descriptive: Vec<CompactString>,
    also_known: Vec<CompactString>,
    idiomatic: Vec<CompactString>,
    idiom_openers: Vec<CompactString>,
    generic: Vec<CompactString>,
    gatherings: Vec<CompactString>,
    generic_offices: Vec<CompactString>,
    including: Vec<CompactString>,
    accredited: Vec<CompactString>,
    other_occasion: Vec<CompactString>,
    counted_occasions: Vec<CompactString>,
    appeals: Vec<CompactString>,
    appeal_openers: Vec<CompactString>,
    distributive: Vec<CompactString>,
    capacity: Vec<CompactString>,
    dealings: Vec<CompactString>,
    male_titles: Vec<CompactString>,
    female_titles: Vec<CompactString>,
    first_of_two: Vec<CompactString>,
    last_of_two: Vec<CompactString>,
    state_sides: Vec<CompactString>,
    participants: Vec<CompactString>,
    interchangeable: Vec<CompactString>,
    receiving: Vec<CompactString>,
    class_nouns: Vec<CompactString>,
    exclusive_classes: Vec<CompactString>,
    loose_sorts: Vec<CompactString>,
    telling: Vec<CompactString>,
    posted_classes: Vec<CompactString>,
    descent: Vec<CompactString>,
    named_behind: Vec<CompactString>,
    directions: Vec<CompactString>,
    other: Vec<CompactString>,
    pronoun: Vec<PronounEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PronounEntry {
    forms: Vec<CompactString>,
    person: u8,
    #[serde(default)]
    plural: bool,
    #[serde(default)]
    thing: bool,
    gender: Option<CompactString>,
}

impl MentionWords {
    /// Loads the sets; a user's file adds to them.
    ///
    /// # Errors
    /// Where a file is wrong, with file and line.
    pub fn load(resources: &Resources) -> Result<Self> {
        let mut words = Self::default();
        for resource in resources.read(FILE)? {
            let file: File = resource.toml()?;
            let mut add = |set, list: Vec<CompactString>| words.sets.entry(set).or_default().extend(list);
            add(WordSet::NameConnector, file.name_connectors);
            add(WordSet::TitleComplement, file.title_complements);
            add(WordSet::Locative, file.locatives);
            add(WordSet::Definite, file.definite);
            add(WordSet::Partitive, file.partitive);
            add(WordSet::Distinguishing, file.distinguishing);
            add(WordSet::Descriptive, file.descriptive);
            add(WordSet::AlsoKnown, file.also_known);
            add(WordSet::Idiomatic, file.idiomatic);
            add(WordSet::IdiomOpener, file.idiom_openers);
            add(WordSet::Generic, file.generic);
            add(WordSet::Gathering, file.gatherings);
            add(WordSet::GenericOffice, file.generic_offices);
            add(WordSet::Including, file.including);
            add(WordSet::Accredited, file.accredited);
            add(WordSet::OtherOccasion, file.other_occasion);
            add(WordSet::CountedOccasion, file.counted_occasions);
            add(WordSet::Appeal, file.appeals);
            add(WordSet::AppealOpener, file.appeal_openers);
            add(WordSet::Distributive, file.distributive);
            add(WordSet::Capacity, file.capacity);
            add(WordSet::Dealing, file.dealings);
            add(WordSet::MaleTitle, file.male_titles);
            add(WordSet::FemaleTitle, file.female_titles);
            add(WordSet::FirstOfTwo, file.first_of_two);
            add(WordSet::LastOfTwo, file.last_of_two);
            add(WordSet::StateSide, file.state_sides);
            add(WordSet::Participant, file.participants);
            add(WordSet::Interchangeable, file.interchangeable);
            add(WordSet::Receiving, file.receiving);
            add(WordSet::ClassNoun, file.class_nouns);
            add(WordSet::ExclusiveClass, file.exclusive_classes);
            add(WordSet::LooseSort, file.loose_sorts);
            add(WordSet::Telling, file.telling);
            add(WordSet::PostedClass, file.posted_classes);
            add(WordSet::Descent, file.descent);
            add(WordSet::NamedBehind, file.named_behind);
            add(WordSet::Direction, file.directions);
            add(WordSet::Other, file.other);
            for entry in file.pronoun {
                let pronoun = Pronoun {
                    person: entry.person,
                    plural: entry.plural,
                    thing: entry.thing,
                    gender: entry.gender,
                };
                words.pronouns.extend(entry.forms.into_iter().map(|form| (form, pronoun.clone())));
            }
        }
        Ok(words)
    }

    /// Whether a set has a word (in lower case).
    #[must_use]
    pub fn has(&self, set: WordSet, word: &str) -> bool {
        self.sets.get(&set).is_some_and(|words| words.contains(word))
    }

    /// What a pronoun (in lower case) tells; none for any other word.
    #[must_use]
    pub fn pronoun(&self, word: &str) -> Option<&Pronoun> {
        self.pronouns.get(word)
    }
}
