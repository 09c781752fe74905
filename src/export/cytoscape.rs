//! The JSON of Cytoscape.js, which Cytoscape desktop opens too.

use std::io;
use std::io::Write;

use serde_json::json;

use crate::export::column::{Column, ColumnType, Value};
use crate::export::format::{Format, Profile};
use crate::export::graphology::Row;
use crate::export::provenance::Provenance;
use crate::export::table::Table;
use crate::export::text::clean;
use crate::model::Modality;

/// Elements of Cytoscape.js. Ids of nodes and edges share one space there: ours never collide.
pub(super) struct Cytoscape;

impl Format for Cytoscape {
    fn name(&self) -> &'static str {
        "cytoscape"
    }

    fn about(&self) -> &'static str {
        "JSON of Cytoscape.js, for Cytoscape and web pages"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["cyjs"]
    }

    fn profiles(&self) -> &'static [Profile] {
        &[Profile { name: "whole", about: "edges of every modality", modalities: &Modality::ALL }]
    }

    fn write(&self, table: &Table<'_>, _file: &str, out: &mut dyn Write) -> io::Result<()> {
        let Provenance { generator, schema_version, corpus, documents } = Provenance::of(table.graph);
        let about = json!({
            "generator": generator, "schema_version": schema_version, "corpus": corpus, "document_count": documents,
        });
        // Beside our own names, those that Cytoscape looks for.
        let nodes = with(&["id", "name"], &table.node_columns);
        let edges = with(&["id", "source", "target", "interaction"], &table.edge_columns);
        write!(out, "{{\"data\":{about},\n\"elements\":{{\"nodes\":[")?;
        let mut before = "\n";
        for &node in &table.selection.nodes {
            let name = Value::Text(clean(node.label.as_str().into()));
            let mut values: Vec<Value<'_>> = vec![node.id.as_str().into(), name];
            values.extend(table.node(node));
            element(out, before, &nodes, &values)?;
            before = ",\n";
        }
        write!(out, "],\n\"edges\":[")?;
        before = "\n";
        for &view in &table.selection.edges {
            let ends = [&*view.edge.id, &view.source.id, &view.target.id, view.edge.kind.as_str()];
            let mut values: Vec<Value<'_>> = ends.into_iter().map(Value::from).collect();
            values.extend(table.edge(view));
            element(out, before, &edges, &values)?;
            before = ",\n";
        }
        writeln!(out, "]}}}}")
    }
}

fn with(names: &[&str], columns: &[Column]) -> Vec<Column> {
    let mut all: Vec<Column> = names.iter().map(|name| Column::new(name, ColumnType::Text)).collect();
    all.extend_from_slice(columns);
    all
}

fn element(out: &mut dyn Write, before: &str, columns: &[Column], values: &[Value<'_>]) -> io::Result<()> {
    write!(out, "{before}{{\"data\":")?;
    serde_json::to_writer(&mut *out, &Row(columns, values))?;
    write!(out, "}}")
}
