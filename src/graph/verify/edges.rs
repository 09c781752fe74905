//! Edges: signatures, values, and that no two say the same.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::graph::EdgeView;
use crate::graph::KnowledgeGraph;
use crate::graph::verify::violation::{Promise, Violation};
use crate::model::EdgeKind;
use crate::model::Modality;
use crate::model::When;
use crate::schema::Schema;

/// What makes an edge: there is one edge for each.
type Key<'g> = (&'g str, &'g EdgeKind, &'g str, Modality, &'g [String], Option<&'g str>);

pub(super) fn check(graph: &KnowledgeGraph, schema: &Schema, found: &mut Vec<Violation>) {
    let mut seen: BTreeMap<Key<'_>, &str> = BTreeMap::new();
    for view in graph.edges() {
        let EdgeView { source, edge, target } = view;
        signature(schema, view, found);
        values(view, found);
        for speaker in &edge.asserted_by {
            if graph.node(speaker).is_none_or(|node| node.id != *speaker) {
                let message = format!("it is asserted by `{speaker}`, which is no node");
                found.push(Violation::new(Promise::References, &edge.id, message));
            }
        }
        let (mut first, mut last) = (source.id.as_str(), target.id.as_str());
        if schema.is_symmetric(&edge.kind) && last < first {
            (first, last) = (last, first);
        }
        let key = (first, &edge.kind, last, edge.modality, &*edge.asserted_by, edge.when.as_deref());
        if let Some(other) = seen.insert(key, &edge.id) {
            let message = format!("it says the same as the edge `{other}`");
            found.push(Violation::new(Promise::Ids, &edge.id, message));
        }
    }
}

fn signature(schema: &Schema, EdgeView { source, edge, target }: EdgeView<'_>, found: &mut Vec<Violation>) {
    if schema.edge(&edge.kind).is_none() {
        let message = format!("the schema has no edge kind `{}`", edge.kind);
        found.push(Violation::new(Promise::Schema, &edge.id, message));
    } else if !schema.signature_fits(&edge.kind, &source.kind, &target.kind) {
        let message = format!("{} does not lead from {} to {}", edge.kind, source.kind, target.kind);
        found.push(Violation::new(Promise::Schema, &edge.id, message));
    }
    if source.id == target.id {
        found.push(Violation::new(Promise::Schema, &edge.id, "both ends are the same node"));
    }
}

fn values(EdgeView { source, edge, target }: EdgeView<'_>, found: &mut Vec<Violation>) {
    if edge.evidence.is_empty() && !source.inferred && !target.inferred {
        found.push(Violation::new(Promise::Evidence, &edge.id, "the edge has no evidence"));
    }
    let mut wrong = |message: String| found.push(Violation::new(Promise::Values, &edge.id, message));
    if let Some(when) = edge.when.as_ref().filter(|when| when.parse::<When>().is_err()) {
        wrong(format!("`{when}` is no date"));
    }
    let documents: BTreeSet<&str> = edge.evidence.iter().map(|place| place.document.as_str()).collect();
    // Copies of one text count once, so the weight may be less than the number of documents.
    let most = documents.len().max(1) as f64;
    // Of a network the weight counts statements or what two actors speak of.
    let most = if edge.kind.is_of_network() { f64::INFINITY } else { most };
    if !(edge.weight >= 1.0 && edge.weight <= most) {
        wrong(format!("the weight {} is not between 1 and {most}, the number of its documents", edge.weight));
    }
    let surest = edge.evidence.iter().map(|place| place.confidence).fold(edge.confidence, f64::max);
    if !(0.0..=1.0).contains(&edge.confidence) || surest > edge.confidence {
        let message = format!("the confidence {} is not between that of its evidence and 1", edge.confidence);
        wrong(message);
    }
}
