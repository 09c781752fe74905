//! JSON: the whole graph, and the only format that is read back.

use std::io;
use std::io::Write;

use crate::export::format::{Format, Profile};
use crate::export::selection::Selection;
use crate::export::table::Table;
use crate::graph::KnowledgeGraph;
use crate::graph::json;
use crate::model::Modality;

/// The JSON form of this project, which networkx reads as node-link data. It always has statements and documents.
pub(super) struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn about(&self) -> &'static str {
        "the whole graph with all evidence; networkx reads it as node-link data"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn profiles(&self) -> &'static [Profile] {
        &[Profile { name: "whole", about: "every node and edge", modalities: &Modality::ALL }]
    }

    fn write(&self, table: &Table<'_>, _file: &str, out: &mut dyn Write) -> io::Result<()> {
        let options = table.options;
        let write_options = json::WriteOptions { node_link_key: options.node_link_key, text: options.text };
        if options.modalities.is_none() && options.min_confidence <= 0.0 {
            return json::write(table.graph, &write_options, out);
        }
        let modalities = options.modalities.as_deref().unwrap_or(&Modality::ALL);
        // Nodes without edges stay: statements and topics refer to them otherwise.
        let chosen = Selection::of(table.graph, true, modalities, options.min_confidence);
        let mut part = KnowledgeGraph::default();
        part.documents.clone_from(&table.graph.documents);
        part.redirects.clone_from(&table.graph.redirects);
        for node in chosen.nodes {
            part.add_node(node.clone());
        }
        for view in chosen.edges {
            part.add_edge(&view.source.id, &view.target.id, view.edge.clone());
        }
        json::write(&part, &write_options, out)
    }
}
