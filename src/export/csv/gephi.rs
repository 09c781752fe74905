//! The tables of nodes and edges with the headers by which Gephi's importer knows them.

use std::io;
use std::io::Write;

use crate::export::column::{Column, Value};
use crate::export::csv::cell::Rows;
use crate::export::table::Table;
use crate::export::time_span::TimeSpan;
use crate::graph::EdgeView;

/// Headers are told apart without case, and a header that comes twice is dropped: these stand for our own columns.
const NODE_HEADER: [&str; 2] = ["Id", "Label"];
const NODE_TOLD: [&str; 1] = ["label"];
const EDGE_HEADER: [&str; 9] =
    ["Source", "Target", "Type", "Kind", "Id", "Label", "Weight", "Timeset", "relation"];
const EDGE_TOLD: [&str; 3] = ["kind", "label", "weight"];

/// The columns that Gephi has no header for, and their places in a row.
fn rest<'c>(columns: &'c [Column], told: &[&str]) -> Vec<(usize, &'c str)> {
    let all = columns.iter().enumerate().map(|(place, column)| (place, column.name.as_str()));
    all.filter(|(_, name)| !told.contains(name)).collect()
}

pub(super) fn nodes(table: &Table<'_>, out: &mut dyn Write) -> io::Result<()> {
    let rest = rest(&table.node_columns, &NODE_TOLD);
    let mut rows = Rows::new(out, NODE_HEADER.into_iter().chain(rest.iter().map(|&(_, name)| name)))?;
    for &node in &table.selection.nodes {
        let values = table.node(node);
        let mut row: Vec<Value<'_>> = vec![node.id.as_str().into(), node.label.as_str().into()];
        row.extend(rest.iter().map(|&(place, _)| values[place].clone()));
        rows.row(&row)?;
    }
    rows.finish()
}

pub(super) fn edges(table: &Table<'_>, out: &mut dyn Write) -> io::Result<()> {
    let rest = rest(&table.edge_columns, &EDGE_TOLD);
    let mut rows = Rows::new(out, EDGE_HEADER.into_iter().chain(rest.iter().map(|&(_, name)| name)))?;
    let label = table.edge_columns.iter().position(|column| column.name == "label");
    for &view in &table.selection.edges {
        let values = table.edge(view);
        let kind = view.edge.kind.as_str();
        let mut row: Vec<Value<'_>> = vec![
            view.source.id.as_str().into(),
            view.target.id.as_str().into(),
            "Directed".into(),
            kind.into(),
            view.edge.id.as_str().into(),
            label.map_or_else(|| kind.into(), |place| values[place].clone()),
            Value::Double(view.edge.weight),
            time_set(view).into(),
            kind.into(),
        ];
        row.extend(rest.iter().map(|&(place, name)| {
            if name == "when" { Value::from(no_number(view)) } else { values[place].clone() }
        }));
        rows.row(&row)?;
    }
    rows.finish()
}

/// `[2031-05-01, 2031-05-31]`; empty, which means always, where the date is not known.
fn time_set(view: EdgeView<'_>) -> String {
    let span = TimeSpan::of(view.edge.when.as_deref());
    if span.is_unknown() {
        return String::new();
    }
    let side = |day: Option<String>, open: &str| day.unwrap_or_else(|| open.to_owned());
    format!("[{}, {}]", side(span.first, "-Infinity"), side(span.last, "Infinity"))
}

/// The date as it is, but a year alone as the stretch of its days: Gephi takes a column whose first rows are years for
/// numbers, and then refuses the first month.
fn no_number(view: EdgeView<'_>) -> String {
    let when = view.edge.when.as_deref().unwrap_or_default();
    if when.is_empty() || when.contains(['-', '/', '.']) {
        return when.to_owned();
    }
    let TimeSpan { first, last } = TimeSpan::of(Some(when));
    format!("{}/{}", first.unwrap_or_default(), last.unwrap_or_default())
}
