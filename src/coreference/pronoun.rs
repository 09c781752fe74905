//! Pronouns of the third person, joined to the nearest antecedent that agrees; those that cannot be told are left alone.

use std::cmp::Reverse;

use crate::coreference::cluster::Clusters;
use crate::coreference::cluster::is_human;
use crate::lexicon::Lexicon;
use crate::lexicon::WordSet;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::NodeKind;
use crate::model::Upos;

/// How many sentences back a pronoun may point.
const REACH: usize = 3;

/// How salient subjects are.
const SUBJECT: u8 = 3;

/// How salient objects and the like are.
const OBJECT: u8 = 2;

/// Joins *he*, *she*, *his*, *it*, *its*, *they*, *their* where one antecedent stands out.
pub(super) fn pronouns(clusters: &mut Clusters<'_, '_>, lexicon: &Lexicon) {
    for mention in 0..clusters.mentions.len() {
        let m = &clusters.mentions[mention];
        if m.form != MentionForm::Pronoun || m.attributes.get("person").is_none_or(|person| person != "3") {
            continue;
        }
        let plural = clusters.is_plural(mention);
        let thing = m.attributes.contains_key("thing");
        let found = if plural {
            group(clusters, mention)
        } else {
            received(clusters, mention, lexicon).or_else(|| single(clusters, mention, thing))
        };
        if let Some(antecedent) = found {
            clusters.join(antecedent, mention);
        }
    }
}

/// *welcomed Oduya on **her** first visit*: who is received rather than who receives.
fn received(clusters: &Clusters<'_, '_>, mention: usize, lexicon: &Lexicon) -> Option<usize> {
    let doc = clusters.doc;
    let pronoun = clusters.mentions[mention].head as usize;
    let owned = doc.head(pronoun).filter(|_| doc.deprel(pronoun) == Deprel::NmodPoss)?;
    let human = !clusters.mentions[mention].attributes.contains_key("thing");
    let above = std::iter::successors(Some(owned), |&token| doc.head(token)).skip(1);
    let verb = above
        .take(doc.tokens.len())
        .find(|&token| doc.tokens[token].upos == Upos::Verb)
        .filter(|&verb| human && lexicon.mentions.has(WordSet::Receiving, doc.lemma(verb)))?;
    let object = doc.child_by(verb, Deprel::Obj).filter(|&object| object < pronoun)?;
    (0..mention).rev().find(|&earlier| {
        let e = &clusters.mentions[earlier];
        e.head as usize == object
            && is_human(e.kind.as_ref())
            && !clusters.is_plural(earlier)
            && !clusters.mentions[mention].span.is_within(e.span)
            && genders_agree(clusters, earlier, mention)
    })
}

/// Distance in sentences, salience, place: the least is the best.
type Rank = (usize, Reverse<u8>, Reverse<usize>);

/// *Norway's support for the pact and **its** decision to sign it*: of two things side by side the second belongs to whom
/// the first does.
fn owner_beside(clusters: &Clusters<'_, '_>, mention: usize) -> Option<usize> {
    let doc = clusters.doc;
    let head = |m: usize| clusters.mentions[m].head as usize;
    let owned = |m: usize| doc.head(head(m)).filter(|_| doc.deprel(head(m)) == Deprel::NmodPoss);
    let second = owned(mention)?;
    let above = doc.head(second).filter(|_| doc.deprel(second) == Deprel::Conj)?;
    // A parser may hang the second at the verb of the first.
    let first = doc.children_by(above, Deprel::Obj).find(|&object| object < second).unwrap_or(above);
    let sentence = clusters.sentence(mention);
    let owner_of = |noun: usize| {
        let near = (0..mention).rev().take_while(|&earlier| clusters.sentence(earlier) == sentence);
        near.into_iter().find(|&earlier| {
            let e = &clusters.mentions[earlier];
            owned(earlier) == Some(noun) && e.form != MentionForm::Pronoun && is_thing(e.kind.as_ref())
        })
    };
    // *Norway's support for Peru's peace **, and** its decision*: a comma sets the second beside the outer noun.
    let comma = doc.children_by(second, Deprel::Punct).any(|mark| mark < second && doc.form(mark) == ",");
    let outer = std::iter::successors(Some(first), |&noun| {
        doc.head(noun).filter(|_| comma && doc.deprel(noun) == Deprel::Nmod)
    });
    outer.filter_map(owner_of).last()
}

fn single(clusters: &Clusters<'_, '_>, mention: usize, thing: bool) -> Option<usize> {
    if let Some(owner) = owner_beside(clusters, mention).filter(|_| thing) {
        return Some(owner);
    }
    let sentence = clusters.sentence(mention);
    let mut best: Option<(Rank, usize)> = None;
    for earlier in 0..mention {
        let e = &clusters.mentions[earlier];
        let distance = sentence - clusters.sentence(earlier);
        let fits = if thing { is_thing(e.kind.as_ref()) } else { is_human(e.kind.as_ref()) };
        let own_pronoun = e.form == MentionForm::Pronoun && clusters.root(earlier) == earlier;
        if distance > REACH
            || !fits
            || own_pronoun
            || clusters.is_plural(earlier)
            || e.form == MentionForm::Demonym
            || clusters.mentions[mention].span.is_within(e.span)
            || !genders_agree(clusters, earlier, mention)
        {
            continue;
        }
        if distance == 0 && is_arguments_sibling(clusters, earlier, mention) {
            continue;
        }
        let salience = salience_of_thing(clusters, earlier, sentence);
        let rank = (distance, Reverse(salience), Reverse(earlier));
        if best.as_ref().is_none_or(|(other, _)| rank < *other) {
            best = Some((rank, earlier));
        }
    }
    let ((distance, salience, _), antecedent) = best?;
    // *it* stands for so many things that only a subject close by is sure.
    (!thing || distance <= 1 && salience.0 >= 2).then_some(antecedent)
}

/// How salient what a mention names is by now: that of the mention itself, or of a former one close by.
fn salience_of_thing(clusters: &Clusters<'_, '_>, mention: usize, sentence: usize) -> u8 {
    let of = |m: usize| salience(clusters.doc.deprel(clusters.mentions[m].head as usize));
    (0..=mention)
        .rev()
        .take_while(|&m| sentence - clusters.sentence(m) <= 1)
        .filter(|&m| clusters.same(m, mention))
        .map(of)
        .max()
        .unwrap_or_default()
}

/// *they* refers to the last plural group of persons or bodies that was a subject.
fn group(clusters: &Clusters<'_, '_>, mention: usize) -> Option<usize> {
    let sentence = clusters.sentence(mention);
    if follows_coordination(clusters, mention) {
        return None;
    }
    let last = |least: u8| {
        (0..mention).rev().find(|&earlier| {
            let e = &clusters.mentions[earlier];
            let near = sentence - clusters.sentence(earlier) <= 1;
            let acts = is_human(e.kind.as_ref())
                || e.kind == Some(NodeKind::ORGANIZATION)
                || e.kind == Some(NodeKind::COUNTRY);
            let pronoun = e.form == MentionForm::Pronoun && clusters.root(earlier) == earlier;
            near && acts
                && !pronoun
                && clusters.is_plural(earlier)
                && salience(clusters.doc.deprel(e.head as usize)) >= least
        })
    };
    last(SUBJECT).or_else(|| last(OBJECT))
}

/// *Oduya and Brandt spoke after **their** meeting*: the pronoun stands for both, who are no one thing.
fn follows_coordination(clusters: &Clusters<'_, '_>, mention: usize) -> bool {
    let doc = clusters.doc;
    let head = |m: usize| clusters.mentions[m].head as usize;
    let human = |m: &usize| is_human(clusters.mentions[*m].kind.as_ref());
    let mut persons = (0..mention)
        .rev()
        .take_while(|&earlier| clusters.sentence(earlier) == clusters.sentence(mention))
        .filter(human);
    let Some(last) = persons.next() else { return false };
    doc.deprel(head(last)) == Deprel::Conj && persons.any(|first| doc.head(head(last)) == Some(head(first)))
}

fn is_thing(kind: Option<&NodeKind>) -> bool {
    kind.is_some_and(|kind| {
        [NodeKind::COUNTRY, NodeKind::AGENCY, NodeKind::ORGANIZATION, NodeKind::AGREEMENT, NodeKind::EVENT]
            .contains(kind)
    })
}

fn genders_agree(clusters: &Clusters<'_, '_>, earlier: usize, mention: usize) -> bool {
    match (clusters.attribute(earlier, "gender"), clusters.attribute(mention, "gender")) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}

/// Subjects are spoken of again more often than objects, objects more often than the rest.
fn salience(relation: Deprel) -> u8 {
    match relation {
        Deprel::Nsubj | Deprel::NsubjPass | Deprel::NsubjOuter => SUBJECT,
        Deprel::Obj | Deprel::OblAgent | Deprel::Iobj | Deprel::Conj | Deprel::Root | Deprel::Appos => OBJECT,
        Deprel::Obl | Deprel::NmodPoss => 1,
        _ => 0,
    }
}

/// *Oduya met him*: subject and object of one verb are two things, unless the pronoun is reflexive or a possessor.
fn is_arguments_sibling(clusters: &Clusters<'_, '_>, earlier: usize, mention: usize) -> bool {
    let head = |m: usize| clusters.doc.head(clusters.mentions[m].head as usize);
    let argument = |m: usize| salience(clusters.doc.deprel(clusters.mentions[m].head as usize)) >= 2;
    head(earlier).is_some() && head(earlier) == head(mention) && argument(earlier) && argument(mention)
}
