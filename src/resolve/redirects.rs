//! Former ids: what a thing would be called by a poorer name leads to what it is called now.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::model::Entity;
use crate::model::NodeKind;
use crate::resolve::judge::Group;
use crate::resolve::profile::Profile;

/// The ids that the chains of one entity alone would have; none that a node has, or that two entities would have.
pub(super) fn redirects(
    entities: &[(usize, Entity)],
    groups: &[Group],
    profiles: &[Profile<'_>],
) -> BTreeMap<String, String> {
    let used: BTreeSet<&str> = entities.iter().map(|(_, entity)| entity.id.as_str()).collect();
    let mut former: BTreeMap<String, Option<&str>> = BTreeMap::new();
    for (number, entity) in entities {
        // Who or what has no name is called differently in each text.
        if entity.kind == NodeKind::TOPIC || entity.attributes.contains_key("anonymous") {
            continue;
        }
        let mut ids = BTreeSet::new();
        for &chain in &groups[*number].chains {
            ids.extend(profiles[chain].own_ids());
        }
        for id in ids.into_iter().filter(|id| !used.contains(id.as_str())) {
            let now = former.entry(id).or_insert(Some(&entity.id));
            if *now != Some(&entity.id) {
                *now = None;
            }
        }
    }
    former.into_iter().filter_map(|(id, now)| Some((id, now?.to_owned()))).collect()
}
