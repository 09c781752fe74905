//! Relations, and of those found: modality, asserter, date and evidence.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::graph::EdgeView;
use crate::graph::KnowledgeGraph;
use crate::model::EdgeKind;
use crate::model::Modality;
use crate::schema::Family;
use crate::schema::Schema;
use crate::score::finding::{Finding, FindingKind, beginning};
use crate::score::gold::GoldEdge;
use crate::score::nodes::Pairs;
use crate::score::similarity::contained;
use crate::score::tally::Tally;
use crate::score::words::Words;

/// The share of words that evidence must have in common with that of the gold graph.
const EVIDENCE_OVERLAP: f64 = 0.5;

/// What makes two edges the same relation: kind and ends; the ends of a symmetric one in order.
type Key = (EdgeKind, String, String);

fn key(schema: &Schema, kind: &EdgeKind, source: String, target: String) -> Key {
    if schema.is_symmetric(kind) && target < source {
        return (kind.clone(), target, source);
    }
    (kind.clone(), source, target)
}

/// The families under which a relation is counted; none for statements and documents.
fn families(schema: &Schema, kind: &EdgeKind) -> &'static [&'static str] {
    match schema.family(kind) {
        Some(Family::Structure) => &["structure", "edge"],
        Some(Family::Action) => &["action", "edge"],
        Some(Family::Addresses) => &["addresses"],
        Some(Family::Speech) | None => &[],
    }
}

/// Counts relations into `structure`, `action`, `addresses` and `edge`, and what is right of them into `modality`,
/// `asserter`, `when` and `evidence`.
pub(super) fn compare(
    (words, schema): (&Words, &Schema),
    gold: &[GoldEdge],
    graph: &KnowledgeGraph,
    pairs: &Pairs<'_>,
    tally: &mut Tally,
    findings: &mut Vec<Finding>,
) {
    // In the order of the gold graph: shares of modalities are summed, and sums of shares depend on the order.
    let mut order: Vec<Key> = Vec::new();
    let mut want: BTreeMap<Key, Vec<&GoldEdge>> = BTreeMap::new();
    for edge in gold {
        let key = key(schema, &edge.kind, edge.source.clone(), edge.target.clone());
        let same = want.entry(key.clone()).or_default();
        if same.is_empty() {
            order.push(key);
        }
        same.push(edge);
    }
    let mut have: BTreeMap<Key, Vec<EdgeView<'_>>> = BTreeMap::new();
    for view in graph.edges().filter(|view| !families(schema, &view.edge.kind).is_empty()) {
        let ends = (pairs.reference(&view.source.id), pairs.reference(&view.target.id));
        have.entry(key(schema, &view.edge.kind, ends.0, ends.1)).or_default().push(view);
    }
    for key in &order {
        let (Some(wanted), found) = (want.get(key), have.get(key)) else { continue };
        if wanted.iter().any(|edge| edge.must) {
            for family in families(schema, &key.0) {
                tally.gold(family, found.is_some());
            }
            if found.is_none() {
                findings.push(finding(FindingKind::MissingEdge, key, &wanted[0].evidence));
            }
        }
        if let Some(found) = found {
            details(words, key, wanted, found, pairs, tally, findings);
        }
    }
    for (key, found) in &have {
        let right = want.contains_key(key);
        for family in families(schema, &key.0) {
            tally.pred(family, right);
        }
        if !right {
            let evidence = found[0].edge.evidence.first().map_or("", |evidence| &evidence.text);
            findings.push(finding(FindingKind::SpuriousEdge, key, evidence));
        }
    }
}

fn finding(kind: FindingKind, (relation, source, target): &Key, evidence: &str) -> Finding {
    Finding::new(kind, format!("{source} {relation} {target} | {}", beginning(evidence)))
}

fn names(modalities: &BTreeSet<Modality>) -> String {
    modalities.iter().map(|modality| modality.as_str()).collect::<Vec<_>>().join(" ")
}

/// What is right of a relation that was found. Where the gold graph has it more than once, the last one is asked
/// for asserter and evidence, and the last one with a date for the date.
fn details(
    words: &Words,
    key: &Key,
    wanted: &[&GoldEdge],
    found: &[EdgeView<'_>],
    pairs: &Pairs<'_>,
    tally: &mut Tally,
    findings: &mut Vec<Finding>,
) {
    let gold: BTreeSet<Modality> = wanted.iter().map(|edge| edge.modality).collect();
    let have: BTreeSet<Modality> = found.iter().map(|view| view.edge.modality).collect();
    tally.gold_share("modality", gold.intersection(&have).count() as f64 / gold.union(&have).count() as f64);
    if gold != have {
        let (relation, source, target) = key;
        let text = format!("{source} {relation} {target} is {}, should be {}", names(&have), names(&gold));
        findings.push(Finding::new(FindingKind::Modality, text));
    }
    let same_modality = |edge: &GoldEdge| {
        found.iter().find(|view| view.edge.modality == edge.modality).unwrap_or(&found[0]).edge
    };
    if let Some(last) = wanted.last() {
        let edge = same_modality(last);
        let asserter = match last.asserted_by.as_deref().filter(|speaker| !speaker.is_empty()) {
            Some(speaker) => edge.asserted_by.iter().any(|id| pairs.reference(id) == speaker),
            None => edge.asserted_by.is_empty(),
        };
        tally.gold("asserter", asserter);
        let quoted = words.tokens(&last.evidence);
        let near = edge.evidence.iter().any(|evidence| {
            let tokens = words.tokens(&evidence.text);
            contained(&tokens, &quoted).max(contained(&quoted, &tokens)) >= EVIDENCE_OVERLAP
        });
        tally.gold("evidence", near);
    }
    let date_of = |edge: &&GoldEdge| edge.when.clone().filter(|when| !when.is_empty());
    if let Some((date, edge)) =
        wanted.iter().rev().find_map(|edge| Some((date_of(edge)?, same_modality(edge))))
    {
        tally.gold("when", edge.when.as_deref().unwrap_or_default().starts_with(&date));
    }
}
