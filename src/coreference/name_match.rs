//! Equal names, and parts of names: *Ana Oduya* and *Oduya*, *the Delta Initiative* and *Delta*.

use std::collections::BTreeMap;

use crate::coreference::cluster::Clusters;
use crate::coreference::cluster::is_human;
use crate::lexicon::Entry;
use crate::lexicon::Lexicon;
use crate::model::MentionForm;
use crate::model::NodeKind;
use crate::model::normal_name;

/// Joins names that the gazetteer knows as one thing, and equal names of kinds that do not exclude each other.
pub(super) fn equal_names(clusters: &mut Clusters<'_, '_>) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for mention in 0..clusters.mentions.len() {
        let m = &clusters.mentions[mention];
        let Some(kind) = &m.kind else { continue };
        let by_entry = m.entry.as_ref().map(ToString::to_string);
        let by_name = clusters.name(mention).map(|name| {
            if *kind == NodeKind::TOPIC {
                format!("topic {}", topic_key(clusters, mention, name))
            } else {
                let years = clusters.years(mention).join(" ");
                let years = if *kind == NodeKind::AGREEMENT || *kind == NodeKind::EVENT {
                    years
                } else {
                    String::new()
                };
                format!("{} {} {years}", family(kind), without_article(&normal_name(name)))
            }
        });
        for key in [by_entry, by_name].into_iter().flatten() {
            match first.get(&key) {
                Some(&earlier) => clusters.join(earlier, mention),
                None => {
                    first.insert(key, mention);
                }
            }
        }
    }
}

fn topic_key(clusters: &Clusters<'_, '_>, mention: usize, name: &str) -> String {
    let m = &clusters.mentions[mention];
    let lemmas: Vec<&str> =
        (m.tokens.start..m.tokens.end).map(|token| clusters.doc.lemma(token as usize)).collect();
    if lemmas.is_empty() { normal_name(name) } else { normal_name(&lemmas.join(" ")) }
}

fn family(kind: &NodeKind) -> &str {
    if is_human(Some(kind)) {
        "human"
    } else if *kind == NodeKind::AGENCY || *kind == NodeKind::ORGANIZATION {
        "body"
    } else {
        kind.as_str()
    }
}

pub(super) fn without_article(name: &str) -> &str {
    name.split_once(' ')
        .filter(|(first, _)| first.len() <= 3 && *first == "the")
        .map_or(name, |(_, rest)| rest)
}

/// Joins a person's surname or given name alone to the one fuller name that has it.
pub(super) fn partial_persons(clusters: &mut Clusters<'_, '_>, lexicon: &Lexicon) {
    misread_persons(clusters);
    let people: Vec<(usize, Vec<String>)> = (0..clusters.mentions.len())
        .filter(|&m| clusters.mentions[m].form == MentionForm::Name)
        .filter(|&m| is_human(clusters.mentions[m].kind.as_ref()) || is_doubtful(clusters, m))
        .filter_map(|m| {
            clusters.name(m).map(|name| (m, normal_name(name).split(' ').map(str::to_owned).collect()))
        })
        .collect();
    for (mention, words) in &people {
        let mut fuller: Vec<(usize, bool)> = Vec::new();
        for (other, longer) in &people {
            let guessed =
                longer == words && is_doubtful(clusters, *mention) && !is_doubtful(clusters, *other);
            if !guessed && !variant(words, longer) && longer.len() <= words.len()
                || !is_human(clusters.mentions[*other].kind.as_ref())
                || clusters.same(*mention, *other)
            {
                continue;
            }
            let at_end = longer.ends_with(words);
            let at_start = words.len() == 1 && longer.first() == words.first();
            let inside = longer.windows(words.len()).any(|window| window == words.as_slice());
            let spelt = variant(words, longer);
            let spaced =
                spelt || words.len() > 1 && longer.last() == words.last() && longer.first() == words.first();
            if at_end || at_start || inside || spaced {
                fuller.push((*other, at_end || spaced));
            }
        }
        // A surname speaks louder than a given name; two different people with it leave it open.
        if fuller.iter().any(|&(_, surname)| surname) {
            fuller.retain(|&(_, surname)| surname);
        }
        fuller.retain(|&(other, _)| clusters.countries_agree(*mention, other));
        let office_holder = known_holder(clusters, *mention, words, lexicon);
        if let Some(holder) = &office_holder {
            fuller.retain(|&(other, _)| {
                clusters.name(other).is_some_and(|name| share_given(&normal_name(name), holder))
            });
        }
        let Some(&(first, _)) = fuller.first() else { continue };
        let one = fuller.iter().all(|&(other, _)| clusters.same(first, other));
        let before = fuller.iter().rev().find(|&&(other, _)| other < *mention);
        match (one, before) {
            (true, _) => clusters.join(first, *mention),
            (false, Some(&(nearest, _))) if titles_agree(clusters, nearest, *mention) => {
                clusters.join(nearest, *mention);
            }
            _ => {}
        }
    }
}

/// The full name of the only person of that surname who is known to have held the office with which the mention names it, when the
/// document was published: *Secretary Sol* is the one who was Secretary, not a namesake whom the text names in full.
fn known_holder(
    clusters: &Clusters<'_, '_>,
    mention: usize,
    words: &[String],
    lexicon: &Lexicon,
) -> Option<String> {
    let ([surname], Some(date)) = (words, clusters.doc.document.date) else { return None };
    let title = clusters.mentions[mention].attributes.get("title").map(|title| normal_name(title))?;
    let date = date.to_string();
    let holds = |known: &&Entry| {
        known.offices().iter().any(|office| {
            let held = normal_name(&office.title);
            format!("{held} ").starts_with(&format!("{title} ")) && office.includes(&date)
        })
    };
    let mut holders = lexicon.gazetteer.officials_named(surname).filter(holds);
    let first = holders.next()?;
    holders.next().is_none().then(|| normal_name(&first.label))
}

/// Whether two full names have a given name or its initial in common.
fn share_given(a: &str, b: &str) -> bool {
    let given = |name: &str| -> Vec<String> {
        name.rsplit_once(' ')
            .map_or_else(Vec::new, |(given, _)| given.split(' ').map(str::to_owned).collect())
    };
    let (a, b) = (given(a), given(b));
    a.is_empty()
        || a.iter().any(|word| {
            b.iter().any(|other| word.starts_with(other.as_str()) || other.starts_with(word.as_str()))
        })
}

/// *Thank you, Ana*: a given name alone is that of the only person of the text who is known by it, whose surname alone the text tells.
pub(super) fn given_names(clusters: &mut Clusters<'_, '_>, lexicon: &Lexicon) {
    let known: Vec<(usize, String)> = (0..clusters.mentions.len())
        .filter(|&m| is_human(clusters.mentions[m].kind.as_ref()))
        .filter_map(|m| {
            let entry = lexicon.gazetteer.entry(clusters.mentions[m].entry.as_deref()?)?;
            let label = normal_name(&entry.label);
            label.split_once(' ').map(|(given, _)| (m, given.to_owned()))
        })
        .collect();
    for mention in 0..clusters.mentions.len() {
        let m = &clusters.mentions[mention];
        let alone = m.form == MentionForm::Name && m.entry.is_none() && !m.attributes.contains_key("title");
        let doubtful = is_human(m.kind.as_ref()) || is_doubtful(clusters, mention);
        if !alone || !doubtful || clusters.members(mention).any(|m| clusters.mentions[m].entry.is_some()) {
            continue;
        }
        let Some(name) = clusters.name(mention).map(normal_name) else { continue };
        let called: Vec<usize> =
            known.iter().filter(|(_, given)| *given == name).map(|&(person, _)| person).collect();
        if let Some(&first) = called.first()
            && called.iter().all(|&other| clusters.same(first, other))
        {
            clusters.join(first, mention);
        }
    }
}

/// *Min Park smiled*: a full name that a title has shown to be a person's is that person's, though its last word is a noun too.
fn misread_persons(clusters: &mut Clusters<'_, '_>) {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let named = |clusters: &Clusters<'_, '_>, m: usize| {
        let form = clusters.mentions[m].form == MentionForm::Name && clusters.mentions[m].entry.is_none();
        clusters.name(m).filter(|_| form).map(normal_name).filter(|name| name.contains(' '))
    };
    let all = 0..clusters.mentions.len();
    for mention in all.clone() {
        if clusters.mentions[mention].attributes.contains_key("class")
            && let Some(name) = named(clusters, mention)
        {
            known.entry(name).or_insert(mention);
        }
    }
    for mention in all {
        if let Some(&person) = named(clusters, mention).and_then(|name| known.get(&name)) {
            clusters.join(person, mention);
        }
    }
}

/// Whether two full names differ in one letter of the surname only: *Olga Brandt* and *Olga Brandtt*.
fn variant(a: &[String], b: &[String]) -> bool {
    const SHORTEST: usize = 5;
    let (Some((last, given)), Some((other, others))) = (a.split_last(), b.split_last()) else { return false };
    !given.is_empty()
        && given == others
        && last != other
        && last.len() >= SHORTEST
        && strsim::levenshtein(last, other) <= 1
}

fn titles_agree(clusters: &Clusters<'_, '_>, a: usize, b: usize) -> bool {
    match (clusters.attribute(a, "title"), clusters.attribute(b, "title")) {
        (Some(a), Some(b)) => normal_name(a) == normal_name(b),
        _ => false,
    }
}

/// A bare unknown name whose kind was guessed from its place may be a person's surname after all.
pub(super) fn is_doubtful(clusters: &Clusters<'_, '_>, mention: usize) -> bool {
    let m = &clusters.mentions[mention];
    m.entry.is_none() && m.attributes.contains_key("guess")
}
