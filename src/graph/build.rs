//! From fragments and resolution to the graph: a pure function, whatever the order of the documents.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::graph::CharSpan;
use crate::graph::Evidence;
use crate::graph::KnowledgeGraph;
use crate::graph::MentionRef;
use crate::graph::Node;
use crate::graph::corrections::correct;
use crate::graph::document_node::document_node;
use crate::graph::edge_key::EdgeKey;
use crate::graph::finish::finish;
use crate::graph::statement_node::statement_id;
use crate::graph::statement_node::statement_node;
use crate::model::Attributes;
use crate::model::ChainId;
use crate::model::ChainRef;
use crate::model::ChainStatement;
use crate::model::DocumentRecord;
use crate::model::EdgeKind;
use crate::model::Entity;
use crate::model::Fragment;
use crate::model::Judgement;
use crate::model::Modality;
use crate::model::NodeKind;
use crate::model::Quote;
use crate::model::Resolution;
use crate::model::StatementId;
use crate::schema::Schema;

/// Builds the graph. Two fragments of one document count once; the user's judgements on edges are obeyed, and those that find no
/// edge are handed back.
#[must_use]
pub fn build(
    fragments: &[Fragment],
    resolution: &Resolution,
    judgements: &[Judgement],
    schema: &Schema,
) -> (KnowledgeGraph, Vec<Judgement>) {
    let mut sorted: Vec<&Fragment> = fragments.iter().collect();
    sorted.sort_by(|a, b| {
        a.document.id.cmp(&b.document.id).then_with(|| a.document.path.cmp(&b.document.path))
    });
    sorted.dedup_by(|a, b| a.document.id == b.document.id);
    let mut builder = Builder {
        schema,
        entity_of: entities_by_chain(resolution),
        kind_of: resolution.entities.iter().map(|entity| (entity.id.as_str(), &entity.kind)).collect(),
        nodes: BTreeMap::new(),
        edges: BTreeMap::new(),
    };
    builder.add_entities(resolution, &sorted);
    for fragment in &sorted {
        builder.add_document(fragment);
    }
    builder.add_revisions(resolution, &sorted);
    let (judged, idle) = correct(builder.edges, judgements, resolution, schema);
    let mut graph = finish(builder.nodes, judged, &stories(resolution), schema);
    graph.documents = sorted.iter().map(|fragment| fragment.document.clone()).collect();
    graph.redirects.clone_from(&resolution.redirects);
    graph.doubts.clone_from(&resolution.doubts);
    (graph, idle)
}

/// For each copy or later version of a text the first of its story.
fn stories(resolution: &Resolution) -> BTreeMap<&str, &str> {
    resolution.revisions.iter().map(|one| (one.document.as_str(), one.of.as_str())).collect()
}

/// A broader issue is told of issues only: resolution may have made something else of what a text took for one.
fn attributes_of(entity: &Entity) -> Attributes {
    let mut attributes = entity.attributes.clone();
    if entity.kind != NodeKind::TOPIC {
        attributes.remove("broader");
    }
    attributes
}

fn entities_by_chain(resolution: &Resolution) -> BTreeMap<&ChainRef, &str> {
    resolution
        .entities
        .iter()
        .flat_map(|entity| entity.chains.iter().map(|chain| (chain, entity.id.as_str())))
        .collect()
}

struct Builder<'r> {
    schema: &'r Schema,
    entity_of: BTreeMap<&'r ChainRef, &'r str>,
    kind_of: BTreeMap<&'r str, &'r NodeKind>,
    nodes: BTreeMap<String, Node>,
    edges: BTreeMap<EdgeKey, Vec<Evidence>>,
}

impl Builder<'_> {
    fn entity(&self, document: &str, chain: ChainId) -> Option<String> {
        let at = ChainRef { document: document.to_owned(), chain };
        self.entity_of.get(&at).map(|&id| id.to_owned())
    }

    fn add_entities(&mut self, resolution: &Resolution, fragments: &[&Fragment]) {
        for entity in &resolution.entities {
            let mut mentions = Vec::new();
            let mut dates = BTreeSet::new();
            for at in &entity.chains {
                let Ok(found) = fragments.binary_search_by(|f| f.document.id.as_str().cmp(&at.document))
                else {
                    continue;
                };
                let fragment = fragments[found];
                dates.extend(fragment.document.date.clone());
                let Some(chain) = fragment.chains.get(at.chain.index()) else { continue };
                mentions.extend(chain.mentions.iter().map(|mention| MentionRef {
                    document: at.document.clone(),
                    start: mention.quote.start,
                    end: mention.quote.end,
                    chain: format!("{}.{}", at.document, at.chain.0),
                }));
            }
            mentions.sort();
            self.nodes.insert(
                entity.id.clone(),
                Node {
                    id: entity.id.clone(),
                    kind: entity.kind.clone(),
                    label: entity.label.clone(),
                    aliases: entity.aliases.clone(),
                    attributes: attributes_of(entity),
                    mentions,
                    first_seen: dates.first().cloned(),
                    last_seen: dates.last().cloned(),
                    inferred: false,
                    joins: entity.joins.clone(),
                    statement: None,
                },
            );
        }
    }

    fn add_document(&mut self, fragment: &Fragment) {
        let record = &fragment.document;
        let document = format!("document.{}", record.id);
        self.nodes.insert(document.clone(), document_node(&document, record));
        for (number, chain) in fragment.chains.iter().enumerate() {
            let Some(entity) = self.entity(&record.id, ChainId(number as u32)) else { continue };
            if let Some(first) = chain.mentions.first() {
                let evidence = evidence(record, &first.quote, "mentions/name", 1.0, None);
                self.edge(&document, EdgeKind::MENTIONS, &entity, evidence);
            }
        }
        let ids: Vec<String> =
            fragment.statements.iter().map(|statement| statement_id(record, statement)).collect();
        for (id, statement) in ids.iter().zip(&fragment.statements) {
            self.add_statement(record, id, statement, &ids);
        }
        for claim in &fragment.claims {
            let (Some(source), Some(target)) =
                (self.entity(&record.id, claim.source), self.entity(&record.id, claim.target))
            else {
                continue;
            };
            if source == target || !self.fits(&claim.kind, &source, &target) {
                continue;
            }
            // A symmetric edge has no direction of its own: the ends are put in order, so that it is one edge.
            let (source, target) = if self.schema.is_symmetric(&claim.kind) && target < source {
                (target, source)
            } else {
                (source, target)
            };
            let mut asserted_by: Vec<String> = Vec::new();
            for &speaker in &claim.asserted_by {
                asserted_by.extend(self.entity(&record.id, speaker).filter(|id| !asserted_by.contains(id)));
            }
            let statement = claim.statement.and_then(|StatementId(number)| ids.get(number as usize)).cloned();
            let mut evidence =
                evidence(record, &claim.evidence, &claim.rule, f64::from(claim.confidence), statement);
            let chars = |(start, end)| CharSpan { start, end };
            evidence.trigger = Some(chars(claim.trigger));
            evidence.modality_cue = claim.modality_cue.map(chars);
            let when = claim.when.map(|when| when.to_string());
            let key = EdgeKey {
                source,
                kind: claim.kind.clone(),
                target,
                modality: claim.modality,
                asserted_by,
                when,
            };
            self.edges.entry(key).or_default().push(evidence);
        }
    }

    /// Resolution may decide the kind of a thing otherwise than its document did.
    fn fits(&self, kind: &EdgeKind, source: &str, target: &str) -> bool {
        match (self.kind_of.get(source), self.kind_of.get(target)) {
            (Some(source), Some(target)) => self.schema.signature_fits(kind, source, target),
            _ => false,
        }
    }

    fn add_statement(
        &mut self,
        record: &DocumentRecord,
        id: &str,
        statement: &ChainStatement,
        ids: &[String],
    ) {
        let all = |chains: &[ChainId]| -> Vec<String> {
            let mut found: Vec<String> = Vec::new();
            for &chain in chains {
                found.extend(self.entity(&record.id, chain).filter(|id| !found.contains(id)));
            }
            found
        };
        let (mut speakers, about) = (all(&statement.speakers), all(&statement.about));
        speakers.retain(|id| self.kind_of.get(id.as_str()).is_some_and(|kind| self.can_say(kind)));
        let told = [
            (EdgeKind::SAID_AT, all(&statement.setting), "said-at/setting"),
            (EdgeKind::SAID_TO, all(&statement.addressees), "said-to/addressee"),
        ];
        let node = statement_node(record, id, statement, ids, &all);
        self.nodes.insert(id.to_owned(), node);
        let place = |quote: &Quote, rule: &str, confidence: f64| {
            evidence(record, quote, rule, confidence, Some(id.to_owned()))
        };
        for speaker in &speakers {
            let words = place(&statement.evidence, "said/attribution", 0.9);
            self.edge(speaker, EdgeKind::SAID, id, words);
        }
        for thing in &about {
            self.edge(id, EdgeKind::ABOUT, thing, place(&statement.evidence, "about/content", 0.8));
        }
        let Some(words) = &statement.setting_evidence else { return };
        for (kind, things, rule) in &told {
            for thing in things {
                let target = self.kind_of.get(thing.as_str());
                let fits = |target| self.schema.signature_fits(kind, &NodeKind::STATEMENT, target);
                if target.is_some_and(|target| fits(target)) {
                    self.edge(id, kind.clone(), thing, place(words, rule, 0.8));
                }
            }
        }
    }

    /// A place says nothing: whoever is meant by its name cannot be told.
    fn can_say(&self, kind: &NodeKind) -> bool {
        self.schema.signature_fits(&EdgeKind::SAID, kind, &NodeKind::STATEMENT)
    }

    fn edge(&mut self, source: &str, kind: EdgeKind, target: &str, evidence: Evidence) {
        let key = EdgeKey {
            source: source.to_owned(),
            kind,
            target: target.to_owned(),
            modality: Modality::Actual,
            asserted_by: Vec::new(),
            when: None,
        };
        self.edges.entry(key).or_default().push(evidence);
    }

    fn add_revisions(&mut self, resolution: &Resolution, fragments: &[&Fragment]) {
        for revision in &resolution.revisions {
            let of = |id: &str| format!("{}.{id}", NodeKind::DOCUMENT);
            let found = fragments.binary_search_by(|f| f.document.id.as_str().cmp(&revision.document));
            let Some(fragment) = found.ok().map(|place| fragments[place]) else { continue };
            if let Some(opening) = &fragment.opening {
                let words = evidence(&fragment.document, opening, "revises/content", revision.likeness, None);
                self.edge(&of(&revision.document), EdgeKind::REVISES, &of(&revision.of), words);
            }
        }
    }
}

fn evidence(
    record: &DocumentRecord,
    quote: &Quote,
    rule: &str,
    confidence: f64,
    statement: Option<String>,
) -> Evidence {
    Evidence {
        document: record.id.clone(),
        start: quote.start,
        end: quote.end,
        text: quote.text.clone(),
        trigger: None,
        modality_cue: None,
        rule: rule.to_owned(),
        // Two decimals are all that a confidence can mean; the rest would be noise of the conversion.
        confidence: (confidence * 100.0).round() / 100.0,
        statement,
    }
}
