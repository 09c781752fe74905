//! What stands behind a noun and tells which thing is meant.

use crate::coreference::cluster::Clusters;
use crate::lexicon::Lexicon;
use crate::lexicon::WordSet;
use crate::model::Deprel;
use crate::model::Mention;
use crate::model::MentionForm;
use crate::model::Upos;

/// What stands behind the noun and tells which thing is meant: *the accord **on fisheries***, *the talks **of May***.
pub(super) fn complement(clusters: &Clusters<'_, '_>, mention: usize, lexicon: &Lexicon) -> Vec<String> {
    let doc = clusters.doc;
    let head = clusters.mentions[mention].head as usize;
    let tells = |child: usize| {
        doc.children_by(child, Deprel::Case)
            .any(|case| lexicon.mentions.has(WordSet::Telling, &doc.form(case).to_lowercase()))
    };
    let mut told = Vec::new();
    for child in doc.children(head).filter(|&child| child > head) {
        let telling: &[Upos] = match doc.deprel(child) {
            Deprel::Nmod if tells(child) => &[Upos::Noun, Upos::Propn, Upos::Num],
            Deprel::Acl => &[Upos::Propn, Upos::Num],
            _ => continue,
        };
        let words = doc.subtree(child).filter(|&token| telling.contains(&doc.tokens[token].upos));
        told.extend(words.map(|token| doc.lemma(token).to_lowercase()));
    }
    told
}

/// What stands behind the nouns of all mentions of a thing.
fn concerns(clusters: &Clusters<'_, '_>, thing: usize, lexicon: &Lexicon) -> Vec<String> {
    let solid = clusters.members(thing).filter(|&m| clusters.mentions[m].form != MentionForm::Pronoun);
    solid.flat_map(|member| complement(clusters, member, lexicon)).collect()
}

/// Whether what stands behind the nouns is told of both; nothing where it is told of one alone.
pub(super) fn shares_concern(
    clusters: &Clusters<'_, '_>,
    concern: &[String],
    earlier: usize,
    lexicon: &Lexicon,
) -> Option<bool> {
    let theirs = concerns(clusters, earlier, lexicon);
    let told = !concern.is_empty() && !theirs.is_empty();
    told.then(|| concern.iter().any(|word| theirs.contains(word)))
}

/// Whether nothing that stands behind the nouns speaks for two things: *the accord on fisheries*, *the accord on visas*.
pub(super) fn concerns_agree(
    clusters: &Clusters<'_, '_>,
    concern: &[String],
    earlier: usize,
    lexicon: &Lexicon,
) -> bool {
    shares_concern(clusters, concern, earlier, lexicon) != Some(false)
}

/// Whether a pronoun before the noun tells whose it is: *my Government*.
pub(super) fn is_ours(clusters: &Clusters<'_, '_>, mention: &Mention) -> bool {
    let owner = clusters.doc.child_by(mention.head as usize, Deprel::NmodPoss);
    owner.is_some_and(|owner| clusters.doc.tokens[owner].upos == Upos::Pron)
}
