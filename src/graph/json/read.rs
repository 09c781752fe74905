//! Reads a graph file; each error names the file, the element and the line.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};

use crate::error::Error;
use crate::error::Result;
use crate::graph::DocumentRecord;
use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::graph::json::array::Array;
use crate::graph::json::edge_record::EdgeRecord;
use crate::graph::json::header;
use crate::model::Doubt;

/// Reads the graph in a file.
///
/// # Errors
/// [`Error::Io`] where the file cannot be read, [`Error::Graph`] where it holds no graph of ours.
pub fn load(path: &Path) -> Result<KnowledgeGraph> {
    let file = File::open(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
    read(&path.display().to_string(), file)
}

/// Reads a graph; `name` is what errors call it.
///
/// # Errors
/// [`Error::Io`] where the input cannot be read, [`Error::Graph`] where it is no graph of ours.
pub fn read(name: &str, mut input: impl Read) -> Result<KnowledgeGraph> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|source| Error::Io { path: name.into(), source })?;
    let graph_error = |message: String| Error::Graph { path: name.to_owned(), message };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(graph_error("the file is empty".to_owned()));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    serde_json::from_slice::<Parsed>(bytes).map(|parsed| parsed.0).map_err(|error| {
        graph_error(match error.classify() {
            serde_json::error::Category::Eof => {
                format!("{error}: the file was cut off; write it again")
            }
            serde_json::error::Category::Syntax => format!("{error}: this is no JSON"),
            serde_json::error::Category::Data | serde_json::error::Category::Io => error.to_string(),
        })
    })
}

struct Parsed(KnowledgeGraph);

impl<'de> Deserialize<'de> for Parsed {
    fn deserialize<D: Deserializer<'de>>(input: D) -> std::result::Result<Self, D::Error> {
        input.deserialize_map(Keys)
    }
}

#[derive(Deserialize)]
struct GraphRecord {
    #[serde(default)]
    documents: Vec<DocumentRecord>,
    #[serde(default)]
    redirects: BTreeMap<String, String>,
    #[serde(default)]
    doubts: Vec<Doubt>,
}

/// What has been read so far. Edges that stand before the nodes wait for them.
#[derive(Default)]
struct Parts {
    graph: KnowledgeGraph,
    redirects: BTreeMap<String, String>,
    edge_ids: BTreeSet<String>,
    waiting: Vec<EdgeRecord>,
    has_nodes: bool,
    has_edges: bool,
}

impl Parts {
    fn node(&mut self, node: Node) -> std::result::Result<(), String> {
        if self.graph.node(&node.id).is_some() {
            return Err(format!("there is another node with the id `{}`", node.id));
        }
        self.graph.add_node(node);
        Ok(())
    }

    fn edge(&mut self, record: EdgeRecord) -> std::result::Result<(), String> {
        if !self.has_nodes {
            self.waiting.push(record);
            return Ok(());
        }
        if !self.edge_ids.insert(record.id.clone()) {
            return Err(format!("there is another edge with the id `{}`", record.id));
        }
        for (end, id) in [("source", &record.source), ("target", &record.target)] {
            if self.graph.node(id).is_none() {
                return Err(format!("the {end} of edge `{}`, `{id}`, is no node", record.id));
            }
        }
        let (source, target) = (record.source.clone(), record.target.clone());
        self.graph.add_edge(&source, &target, record.into_edge());
        Ok(())
    }

    fn finish(mut self) -> std::result::Result<KnowledgeGraph, String> {
        self.has_nodes = true;
        for record in std::mem::take(&mut self.waiting) {
            self.edge(record)?;
        }
        self.graph.redirects = self.redirects;
        self.graph.documents.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(self.graph)
    }
}

struct Keys;

impl<'de> Visitor<'de> for Keys {
    type Value = Parsed;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(
            "a graph of diplograph: an object with `format`, `version`, `graph`, `nodes` and `edges`",
        )
    }

    fn visit_map<A: MapAccess<'de>>(self, mut keys: A) -> std::result::Result<Parsed, A::Error> {
        let mut parts = Parts::default();
        let (mut format, mut version) = (false, false);
        while let Some(key) = keys.next_key::<String>()? {
            match key.as_str() {
                "format" => {
                    header::check_format(&keys.next_value::<String>()?).map_err(A::Error::custom)?;
                    format = true;
                }
                "version" => {
                    header::check_version(keys.next_value()?).map_err(A::Error::custom)?;
                    version = true;
                }
                "graph" => {
                    let record: GraphRecord = keys.next_value()?;
                    parts.graph.documents = record.documents;
                    parts.redirects = record.redirects;
                    parts.graph.doubts = record.doubts;
                }
                "nodes" => {
                    keys.next_value_seed(Array::new("nodes", |node| parts.node(node)))?;
                    parts.has_nodes = true;
                }
                "edges" | "links" if !parts.has_edges => {
                    keys.next_value_seed(Array::new(&key, |edge| parts.edge(edge)))?;
                    parts.has_edges = true;
                }
                _ => {
                    keys.next_value::<IgnoredAny>()?;
                }
            }
        }
        let complete = [
            ("format", format),
            ("version", version),
            ("nodes", parts.has_nodes),
            ("edges", parts.has_edges),
        ];
        if let Some((missing, _)) = complete.iter().find(|(_, found)| !found) {
            return Err(A::Error::custom(format!(
                "the key `{missing}` is missing: this is no graph of diplograph, or a part of one"
            )));
        }
        parts.finish().map(Parsed).map_err(A::Error::custom)
    }
}
