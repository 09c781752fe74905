//! Words of sums and quantities, from `data/en/amounts.toml`.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::error::Result;
use crate::lexicon::numbers::NumberLexicon;
use crate::resource::Resources;

/// The words that make a number an amount.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AmountLexicon {
    currencies: BTreeSet<String>,
    units: BTreeSet<String>,
    pairs: BTreeSet<(String, String)>,
    /// Number words.
    #[serde(skip)]
    pub numbers: NumberLexicon,
}

impl AmountLexicon {
    /// Reads the embedded list and those of the user.
    ///
    /// # Errors
    /// Where a file is no TOML of the expected form.
    pub fn load(resources: &Resources) -> Result<Self> {
        let mut all = Self { numbers: NumberLexicon::load(resources)?, ..Self::default() };
        for file in resources.read("en/amounts.toml")? {
            let one: Self = file.toml()?;
            all.currencies.extend(one.currencies);
            all.units.extend(one.units);
            all.pairs.extend(one.pairs);
        }
        Ok(all)
    }

    /// Whether it names a currency: *$*, *euros*. In lower case.
    #[must_use]
    pub fn is_currency(&self, word: &str) -> bool {
        self.currencies.contains(word)
    }

    /// Whether it names what is measured: *miles*, *%*. In lower case.
    #[must_use]
    pub fn is_unit(&self, word: &str) -> bool {
        self.units.contains(word)
    }

    /// Whether two words together name what is measured: *per cent*. In lower case.
    #[must_use]
    pub fn is_pair(&self, first: &str, second: &str) -> bool {
        self.pairs.contains(&(first.to_owned(), second.to_owned()))
    }
}
