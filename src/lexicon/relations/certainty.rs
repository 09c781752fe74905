//! How sure claims are, as measured on claims judged by reading: `data/en/certainty.toml`.

use std::collections::BTreeMap;

use compact_str::CompactString;
use serde::Deserialize;

use crate::error::Result;
use crate::model::EdgeKind;
use crate::model::Modality;
use crate::model::NodeKind;
use crate::resource::Resources;

const FILE: &str = "en/certainty.toml";

/// Shares of claims that were right, by wording and kind, and what modality and target leave of them.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Certainty {
    step: Option<f32>,
    pronoun: Option<f32>,
    wordings: BTreeMap<CompactString, f32>,
    kinds: BTreeMap<CompactString, f32>,
    modality: BTreeMap<Modality, f32>,
    target: BTreeMap<NodeKind, f32>,
}

impl Certainty {
    /// Reads the file and what users lay over it.
    ///
    /// # Errors
    /// With file and line: what is no share between 0 and 1, or no such table.
    pub(super) fn load(data: &Resources) -> Result<Self> {
        let mut whole = Self::default();
        for file in data.read(FILE)? {
            let part: Self = file.toml()?;
            let shares = part.wordings.values().chain(part.kinds.values());
            let ways = part.step.iter().chain(&part.pronoun);
            let factors = part.modality.values().chain(part.target.values()).chain(ways);
            if let Some(wrong) = shares.chain(factors).find(|share| !(0.0..=1.0).contains(*share)) {
                return Err(file.error(0, &format!("{wrong} is no share between 0 and 1")));
            }
            whole.step = part.step.or(whole.step);
            whole.pronoun = part.pronoun.or(whole.pronoun);
            whole.wordings.extend(part.wordings);
            whole.kinds.extend(part.kinds);
            whole.modality.extend(part.modality);
            whole.target.extend(part.target);
        }
        Ok(whole)
    }

    /// How sure a plain claim by the wording is; `guess` is what its author thinks.
    #[must_use]
    pub fn of_wording(&self, rule: &str, kind: &EdgeKind, guess: f32) -> f32 {
        let of_kind = || self.kinds.get(kind.as_str()).map_or(guess, |share| share.min(guess));
        self.wordings.get(rule).copied().unwrap_or_else(of_kind)
    }

    /// What the way to one of its ends leaves of it: so many steps of inference, and whether a pronoun names it.
    #[must_use]
    pub fn left_by_way(&self, steps: u8, pronoun: bool) -> f32 {
        let pronoun = if pronoun { self.pronoun.unwrap_or(1.0) } else { 1.0 };
        self.step.unwrap_or(1.0).powi(i32::from(steps)) * pronoun
    }

    /// What modality and target leave of it.
    #[must_use]
    pub fn left_by(&self, modality: Modality, target: &NodeKind) -> f32 {
        let modality = self.modality.get(&modality).copied().unwrap_or(1.0);
        modality * self.target.get(target).copied().unwrap_or(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_judged_counts_more_than_what_was_guessed() {
        let certainty: Certainty =
            toml::from_str("[wordings]\n\"visits/trip\" = 0.95\n[kinds]\nvisits = 0.7\n").unwrap();
        let of = |rule, guess| certainty.of_wording(rule, &EdgeKind::VISITS, guess);
        assert!((of("visits/trip", 0.5) - 0.95).abs() < 1e-6);
        assert!((of("visits/own", 0.9) - 0.7).abs() < 1e-6);
        assert!((of("visits/own", 0.6) - 0.6).abs() < 1e-6);
        assert!((certainty.of_wording("hosts/own", &EdgeKind::HOSTS, 0.9) - 0.9).abs() < 1e-6);
    }

    #[test]
    fn a_share_over_one_is_reported() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("en")).unwrap();
        std::fs::write(folder.path().join("en/certainty.toml"), "[kinds]\nvisits = 1.5\n").unwrap();
        let error = Certainty::load(&Resources::data(&[folder.path().to_owned()])).unwrap_err().to_string();
        assert!(error.contains("certainty.toml") && error.contains("1.5"), "{error}");
    }
}
