//! Number words, from `data/en/numbers.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::Result;
use crate::resource::Resources;

/// Number words and what they count.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NumberLexicon {
    cardinals: BTreeMap<String, u32>,
    ordinals: BTreeMap<String, u32>,
    magnitudes: BTreeMap<String, u64>,
}

impl NumberLexicon {
    /// Reads the embedded list and those of the user.
    ///
    /// # Errors
    /// Where a file is no TOML of the expected form.
    pub fn load(resources: &Resources) -> Result<Self> {
        let mut all = Self::default();
        for file in resources.read("en/numbers.toml")? {
            let one: Self = file.toml()?;
            all.cardinals.extend(one.cardinals);
            all.ordinals.extend(one.ordinals);
            all.magnitudes.extend(one.magnitudes);
        }
        Ok(all)
    }

    /// What a cardinal in lower case counts: *seven*.
    #[must_use]
    pub fn cardinal(&self, word: &str) -> Option<u32> {
        self.cardinals.get(word).copied()
    }

    /// The place that an ordinal in lower case names: *seventh*.
    #[must_use]
    pub fn ordinal(&self, word: &str) -> Option<u32> {
        self.ordinals.get(word).copied()
    }

    /// What a word in lower case multiplies by: *million*.
    #[must_use]
    pub fn magnitude(&self, word: &str) -> Option<u64> {
        self.magnitudes.get(word).copied()
    }
}
