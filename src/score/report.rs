//! The figures as a table and as JSON.

use std::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::score::tally::{Rate, Tally};

/// Families with precision and recall, in the order of the table; the kinds of nodes follow.
const MEASURED: [&str; 9] =
    ["node", "topic", "edge", "structure", "action", "addresses", "statement", "content", "about"];

/// Shares of what was found.
const SHARES: [&str; 5] = ["modality", "asserter", "when", "evidence", "act"];

/// The figures of all texts together. Displayed as a table, serialized as `{"node": {"p": .., "r": .., "f1": ..}, ..}`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report(pub Tally);

impl Report {
    fn measured(&self) -> impl Iterator<Item = &str> {
        MEASURED.into_iter().chain(self.0.families().filter(|family| family.starts_with("kind:")))
    }

    /// The rates of a family; of a share, all three are that share.
    #[must_use]
    pub fn rate(&self, family: &str) -> Rate {
        let count = self.0.of(family);
        if SHARES.contains(&family) {
            let share = count.share();
            return Rate { precision: share, recall: share, f1: share };
        }
        count.rate()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{:20}{:>7}{:>7}{:>7}   right/pred  found/gold", "", "P", "R", "F1")?;
        for family in self.measured() {
            let (count, Rate { precision, recall, f1 }) = (self.0.of(family), self.rate(family));
            write!(out, "{family:20}{precision:7.3}{recall:7.3}{f1:7.3}   ")?;
            writeln!(out, "{}/{}  {}/{}", count.hit, count.pred, count.found, count.gold)?;
        }
        for family in SHARES {
            let count = self.0.of(family);
            writeln!(out, "{family:20}       {:7.3}          of {} matched", count.share(), count.gold)?;
        }
        Ok(())
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Figures {
            p: f64,
            r: f64,
            f1: f64,
        }
        let mut map = serializer.serialize_map(None)?;
        for family in self.measured().chain(SHARES) {
            let Rate { precision, recall, f1 } = self.rate(family);
            map.serialize_entry(family, &Figures { p: precision, r: recall, f1 })?;
        }
        map.end()
    }
}
