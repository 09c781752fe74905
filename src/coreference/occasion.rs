//! What tells one occasion from another of the same noun: its place, its owner, that it is the next one.

use crate::coreference::cluster::Clusters;
use crate::lexicon::Lexicon;
use crate::lexicon::WordSet;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::Upos;

/// How many sentences before *her visit* she must be named, where an earlier visit has an owner with a name.
const NEAR: usize = 2;

/// Whether an event of before may be the one that a description means.
pub(super) fn occasions_agree(
    clusters: &Clusters<'_, '_>,
    earlier: usize,
    mention: usize,
    lexicon: &Lexicon,
) -> bool {
    !is_elsewhere_in_time(clusters, earlier, mention, lexicon)
        && is_as_many(clusters, earlier, mention, lexicon)
        && places_agree(clusters, earlier, mention, lexicon)
        && owners_agree(clusters, earlier, mention, lexicon)
}

/// *the meeting* is not *the **next** meeting*, of which the text has told before.
fn is_elsewhere_in_time(
    clusters: &Clusters<'_, '_>,
    earlier: usize,
    mention: usize,
    lexicon: &Lexicon,
) -> bool {
    let marks = |mention: usize| -> Vec<String> {
        let m = &clusters.mentions[mention];
        let words = (m.tokens.start..m.head).map(|token| clusters.doc.lemma(token as usize).to_lowercase());
        words.filter(|word| lexicon.mentions.has(WordSet::OtherOccasion, word)).collect()
    };
    let own = marks(mention);
    let solid = clusters.members(earlier).filter(|&m| clusters.mentions[m].form != MentionForm::Pronoun);
    solid.take(1).any(|member| marks(member).iter().any(|mark| !own.contains(mark)))
}

/// *the meeting* is none of several *meetings*; *the discussion* may well be *the discussions*.
fn is_as_many(clusters: &Clusters<'_, '_>, earlier: usize, mention: usize, lexicon: &Lexicon) -> bool {
    let sort = |mention: usize| clusters.mentions[mention].attributes.get("type");
    let counted = |mention: usize| {
        sort(mention).is_some_and(|sort| lexicon.mentions.has(WordSet::CountedOccasion, sort))
    };
    clusters.is_plural(earlier) == clusters.is_plural(mention) || !counted(earlier) || !counted(mention)
}

/// *the meeting **in Lisbon*** is that of before only where Lisbon was named with it.
pub(super) fn places_agree(
    clusters: &Clusters<'_, '_>,
    earlier: usize,
    mention: usize,
    lexicon: &Lexicon,
) -> bool {
    let doc = clusters.doc;
    let last = doc.sentences[clusters.sentence(mention)].tokens.end;
    // *our meeting **here** in Lisbon*
    let behind = clusters.mentions[mention].tokens.end as usize;
    let adverb = behind < last && doc.tokens[behind].upos == Upos::Adv;
    let end = behind + usize::from(adverb);
    let locative = end < last && lexicon.mentions.has(WordSet::Locative, &doc.form(end).to_lowercase());
    let article = end + 1 < last && doc.tokens[end + 1].upos == Upos::Det;
    let place = end + 1 + usize::from(article);
    if !locative || place >= last || doc.tokens[place].upos != Upos::Propn {
        return true;
    }
    let named = |member: usize| {
        let sentence = &doc.sentences[clusters.sentence(member)];
        sentence.tokens.clone().any(|token| token != place && doc.lemma(token) == doc.lemma(place))
    };
    clusters.members(earlier).any(named)
}

/// *President Oduya's visit* is neither *Brandt's visit* nor *his visit*, where he was named since.
fn owners_agree(clusters: &Clusters<'_, '_>, earlier: usize, mention: usize, lexicon: &Lexicon) -> bool {
    let doc = clusters.doc;
    let owner = |mention: usize| {
        let head = clusters.mentions[mention].head as usize;
        doc.children_by(head, Deprel::NmodPoss).next()
    };
    let named = |token: usize| {
        (0..clusters.mentions.len()).find(|&other| {
            let m = &clusters.mentions[other];
            m.head as usize == token && m.form != MentionForm::Pronoun && m.form != MentionForm::Date
        })
    };
    let theirs: Vec<usize> =
        clusters.members(earlier).filter_map(owner).filter_map(named).map(|m| clusters.root(m)).collect();
    let pronoun = |token: usize| lexicon.mentions.pronoun(&doc.form(token).to_lowercase());
    // *our discussions* are not the *Lisbon Summit* at which they were held.
    let within = clusters.is_named(earlier)
        && !clusters.lemma(earlier).eq_ignore_ascii_case(clusters.lemma(mention))
        && owner(mention).and_then(pronoun).is_some_and(|pronoun| pronoun.person == 1);
    if within {
        return false;
    }
    let Some(own) = owner(mention).filter(|_| !theirs.is_empty()) else { return true };
    if let Some(own) = named(own) {
        return theirs.contains(&clusters.root(own));
    }
    let third = pronoun(own).is_some_and(|pronoun| pronoun.person == 3);
    let here = clusters.sentence(mention);
    let near = |member: usize| (here.saturating_sub(NEAR)..=here).contains(&clusters.sentence(member));
    !third || theirs.iter().any(|&owner| clusters.members(owner).any(near))
}
