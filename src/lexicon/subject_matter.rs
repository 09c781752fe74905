//! Words behind which an issue stands, whatever the issue's own words, from `data/en/subject-matter.toml`.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use compact_str::CompactString;
use serde::Deserialize;

use crate::error::Result;
use crate::resource::Resources;

const FILE: &str = "en/subject-matter.toml";

/// Verbs and nouns that take an issue; all are asked by lemma.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SubjectMatterLexicon {
    verbs: BTreeSet<CompactString>,
    aims: BTreeSet<CompactString>,
    empty: BTreeSet<CompactString>,
    never: BTreeSet<CompactString>,
    linking: BTreeSet<CompactString>,
    behind: BTreeMap<CompactString, Vec<CompactString>>,
    completed: BTreeMap<CompactString, Vec<CompactString>>,
}

impl SubjectMatterLexicon {
    /// Reads the embedded file and those of the user, which add to it.
    ///
    /// # Errors
    /// Where a file is wrong, with file and line.
    pub fn load(resources: &Resources) -> Result<Self> {
        let mut all = Self::default();
        for file in resources.read(FILE)? {
            let one: Self = file.toml()?;
            all.verbs.extend(one.verbs);
            all.aims.extend(one.aims);
            all.empty.extend(one.empty);
            all.never.extend(one.never);
            all.linking.extend(one.linking);
            all.behind.extend(one.behind);
            all.completed.extend(one.completed);
        }
        Ok(all)
    }

    /// Whether the object of a verb is an issue: *discuss*.
    #[must_use]
    pub fn takes_issue(&self, verb: &str) -> bool {
        self.verbs.contains(verb)
    }

    /// Whether the object of a verb is an issue where several words name it: *improve*.
    #[must_use]
    pub fn is_aim(&self, verb: &str) -> bool {
        self.aims.contains(verb)
    }

    /// Whether a noun only points at the issue that follows it: *question (of)*.
    #[must_use]
    pub fn is_empty_noun(&self, noun: &str) -> bool {
        self.empty.contains(noun)
    }

    /// Whether a noun names no issue in any of these places: *way*.
    #[must_use]
    pub fn is_never_issue(&self, noun: &str) -> bool {
        self.never.contains(noun)
    }

    /// Whether what stands behind a preposition may belong to the name of an issue: *flow **of** arms*, not *cooperation
    /// **through** dialogue*.
    #[must_use]
    pub fn is_linking(&self, preposition: &str) -> bool {
        self.linking.contains(preposition)
    }

    /// Whether an issue stands behind a word and a preposition (in lower case): *talks on*.
    #[must_use]
    pub fn stands_behind(&self, word: &str, preposition: &str) -> bool {
        self.behind.get(word).is_some_and(|prepositions| prepositions.iter().any(|one| one == preposition))
    }

    /// Whether a noun and what stands behind a preposition (in lower case) name one issue: *situation in*.
    #[must_use]
    pub fn is_completed(&self, noun: &str, preposition: &str) -> bool {
        self.completed.get(noun).is_some_and(|prepositions| prepositions.iter().any(|one| one == preposition))
    }

    /// Whether a noun names an issue only with its complement: *development*.
    #[must_use]
    pub fn needs_complement(&self, noun: &str) -> bool {
        self.completed.contains_key(noun)
    }
}
