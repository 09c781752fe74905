//! GraphML: for Gephi, yEd, igraph, networkx, Neo4j and Cytoscape.

use std::io;
use std::io::Write;

use crate::export::column::{Column, ColumnType};
use crate::export::format::{Format, Profile, SHOWN};
use crate::export::provenance::Provenance;
use crate::export::table::Table;
use crate::export::xml::Xml;
use crate::model::Modality;

/// GraphML 1.0.
pub(super) struct GraphMl;

const GEPHI: &str = "gephi";
const STRICT: &str = "strict";
const NEO4J: &str = "neo4j";
const CYTOSCAPE: &str = "cytoscape";

const NAMESPACE: &str = "http://graphml.graphdrawing.org/xmlns";
const SCHEMA: &str =
    "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd";

impl Format for GraphMl {
    fn name(&self) -> &'static str {
        "graphml"
    }

    fn about(&self) -> &'static str {
        "GraphML for Gephi, igraph, networkx, Neo4j and Cytoscape"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["graphml"]
    }

    fn profiles(&self) -> &'static [Profile] {
        &[
            Profile {
                name: GEPHI,
                about: "keeps parallel edges of two kinds apart in Gephi",
                modalities: SHOWN,
            },
            Profile {
                name: STRICT,
                about: "valid by the schema of GraphML; Gephi loses the kinds",
                modalities: &Modality::ALL,
            },
            Profile { name: NEO4J, about: "with the labels that APOC reads", modalities: &Modality::ALL },
            Profile { name: CYTOSCAPE, about: "with `name` and `interaction`", modalities: &Modality::ALL },
        ]
    }

    fn write(&self, table: &Table<'_>, _file: &str, out: &mut dyn Write) -> io::Result<()> {
        let doubled = table.profile.name == CYTOSCAPE;
        let mut xml = Xml::new(out)?;
        xml.start(
            "graphml",
            &[
                ("xmlns", NAMESPACE),
                ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
                ("xsi:schemaLocation", SCHEMA),
            ],
        )?;
        let provenance = provenance(table);
        for (name, r#type, _) in &provenance {
            key(&mut xml, "graph", name, *r#type)?;
        }
        for column in &table.node_columns {
            key(&mut xml, "node", &column.name, column.r#type)?;
        }
        if doubled {
            key(&mut xml, "node", "name", ColumnType::Text)?;
        }
        for column in &table.edge_columns {
            key(&mut xml, "edge", &column.name, column.r#type)?;
        }
        if doubled {
            key(&mut xml, "edge", "interaction", ColumnType::Text)?;
        }
        xml.start("graph", &[("id", "diplograph"), ("edgedefault", "directed")])?;
        for (name, _, value) in &provenance {
            data(&mut xml, "graph", name, value)?;
        }
        nodes(&mut xml, table)?;
        edges(&mut xml, table)?;
        xml.end("graph")?;
        xml.end("graphml")?;
        xml.finish()
    }
}

fn provenance(table: &Table<'_>) -> [(&'static str, ColumnType, String); 4] {
    let Provenance { generator, schema_version, corpus, documents } = Provenance::of(table.graph);
    [
        ("generator", ColumnType::Text, generator.to_owned()),
        ("schema_version", ColumnType::Integer, schema_version.to_string()),
        ("corpus", ColumnType::Text, corpus),
        ("document_count", ColumnType::Integer, documents.to_string()),
    ]
}

const fn type_name(r#type: ColumnType) -> &'static str {
    match r#type {
        ColumnType::Text => "string",
        ColumnType::Double => "double",
        ColumnType::Integer => "int",
        ColumnType::Boolean => "boolean",
    }
}

/// The id of a key: nodes and edges have columns of the same name.
fn key_id(element: &str, name: &str) -> String {
    format!("{element}.{name}")
}

fn key<W: Write>(xml: &mut Xml<W>, element: &str, name: &str, r#type: ColumnType) -> io::Result<()> {
    let attributes = [
        ("id", &*key_id(element, name)),
        ("for", element),
        ("attr.name", name),
        ("attr.type", type_name(r#type)),
    ];
    xml.empty("key", &attributes)
}

fn data<W: Write>(xml: &mut Xml<W>, element: &str, name: &str, value: &str) -> io::Result<()> {
    xml.text("data", &[("key", &key_id(element, name))], value)
}

fn nodes<W: Write>(xml: &mut Xml<W>, table: &Table<'_>) -> io::Result<()> {
    for &node in &table.selection.nodes {
        if table.profile.name == NEO4J {
            xml.start("node", &[("id", &node.id), ("labels", &node_label(node.kind.as_str()))])?;
        } else {
            xml.start("node", &[("id", &node.id)])?;
        }
        for (Column { name, .. }, value) in table.node_columns.iter().zip(table.node(node)) {
            data(xml, "node", name, &value.to_string())?;
            if table.profile.name == CYTOSCAPE && name == "label" {
                data(xml, "node", "name", &value.to_string())?;
            }
        }
        xml.end("node")?;
    }
    Ok(())
}

fn edges<W: Write>(xml: &mut Xml<W>, table: &Table<'_>) -> io::Result<()> {
    for &view in &table.selection.edges {
        let kind = view.edge.kind.as_str();
        let label = if table.profile.name == NEO4J { relationship_type(kind) } else { kind.to_owned() };
        let ends = [("id", &*view.edge.id), ("source", &view.source.id), ("target", &view.target.id)];
        if table.profile.name == GEPHI || table.profile.name == NEO4J {
            xml.start("edge", &[ends[0], ends[1], ends[2], ("label", &label)])?;
        } else {
            xml.start("edge", &ends)?;
        }
        for (Column { name, .. }, value) in table.edge_columns.iter().zip(table.edge(view)) {
            data(xml, "edge", name, &value.to_string())?;
        }
        if table.profile.name == CYTOSCAPE {
            data(xml, "edge", "interaction", kind)?;
        }
        xml.end("edge")?;
    }
    Ok(())
}

/// `:Agreement`, as the importer of APOC wants it.
fn node_label(kind: &str) -> String {
    let mut label = String::from(":");
    for word in kind.split(|c: char| !c.is_alphanumeric()) {
        let mut letters = word.chars();
        label.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        label.extend(letters);
    }
    label
}

/// `MET_WITH`, as relationships are named in Neo4j.
fn relationship_type(kind: &str) -> String {
    kind.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neo4j_gets_names_of_its_own_style() {
        assert_eq!(node_label("agreement"), ":Agreement");
        assert_eq!(node_label("sea-port"), ":SeaPort");
        assert_eq!(relationship_type("met-with"), "MET_WITH");
    }
}
