//! What the sentence itself equates: *Ana Oduya, the foreign minister*, *X is the president*, *the pact, a 2008 treaty*.

use crate::coreference::alternation::alternations;
use crate::coreference::cluster::Clusters;
use crate::coreference::cluster::is_human;
use crate::lexicon::Lexicon;
use crate::lexicon::WordSet;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::NodeKind;
use crate::model::Upos;
use crate::model::Xpos;

/// Joins appositions of one kind, and named subjects with a definite predicate noun.
pub(super) fn appositions(clusters: &mut Clusters<'_, '_>, lexicon: &Lexicon) {
    let paired = alternations(clusters);
    for mention in 0..clusters.mentions.len() {
        if let Some(person) = named_beside(clusters, mention) {
            clusters.join(person, mention);
        }
        if let Some(turned) = turned_before(clusters, mention) {
            clusters.join(turned, mention);
        }
        if let Some(place) = named_behind(clusters, mention, lexicon) {
            clusters.join(place, mention);
        }
        let head = clusters.mentions[mention].head as usize;
        let target = match clusters.doc.deprel(head) {
            Deprel::Appos => clusters.doc.head(head),
            _ if is_equated(clusters, mention, head) => clusters.doc.child_by(head, Deprel::Nsubj),
            _ => None,
        };
        let Some(target) = target else { continue };
        let Some(other) = mention_headed(clusters, target).filter(|&other| other != mention) else {
            continue;
        };
        let kinds = (clusters.mentions[mention].kind.as_ref(), clusters.mentions[other].kind.as_ref());
        let fits = kinds.0 == kinds.1 || is_human(kinds.0) && is_human(kinds.1);
        let two_names = clusters.mentions[mention].form == MentionForm::Name
            && clusters.mentions[other].form == MentionForm::Name;
        let apart = [(mention, other), (other, mention)]
            .iter()
            .any(|(one, two)| paired.get(one).is_some_and(|partner| partner != two));
        if fits
            && !apart
            && !two_names
            && clusters.is_plural(mention) == clusters.is_plural(other)
            && clusters.countries_agree(mention, other)
            && classes_agree(clusters, mention, other, lexicon)
        {
            clusters.join(other, mention);
        }
    }
}

/// Who heads the state does not head the government too; and of two offices side by side (*Mr. Prime Minister, Mr. Chairman*) none
/// explains the other.
fn classes_agree(clusters: &Clusters<'_, '_>, a: usize, b: usize, lexicon: &Lexicon) -> bool {
    let (Some(first), Some(second)) = (clusters.attribute(a, "class"), clusters.attribute(b, "class")) else {
        return true;
    };
    let exclusive = |class: &str| lexicon.mentions.has(WordSet::ExclusiveClass, class);
    let offices = [a, b].iter().all(|&m| clusters.mentions[m].form == MentionForm::Description);
    first == second || !(offices || exclusive(first) && exclusive(second))
}

/// *appointed Ana Oduya Minister of Trade*: an office right behind a name, with nothing between them.
fn named_beside(clusters: &Clusters<'_, '_>, mention: usize) -> Option<usize> {
    let m = &clusters.mentions[mention];
    if !clusters.is_office(mention) || clusters.is_plural(mention) {
        return None;
    }
    (0..mention).rev().take_while(|&other| clusters.sentence(other) == clusters.sentence(mention)).find(
        |&other| {
            let o = &clusters.mentions[other];
            o.form == MentionForm::Name && is_human(o.kind.as_ref()) && o.tokens.end == m.tokens.start
        },
    )
}

/// *Ana Oduya Oduya Ana*: right behind a name its words in another order, as cards of persons have them.
fn turned_before(clusters: &Clusters<'_, '_>, mention: usize) -> Option<usize> {
    let words = |m: usize| {
        let mut words: Vec<&str> = clusters.name(m).unwrap_or_default().split_whitespace().collect();
        words.sort_unstable();
        words
    };
    let (m, sentence) = (&clusters.mentions[mention], clusters.sentence(mention));
    let near = (0..mention).rev().take_while(|&other| clusters.sentence(other) == sentence);
    let beside = |&other: &usize| {
        let o = &clusters.mentions[other];
        is_human(o.kind.as_ref()) && o.tokens.end == m.tokens.start
    };
    let own = || words(mention);
    near.filter(beside).find(|&other| own().len() > 1 && words(other) == own())
}

/// *the Kenyan town of Kitale*: what stands behind the noun is no owner but its name.
fn named_behind(clusters: &Clusters<'_, '_>, mention: usize, lexicon: &Lexicon) -> Option<usize> {
    let is_place = |m: usize| clusters.mentions[m].kind.as_ref() == Some(&NodeKind::PLACE);
    let head = clusters.mentions[mention].head as usize;
    let bears = is_place(mention)
        && clusters.doc.tokens[head].upos == Upos::Noun
        && lexicon.mentions.has(WordSet::NamedBehind, clusters.lemma(mention));
    if !bears || clusters.is_plural(mention) {
        return None;
    }
    let doc = clusters.doc;
    let owning = |token: usize| {
        doc.child_by(token, Deprel::Case)
            .is_some_and(|case| lexicon.relations.grammar.owning.contains(doc.lemma(case)))
    };
    let mut behind = doc.children_by(head, Deprel::Nmod).filter(|&token| token > head && owning(token));
    let name = mention_headed(clusters, behind.next()?)?;
    let is_name = clusters.mentions[name].form == MentionForm::Name && is_place(name);
    (is_name && clusters.countries_agree(mention, name)).then_some(name)
}

/// *Oduya is the foreign minister*: a definite description with a copula, not negated, and not of the future or past; what an
/// occasion or an instrument was, it still is: *Friday's visit was her third trip*.
fn is_equated(clusters: &Clusters<'_, '_>, mention: usize, head: usize) -> bool {
    let doc = clusters.doc;
    let m = &clusters.mentions[mention];
    let lasting = [NodeKind::EVENT, NodeKind::AGREEMENT].iter().any(|kind| m.kind.as_ref() == Some(kind));
    let told = |cop: usize| doc.tokens[cop].xpos == Xpos::Vbz || lasting && doc.tokens[cop].xpos == Xpos::Vbd;
    let determined = [Deprel::Det, Deprel::NmodPoss]
        .iter()
        .any(|&relation| doc.children_by(head, relation).any(|det| det < head));
    m.form == MentionForm::Description
        && doc.child_by(head, Deprel::Cop).is_some_and(told)
        && determined
        && doc.child_by(head, Deprel::Case).is_none()
        && (lasting || is_human(m.kind.as_ref()))
        && doc.children_by(head, Deprel::Advmod).next().is_none()
}

/// The mention whose head is the token; the longest where several are.
pub(super) fn mention_headed(clusters: &Clusters<'_, '_>, token: usize) -> Option<usize> {
    let headed = |&m: &usize| {
        clusters.mentions[m].head as usize == token && clusters.mentions[m].form != MentionForm::Demonym
    };
    (0..clusters.mentions.len())
        .filter(headed)
        .max_by_key(|&m| (clusters.mentions[m].span.len(), std::cmp::Reverse(m)))
}
