//! The sieves in order, and the chains that they leave.

use std::collections::BTreeSet;

use crate::coreference::acronym::acronyms;
use crate::coreference::apposition::appositions;
use crate::coreference::cluster::Clusters;
use crate::coreference::definite::definite_descriptions;
use crate::coreference::keep::is_thing;
use crate::coreference::latter::former_and_latter;
use crate::coreference::name_match::equal_names;
use crate::coreference::name_match::given_names;
use crate::coreference::name_match::partial_persons;
use crate::coreference::office::collectives;
use crate::coreference::office::offices;
use crate::coreference::pronoun::pronouns;
use crate::coreference::source::unnamed_sources;
use crate::coreference::thing_names::partial_things;
use crate::lexicon::Lexicon;
use crate::model::Annotated;
use crate::model::Attributes;
use crate::model::Chain;
use crate::model::Mention;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;

/// Joins the mentions of a document that name one thing; pronouns that cannot be told stay without a chain.
#[must_use]
pub fn chains(doc: &Annotated<'_>, mentions: &[Mention], lexicon: &Lexicon) -> Vec<Chain> {
    let mut clusters = Clusters::new(doc, mentions);
    equal_names(&mut clusters);
    acronyms(&mut clusters);
    partial_persons(&mut clusters, lexicon);
    given_names(&mut clusters, lexicon);
    partial_things(&mut clusters, lexicon);
    collectives(&mut clusters, lexicon);
    appositions(&mut clusters, lexicon);
    offices(&mut clusters, lexicon);
    unnamed_sources(&mut clusters, lexicon);
    definite_descriptions(&mut clusters, lexicon);
    former_and_latter(&mut clusters);
    pronouns(&mut clusters, lexicon);
    collect(&clusters)
}

fn collect(clusters: &Clusters<'_, '_>) -> Vec<Chain> {
    let mut groups: Vec<(usize, Vec<usize>)> = Vec::new();
    let mut place = vec![usize::MAX; clusters.mentions.len()];
    for mention in 0..clusters.mentions.len() {
        if matches!(clusters.mentions[mention].form, MentionForm::Date | MentionForm::Amount) {
            continue;
        }
        let root = clusters.root(mention);
        if place[root] == usize::MAX {
            place[root] = groups.len();
            groups.push((root, Vec::new()));
        }
        groups[place[root]].1.push(mention);
    }
    groups.into_iter().filter_map(|(_, members)| chain(clusters, &members)).collect()
}

fn chain(clusters: &Clusters<'_, '_>, members: &[usize]) -> Option<Chain> {
    let solid = |m: &&usize| clusters.mentions[**m].form != MentionForm::Pronoun;
    let first = *members.iter().find(solid)?;
    let mut kind = clusters.kind(first)?.clone();
    let is = |m: &usize, kind: &NodeKind| clusters.mentions[*m].kind.as_ref() == Some(kind);
    // A private person does not turn official by a description, nor an official private: a title decides.
    if kind == NodeKind::OFFICIAL
        && members.iter().any(|m| is(m, &NodeKind::PERSON))
        && !members.iter().any(|&m| clusters.mentions[m].attributes.contains_key("title"))
    {
        kind = NodeKind::PERSON;
    }
    if !is_thing(clusters, members, &kind) {
        return None;
    }
    let mut attributes = Attributes::new();
    for &member in members {
        for (name, value) in &clusters.mentions[member].attributes {
            if !matches!(
                name.as_str(),
                "guess"
                    | "rank"
                    | "number"
                    | "person"
                    | "gender"
                    | "thing"
                    | "anonymous"
                    | "acts-for"
                    | "of-two"
                    | "counted"
            ) {
                attributes.entry(name.clone()).or_insert_with(|| value.clone());
            }
        }
    }
    let genders: BTreeSet<&String> =
        members.iter().filter_map(|&m| clusters.mentions[m].attributes.get("gender")).collect();
    if let (1, Some(gender)) = (genders.len(), genders.first()) {
        attributes.insert("gender".into(), (*gender).clone());
    }
    let human = kind == NodeKind::OFFICIAL || kind == NodeKind::PERSON;
    let anonymous = human
        && !members.iter().any(|&m| {
            clusters.mentions[m].form == MentionForm::Name
                || clusters.mentions[m].attributes.contains_key("title")
        });
    let entry = members
        .iter()
        .filter(|m| clusters.mentions[**m].kind.as_ref() == Some(&kind))
        .find_map(|&m| clusters.mentions[m].entry.clone());
    let mentions = members.iter().map(|&m| MentionId(m as u32)).collect();
    Some(Chain { kind, mentions, anonymous, entry, attributes })
}
