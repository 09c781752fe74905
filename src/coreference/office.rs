//! Offices that stand for their holder, and groups of officials that stand for their country.

use std::collections::BTreeMap;

use crate::coreference::cluster::Clusters;
use crate::coreference::cluster::is_human;
use crate::lexicon::Lexicon;
use crate::lexicon::WordSet;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::NodeKind;
use crate::model::normal_name;

/// What a title's *former* leaves in the attributes.
const FORMER: &str = "former";

/// Joins *the Prime Minister* to the one person whose title it is, the nearest before it; equal offices without a holder to each other.
pub(super) fn offices(clusters: &mut Clusters<'_, '_>, lexicon: &Lexicon) {
    let roles: Vec<usize> =
        (0..clusters.mentions.len()).filter(|&m| clusters.is_office(m) && !clusters.is_plural(m)).collect();
    let first_label = (0..clusters.mentions.len()).find(|&m| is_label(clusters, m));
    for &role in &roles {
        if clusters.is_named(role) || is_any(clusters, role, lexicon) {
            continue;
        }
        let Some(holder) = holder(clusters, role, &roles, first_label, lexicon) else { continue };
        clusters.join(holder, role);
    }
    repeated_groups(clusters, lexicon);
}

/// *The negotiators* and, further on, *the negotiators*: a text that goes on in the very same words means the same people.
fn repeated_groups(clusters: &mut Clusters<'_, '_>, lexicon: &Lexicon) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for mention in 0..clusters.mentions.len() {
        let m = &clusters.mentions[mention];
        let words: Vec<String> = (m.tokens.start..m.tokens.end)
            .map(|token| clusters.doc.form(token as usize).to_lowercase())
            .collect();
        let definite = words.first().is_some_and(|word| lexicon.mentions.has(WordSet::Definite, word));
        let group = clusters.is_office(mention) && clusters.is_plural(mention);
        if !definite || !group || clusters.is_named(mention) {
            continue;
        }
        let earlier = *first.entry(words.join(" ")).or_insert(mention);
        if clusters.countries_agree(earlier, mention) {
            clusters.join(earlier, mention);
        }
    }
}

/// *a Kenyan president*, *every president*: whoever holds the office.
fn is_any(clusters: &Clusters<'_, '_>, role: usize, lexicon: &Lexicon) -> bool {
    let m = &clusters.mentions[role];
    let first = m.tokens.start as usize;
    first < m.head as usize
        && clusters.doc.deprel(first) == Deprel::Det
        && !lexicon.mentions.has(WordSet::Definite, &clusters.doc.form(first).to_lowercase())
}

/// *PM:* before what somebody says in a transcript.
fn is_label(clusters: &Clusters<'_, '_>, mention: usize) -> bool {
    let m = &clusters.mentions[mention];
    let sentence = &clusters.doc.sentences[clusters.sentence(mention)].tokens;
    let end = m.tokens.end as usize;
    sentence.start == m.tokens.start as usize && sentence.contains(&end) && clusters.doc.form(end) == ":"
}

/// Whom a transcript calls by an office alone, *PM:*, it has introduced before the first label or names in another: who is only spoken
/// of does not speak.
fn speaks(clusters: &Clusters<'_, '_>, person: usize, first_label: Option<usize>) -> bool {
    let Some(first) = first_label else { return true };
    let is_name = |&m: &usize| clusters.mentions[m].form == MentionForm::Name;
    let mut told = clusters.members(person).filter(is_name).peekable();
    told.peek().is_none() || told.any(|m| m < first || is_label(clusters, m))
}

fn holder(
    clusters: &Clusters<'_, '_>,
    role: usize,
    roles: &[usize],
    first_label: Option<usize>,
    lexicon: &Lexicon,
) -> Option<usize> {
    let first_label = first_label.filter(|_| is_label(clusters, role));
    let fitting = |m: usize| {
        m != role
            && speaks(clusters, m, first_label)
            && !clusters.same(m, role)
            && is_human(clusters.mentions[m].kind.as_ref())
            && (title_fits(clusters, role, m)
                || is_generic(clusters, role, m, lexicon)
                || held_office(clusters, role, m, lexicon))
            && clusters.countries_agree(role, m)
            && same_status(clusters, role, m)
    };
    let mut named: Vec<usize> = (0..clusters.mentions.len())
        .filter(|&m| clusters.mentions[m].form == MentionForm::Name && fitting(m))
        .collect();
    // Who holds the office comes before who held it; exactly this title before one that only includes it.
    let present = |&m: &usize| clusters.attribute(m, "status") != Some(FORMER);
    let own = clusters.mentions[role].attributes.get("title").map(|title| normal_name(title));
    // *the President* is the *President of Ardenia*, but *the minister* is not sooner the *deputy minister*.
    let begins =
        |title: String| own.as_deref().is_some_and(|own| format!("{title} ").starts_with(&format!("{own} ")));
    let exact = |&m: &usize| titles(clusters, m).any(begins);
    if !clusters.mentions[role].attributes.contains_key("status") {
        prefer(&mut named, present);
    }
    prefer(&mut named, exact);
    let certain = |candidates: &[usize]| -> Option<usize> {
        let first = *candidates.first()?;
        candidates.iter().all(|&m| clusters.same(first, m)).then_some(first)
    };
    // The only holder in the document, else the only one with the same country, else the nearest before.
    if let Some(one) = certain(&named) {
        return Some(one);
    }
    if let Some(country) = clusters.attribute(role, "country") {
        let of_country: Vec<usize> =
            named.iter().copied().filter(|&m| clusters.attribute(m, "country") == Some(country)).collect();
        if let Some(one) = certain(&of_country) {
            return Some(one);
        }
    }
    if named.is_empty() {
        return roles.iter().copied().find(|&other| {
            other < role && fitting(other) && head_word(clusters, role) == head_word(clusters, other)
        });
    }
    // Two presidents in one text: the one named in the sentence before or in the same one decides, else the one that the text is about.
    let sentence = clusters.sentence(role);
    let near: Vec<usize> =
        named.iter().copied().filter(|&m| m < role && sentence - clusters.sentence(m) <= 1).collect();
    certain(&near).or_else(|| main_figure(clusters, role, &named))
}

/// The candidate that has been spoken of at least three times as often as any other before the office is named.
fn main_figure(clusters: &Clusters<'_, '_>, role: usize, named: &[usize]) -> Option<usize> {
    let weight = |m: usize| clusters.members(m).filter(|&member| member < role).count();
    let best = named.iter().copied().max_by_key(|&m| (weight(m), std::cmp::Reverse(m)))?;
    let rival = named.iter().copied().filter(|&m| !clusters.same(m, best)).map(weight).max().unwrap_or(0);
    (weight(best) >= 3 * rival.max(1)).then_some(best)
}

/// *the Head of State* names by its function an office of the same class.
fn is_generic(clusters: &Clusters<'_, '_>, role: usize, person: usize, lexicon: &Lexicon) -> bool {
    let attribute = |m: usize, name: &str| clusters.mentions[m].attributes.get(name).cloned();
    let generic = attribute(role, "title")
        .is_some_and(|title| lexicon.mentions.has(WordSet::GenericOffice, &normal_name(&title)));
    generic && attribute(role, "class") == attribute(person, "class")
}

fn head_word(clusters: &Clusters<'_, '_>, mention: usize) -> String {
    clusters.lemma(mention).to_lowercase()
}

fn prefer(candidates: &mut Vec<usize>, better: impl Fn(&usize) -> bool) {
    if candidates.iter().any(&better) {
        candidates.retain(|candidate| better(candidate));
    }
}

/// All titles under which a person is spoken of.
fn titles<'c>(clusters: &'c Clusters<'_, '_>, mention: usize) -> impl Iterator<Item = String> + 'c {
    let own = clusters.members(mention).filter_map(|m| clusters.mentions[m].attributes.get("title"));
    own.map(|title| normal_name(title))
}

/// Whether the title of the bare office is, or is a part of, that of the other mention.
fn title_fits(clusters: &Clusters<'_, '_>, role: usize, other: usize) -> bool {
    let Some(own) = clusters.mentions[role].attributes.get("title").map(|title| normal_name(title)) else {
        return false;
    };
    let within = |short: &str, long: &str| format!(" {long} ").contains(&format!(" {short} "));
    // *her spokesman, Paul Kimani*: the noun says it as well as a title; but who was chief is not the chief.
    let past =
        |m: usize| clusters.mentions[m].attributes.get("status").is_some_and(|status| status == FORMER);
    let described = clusters
        .members(other)
        .filter(|&m| clusters.mentions[m].form == MentionForm::Description && past(m) == past(role))
        .any(|m| head_word(clusters, m) == head_word(clusters, role));
    let same_sort = |m: usize| {
        let of = |m: usize, name: &str| clusters.mentions[m].attributes.get(name).cloned();
        let agree = |name: &str| match (of(role, name), of(m, name)) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        };
        // The *Vice President* is not the *President*, nor the *Prime Minister* some *Minister*.
        agree("class") && of(role, "rank") == of(m, "rank")
    };
    let named = |m: usize| clusters.mentions[m].form == MentionForm::Name;
    let held = clusters.members(other).filter(|&m| same_sort(m) && (named(m) || past(m) == past(role)));
    let mut held =
        held.filter_map(|m| clusters.mentions[m].attributes.get("title")).map(|title| normal_name(title));
    described || held.any(|title| within(&own, &title) || within(&title, &own))
}

/// Whether the gazetteer knows that the named person held the office when the document was published.
fn held_office(clusters: &Clusters<'_, '_>, role: usize, person: usize, lexicon: &Lexicon) -> bool {
    let entry = clusters.mentions[person].entry.as_ref().and_then(|key| lexicon.gazetteer.entry(key));
    let (Some(entry), Some(date)) = (entry, clusters.doc.document.date) else { return false };
    let (Some(title), country) =
        (clusters.mentions[role].attributes.get("title"), clusters.attribute(role, "country"))
    else {
        return false;
    };
    let title = normal_name(title);
    entry.offices().iter().any(|office| {
        let named = normal_name(&office.title);
        let same = !named.is_empty() && format!("{title} ").starts_with(&format!("{named} "));
        same && office.includes(&date.to_string()) && country.is_some() && country == entry.country.as_deref()
    })
}

fn same_status(clusters: &Clusters<'_, '_>, a: usize, b: usize) -> bool {
    let status = |m: usize| clusters.mentions[m].attributes.get("status").map(String::as_str);
    (status(a) == Some(FORMER)) == (status(b) == Some(FORMER)) || status(a).is_none()
}

/// *Ardenian officials* who act for their country are the country, unless a word sets them apart from it; so is *the Ardenian side*.
pub(super) fn collectives(clusters: &mut Clusters<'_, '_>, lexicon: &Lexicon) {
    for mention in 0..clusters.mentions.len() {
        let m = &clusters.mentions[mention];
        let country = m.form == MentionForm::Description && m.kind.as_ref() == Some(&NodeKind::COUNTRY);
        let unnamed = m.form == MentionForm::Description && m.kind.as_ref() == Some(&NodeKind::OFFICIAL);
        let apart = || {
            (m.tokens.start..m.head).any(|token| {
                lexicon.mentions.has(WordSet::Partitive, &clusters.doc.form(token as usize).to_lowercase())
            })
        };
        let acting =
            unnamed && clusters.is_plural(mention) && !m.attributes.contains_key("title") && !apart();
        if !(country || acting) {
            continue;
        }
        let inside: Vec<usize> = (0..clusters.mentions.len())
            .filter(|&other| {
                other != mention
                    && clusters.mentions[other].span.is_within(m.span)
                    && clusters.mentions[other].kind.as_ref() == Some(&NodeKind::COUNTRY)
            })
            .collect();
        if let [country] = inside.as_slice() {
            clusters.join(*country, mention);
        } else if inside.is_empty() && acting {
            join_body(clusters, mention);
        }
    }
}

/// *administration officials* are the one administration that the text names.
fn join_body(clusters: &mut Clusters<'_, '_>, mention: usize) {
    let Some(body) = clusters.mentions[mention].attributes.get("body").map(|body| normal_name(body)) else {
        return;
    };
    let fits = |other: &usize| {
        let m = &clusters.mentions[*other];
        m.kind.as_ref() == Some(&NodeKind::AGENCY)
            && m.form == MentionForm::Name
            && clusters
                .name(*other)
                .is_some_and(|name| format!(" {}", normal_name(name)).ends_with(&format!(" {body}")))
    };
    let bodies: Vec<usize> = (0..clusters.mentions.len()).filter(fits).collect();
    if let Some(&first) = bodies.first()
        && bodies.iter().all(|&other| clusters.same(first, other))
    {
        clusters.join(first, mention);
    }
}
