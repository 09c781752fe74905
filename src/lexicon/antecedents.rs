//! How much each mark of two phrases speaks for their naming one thing, from `data/en/antecedents.csv`.

use std::collections::BTreeMap;

use compact_str::CompactString;

use crate::error::Result;
use crate::resource::Resources;

const FILE: &str = "en/antecedents.csv";
const COLUMNS: &[&str] = &["mark", "weight"];

/// The weights of a model that ranks the antecedents of a phrase; made by `data/compile/antecedents.py`.
#[derive(Debug, Clone, Default)]
pub struct AntecedentWeights(BTreeMap<CompactString, f32>);

impl AntecedentWeights {
    /// Reads the embedded file and those of the user, which win over it.
    ///
    /// # Errors
    /// Where a file is wrong or a weight no number, with file and line.
    pub fn load(resources: &Resources) -> Result<Self> {
        let mut weights = BTreeMap::new();
        for file in resources.read(FILE)? {
            file.rows(COLUMNS, |line, row| {
                let weight: f32 = row
                    .cell(1)
                    .parse()
                    .map_err(|_| file.error(line, &format!("{:?} is no number", row.cell(1))))?;
                weights.insert(CompactString::from(row.cell(0)), weight);
                Ok(())
            })?;
        }
        Ok(Self(weights))
    }

    /// The sum of the weights of the marks; those that the file has not count nothing.
    #[must_use]
    pub fn score(&self, marks: &[String]) -> f32 {
        marks.iter().filter_map(|mark| self.0.get(mark.as_str())).sum()
    }
}
