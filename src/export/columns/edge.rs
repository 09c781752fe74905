//! Columns of edges.

use std::collections::BTreeSet;

use crate::export::column::{ColumnType, Value};
use crate::export::table::Table;
use crate::export::text::join;
use crate::export::time_span::TimeSpan;
use crate::graph::EdgeView;
use crate::graph::Evidence;
use crate::model::Modality;
use crate::schema::Family;

/// A column of edges and how its value is found.
pub(in crate::export) struct EdgeField {
    pub(in crate::export) name: &'static str,
    pub(in crate::export) r#type: ColumnType,
    pub(in crate::export) value: for<'g> fn(&Table<'g>, EdgeView<'g>) -> Value<'g>,
}

const fn text(name: &'static str, value: for<'g> fn(&Table<'g>, EdgeView<'g>) -> Value<'g>) -> EdgeField {
    EdgeField { name, r#type: ColumnType::Text, value }
}

/// Of every edge.
pub(in crate::export) const EDGE_FIELDS: &[EdgeField] = &[
    text("edge_id", |_, view| view.edge.id.as_str().into()),
    text("kind", |_, view| view.edge.kind.as_str().into()),
    text("label", label),
    text("inverse_label", |table, view| {
        Value::optional(table.schema.edge(&view.edge.kind).map(|kind| kind.inverse.as_str()))
    }),
    text("family", |table, view| Value::optional(table.schema.family(&view.edge.kind).map(family))),
    EdgeField {
        name: "weight",
        r#type: ColumnType::Double,
        value: |_, view| Value::Double(view.edge.weight),
    },
    text("modality", |_, view| view.edge.modality.as_str().into()),
    text("polarity", |_, view| polarity(view.edge.modality).into()),
    EdgeField {
        name: "symmetric",
        r#type: ColumnType::Boolean,
        value: |table, view| Value::Boolean(table.schema.is_symmetric(&view.edge.kind)),
    },
    text("asserted_by", |_, view| join(&view.edge.asserted_by).into()),
    text("asserted_by_label", |table, view| {
        join(view.edge.asserted_by.iter().map(|id| table.label(id))).into()
    }),
    text("when", |_, view| Value::optional(view.edge.when.as_deref())),
    text("when_start", |_, view| TimeSpan::of(view.edge.when.as_deref()).first.unwrap_or_default().into()),
    text("when_end", |_, view| TimeSpan::of(view.edge.when.as_deref()).last.unwrap_or_default().into()),
    EdgeField {
        name: "confidence",
        r#type: ColumnType::Double,
        value: |_, view| Value::Double(view.edge.confidence),
    },
    text("evidence", |table, view| {
        join(surest(&view.edge.evidence).into_iter().take(table.options.evidence_limit)).into()
    }),
    EdgeField {
        name: "evidence_count",
        r#type: ColumnType::Integer,
        value: |_, view| Value::Integer(view.edge.evidence.len()),
    },
    text("documents", |_, view| join(documents(view)).into()),
    text("document_titles", |table, view| join(documents(view).into_iter().map(|id| table.title(id))).into()),
    text("first_published", |table, view| Value::optional(published(table, view).first().copied())),
    text("last_published", |table, view| Value::optional(published(table, view).last().copied())),
    text("rule", |_, view| {
        let rules: BTreeSet<&str> = view.edge.evidence.iter().map(|place| place.rule.as_str()).collect();
        join(rules).into()
    }),
    text("statements", |_, view| {
        let places = view.edge.evidence.iter();
        let statements: BTreeSet<&str> = places.filter_map(|place| place.statement.as_deref()).collect();
        join(statements).into()
    }),
];

/// The name of the relation for people. What is no plain fact says so, lest a plan be read as one.
fn label<'g>(table: &Table<'g>, view: EdgeView<'g>) -> Value<'g> {
    let kind = &view.edge.kind;
    let name = table.schema.edge(kind).map_or(kind.as_str(), |found| found.label.as_str());
    match view.edge.modality {
        Modality::Actual => name.to_owned().into(),
        modality => format!("{name} ({modality})").into(),
    }
}

const fn polarity(modality: Modality) -> &'static str {
    match modality {
        Modality::Actual | Modality::Planned | Modality::Possible => "positive",
        Modality::Negated | Modality::Denied => "negative",
    }
}

const fn family(family: Family) -> &'static str {
    match family {
        Family::Structure => "structure",
        Family::Action => "action",
        Family::Addresses => "addresses",
        Family::Speech => "speech",
    }
}

/// The words that say so, each once, the surest first.
fn surest(evidence: &[Evidence]) -> Vec<&str> {
    let mut places: Vec<&Evidence> = evidence.iter().collect();
    places.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
    let mut seen = BTreeSet::new();
    places.into_iter().map(|place| place.text.as_str()).filter(|words| seen.insert(*words)).collect()
}

fn documents(view: EdgeView<'_>) -> BTreeSet<&str> {
    view.edge.evidence.iter().map(|place| place.document.as_str()).collect()
}

/// Dates of publication of the documents that say so, sorted.
fn published<'g>(table: &Table<'g>, view: EdgeView<'g>) -> Vec<&'g str> {
    let records = documents(view).into_iter().filter_map(|id| table.graph.document(id));
    let dates: BTreeSet<&str> = records.filter_map(|record| record.date.as_deref()).collect();
    dates.into_iter().collect()
}
