//! GEXF 1.3: for Gephi and Gephi Lite, with colours and a timeline.

use std::io;
use std::io::Write;

use crate::export::colour;
use crate::export::column::{Column, ColumnType, Value};
use crate::export::format::{Format, Profile, SHOWN};
use crate::export::provenance::Provenance;
use crate::export::table::Table;
use crate::export::time_span::TimeSpan;
use crate::export::xml::Xml;
use crate::model::NodeKind;

/// GEXF 1.3. The relation is the `kind` of an edge, its date the stretch of days in which the edge exists.
pub(super) struct Gexf;

const GEPHI: &str = "gephi";

const NAMESPACE: &str = "http://gexf.net/1.3";
const COLOURS: &str = "http://gexf.net/1.3/viz";

impl Format for Gexf {
    fn name(&self) -> &'static str {
        "gexf"
    }

    fn about(&self) -> &'static str {
        "GEXF 1.3 for Gephi and Gephi Lite, with dates"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["gexf"]
    }

    fn profiles(&self) -> &'static [Profile] {
        &[
            Profile { name: GEPHI, about: "nodes coloured by kind", modalities: SHOWN },
            Profile {
                name: "strict",
                about: "without colours, which the schema of GEXF refuses",
                modalities: SHOWN,
            },
        ]
    }

    fn write(&self, table: &Table<'_>, _file: &str, out: &mut dyn Write) -> io::Result<()> {
        let coloured = table.profile.name == GEPHI;
        let mut xml = Xml::new(out)?;
        let names = [("xmlns", NAMESPACE), ("version", "1.3"), ("xmlns:viz", COLOURS)];
        xml.start("gexf", if coloured { &names } else { &names[..2] })?;
        let provenance = Provenance::of(table.graph);
        xml.start("meta", &[])?;
        xml.text("creator", &[], provenance.generator)?;
        xml.text("description", &[], &provenance.line())?;
        xml.end("meta")?;
        xml.start(
            "graph",
            &[
                ("defaultedgetype", "directed"),
                ("idtype", "string"),
                ("mode", "dynamic"),
                ("timeformat", "date"),
                ("timerepresentation", "interval"),
            ],
        )?;
        attributes(&mut xml, "node", &table.node_columns)?;
        attributes(&mut xml, "edge", &table.edge_columns)?;
        nodes(&mut xml, table, coloured)?;
        edges(&mut xml, table)?;
        xml.end("graph")?;
        xml.end("gexf")?;
        xml.finish()
    }
}

const fn type_name(r#type: ColumnType) -> &'static str {
    match r#type {
        ColumnType::Text => "string",
        ColumnType::Double => "double",
        ColumnType::Integer => "integer",
        ColumnType::Boolean => "boolean",
    }
}

/// What the element itself says is no attribute beside it; the kind is, since some readers pass over that of the element.
fn is_on_the_element(name: &str) -> bool {
    matches!(name, "label" | "weight")
}

fn attributes<W: Write>(xml: &mut Xml<W>, class: &str, columns: &[Column]) -> io::Result<()> {
    xml.start("attributes", &[("class", class)])?;
    for Column { name, r#type } in columns.iter().filter(|column| !is_on_the_element(&column.name)) {
        // Some readers call an attribute by its id, others by its title.
        xml.empty("attribute", &[("id", name), ("title", name), ("type", type_name(*r#type))])?;
    }
    xml.end("attributes")
}

fn values<W: Write>(xml: &mut Xml<W>, columns: &[Column], values: &[Value<'_>]) -> io::Result<()> {
    xml.start("attvalues", &[])?;
    for (column, value) in columns.iter().zip(values).filter(|(column, _)| !is_on_the_element(&column.name)) {
        xml.empty("attvalue", &[("for", &column.name), ("value", &value.to_string())])?;
    }
    xml.end("attvalues")
}

fn of(name: &str, columns: &[Column], values: &[Value<'_>]) -> String {
    let value = columns.iter().zip(values).find(|(column, _)| column.name == name);
    value.map(|(_, value)| value.to_string()).unwrap_or_default()
}

fn nodes<W: Write>(xml: &mut Xml<W>, table: &Table<'_>, coloured: bool) -> io::Result<()> {
    let columns = &table.node_columns;
    xml.start("nodes", &[("count", &table.selection.nodes.len().to_string())])?;
    for &node in &table.selection.nodes {
        let row = table.node(node);
        xml.start("node", &[("id", &node.id), ("label", &of("label", columns, &row))])?;
        values(xml, columns, &row)?;
        if coloured {
            colour(xml, &node.kind)?;
        }
        xml.end("node")?;
    }
    xml.end("nodes")
}

fn colour<W: Write>(xml: &mut Xml<W>, kind: &NodeKind) -> io::Result<()> {
    let (red, green, blue) = colour::of(kind);
    let channels = [("r", &*red.to_string()), ("g", &green.to_string()), ("b", &blue.to_string())];
    xml.empty("viz:color", &channels)
}

fn edges<W: Write>(xml: &mut Xml<W>, table: &Table<'_>) -> io::Result<()> {
    let columns = &table.edge_columns;
    xml.start("edges", &[("count", &table.selection.edges.len().to_string())])?;
    for &view in &table.selection.edges {
        let row = table.edge(view);
        let (label, weight) = (of("label", columns, &row), of("weight", columns, &row));
        let mut attributes = vec![
            ("id", view.edge.id.as_str()),
            ("source", &view.source.id),
            ("target", &view.target.id),
            ("kind", view.edge.kind.as_str()),
            ("label", &label),
            ("weight", &weight),
        ];
        let TimeSpan { first, last } = TimeSpan::of(view.edge.when.as_deref());
        attributes.extend(first.as_deref().map(|day| ("start", day)));
        attributes.extend(last.as_deref().map(|day| ("end", day)));
        xml.start("edge", &attributes)?;
        values(xml, columns, &row)?;
        xml.end("edge")?;
    }
    xml.end("edges")
}
