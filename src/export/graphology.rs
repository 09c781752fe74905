//! The JSON of graphology, the library behind Gephi Lite and Sigma.

use std::io;
use std::io::Write;

use serde::Serialize;
use serde_json::json;

use crate::export::column::{Column, Value};
use crate::export::format::{Format, Profile, SHOWN};
use crate::export::provenance::Provenance;
use crate::export::table::Table;

/// A serialized graphology graph, with the options without which parallel edges are refused.
pub(super) struct Graphology;

impl Format for Graphology {
    fn name(&self) -> &'static str {
        "graphology"
    }

    fn about(&self) -> &'static str {
        "JSON of graphology, for Gephi Lite and Sigma"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["graphology.json"]
    }

    fn profiles(&self) -> &'static [Profile] {
        &[Profile { name: "gephi-lite", about: "opened by Gephi Lite", modalities: SHOWN }]
    }

    fn write(&self, table: &Table<'_>, _file: &str, out: &mut dyn Write) -> io::Result<()> {
        let Provenance { generator, schema_version, corpus, documents } = Provenance::of(table.graph);
        let about = json!({
            "generator": generator, "schema_version": schema_version, "corpus": corpus, "document_count": documents,
        });
        let options = json!({"allowSelfLoops": true, "multi": true, "type": "directed"});
        write!(out, "{{\"attributes\":{about},\n\"options\":{options},\n\"nodes\":[")?;
        let mut before = "\n";
        for &node in &table.selection.nodes {
            write!(out, "{before}{{\"key\":{},\"attributes\":", json!(node.id))?;
            serde_json::to_writer(&mut *out, &Row(&table.node_columns, &table.node(node)))?;
            write!(out, "}}")?;
            before = ",\n";
        }
        write!(out, "],\n\"edges\":[")?;
        before = "\n";
        for &view in &table.selection.edges {
            let (key, source, target) = (json!(view.edge.id), json!(view.source.id), json!(view.target.id));
            write!(out, "{before}{{\"key\":{key},\"source\":{source},\"target\":{target},\"attributes\":")?;
            serde_json::to_writer(&mut *out, &Row(&table.edge_columns, &table.edge(view)))?;
            write!(out, "}}")?;
            before = ",\n";
        }
        writeln!(out, "]}}")
    }
}

/// An object with a key for each column.
pub(super) struct Row<'r, 'g>(pub(super) &'r [Column], pub(super) &'r [Value<'g>]);

impl Serialize for Row<'_, '_> {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_map(self.0.iter().map(|column| &column.name).zip(self.1))
    }
}
