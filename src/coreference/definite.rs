//! Definite descriptions that point back: *the agreement*, *the new framework*, *the ministry*, *their meeting*.

use crate::coreference::cluster::Clusters;
use crate::coreference::cluster::is_human;
use crate::lexicon::Lexicon;
use crate::lexicon::WordSet;
use crate::model::Mention;
use crate::model::MentionForm;
use crate::model::NodeKind;

/// How many sentences back a bare description may point to an unnamed thing.
const REACH: usize = 12;

/// Joins definite descriptions of agreements, events, bodies, organizations and places to the nearest thing that they may mean.
pub(super) fn definite_descriptions(clusters: &mut Clusters<'_, '_>, lexicon: &Lexicon) {
    for mention in 0..clusters.mentions.len() {
        let m = &clusters.mentions[mention];
        if m.form != MentionForm::Description
            || is_human(m.kind.as_ref())
            || m.kind.is_none()
            || clusters.is_named(mention)
        {
            continue;
        }
        if !is_definite(clusters, m, lexicon) {
            continue;
        }
        if let Some(earlier) = antecedent(clusters, mention, lexicon) {
            clusters.join(earlier, mention);
        }
    }
}

fn is_definite(clusters: &Clusters<'_, '_>, mention: &Mention, lexicon: &Lexicon) -> bool {
    let first = clusters.doc.form(mention.tokens.start as usize).to_lowercase();
    lexicon.mentions.has(WordSet::Definite, &first)
}

fn antecedent(clusters: &Clusters<'_, '_>, mention: usize, lexicon: &Lexicon) -> Option<usize> {
    let m = &clusters.mentions[mention];
    let own = qualifiers(clusters, mention, lexicon);
    let sentence = clusters.sentence(mention);
    let mut nearest = None;
    for earlier in (0..mention).rev() {
        let e = &clusters.mentions[earlier];
        if e.kind != m.kind
            || clusters.same(earlier, mention)
            || e.span.overlaps(m.span)
            || e.form == MentionForm::Pronoun
        {
            continue;
        }
        if !clusters.countries_agree(mention, earlier)
            || clusters.is_plural(earlier) != clusters.is_plural(mention)
        {
            continue;
        }
        let far = sentence - clusters.sentence(earlier) > REACH;
        let same_noun = clusters.lemma(earlier) == clusters.lemma(mention);
        let same_sort =
            e.attributes.get("type").is_some() && e.attributes.get("type") == m.attributes.get("type");
        let generic = m.kind == Some(NodeKind::AGREEMENT) || same_sort;
        if !same_noun && (!generic || far) {
            continue;
        }
        // What the description adds must not go beyond what the earlier mentions tell: *the trade pact* is not *the border pact*.
        let theirs: Vec<String> =
            clusters.members(earlier).flat_map(|member| all_words(clusters, member)).collect();
        if !own.iter().all(|word| theirs.contains(word)) {
            continue;
        }
        if same_noun {
            return Some(earlier);
        }
        nearest = nearest.or(Some(earlier));
    }
    nearest
}

/// The words before the head that narrow down which thing is meant.
fn qualifiers(clusters: &Clusters<'_, '_>, mention: usize, lexicon: &Lexicon) -> Vec<String> {
    let m = &clusters.mentions[mention];
    let words = (m.tokens.start..m.head)
        .map(|token| token as usize)
        .filter(|&token| clusters.doc.form(token).chars().any(char::is_alphanumeric));
    words
        .map(|token| clusters.doc.lemma(token).to_lowercase())
        .filter(|word| {
            !lexicon.mentions.has(WordSet::Descriptive, word)
                && !lexicon.mentions.has(WordSet::Definite, word)
        })
        .collect()
}

fn all_words(clusters: &Clusters<'_, '_>, mention: usize) -> Vec<String> {
    let m = &clusters.mentions[mention];
    (m.tokens.start..m.tokens.end).map(|token| clusters.doc.lemma(token as usize).to_lowercase()).collect()
}
