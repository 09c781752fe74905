//! Edges as events of PLOVER: who did what to whom, by country.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use serde::Serialize;

use crate::graph::EdgeView;
use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::lexicon::Gazetteer;
use crate::model::NodeKind;
use crate::model::normal_name;
use crate::query::EdgeFilter;
use crate::query::EdgeRow;
use crate::query::principals::country_codes;
use crate::schema::PloverQuestion;
use crate::schema::Schema;

/// An edge as an event of PLOVER.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PloverRow<'g> {
    /// The type of event: `CONSULT`, `REQUEST` ...
    pub event: String,
    /// Its mode, where the edge tells it.
    pub mode: Option<String>,
    /// ISO 3166-1 alpha-3 codes of the countries for which the source acts, as far as the texts
    /// tell or, of known officials, the gazetteer; of the actors of a text with one country, that one.
    pub source_countries: BTreeSet<String>,
    /// The same of the target.
    pub target_countries: BTreeSet<String>,
    /// The edge.
    #[serde(flatten)]
    pub edge: EdgeRow<'g>,
}

/// The events that the edges are, in order of time. Edges of what is not so are events too, where PLOVER has one for them:
/// who did not agree has rejected.
#[must_use]
pub fn plover_events<'g>(
    graph: &'g KnowledgeGraph,
    schema: &Schema,
    gazetteer: &Gazetteer,
    filter: &EdgeFilter,
) -> Vec<PloverRow<'g>> {
    let world = World { graph, gazetteer, of_documents: countries_of_documents(graph) };
    let mut rows: Vec<_> = graph
        .edges()
        .filter(|view| filter.admits(view))
        .filter_map(|view| row(&world, schema, view))
        .collect();
    rows.sort_by(|a, b| a.edge.order().cmp(&b.edge.order()));
    rows
}

fn row<'g>(world: &World<'g, '_>, schema: &Schema, view: EdgeView<'g>) -> Option<PloverRow<'g>> {
    let kind = schema.edge(&view.edge.kind)?;
    let wordings: Vec<&str> = view.edge.evidence.iter().map(|evidence| evidence.rule.as_str()).collect();
    let question = PloverQuestion {
        kind: &view.edge.kind,
        modality: view.edge.modality,
        wordings: &wordings,
        source: &view.source.kind,
        target: &view.target.kind,
        own: view.edge.asserted_by.contains(&view.source.id),
    };
    let event = schema.plover().event(&question, kind)?;
    Some(PloverRow {
        event: event.event,
        mode: event.mode,
        source_countries: world.countries(view, view.source),
        target_countries: world.countries(view, view.target),
        edge: EdgeRow::of(world.graph, view),
    })
}

/// What is known of countries beside the edge.
struct World<'g, 'l> {
    graph: &'g KnowledgeGraph,
    gazetteer: &'l Gazetteer,
    /// The countries of which each document tells.
    of_documents: BTreeMap<&'g str, BTreeSet<&'g str>>,
}

impl World<'_, '_> {
    fn countries(&self, view: EdgeView<'_>, actor: &Node) -> BTreeSet<String> {
        let told: BTreeSet<String> =
            country_codes(self.graph, actor).into_iter().map(str::to_owned).collect();
        if !told.is_empty() {
            return told;
        }
        if let Some(known) = self.gazetteer.entry(&actor.id) {
            return known.country.iter().map(ToString::to_string).collect();
        }
        let led = self.country_of_leader(actor);
        if !led.is_empty() {
            return led;
        }
        // News of one country names its actors without it.
        let documents = view.edge.evidence.iter().map(|evidence| evidence.document.as_str());
        let around: BTreeSet<&str> =
            documents.filter_map(|document| self.of_documents.get(document)).flatten().copied().collect();
        if around.len() == 1 { around.into_iter().map(str::to_owned).collect() } else { BTreeSet::new() }
    }

    /// *President Brandt*, *the Brandt government*: the country of all known leaders of that name, where it is one.
    fn country_of_leader(&self, actor: &Node) -> BTreeSet<String> {
        let words: Vec<&str> = actor.label.split_whitespace().collect();
        let surname = match words.as_slice() {
            [.., last] if actor.kind == NodeKind::OFFICIAL && !actor.attributes.contains_key("anonymous") => {
                last
            }
            [.., before, _] if actor.kind == NodeKind::AGENCY => before,
            _ => return BTreeSet::new(),
        };
        if !surname.starts_with(char::is_uppercase) {
            return BTreeSet::new();
        }
        let surname = normal_name(surname);
        let known = self.gazetteer.officials_named(&surname);
        let countries: BTreeSet<String> =
            known.filter_map(|entry| entry.country.as_ref()).map(ToString::to_string).collect();
        if countries.len() == 1 { countries } else { BTreeSet::new() }
    }
}

fn countries_of_documents(graph: &KnowledgeGraph) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for node in graph.nodes() {
        let code = node.attributes.get("iso3").or_else(|| node.attributes.get("country"));
        for (mention, code) in node.mentions.iter().filter_map(|mention| Some((mention, code?))) {
            found.entry(mention.document.as_str()).or_default().insert(code);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;
    use crate::resource::Resources;

    #[test]
    fn an_edge_between_actors_is_an_event_between_their_countries() {
        let schema = Schema::load(&Resources::schema(&[])).unwrap();
        let gazetteer = Gazetteer::default();
        let graph = sample::graph();
        let rows = plover_events(&graph, &schema, &gazetteer, &EdgeFilter::any_modality());
        let met = rows.iter().find(|row| row.edge.id == "e.met").unwrap();
        assert_eq!(met.event, "CONSULT");
        assert!(met.source_countries.len() == 1 && met.target_countries.len() == 1, "{met:?}");
        assert!(rows.iter().all(|row| row.edge.id != "e.new-accord"), "agreements do nothing");
    }
}
