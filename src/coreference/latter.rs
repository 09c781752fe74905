//! *the former* and *the latter*: the first and the last of two that stand side by side.

use crate::coreference::cluster::Clusters;
use crate::coreference::cluster::is_human;
use crate::model::Deprel;
use crate::model::MentionForm;

/// How many sentences back the two may stand.
const REACH: usize = 1;

/// Joins each to its one of the nearest pair before.
pub(super) fn former_and_latter(clusters: &mut Clusters<'_, '_>) {
    for mention in 0..clusters.mentions.len() {
        let Some(place) = clusters.mentions[mention].attributes.get("of-two").cloned() else { continue };
        let Some((first, second)) = pair_before(clusters, mention) else { continue };
        clusters.join(if place == "first" { first } else { second }, mention);
    }
}

/// The nearest two mentions of like kinds that are coordinated, and no more than two.
fn pair_before(clusters: &Clusters<'_, '_>, mention: usize) -> Option<(usize, usize)> {
    let sentence = clusters.sentence(mention);
    let kind = |m: usize| clusters.mentions[m].kind.as_ref();
    let is_own = |m: &usize| {
        matches!(clusters.mentions[*m].form, MentionForm::Name | MentionForm::Description)
            && sentence - clusters.sentence(*m) <= REACH
    };
    let before: Vec<usize> = (0..mention).filter(is_own).collect();
    before.iter().rev().find_map(|&second| {
        let head = clusters.mentions[second].head as usize;
        if clusters.doc.deprel(head) != Deprel::Conj {
            return None;
        }
        let above = clusters.doc.head(head)?;
        let first = before.iter().copied().find(|&m| clusters.mentions[m].head as usize == above)?;
        let alike = kind(first) == kind(second) || is_human(kind(first)) && is_human(kind(second));
        let two = clusters.doc.children_by(above, Deprel::Conj).count() == 1;
        (alike && two).then_some((first, second))
    })
}
