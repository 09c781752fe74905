//! Descriptions that tell by the same word that a thing is new, or still proposed.

use crate::coreference::cluster::Clusters;
use crate::coreference::qualifier::all_words;
use crate::lexicon::Lexicon;
use crate::lexicon::WordSet;
use crate::model::MentionForm;
use crate::model::NodeKind;

/// A text that speaks of *the new agreement* means it by *a new security agreement* too.
pub(super) fn same_novelty(clusters: &Clusters<'_, '_>, mention: usize, lexicon: &Lexicon) -> Option<usize> {
    let marks = |m: usize| -> Vec<String> {
        let tells = |word: &String| {
            lexicon.mentions.has(WordSet::Distinguishing, word)
                && lexicon.mentions.has(WordSet::Descriptive, word)
        };
        all_words(clusters, m).into_iter().filter(tells).collect()
    };
    let own = marks(mention);
    let m = &clusters.mentions[mention];
    (0..mention).rev().find(|&earlier| {
        let e = &clusters.mentions[earlier];
        !own.is_empty()
            && e.kind == m.kind
            && m.kind == Some(NodeKind::AGREEMENT)
            && e.form == MentionForm::Description
            && clusters.lemma(earlier) == clusters.lemma(mention)
            && clusters.is_plural(earlier) == clusters.is_plural(mention)
            && clusters.countries_agree(earlier, mention)
            && marks(earlier) == own
    })
}
