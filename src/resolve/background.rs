//! What resolution asks of the world.

use std::fmt;

use compact_str::CompactString;

use crate::lexicon::PersonNames;

/// What is known beforehand.
#[derive(Clone, Copy)]
pub struct Background<'a> {
    /// The usual name of what an entry of the gazetteer or the taxonomy stands for.
    pub label_of: &'a dyn Fn(&str) -> Option<String>,
    /// The countries that are members of an entry of the gazetteer on a day (`YYYY-MM-DD`), or today.
    pub members_of: &'a dyn Fn(&str, Option<&str>) -> Vec<CompactString>,
    /// Whether a word tells like things apart: *new*, *second*.
    pub sets_apart: &'a dyn Fn(&str) -> bool,
    /// Words of persons' names.
    pub names: &'a PersonNames,
}

impl fmt::Debug for Background<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Background").finish_non_exhaustive()
    }
}
