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
    let end = clusters.mentions[mention].tokens.end as usize;
    for child in doc.children(head).filter(|&child| child > head && child >= end) {
        let telling: &[Upos] = match doc.deprel(child) {
            Deprel::Nmod if tells(child) => &[Upos::Noun, Upos::Propn, Upos::Num],
            Deprel::Acl => &[Upos::Propn, Upos::Num],
            _ => continue,
        };
        let words = doc.subtree(child).filter(|&token| telling.contains(&doc.tokens[token].upos));
        told.extend(words.map(|token| doc.lemma(token).to_lowercase()));
    }
    if told.is_empty() {
        told.extend(following(clusters, mention, lexicon));
    }
    told
}

/// *signed a memorandum **on trade***, where the tree hangs the complement at the verb: what follows the words at once.
fn following(clusters: &Clusters<'_, '_>, mention: usize, lexicon: &Lexicon) -> Vec<String> {
    let doc = clusters.doc;
    let case = clusters.mentions[mention].tokens.end as usize;
    let inside = case < doc.sentences[clusters.sentence(mention)].tokens.end;
    let tells = |case: usize| lexicon.mentions.has(WordSet::Telling, &doc.form(case).to_lowercase());
    let noun = Some(case).filter(|&case| inside && tells(case)).and_then(|case| doc.head(case));
    let Some(noun) = noun.filter(|&noun| noun > case) else { return Vec::new() };
    let words = doc.subtree(noun).filter(|&token| token > case);
    let telling =
        words.filter(|&token| matches!(doc.tokens[token].upos, Upos::Noun | Upos::Propn | Upos::Num));
    telling.map(|token| doc.lemma(token).to_lowercase()).collect()
}

/// What stands behind the nouns of all mentions of a thing.
fn concerns(clusters: &Clusters<'_, '_>, thing: usize, lexicon: &Lexicon) -> Vec<String> {
    let solid = clusters.members(thing).filter(|&m| clusters.mentions[m].form != MentionForm::Pronoun);
    solid.flat_map(|member| complement(clusters, member, lexicon)).collect()
}

/// How many of the words behind a noun are told of the earlier thing too.
pub(super) fn shared_words(
    clusters: &Clusters<'_, '_>,
    concern: &[String],
    earlier: usize,
    lexicon: &Lexicon,
) -> usize {
    let theirs = concerns(clusters, earlier, lexicon);
    concern.iter().filter(|word| theirs.contains(word)).count()
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
    // *the accord on cooperation of police forces* is not that on cooperation in fishing: half of the shorter must agree.
    let shared = concern.iter().filter(|word| theirs.contains(word)).count();
    told.then(|| shared > 0 && shared * 2 >= concern.len().min(theirs.len()))
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
