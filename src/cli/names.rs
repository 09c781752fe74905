//! Names given on the command line, as nodes.

use anyhow::anyhow;

use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::model::EdgeKind;
use crate::model::NodeKind;
use crate::query;

/// The node of a name; of several equally fitting, those that `prefer` takes are looked at alone.
fn one<'g>(
    graph: &'g KnowledgeGraph,
    name: &str,
    prefer: &[&dyn Fn(&Node) -> bool],
) -> anyhow::Result<&'g Node> {
    query::find(graph, name, prefer).map_err(|error| anyhow!("{error}"))
}

/// The node of a name, whatever it is.
pub(crate) fn any<'g>(graph: &'g KnowledgeGraph, name: &str) -> anyhow::Result<&'g Node> {
    one(graph, name, &[])
}

/// The nodes of some names.
pub(crate) fn all<'g>(
    graph: &'g KnowledgeGraph,
    names: &[String],
    prefer: &[&dyn Fn(&Node) -> bool],
) -> anyhow::Result<Vec<&'g Node>> {
    names.iter().map(|name| one(graph, name, prefer)).collect()
}

/// The nodes of some names of what is spoken of: an issue before another thing of that name.
pub(crate) fn subjects<'g>(graph: &'g KnowledgeGraph, names: &[String]) -> anyhow::Result<Vec<&'g Node>> {
    all(graph, names, &[&is_of(&[NodeKind::TOPIC]), &is_spoken_of(graph)])
}

/// Whether the node says something.
pub(crate) fn speaks(graph: &KnowledgeGraph) -> impl Fn(&Node) -> bool {
    |node| graph.edges_of(&node.id).any(|view| view.edge.kind == EdgeKind::SAID && view.source.id == node.id)
}

/// Whether something is said about the node.
fn is_spoken_of(graph: &KnowledgeGraph) -> impl Fn(&Node) -> bool {
    |node| graph.edges_of(&node.id).any(|view| view.edge.kind == EdgeKind::ABOUT && view.target.id == node.id)
}

/// Whether the node is of one of some kinds.
pub(crate) fn is_of(kinds: &[NodeKind]) -> impl Fn(&Node) -> bool {
    |node| kinds.contains(&node.kind)
}
