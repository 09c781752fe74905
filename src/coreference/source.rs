//! Unnamed sources: *a senior official*, *a second official*, later *the second official*, *the official*.

use crate::coreference::cluster::Clusters;
use crate::lexicon::Lexicon;
use crate::lexicon::WordSet;
use crate::model::MentionForm;
use crate::model::Upos;

/// Joins definite mentions of unnamed persons to the earlier one that no word tells apart.
pub(super) fn unnamed_sources(clusters: &mut Clusters<'_, '_>, lexicon: &Lexicon) {
    let unnamed: Vec<usize> = (0..clusters.mentions.len())
        .filter(|&m| {
            clusters.mentions[m].form == MentionForm::Description
                && clusters.mentions[m].attributes.contains_key("anonymous")
        })
        .collect();
    for (place, &mention) in unnamed.iter().enumerate() {
        let plural = clusters.is_plural(mention);
        if clusters.is_named(mention) || !plural && !is_definite(clusters, mention, lexicon) {
            continue;
        }
        let fitting = |other: &&usize| {
            clusters.is_plural(**other) == clusters.is_plural(mention)
                && clusters.lemma(**other) == clusters.lemma(mention)
                && marks(clusters, **other, lexicon) == marks(clusters, mention, lexicon)
                && clusters.countries_agree(**other, mention)
                && !clusters.is_named(**other)
                && (is_definite(clusters, mention, lexicon)
                    || qualifiers(clusters, **other, lexicon) == qualifiers(clusters, mention, lexicon))
        };
        if let Some(&earlier) = unnamed[..place].iter().rev().find(fitting) {
            clusters.join(earlier, mention);
        }
    }
}

fn is_definite(clusters: &Clusters<'_, '_>, mention: usize, lexicon: &Lexicon) -> bool {
    let first = clusters.mentions[mention].tokens.start as usize;
    lexicon.mentions.has(WordSet::Definite, &clusters.doc.form(first).to_lowercase())
}

/// The words of a mention that tell it from others of its sort: *second*, *third*, *another*.
fn marks(clusters: &Clusters<'_, '_>, mention: usize, lexicon: &Lexicon) -> Vec<String> {
    let m = &clusters.mentions[mention];
    // A number counts a group, it does not tell one group from another.
    let counts =
        |token: u32| clusters.is_plural(mention) && clusters.doc.tokens[token as usize].upos == Upos::Num;
    let words = (m.tokens.start..m.head)
        .filter(|&token| !counts(token))
        .map(|token| clusters.doc.form(token as usize).to_lowercase());
    words.filter(|word| lexicon.mentions.has(WordSet::Distinguishing, word)).collect()
}

/// The words of a mention that say what sort of people they are, numbers and determiners left out.
fn qualifiers(clusters: &Clusters<'_, '_>, mention: usize, lexicon: &Lexicon) -> Vec<String> {
    let m = &clusters.mentions[mention];
    let words = (m.tokens.start..m.head).map(|token| clusters.doc.form(token as usize).to_lowercase());
    let says = |word: &String| {
        ![WordSet::Definite, WordSet::Distinguishing].iter().any(|&set| lexicon.mentions.has(set, word))
    };
    words.filter(says).collect()
}
