//! Which phrases mean one thing by their words alone.

use std::collections::BTreeSet;

use crate::coreference::phrase::PhraseForm;
use crate::coreference::phrase_features::Features;

/// How many sentences back a phrase without a possessor may give one to a later one.
const REACH: usize = 2;

/// Within how many sentences two equal indefinite phrases are more often one thing than two.
const SAME_STORY: usize = 10;

/// Whether the later phrase means what the earlier one means, by their words.
pub(super) fn is_same(earlier: &Features, later: &Features) -> bool {
    match (earlier.phrase.form, later.phrase.form) {
        (PhraseForm::Name, PhraseForm::Name) => same_name(earlier, later),
        (PhraseForm::Nominal, PhraseForm::Nominal) => same_noun(earlier, later),
        (PhraseForm::Name, PhraseForm::Nominal) | (PhraseForm::Nominal, PhraseForm::Name) => {
            let owned = earlier.possessor.is_some() || later.possessor.is_some();
            let plain = !owned && !later.indefinite && later.behind.is_empty();
            plain && earlier.noun == later.noun && earlier.before == later.before
        }
        (PhraseForm::Pronoun, _) | (_, PhraseForm::Pronoun) => false,
    }
}

pub(super) fn same_name(a: &Features, b: &Features) -> bool {
    let (a_name, b_name) = (&a.name, &b.name);
    if a_name == b_name {
        return !a_name.is_empty();
    }
    if a.inner || b.inner {
        return false;
    }
    let (short, long) = if a_name.len() < b_name.len() { (a_name, b_name) } else { (b_name, a_name) };
    let part =
        !short.is_empty() && short.len() < long.len() && (long.ends_with(short) || long.starts_with(short));
    let letters: String = long.iter().filter_map(|word| word.chars().next()).collect();
    let initials = matches!(short.as_slice(), [one] if one.len() > 1 && *one == letters);
    part && a.plural == b.plural || initials
}

fn same_noun(earlier: &Features, later: &Features) -> bool {
    if earlier.noun != later.noun || earlier.plural != later.plural {
        return false;
    }
    if later.indefinite {
        let equal = earlier.before == later.before && earlier.behind == later.behind;
        return earlier.indefinite && equal && later.sentence - earlier.sentence < SAME_STORY;
    }
    let bare = |one: &Features| !one.definite && !one.indefinite && one.possessor.is_none();
    let told = |words: &BTreeSet<String>| {
        words.iter().all(|word| earlier.before.contains(word) || earlier.behind.contains(word))
    };
    if !later.numbers.is_subset(&earlier.numbers) || !told(&later.before) || !told(&later.behind) {
        return false;
    }
    if later.possessor.is_some() {
        let unowned = earlier.possessor.is_none() && later.sentence - earlier.sentence <= REACH;
        return later.possessor == earlier.possessor || unowned;
    }
    later.definite || bare(earlier) && earlier.before == later.before && later.behind.is_empty()
}
