//! The form of `data/en/modality.toml`.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::lexicon::modality_effect::Auxiliary;
use crate::lexicon::modality_effect::Effect;
use crate::lexicon::modality_effect::Operator;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Listed {
    pub(super) words: Vec<String>,
    pub(super) effect: Effect,
    pub(super) main: Option<Effect>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct AuxiliaryWords {
    pub(super) words: Vec<String>,
    #[serde(flatten)]
    pub(super) auxiliary: Auxiliary,
}

#[derive(Default, Deserialize)]
pub(super) struct Plain {
    pub(super) words: BTreeSet<String>,
}

/// Words of negation.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Negation {
    pub(super) negators: BTreeSet<String>,
    pub(super) additive: BTreeSet<String>,
    pub(super) determiners: BTreeSet<String>,
    pub(super) longer: BTreeSet<String>,
    pub(super) pending: BTreeSet<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct File {
    pub(super) auxiliary: Vec<AuxiliaryWords>,
    pub(super) negation: Negation,
    pub(super) adverb: Vec<Listed>,
    pub(super) conjunction: Vec<Listed>,
    pub(super) concession: Plain,
    pub(super) attribute: Vec<Listed>,
    pub(super) preposition: Vec<Listed>,
    pub(super) operator: Vec<Operator>,
    pub(super) reports: Plain,
    pub(super) carriers: Plain,
    pub(super) happenings: Plain,
    pub(super) settled: Plain,
    pub(super) grammar: Grammar,
}

/// Function words that the scopes depend on.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Grammar {
    pub(super) perfect: BTreeSet<String>,
    pub(super) joint: BTreeSet<String>,
    pub(super) settling: BTreeSet<String>,
    pub(super) attendant: BTreeSet<String>,
    pub(super) singling: BTreeSet<String>,
    pub(super) definite: BTreeSet<String>,
    pub(super) simultaneous: BTreeSet<String>,
    pub(super) inclusive: BTreeSet<String>,
    pub(super) addressing: BTreeSet<String>,
    pub(super) ongoing: BTreeSet<String>,
    pub(super) degree: BTreeSet<String>,
    pub(super) later: BTreeSet<String>,
    pub(super) genitive: String,
}
