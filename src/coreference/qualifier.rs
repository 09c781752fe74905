//! The words before a noun that tell which thing is meant.

use crate::coreference::cluster::Clusters;
use crate::lexicon::Lexicon;
use crate::lexicon::WordSet;
use crate::model::Deprel;
use crate::model::Xpos;

/// The words before the head that narrow down which thing is meant.
pub(super) fn qualifiers(clusters: &Clusters<'_, '_>, mention: usize, lexicon: &Lexicon) -> Vec<String> {
    let m = &clusters.mentions[mention];
    let words = (m.tokens.start..m.head)
        .map(|token| token as usize)
        .filter(|&token| clusters.doc.form(token).chars().any(char::is_alphanumeric));
    words
        .filter(|&token| {
            clusters.doc.deprel(token) != Deprel::NmodPoss && clusters.doc.tokens[token].xpos != Xpos::Pos
        })
        .map(|token| clusters.doc.lemma(token).to_lowercase())
        .filter(|word| {
            !lexicon.mentions.has(WordSet::Descriptive, word)
                && !lexicon.mentions.has(WordSet::Definite, word)
        })
        .collect()
}

/// All words of a mention, as a dictionary has them.
pub(super) fn all_words(clusters: &Clusters<'_, '_>, mention: usize) -> Vec<String> {
    let m = &clusters.mentions[mention];
    (m.tokens.start..m.tokens.end).map(|token| clusters.doc.lemma(token as usize).to_lowercase()).collect()
}
