//! The graph itself: petgraph's directed multigraph, with nodes found by id.

use std::collections::BTreeMap;

use petgraph::Direction;
use petgraph::stable_graph::{EdgeIndex, NodeIndex, StableDiGraph};
use petgraph::visit::{EdgeRef, IntoEdgeReferences};

use crate::graph::Edge;
use crate::graph::Node;
use crate::model::DocumentRecord;
use crate::model::Doubt;

/// An edge with its two ends.
#[derive(Debug, Clone, Copy)]
pub struct EdgeView<'g> {
    /// Where it starts.
    pub source: &'g Node,
    /// The edge.
    pub edge: &'g Edge,
    /// Where it ends.
    pub target: &'g Node,
}

/// A knowledge graph: a pure function of the extractions of a corpus and the user's judgements.
#[derive(Debug, Clone, Default)]
pub struct KnowledgeGraph {
    /// Sorted by id.
    pub documents: Vec<DocumentRecord>,
    /// Former ids and the id now.
    pub redirects: BTreeMap<String, String>,
    /// Pairs of nodes that may be one thing, the likeliest first.
    pub doubts: Vec<Doubt>,
    graph: StableDiGraph<Node, Edge>,
    by_id: BTreeMap<String, NodeIndex>,
}

impl KnowledgeGraph {
    /// Adds a node; the former one of the same id, if any, is replaced.
    pub fn add_node(&mut self, node: Node) -> NodeIndex {
        if let Some(&index) = self.by_id.get(&node.id) {
            self.graph[index] = node;
            return index;
        }
        let id = node.id.clone();
        let index = self.graph.add_node(node);
        self.by_id.insert(id, index);
        index
    }

    /// Adds an edge between two nodes of the given ids; none where one of them is missing.
    pub fn add_edge(&mut self, source: &str, target: &str, edge: Edge) -> Option<EdgeIndex> {
        let (source, target) = (*self.by_id.get(source)?, *self.by_id.get(target)?);
        Some(self.graph.add_edge(source, target, edge))
    }

    /// The petgraph behind it, for algorithms.
    #[must_use]
    pub fn petgraph(&self) -> &StableDiGraph<Node, Edge> {
        &self.graph
    }

    /// The index of the node of that id, or of the one that the id now redirects to.
    #[must_use]
    pub fn index_of(&self, id: &str) -> Option<NodeIndex> {
        let now = self.redirects.get(id).map_or(id, String::as_str);
        self.by_id.get(now).copied()
    }

    /// The node of that id, or the one that the id now redirects to.
    #[must_use]
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.index_of(id).map(|index| &self.graph[index])
    }

    /// All nodes, sorted by id.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> + Clone + '_ {
        self.by_id.values().map(|&index| &self.graph[index])
    }

    /// All edges, in the order of their adding (the builder adds them sorted by id).
    pub fn edges(&self) -> impl Iterator<Item = EdgeView<'_>> + '_ {
        self.graph.edge_references().map(|e| EdgeView {
            source: &self.graph[e.source()],
            edge: e.weight(),
            target: &self.graph[e.target()],
        })
    }

    /// The edge of that id.
    #[must_use]
    pub fn edge(&self, id: &str) -> Option<EdgeView<'_>> {
        self.edges().find(|view| view.edge.id == id)
    }

    /// The edges at a node, those that start there first.
    pub fn edges_of<'g>(&'g self, id: &str) -> impl Iterator<Item = EdgeView<'g>> + 'g {
        let index = self.index_of(id);
        let towards = move |direction| {
            index.into_iter().flat_map(move |index| {
                self.graph.edges_directed(index, direction).map(|e| EdgeView {
                    source: &self.graph[e.source()],
                    edge: e.weight(),
                    target: &self.graph[e.target()],
                })
            })
        };
        towards(Direction::Outgoing)
            .chain(towards(Direction::Incoming).filter(|view| view.source.id != view.target.id))
    }

    /// The record of the document of that id.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&DocumentRecord> {
        self.documents.binary_search_by(|record| record.id.as_str().cmp(id)).ok().map(|i| &self.documents[i])
    }

    /// Number of nodes.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.graph.node_count()
    }

    /// Number of edges.
    #[must_use]
    pub fn edge_count(&self) -> usize {
        self.graph.edge_count()
    }
}
