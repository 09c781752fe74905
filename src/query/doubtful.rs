//! What the program is not sure of: pairs that may be one thing, and joins that may be wrong.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::graph::KnowledgeGraph;
use crate::graph::MentionRef;
use crate::graph::Node;
use crate::model::Reason;
use crate::query::NodeRef;
use crate::query::excerpt;

/// Joins that are surer are not asked about.
const SURE: f64 = 0.9;

/// One side of a question: a thing, and words that name it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Side<'g> {
    /// What a judgement calls it: the id of the node, or the place of a mention, `<document>:<character>`.
    pub reference: String,
    /// The node.
    pub node: NodeRef<'g>,
    /// Path of the document with the words.
    pub path: &'g str,
    /// Date of publication.
    pub published: Option<&'g str>,
    /// The words with what stands around them; empty where the graph is without texts.
    pub words: String,
}

/// Whether two things are one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Question<'g> {
    /// Whether the graph takes them for one.
    pub joined: bool,
    /// How likely they are one, 0 to 1.
    pub confidence: f64,
    /// What speaks for it.
    pub reasons: &'g [Reason],
    /// What speaks against it.
    pub against: &'g [Reason],
    /// The one.
    pub left: Side<'g>,
    /// The other.
    pub right: Side<'g>,
}

/// All questions, the most uncertain first. What a user has judged is not asked again.
#[must_use]
pub fn doubtful(graph: &KnowledgeGraph) -> Vec<Question<'_>> {
    let mut questions = Vec::new();
    for doubt in &graph.doubts {
        let (Some(left), Some(right)) = (graph.node(&doubt.left), graph.node(&doubt.right)) else { continue };
        let side = |node| side(graph, node, node_mention(node));
        if let (Some(left), Some(right)) = (side(left), side(right)) {
            let (reasons, against) = (doubt.reasons.as_slice(), doubt.against.as_slice());
            let confidence = doubt.confidence;
            questions.push(Question { joined: false, confidence, reasons, against, left, right });
        }
    }
    for node in graph.nodes() {
        let unsure = node.joins.iter().filter(|join| join.by.is_none() && join.confidence < SURE);
        for join in unsure {
            let first = first_mentions(node);
            for chain in &join.chains {
                // The other side is the thing as its surest other chain names it.
                let rest = first.iter().find(|(other, _)| !join.chains.contains(&(**other).to_owned()));
                let other = rest.or_else(|| first.iter().find(|(other, _)| **other != chain.as_str()));
                let mention = first.get(chain.as_str()).copied();
                let (Some(mut left), Some(mut right)) =
                    (side(graph, node, mention), side(graph, node, other.map(|(_, mention)| *mention)))
                else {
                    continue;
                };
                left.reference = mention.map(place).unwrap_or_default();
                right.reference = other.map(|(_, mention)| place(mention)).unwrap_or_default();
                questions.push(Question {
                    joined: true,
                    confidence: join.confidence,
                    reasons: &join.reasons,
                    against: &[],
                    left,
                    right,
                });
            }
        }
    }
    let certainty = |question: &Question<'_>| (question.confidence - 0.5).abs();
    questions.sort_by(|a, b| {
        certainty(a).total_cmp(&certainty(b)).then_with(|| (&a.left, &a.right).cmp(&(&b.left, &b.right)))
    });
    questions
}

fn place(mention: &MentionRef) -> String {
    format!("{}:{}", mention.document, mention.start)
}

/// The mention of a node that names it most fully.
fn node_mention(node: &Node) -> Option<&MentionRef> {
    node.mentions.iter().max_by_key(|mention| (mention.end - mention.start).min(60))
}

/// For each chain of a node the mention that names it most fully.
fn first_mentions(node: &Node) -> BTreeMap<&str, &MentionRef> {
    let mut found: BTreeMap<&str, &MentionRef> = BTreeMap::new();
    for mention in &node.mentions {
        let best = found.entry(mention.chain.as_str()).or_insert(mention);
        if mention.end - mention.start > best.end - best.start {
            *best = mention;
        }
    }
    found
}

fn side<'g>(graph: &'g KnowledgeGraph, node: &'g Node, mention: Option<&'g MentionRef>) -> Option<Side<'g>> {
    let mention = mention?;
    let record = graph.document(&mention.document)?;
    let words = record.text.as_deref().and_then(|text| {
        let (before, after) = excerpt::around(text, mention.start, mention.end);
        let inside = excerpt::slice(text, mention.start, mention.end)?;
        Some(format!("{before}[{inside}]{after}").split_whitespace().collect::<Vec<_>>().join(" "))
    });
    Some(Side {
        reference: node.id.clone(),
        node: NodeRef::of(node),
        path: &record.path,
        published: record.date.as_deref(),
        words: words.unwrap_or_default(),
    })
}
