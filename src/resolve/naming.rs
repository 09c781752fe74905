//! Labels, aliases and ids of the things that groups of chains are.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::model::Attributes;
use crate::model::Entity;
use crate::model::MentionForm;
use crate::model::NodeKind;
use crate::model::normal_name;
use crate::model::slug;
use crate::resolve::background::Background;
use crate::resolve::judge::Group;
use crate::resolve::judge::Judged;
use crate::resolve::judge::Names;
use crate::resolve::profile::COUNTRY;
use crate::resolve::profile::Profile;
use crate::resolve::redirects::redirects;

/// The groups with their names.
#[derive(Debug)]
pub(super) struct Named {
    /// Sorted by id.
    pub(super) entities: Vec<Entity>,
    pub(super) redirects: BTreeMap<String, String>,
    /// Number of the group of each entity.
    groups: Vec<usize>,
    /// Place in `entities` of the thing of each chain.
    entity_of: Vec<Option<usize>>,
}

impl Named {
    pub(super) fn number_of(&self) -> Names {
        self.entities.iter().zip(&self.groups).map(|(entity, &number)| (entity.id.clone(), number)).collect()
    }

    pub(super) fn id_of(&self, chain: usize) -> Option<&str> {
        let place = self.entity_of.get(chain).copied().flatten()?;
        self.entities.get(place).map(|entity| entity.id.as_str())
    }
}

/// Turns groups into entities with ids that differ.
pub(super) fn name_groups(judged: &Judged<'_, '_>, background: Background<'_>) -> Named {
    let mut entities: Vec<(String, (usize, Entity))> = Vec::new();
    for (number, group) in judged.groups.iter().enumerate().filter(|(_, group)| !group.chains.is_empty()) {
        let members: Vec<&Profile<'_>> = group.chains.iter().map(|&chain| &judged.profiles[chain]).collect();
        let entity = entity(group, &members, background);
        entities.push((distinguisher(&entity), (number, entity)));
    }
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for (_, (_, entity)) in &entities {
        *taken.entry(entity.id.clone()).or_default() += 1;
    }
    let mut used = BTreeSet::new();
    entities.sort_by(|(a, (_, x)), (b, (_, y))| (&x.id, a, &x.chains).cmp(&(&y.id, b, &y.chains)));
    for (distinguisher, (_, entity)) in &mut entities {
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
    let mut entities: Vec<(usize, Entity)> = entities.into_iter().map(|(_, entity)| entity).collect();
    entities.sort_by(|(_, a), (_, b)| a.id.cmp(&b.id));
    let redirects = redirects(&entities, &judged.groups, judged.profiles);
    let mut entity_of = vec![None; judged.profiles.len()];
    for (place, (number, _)) in entities.iter().enumerate() {
        for &chain in &judged.groups[*number].chains {
            entity_of[chain] = Some(place);
        }
    }
    let (groups, entities) = entities.into_iter().unzip();
    Named { entities, redirects, groups, entity_of }
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

fn entity(group: &Group, members: &[&Profile<'_>], background: Background<'_>) -> Entity {
    let entry = members.iter().find_map(|member| member.chain.entry.clone());
    let known = entry.as_ref().and_then(|entry| (background.label_of)(entry));
    let kind = group.kind.clone().unwrap_or_else(|| kind(members));
    let named = members.iter().max_by_key(|member| member.fullness).and_then(|member| {
        let fullest = member.fullness;
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        for name in members.iter().filter(|m| m.fullness == fullest).filter_map(|m| m.name) {
            *names.entry(name).or_default() += 1;
        }
        // Headings in capitals are poor witnesses of how an issue is written.
        let written = |name: &str| kind != NodeKind::TOPIC || name.chars().any(char::is_lowercase);
        names.into_iter().rev().max_by_key(|&(name, times)| (written(name), times)).map(|(name, _)| name)
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
    let label = group.label.clone().unwrap_or(label);
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
    let members_then = || {
        let last = members.iter().filter_map(|member| member.fragment.document.date.as_deref()).max();
        entry.as_ref().map(|entry| (background.members_of)(entry, last)).unwrap_or_default()
    };
    let codes = members_then();
    if !codes.is_empty() {
        attributes.insert("members".into(), codes.join(" "));
    }
    if let Some(known) = known.filter(|known| *known != label) {
        attributes.insert("known_as".into(), known);
    }
    if members.iter().all(|member| member.chain.anonymous) {
        attributes.insert("anonymous".into(), "true".to_owned());
    }
    let id = match &entry {
        // A thing that the user calls otherwise in kind is not the one of the gazetteer.
        Some(entry) if group.kind.as_ref().is_none_or(|kind| entry.starts_with(&format!("{kind}."))) => {
            attributes.insert("entry".into(), entry.to_string());
            entry.to_string()
        }
        _ => format!("{kind}.{}", slug(&label)),
    };
    let chains = members.iter().map(|member| member.at()).collect();
    Entity {
        id,
        kind,
        label,
        aliases: aliases.into_iter().collect(),
        attributes,
        chains,
        joins: group.joins.clone(),
    }
}

/// The kind that most chains have; a person with an office anywhere is an official.
fn kind(members: &[&Profile<'_>]) -> NodeKind {
    let mut votes: BTreeMap<&NodeKind, usize> = BTreeMap::new();
    for member in members {
        *votes.entry(member.kind()).or_default() += 1;
    }
    if votes.contains_key(&NodeKind::OFFICIAL) {
        return NodeKind::OFFICIAL;
    }
    let best = votes.into_iter().rev().max_by_key(|&(_, count)| count);
    best.map_or(NodeKind::TOPIC, |(kind, _)| kind.clone())
}
