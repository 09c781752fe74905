//! Of what something is about, once that is told as a fact, nothing stays open.

use std::collections::BTreeMap;

use crate::claim::relation::finder::Key;
use crate::model::Claim;
use crate::model::EdgeKind;
use crate::model::Modality;

/// *A programme to expand trade* is about trade, whatever comes of it: what the infinitive leaves open adds nothing.
pub(super) fn drop_open(found: &mut BTreeMap<Key, Claim>) {
    let told = found.keys().filter(|key| key.1 == EdgeKind::ADDRESSES && key.4 == Modality::Actual);
    let open = |(sentence, kind, source, target, _): &Key| {
        (*sentence, kind.clone(), *source, *target, Modality::Possible)
    };
    let settled: Vec<Key> = told.map(open).collect();
    for key in settled {
        found.remove(&key);
    }
}
