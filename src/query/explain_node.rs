//! Why the chains of a node are one thing.

use serde::Serialize;

use crate::graph::KnowledgeGraph;
use crate::graph::MentionRef;
use crate::graph::Node;
use crate::model::Doubt;
use crate::model::Join;
use crate::model::NodeKind;
use crate::query::NodeRef;
use crate::query::excerpt;

/// A chain of a node: the mentions of one document that are one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChainRow<'g> {
    /// As joins name it.
    pub chain: &'g str,
    /// What a judgement may call it, whatever the node is called.
    pub place: String,
    /// Path of the document.
    pub path: &'g str,
    /// The distinct words of its mentions, as they stand; empty where the graph is without texts.
    pub words: Vec<&'g str>,
}

/// A node with its chains and why they were joined.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NodeExplanation<'g> {
    /// The node.
    #[serde(flatten)]
    pub node: NodeRef<'g>,
    /// Ids that it had before.
    pub former_ids: Vec<&'g str>,
    /// In order of the documents.
    pub chains: Vec<ChainRow<'g>>,
    /// Chains joined, with the reasons.
    pub joins: &'g [Join],
    /// Other nodes that may be the same.
    pub doubts: Vec<&'g Doubt>,
}

/// Explains a node; none for statements and documents, which are in one place only.
#[must_use]
pub fn explain_node<'g>(graph: &'g KnowledgeGraph, node: &'g Node) -> Option<NodeExplanation<'g>> {
    if node.kind == NodeKind::STATEMENT || node.kind == NodeKind::DOCUMENT {
        return None;
    }
    let mut chains: Vec<ChainRow<'g>> = Vec::new();
    for mention in &node.mentions {
        let words = words(graph, mention);
        match chains.iter_mut().find(|row| row.chain == mention.chain) {
            Some(row) => row.words.extend(words.filter(|words| !row.words.contains(words))),
            None => chains.push(ChainRow {
                chain: &mention.chain,
                place: format!("{}:{}", mention.document, mention.start),
                path: graph.document(&mention.document).map_or(&mention.document, |record| &record.path),
                words: words.into_iter().collect(),
            }),
        }
    }
    let former = graph.redirects.iter().filter(|(_, now)| **now == node.id);
    Some(NodeExplanation {
        node: NodeRef::of(node),
        former_ids: former.map(|(id, _)| id.as_str()).collect(),
        chains,
        joins: &node.joins,
        doubts: graph.doubts.iter().filter(|doubt| doubt.left == node.id || doubt.right == node.id).collect(),
    })
}

fn words<'g>(graph: &'g KnowledgeGraph, mention: &MentionRef) -> Option<&'g str> {
    let text = graph.document(&mention.document)?.text.as_deref()?;
    excerpt::slice(text, mention.start, mention.end)
}
