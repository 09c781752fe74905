//! The word lists that tokens and sentences are divided by.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::error::Result;
use crate::resource::Resources;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct TokenFile {
    clitics: Vec<String>,
    contractions: Vec<String>,
    prefixes: Vec<String>,
    glued: Vec<String>,
    units: Vec<String>,
    titles: Vec<String>,
    numbered: Vec<String>,
    abbreviations: Vec<String>,
    openers: Vec<String>,
    says: Vec<String>,
}

/// Lists in lower case, as `data/en/tokens.toml` explains them.
#[derive(Debug, Clone, Default)]
pub(crate) struct TokenRules {
    /// Endings that are words of their own, with straight apostrophe.
    pub(crate) clitics: Vec<String>,
    /// Words that are two, with the length of the first.
    pub(crate) contractions: BTreeMap<String, usize>,
    /// Openings that stay with the word behind the hyphen.
    pub(crate) prefixes: BTreeSet<String>,
    /// Words that begin anew inside a longer one: the title that a page has lost the blank before.
    pub(crate) glued: BTreeSet<String>,
    /// Units written against a number.
    pub(crate) units: BTreeSet<String>,
    /// Abbreviations that never end a sentence, without their stop.
    pub(crate) titles: BTreeSet<String>,
    /// Abbreviations only before a number.
    pub(crate) numbered: BTreeSet<String>,
    /// Abbreviations that may end a sentence.
    pub(crate) abbreviations: BTreeSet<String>,
    /// Words that open sentences.
    pub(crate) openers: BTreeSet<String>,
    /// Verbs that follow a quotation.
    pub(crate) says: BTreeSet<String>,
}

impl TokenRules {
    /// Reads `en/tokens.toml`; a user's file adds to the lists.
    pub(crate) fn load(resources: &Resources) -> Result<Self> {
        let mut rules = Self::default();
        for file in resources.read("en/tokens.toml")? {
            let lists: TokenFile = file.toml()?;
            rules.clitics.extend(lists.clitics);
            for pair in &lists.contractions {
                let Some((first, second)) = pair.split_once('|') else {
                    return Err(file.error(file.line_of(pair), "write the two parts with | between them"));
                };
                rules.contractions.insert(format!("{first}{second}"), first.len());
            }
            rules.prefixes.extend(lists.prefixes);
            rules.glued.extend(lists.glued);
            rules.units.extend(lists.units);
            rules.titles.extend(lists.titles);
            rules.numbered.extend(lists.numbered);
            rules.abbreviations.extend(lists.abbreviations);
            rules.openers.extend(lists.openers);
            rules.says.extend(lists.says);
        }
        Ok(rules)
    }
}
