//! Definite descriptions that point back: *the agreement*, *the new framework*, *the ministry*, *their meeting*.

use crate::coreference::cluster::Clusters;
use crate::coreference::cluster::is_human;
use crate::coreference::concern::complement;
use crate::coreference::concern::concerns_agree;
use crate::coreference::concern::is_ours;
use crate::coreference::concern::shared_words;
use crate::coreference::concern::shares_concern;
use crate::coreference::novelty::same_novelty;
use crate::coreference::occasion::occasions_agree;
use crate::coreference::occasion::places_agree;
use crate::coreference::qualifier::all_words;
use crate::coreference::qualifier::qualifiers;
use crate::lexicon::Lexicon;
use crate::lexicon::WordSet;
use crate::model::Deprel;
use crate::model::Mention;
use crate::model::MentionForm;
use crate::model::NodeKind;
use crate::model::Xpos;

/// How many sentences back a bare description may point to an unnamed thing.
const REACH: usize = 12;

/// How many words behind a noun tell a thing so fully that it need not have been told before.
const FULL: usize = 4;

/// Joins definite descriptions of agreements, events, bodies, organizations and places to the nearest thing that they may mean.
pub(super) fn definite_descriptions(clusters: &mut Clusters<'_, '_>, lexicon: &Lexicon) {
    let open = |clusters: &Clusters<'_, '_>, mention: usize| {
        let m = &clusters.mentions[mention];
        let described = m.form == MentionForm::Description && m.kind.is_some() && !is_human(m.kind.as_ref());
        described && !clusters.is_named(mention) && clusters.root(mention) == mention
    };
    for mention in 0..clusters.mentions.len() {
        if !open(clusters, mention) {
            continue;
        }
        let m = &clusters.mentions[mention];
        if !is_definite(clusters, m, lexicon) {
            let earlier =
                same_novelty(clusters, mention, lexicon).or_else(|| same_words(clusters, mention, lexicon));
            if let Some(earlier) = earlier {
                clusters.join(earlier, mention);
            }
            continue;
        }
        let found =
            antecedent(clusters, mention, lexicon).or_else(|| named_later(clusters, mention, lexicon));
        if let Some(other) = found {
            clusters.join(other, mention);
        }
    }
    for mention in 0..clusters.mentions.len() {
        if open(clusters, mention)
            && is_definite(clusters, &clusters.mentions[mention], lexicon)
            && let Some(later) = told_later(clusters, mention, lexicon)
        {
            clusters.join(later, mention);
        }
    }
}

fn is_definite(clusters: &Clusters<'_, '_>, mention: &Mention, lexicon: &Lexicon) -> bool {
    let first = mention.tokens.start as usize;
    let head = mention.head as usize;
    let possessed = |token: usize| {
        clusters.doc.deprel(token) == Deprel::NmodPoss && clusters.doc.head(token) == Some(head)
    };
    // *their talks*, *Friday's meeting*: an event that belongs to somebody or to a day is a certain one.
    let owned = mention.kind == Some(NodeKind::EVENT) && (first..head).any(possessed);
    // *Criminal organizations*, with nothing before it: those of which the text speaks.
    let all = mention.kind == Some(NodeKind::ORGANIZATION)
        && mention.attributes.contains_key("number")
        && (first..head).all(|token| clusters.doc.deprel(token) == Deprel::Amod);
    // *Government*, written as a name; *my Government* is another.
    let capital = !is_ours(clusters, mention)
        && mention.kind == Some(NodeKind::AGENCY)
        && first == head
        && clusters.doc.form(first).starts_with(char::is_uppercase);
    owned
        || all
        || capital
        || lexicon.mentions.has(WordSet::Definite, &clusters.doc.form(first).to_lowercase())
}

/// *The Agreement* of a text that tells it by its capital from *the existing agreement* is one that it writes so.
fn antecedent(clusters: &Clusters<'_, '_>, mention: usize, lexicon: &Lexicon) -> Option<usize> {
    let written = |mention: usize| {
        let form = clusters.doc.form(clusters.mentions[mention].head as usize);
        form.starts_with(char::is_uppercase) && form.contains(char::is_lowercase)
    };
    let noun = clusters.lemma(mention);
    let alike = |earlier: usize| {
        is_headed(clusters, earlier, noun, lexicon) && clusters.members(earlier).any(written)
    };
    let first = if written(mention) { nearest(clusters, mention, lexicon, &alike) } else { None };
    // *The Government* is the own one, not *the Kenyan government*.
    let own = written(mention) && clusters.mentions[mention].kind == Some(NodeKind::AGENCY);
    let told = |earlier: usize| {
        !own || !is_headed(clusters, earlier, noun, lexicon) || clusters.members(earlier).any(written)
    };
    first.or_else(|| nearest(clusters, mention, lexicon, &told))
}

fn nearest(
    clusters: &Clusters<'_, '_>,
    mention: usize,
    lexicon: &Lexicon,
    may: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let m = &clusters.mentions[mention];
    let own = qualifiers(clusters, mention, lexicon);
    let concern = complement(clusters, mention, lexicon);
    let sentence = clusters.sentence(mention);
    let mut nearest: Option<(usize, bool)> = None;
    let mut one = true;
    for earlier in (0..mention).rev() {
        let e = &clusters.mentions[earlier];
        if e.kind != m.kind
            || clusters.same(earlier, mention)
            || e.span.overlaps(m.span)
            || e.form == MentionForm::Pronoun
            || !may(earlier)
        {
            continue;
        }
        let event = m.kind == Some(NodeKind::EVENT);
        if event && !occasions_agree(clusters, earlier, mention, lexicon)
            || !clusters.countries_agree(mention, earlier)
            || !event && clusters.is_plural(earlier) != clusters.is_plural(mention)
        {
            continue;
        }
        if m.kind == Some(NodeKind::AGENCY) && is_another_body(clusters, earlier, mention, lexicon) {
            continue;
        }
        let far = sentence - clusters.sentence(earlier) > REACH;
        let same_noun = is_headed(clusters, earlier, clusters.lemma(mention), lexicon);
        let sort = |mention: &Mention| mention.attributes.get("type").cloned();
        let is =
            |set: WordSet, sort: Option<String>| sort.is_some_and(|sort| lexicon.mentions.has(set, &sort));
        let gathers = |sort: Option<String>| is(WordSet::Gathering, sort);
        let by_class = is(WordSet::Interchangeable, sort(m))
            || lexicon.mentions.has(WordSet::ClassNoun, &clusters.lemma(mention).to_lowercase());
        let same_sort_of_thing =
            sort(e).is_some() && sort(e) == sort(m) && by_class || gathers(sort(e)) && gathers(sort(m));
        let agreement = m.kind == Some(NodeKind::AGREEMENT);
        // *The framework* may be the new agreement of before, but not a thing that has a name with another noun.
        let generic = agreement
            && (is_generic(clusters, mention, lexicon)
                || is(WordSet::LooseSort, sort(m))
                    && clusters.members(earlier).all(|other| is_generic(clusters, other, lexicon)));
        // *The Council decision* is the *Council resolution* where all that it tells is told of that.
        let retold = agreement && !own.is_empty() && sort(e).is_some() && sort(e) == sort(m);
        let same_sort = !agreement && same_sort_of_thing || retold;
        // Of gatherings a long text tells of many.
        let passing = |sort: Option<String>| gathers(sort.clone()) || is(WordSet::Interchangeable, sort);
        if far && own.is_empty() && event && passing(sort(m)) && !clusters.is_named(earlier) {
            continue;
        }
        if !same_noun && (!(generic || same_sort) || far) {
            continue;
        }
        // What the description adds must not go beyond what the earlier mentions tell: *the trade pact* is not *the border pact*.
        let theirs: Vec<String> =
            clusters.members(earlier).flat_map(|member| all_words(clusters, member)).collect();
        let shared = shares_concern(clusters, &concern, earlier, lexicon);
        // Another noun with a complement of its own (*the summit of the five*) is another occasion, unless both tell the same.
        let apart = !same_noun && !concern.is_empty() && shared.is_none();
        // *the Agreement between the cabinets of the two states on the border* is told in full: no agreement of before that shares little.
        let full = agreement && concern.len() >= FULL && !clusters.is_named(earlier);
        let apart = apart || full && shared_words(clusters, &concern, earlier, lexicon) * 2 < FULL;
        if !own.iter().all(|word| theirs.contains(word)) || shared == Some(false) || apart {
            continue;
        }
        if same_noun {
            return Some(earlier);
        }
        let subject = matches!(clusters.doc.deprel(e.head as usize), Deprel::Nsubj | Deprel::NsubjPass);
        let instrument = agreement || m.kind == Some(NodeKind::EVENT);
        one &= instrument || nearest.is_none_or(|(other, _)| clusters.same(other, earlier));
        if nearest.is_none_or(|(_, spoken_of)| subject && !spoken_of) {
            nearest = Some((earlier, subject));
        }
    }
    nearest.filter(|_| one).map(|(earlier, _)| earlier)
}

/// *State Governments*, *the former government*: none of them is *the Government*.
fn is_another_body(clusters: &Clusters<'_, '_>, earlier: usize, mention: usize, lexicon: &Lexicon) -> bool {
    let doc = clusters.doc;
    let plural = |m: usize| {
        let head = clusters.mentions[m].head as usize;
        matches!(doc.tokens[head].xpos, Xpos::Nns | Xpos::Nnps)
            && !doc.form(head).eq_ignore_ascii_case(doc.lemma(head))
    };
    let own = all_words(clusters, mention);
    let other = |word: &String| lexicon.mentions.has(WordSet::Other, word) && !own.contains(word);
    let same_noun = clusters.lemma(earlier).eq_ignore_ascii_case(clusters.lemma(mention));
    same_noun && plural(earlier) != plural(mention) || all_words(clusters, earlier).iter().any(other)
}

/// *the new resolution* may be named in full further on, if only one thing of that noun is.
fn named_later(clusters: &Clusters<'_, '_>, mention: usize, lexicon: &Lexicon) -> Option<usize> {
    let m = &clusters.mentions[mention];
    let own = qualifiers(clusters, mention, lexicon);
    let fits = |&other: &usize| {
        let o = &clusters.mentions[other];
        o.form == MentionForm::Name
            && o.kind == m.kind
            && is_headed(clusters, other, clusters.lemma(mention), lexicon)
            && clusters.is_plural(other) == clusters.is_plural(mention)
            && clusters.countries_agree(mention, other)
            && own.iter().all(|word| all_words(clusters, other).contains(word))
            && (o.kind != Some(NodeKind::EVENT) || occasions_agree(clusters, other, mention, lexicon))
    };
    let named: Vec<usize> = (mention + 1..clusters.mentions.len()).filter(fits).collect();
    let first = *named.first()?;
    named.iter().all(|&other| clusters.same(first, other)).then_some(first)
}

/// *the new resolution* of a headline: the only thing of that noun that the text goes on to describe with more words.
fn told_later(clusters: &Clusters<'_, '_>, mention: usize, lexicon: &Lexicon) -> Option<usize> {
    let m = &clusters.mentions[mention];
    let own = qualifiers(clusters, mention, lexicon);
    let concern = complement(clusters, mention, lexicon);
    if m.kind == Some(NodeKind::AGREEMENT) && concern.len() >= FULL {
        return None;
    }
    let visit = |kind: &Mention| {
        kind.attributes.get("type").is_some_and(|sort| lexicon.mentions.has(WordSet::Interchangeable, sort))
    };
    let fits = |&other: &usize| {
        let o = &clusters.mentions[other];
        let same_noun = clusters.lemma(other).eq_ignore_ascii_case(clusters.lemma(mention));
        let same_sort = visit(m) && m.attributes.get("type") == o.attributes.get("type");
        o.form == MentionForm::Description
            && o.kind == m.kind
            && (same_noun || same_sort)
            && clusters.is_plural(other) == clusters.is_plural(mention)
            && clusters.countries_agree(mention, other)
            && own.iter().all(|word| all_words(clusters, other).contains(word))
            && concerns_agree(clusters, &concern, other, lexicon)
            && (o.kind != Some(NodeKind::EVENT) || places_agree(clusters, other, mention, lexicon))
    };
    let later: Vec<usize> = (mention + 1..clusters.mentions.len()).filter(fits).collect();
    let &first = later.first()?;
    let near = clusters.sentence(first) - clusters.sentence(mention) <= REACH;
    (near && later.iter().all(|&other| clusters.same(first, other))).then_some(first)
}

/// *a high-level trade dialogue*, again in the very same words: of occasions and instruments a text seldom has two of one description.
fn same_words(clusters: &Clusters<'_, '_>, mention: usize, lexicon: &Lexicon) -> Option<usize> {
    let m = &clusters.mentions[mention];
    let gathers = m.attributes.get("type").is_some_and(|sort| lexicon.mentions.has(WordSet::Gathering, sort));
    let own = qualifiers(clusters, mention, lexicon);
    if own.is_empty() || !(gathers || m.kind == Some(NodeKind::AGREEMENT)) || clusters.is_plural(mention) {
        return None;
    }
    let concern = complement(clusters, mention, lexicon);
    (0..mention).rev().find(|&earlier| {
        let e = &clusters.mentions[earlier];
        e.form == MentionForm::Description
            && e.kind == m.kind
            && clusters.lemma(earlier) == clusters.lemma(mention)
            && !clusters.is_plural(earlier)
            && qualifiers(clusters, earlier, lexicon) == own
            && concerns_agree(clusters, &concern, earlier, lexicon)
    })
}

/// Whether the noun is the head of a mention; of a name the noun before its complement too, whatever the tree says:
/// *Lake Charter for Trade, Health and Safe Ports* is a charter.
fn is_headed(clusters: &Clusters<'_, '_>, mention: usize, noun: &str, lexicon: &Lexicon) -> bool {
    if clusters.lemma(mention).eq_ignore_ascii_case(noun) {
        return true;
    }
    let m = &clusters.mentions[mention];
    let connects =
        |token: &u32| lexicon.mentions.has(WordSet::NameConnector, clusters.doc.form(*token as usize));
    let complement = (m.tokens.start + 1..m.tokens.end).find(connects);
    m.form == MentionForm::Name
        && complement.is_some_and(|at| clusters.doc.lemma(at as usize - 1).eq_ignore_ascii_case(noun))
}

fn is_generic(clusters: &Clusters<'_, '_>, mention: usize, lexicon: &Lexicon) -> bool {
    clusters.mentions[mention].form == MentionForm::Pronoun
        || lexicon.mentions.has(WordSet::Generic, &clusters.lemma(mention).to_lowercase())
}
