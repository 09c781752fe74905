//! Officials by the last word of their name.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::lexicon::entry::Entry;
use crate::model::NodeKind;
use crate::model::normal_name;

/// Where the officials of each surname stand; made when first asked for, since few texts ask.
#[derive(Debug, Clone, Default)]
pub(super) struct Surnames(OnceLock<BTreeMap<String, Vec<u32>>>);

impl Surnames {
    /// The places among the entries, in their order; the surname is normalised as by [`normal_name`].
    pub(super) fn of(&self, entries: &[Entry], surname: &str) -> &[u32] {
        let surnames = self.0.get_or_init(|| {
            let mut found: BTreeMap<String, Vec<u32>> = BTreeMap::new();
            for (at, entry) in
                entries.iter().enumerate().filter(|(_, entry)| entry.kind == NodeKind::OFFICIAL)
            {
                if let Some(last) = normal_name(&entry.label).rsplit(' ').next() {
                    found.entry(last.to_owned()).or_default().push(at as u32);
                }
            }
            found
        });
        surnames.get(surname).map_or(&[], Vec::as_slice)
    }
}
