//! Dates and periods: finds them and says what they mean.

use crate::lexicon::dates::DateLexicon;
use crate::model::Annotated;
use crate::model::Mention;

/// The dates and periods of a document, in order. Those that cannot be told (relative ones, where the day of publication is
/// unknown) are there without a value.
#[must_use]
pub fn find(_annotated: &Annotated<'_>, _lexicon: &DateLexicon) -> Vec<Mention> {
    Vec::new()
}
