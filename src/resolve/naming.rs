//! Labels, aliases and ids of the things that clusters of chains are.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::model::Attributes;
use crate::model::Entity;
use crate::model::MentionForm;
use crate::model::NodeKind;
use crate::model::Resolution;
use crate::model::normal_name;
use crate::model::slug;
use crate::resolve::cluster::Cluster;
use crate::resolve::profile::COUNTRY;

/// Turns clusters into entities with ids that differ.
pub(super) fn name_entities(
    clusters: Vec<Cluster<'_>>,
    label_of: &dyn Fn(&str) -> Option<String>,
) -> Resolution {
    let mut entities: Vec<(String, Entity)> = Vec::new();
    for mut cluster in clusters {
        cluster.members.sort_by(|a, b| a.at.cmp(&b.at));
        let entity = entity(&cluster, label_of);
        entities.push((distinguisher(&entity), entity));
    }
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for (_, entity) in &entities {
        *taken.entry(entity.id.clone()).or_default() += 1;
    }
    let mut used = BTreeSet::new();
    entities.sort_by(|(a, x), (b, y)| (&x.id, a, &x.chains).cmp(&(&y.id, b, &y.chains)));
    for (distinguisher, entity) in &mut entities {
        if taken.get(&entity.id).is_some_and(|&times| times > 1) && entity_key(entity).is_none() {
            entity.id = format!("{}.{distinguisher}", entity.id);
        }
        let plain = entity.id.clone();
        let mut number = 2;
        while !used.insert(entity.id.clone()) {
            entity.id = format!("{plain}.{number}");
            number += 1;
        }
    }
    let mut entities: Vec<Entity> = entities.into_iter().map(|(_, entity)| entity).collect();
    entities.sort_by(|a, b| a.id.cmp(&b.id));
    let redirects = redirects(&entities, &used);
    Resolution { entities, redirects }
}

fn entity_key(entity: &Entity) -> Option<&str> {
    entity.attributes.get("entry").map(String::as_str)
}

/// Namesakes are told apart by their country, else by the document that names them first.
fn distinguisher(entity: &Entity) -> String {
    let document =
        entity.chains.first().map_or("", |chain| chain.document.get(..8).unwrap_or(&chain.document));
    let chain = entity.chains.first().map_or(0, |chain| chain.chain.0);
    match entity.attributes.get(COUNTRY) {
        Some(country) if entity.kind != NodeKind::EVENT => slug(country),
        _ => format!("{document}-{chain}"),
    }
}

fn entity(cluster: &Cluster<'_>, label_of: &dyn Fn(&str) -> Option<String>) -> Entity {
    let members = &cluster.members;
    let entry = members.iter().find_map(|member| member.chain.entry.clone());
    let known = entry.as_ref().and_then(|entry| label_of(entry));
    let kind = kind(cluster);
    let named = members.iter().max_by_key(|member| member.words.len()).and_then(|member| {
        let fullest = member.words.len();
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        for name in members.iter().filter(|m| m.words.len() == fullest).filter_map(|m| m.name) {
            *names.entry(name).or_default() += 1;
        }
        names.into_iter().rev().max_by_key(|&(_, times)| times).map(|(name, _)| name)
    });
    let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
    for mention in members.iter().flat_map(|member| &member.chain.mentions) {
        if mention.form == MentionForm::Pronoun {
            continue;
        }
        *forms.entry(mention.quote.text.as_str()).or_default() += 1;
        if let Some(name) = &mention.name {
            *forms.entry(name).or_default() += 1;
        }
    }
    let described = || {
        let first = members
            .first()
            .and_then(|member| member.chain.mentions.iter().find(|m| m.form != MentionForm::Pronoun));
        first.map(|mention| mention.quote.text.clone()).unwrap_or_default()
    };
    // The gazetteer's name is shown where the texts use it, and for countries; else the texts have their own.
    let used = |known: &String| {
        kind == NodeKind::COUNTRY || forms.keys().any(|form| normal_name(form) == normal_name(known))
    };
    let label = known.clone().filter(used).or_else(|| named.map(str::to_owned)).unwrap_or_else(described);
    let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
    let aliases: BTreeSet<String> = forms
        .into_keys()
        .map(|form| form.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|form| *form != label && !form.is_empty())
        .collect();
    let mut attributes = Attributes::new();
    for member in members {
        for (name, value) in &member.chain.attributes {
            attributes.entry(name.clone()).or_insert_with(|| value.clone());
        }
    }
    if let Some(known) = known.filter(|known| *known != label) {
        attributes.insert("known_as".into(), known);
    }
    if members.iter().all(|member| member.chain.anonymous) {
        attributes.insert("anonymous".into(), "true".to_owned());
    }
    let id = match &entry {
        Some(entry) => {
            attributes.insert("entry".into(), entry.to_string());
            entry.to_string()
        }
        None => format!("{kind}.{}", slug(&label)),
    };
    let chains = members.iter().map(|member| member.at.clone()).collect();
    Entity { id, kind, label, aliases: aliases.into_iter().collect(), attributes, chains }
}

/// The kind that most chains have; a person with an office anywhere is an official.
fn kind(cluster: &Cluster<'_>) -> NodeKind {
    let mut votes: BTreeMap<&NodeKind, usize> = BTreeMap::new();
    for member in &cluster.members {
        *votes.entry(member.kind()).or_default() += 1;
    }
    if votes.contains_key(&NodeKind::OFFICIAL) {
        return NodeKind::OFFICIAL;
    }
    let best = votes.into_iter().rev().max_by_key(|&(_, count)| count);
    best.map_or(NodeKind::TOPIC, |(kind, _)| kind.clone())
}

/// A person's surname alone, where it is one person's, leads to that person.
fn redirects(entities: &[Entity], used: &BTreeSet<String>) -> BTreeMap<String, String> {
    let mut shorter: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for entity in
        entities.iter().filter(|entity| entity.kind == NodeKind::OFFICIAL || entity.kind == NodeKind::PERSON)
    {
        if entity.attributes.contains_key("anonymous") {
            continue;
        }
        for alias in &entity.aliases {
            let id = format!("{}.{}", entity.kind, slug(alias));
            if !used.contains(&id) {
                shorter.entry(id).or_default().push(&entity.id);
            }
        }
    }
    shorter
        .into_iter()
        .filter_map(|(former, now)| match now.as_slice() {
            [one] => Some((former, (*one).to_owned())),
            _ => None,
        })
        .collect()
}
