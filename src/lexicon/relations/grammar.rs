//! What the words around predicates do: light verbs, control, nouns that stand for those they belong to.

use std::collections::{BTreeMap, BTreeSet};

use compact_str::CompactString;
use serde::Deserialize;

use crate::error::Result;
use crate::resource::Resources;

const FILE: &str = "en/relation-grammar.toml";

/// Words that the relation engine needs to know of, whatever the relation.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RelationGrammar {
    /// Prepositions that wordings may name, those of several words too.
    pub prepositions: Vec<CompactString>,
    /// Prepositions that name the one who acts, beside a passive or a noun.
    pub agent: BTreeSet<CompactString>,
    /// Verbs that carry a noun: *hold talks*, *pay a visit*, *engage in*; their subject is the noun's.
    pub light_verbs: BTreeSet<CompactString>,
    /// Verbs that say of a noun that it happens: *talks take place*, *the summit opened*.
    pub occurrence_verbs: BTreeSet<CompactString>,
    /// Verbs whose subject, not object, does what the infinitive says: *promised him to come*.
    pub subject_control: BTreeSet<CompactString>,
    /// Verbs that a parser may take for more than the sign of a tense: *have today **signed***.
    pub auxiliaries: BTreeSet<CompactString>,
    /// Verbs whose object does what the infinitive says: *urged **Brandt** to come*.
    pub object_control: BTreeSet<CompactString>,
    /// Verbs that are looked through to their infinitive: *to **help** fight smuggling*.
    pub helping: BTreeSet<CompactString>,
    /// Determiners of what is told anew: *the Lisbon Accord, **a** pact*.
    pub indefinite: BTreeSet<CompactString>,
    /// Words before a noun that make those named before it of one kind with it: ***other** Kenyan officials*.
    pub fellows: BTreeSet<CompactString>,
    /// Verbs with the prepositions after which stands who does what the infinitive says: *called **on** Brandt to come*.
    pub oblique_control: BTreeMap<CompactString, BTreeSet<CompactString>>,
    /// Nouns that stand for whom they belong to, where they are not named: *Kenyan officials*.
    pub stand_ins: BTreeSet<CompactString>,
    /// Nouns for people to whom something is done, who stand for their country where a wording says so.
    pub nationals: BTreeSet<CompactString>,
    /// Auxiliaries and verbs by which a speaker asks somebody else to act: *Kenya **must** withdraw*.
    pub obligations: BTreeSet<CompactString>,
    /// Auxiliaries and verbs by which a speaker sets the own side a task: *we **need** to act*.
    pub undertakings: BTreeSet<CompactString>,
    /// Verbs that do what they say where the speaker says them: *I want to **thank** Brandt*.
    pub performatives: BTreeSet<CompactString>,
    /// Verbs by which the speaker comes to say them: *I **want** to thank Brandt*.
    pub wishing: BTreeSet<CompactString>,
    /// Verbs by which those who march say what they want or what they are against.
    pub demanding: BTreeSet<CompactString>,
    /// Verbs that ask nothing of their subject.
    pub stative: BTreeSet<CompactString>,
    /// Nouns that are looked through to what follows them: *members of*, *a number of*.
    pub transparent: BTreeSet<CompactString>,
    /// Those of them that say what is spoken of, and do not hand on who does it: *raised the **issue** of support*.
    pub themes: BTreeSet<CompactString>,
    /// Prepositions that add examples of what was named: *officials **including** Brandt*.
    pub inclusive: BTreeSet<CompactString>,
    /// Prepositions that add one more to those named: *Oduya, **together with** Brandt*.
    pub accompanying: BTreeSet<CompactString>,
    /// Nouns with the prepositions after which stand the issues with which they deal: *cooperation **in** trade*.
    pub fields: BTreeMap<CompactString, BTreeSet<CompactString>>,
    /// Types of events at which things are talked about: *meeting*, *call*.
    pub gatherings: BTreeSet<CompactString>,
    /// Prepositions behind which states stand as those who do something: *talks **with** Kenya and Norway. They agreed*.
    pub grouping: BTreeSet<CompactString>,
    /// Nouns under which a pact stands that is still to be made: ***negotiations** on a trade pact*.
    pub making: BTreeSet<CompactString>,
    /// Nouns under which a membership stands that is still to come: ***support** for Kenya's accession*.
    pub awaited: BTreeSet<CompactString>,
    /// Verbs that make a pact: *the treaty that may be **reached***.
    pub concluding: BTreeSet<CompactString>,
    /// Types of organizations whose people speak for nobody: a correspondent does not represent the newspaper.
    pub unrepresented: BTreeSet<CompactString>,
    /// Types of places of which none lies in another: *city*.
    pub settlements: BTreeSet<CompactString>,
    /// Pronouns in the object that are never the subject of the same verb: *him*.
    pub objective: BTreeSet<CompactString>,
    /// Words in titles and in names of bodies that do not tell the field: *Foreign **Affairs***.
    pub portfolio_fillers: BTreeSet<CompactString>,
    /// Heads of the names of bodies that are led by the officer of their field.
    pub departments: BTreeSet<CompactString>,
    /// Prepositions behind a person's name after which stands for whom he acts: *Brandt **of** Norway*.
    pub holding: BTreeSet<CompactString>,
    /// Participles behind a name that add one more to those named: *Oduya, **joined** by Brandt*.
    pub companionship: BTreeSet<CompactString>,
    /// Verbs whose object does what the gerund says: *thanked **Brandt** for hosting it*.
    pub gerund_control: BTreeSet<CompactString>,
    /// Verbs whose subject does what their object is for: *accepted an **invitation** to come*.
    pub taking_up: BTreeSet<CompactString>,
    /// Prepositions after which the owner of a noun stands: *the visit **of** Brandt*.
    pub owning: BTreeSet<CompactString>,
    /// Verbs that say what somebody is: *be*, *become*.
    pub copulas: BTreeSet<CompactString>,
    /// Prepositions after which a light verb carries a noun: *entered **into** talks*.
    pub entering: BTreeSet<CompactString>,
    /// Prepositions of circumstance, whose noun may have the clause's subject: *said **during** talks with Brandt*.
    pub circumstance: BTreeSet<CompactString>,
    /// Pronouns that stand for each of the subjects in turn: *each other*, as the lemma of their head.
    pub reciprocal: BTreeSet<CompactString>,
    /// Endings that a lemma may have lost or got: *invad* for *invade*.
    pub lost_endings: Vec<CompactString>,
    /// Words that stand for several things named before.
    pub plurals: PluralWords,
    /// Words that begin a relative clause.
    pub relative: BTreeSet<CompactString>,
}

/// Words of plurals that name nobody themselves: *both countries*, *the two leaders*, *they*.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PluralWords {
    /// Nouns that stand for persons.
    pub persons: BTreeSet<CompactString>,
    /// Nouns that stand for states and bodies.
    pub states: BTreeSet<CompactString>,
    /// Nouns that stand for either.
    pub either: BTreeSet<CompactString>,
    /// Pronouns.
    pub pronouns: BTreeSet<CompactString>,
    /// Articles that before them say that they were named before.
    pub definite: BTreeSet<CompactString>,
    /// Words that say how many they are.
    pub counts: BTreeMap<CompactString, usize>,
}

impl RelationGrammar {
    /// Reads `data/en/relation-grammar.toml` and what users lay over it.
    ///
    /// # Errors
    /// Where a file is wrong.
    pub fn load(data: &Resources) -> Result<Self> {
        let mut whole = Self::default();
        for file in data.read(FILE)? {
            let part: Self = file.toml()?;
            whole.prepositions.extend(part.prepositions);
            whole.agent.extend(part.agent);
            whole.light_verbs.extend(part.light_verbs);
            whole.occurrence_verbs.extend(part.occurrence_verbs);
            whole.auxiliaries.extend(part.auxiliaries);
            whole.object_control.extend(part.object_control);
            whole.helping.extend(part.helping);
            whole.indefinite.extend(part.indefinite);
            whole.fellows.extend(part.fellows);
            whole.subject_control.extend(part.subject_control);
            for (verb, prepositions) in part.oblique_control {
                whole.oblique_control.entry(verb).or_default().extend(prepositions);
            }
            for (noun, prepositions) in part.fields {
                whole.fields.entry(noun).or_default().extend(prepositions);
            }
            whole.gatherings.extend(part.gatherings);
            whole.grouping.extend(part.grouping);
            whole.making.extend(part.making);
            whole.awaited.extend(part.awaited);
            whole.concluding.extend(part.concluding);
            whole.unrepresented.extend(part.unrepresented);
            whole.settlements.extend(part.settlements);
            whole.stand_ins.extend(part.stand_ins);
            whole.nationals.extend(part.nationals);
            whole.obligations.extend(part.obligations);
            whole.undertakings.extend(part.undertakings);
            whole.demanding.extend(part.demanding);
            whole.stative.extend(part.stative);
            whole.performatives.extend(part.performatives);
            whole.wishing.extend(part.wishing);
            whole.transparent.extend(part.transparent);
            whole.themes.extend(part.themes);
            whole.inclusive.extend(part.inclusive);
            whole.accompanying.extend(part.accompanying);
            whole.portfolio_fillers.extend(part.portfolio_fillers);
            whole.departments.extend(part.departments);
            whole.objective.extend(part.objective);
            whole.holding.extend(part.holding);
            whole.companionship.extend(part.companionship);
            whole.gerund_control.extend(part.gerund_control);
            whole.taking_up.extend(part.taking_up);
            whole.owning.extend(part.owning);
            whole.copulas.extend(part.copulas);
            whole.entering.extend(part.entering);
            whole.lost_endings.extend(part.lost_endings);
            whole.circumstance.extend(part.circumstance);
            whole.reciprocal.extend(part.reciprocal);
            whole.plurals.persons.extend(part.plurals.persons);
            whole.plurals.states.extend(part.plurals.states);
            whole.plurals.either.extend(part.plurals.either);
            whole.plurals.definite.extend(part.plurals.definite);
            whole.plurals.pronouns.extend(part.plurals.pronouns);
            whole.plurals.counts.extend(part.plurals.counts);
            whole.relative.extend(part.relative);
        }
        Ok(whole)
    }
}
