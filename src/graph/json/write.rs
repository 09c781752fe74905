//! Writes the graph element by element: no more than one of them is in memory a second time.

use std::io;
use std::io::{BufWriter, Write};
use std::path::Path;

use serde::Serialize;

use crate::error::Result;
use crate::graph::DocumentRecord;
use crate::graph::EdgeView;
use crate::graph::KnowledgeGraph;
use crate::graph::json::NodeLinkKey;
use crate::graph::json::edge_record::EdgeLine;
use crate::graph::json::header::{FORMAT, GENERATOR, VERSION};
use crate::graph::replace_file;

/// How a graph is written as JSON.
#[derive(Debug, Clone)]
pub struct WriteOptions {
    /// The name of the array of edges; none for [`NodeLinkKey::fitting`].
    pub node_link_key: Option<NodeLinkKey>,
    /// Whether the texts of the documents are written, where the graph has them.
    pub text: bool,
}

impl Default for WriteOptions {
    fn default() -> Self {
        Self { node_link_key: None, text: true }
    }
}

/// Writes the graph: documents, nodes and edges each sorted by id, whatever their order in memory.
///
/// # Errors
/// What the output says when it cannot be written.
pub fn write(graph: &KnowledgeGraph, options: &WriteOptions, out: impl Write) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    write!(
        out,
        "{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\"directed\":true,\"multigraph\":true,\n\"graph\":"
    )?;
    write!(out, "{{\"generator\":\"{GENERATOR}\",\n\"documents\":")?;
    lines(&mut out, graph.documents.iter().map(|record| Record { record, text: options.text }))?;
    write!(out, ",\n\"redirects\":")?;
    serde_json::to_writer(&mut out, &graph.redirects)?;
    if !graph.doubts.is_empty() {
        write!(out, ",\n\"doubts\":")?;
        lines(&mut out, graph.doubts.iter())?;
    }
    write!(out, "}},\n\"nodes\":")?;
    lines(&mut out, graph.nodes())?;
    let mut edges: Vec<EdgeView<'_>> = graph.edges().collect();
    edges.sort_by(|a, b| a.edge.id.cmp(&b.edge.id));
    for name in options.node_link_key.unwrap_or_else(|| NodeLinkKey::fitting(graph)).arrays() {
        write!(out, ",\n\"{name}\":")?;
        lines(&mut out, edges.iter().map(|&view| EdgeLine::from(view)))?;
    }
    writeln!(out, "}}")?;
    out.flush()
}

/// Writes the graph into a file, which is replaced only once the whole graph has been written.
///
/// # Errors
/// [`Error::Io`](crate::error::Error::Io) where the file cannot be written.
pub fn save(graph: &KnowledgeGraph, options: &WriteOptions, path: &Path) -> Result<()> {
    replace_file(path, |out| write(graph, options, out))
}

/// An array with one element on each line.
fn lines<T: Serialize>(out: &mut impl Write, elements: impl Iterator<Item = T>) -> io::Result<()> {
    let mut before = "[\n";
    for element in elements {
        out.write_all(before.as_bytes())?;
        serde_json::to_writer(&mut *out, &element)?;
        before = ",\n";
    }
    out.write_all(if before == "[\n" { b"[]" } else { b"\n]" })
}

/// A document, with its text or without.
struct Record<'g> {
    record: &'g DocumentRecord,
    text: bool,
}

impl Serialize for Record<'_> {
    fn serialize<S: serde::Serializer>(&self, out: S) -> std::result::Result<S::Ok, S::Error> {
        if self.text {
            return self.record.serialize(out);
        }
        DocumentRecord { text: None, ..self.record.clone() }.serialize(out)
    }
}
