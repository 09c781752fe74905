//! Compares one graph with the gold graph of its text.

use crate::error::Result;
use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::model::NodeKind;
use crate::resource::Resources;
use crate::schema::Schema;
use crate::score::edges;
use crate::score::finding::Finding;
use crate::score::gold::Gold;
use crate::score::nodes;
use crate::score::statements;
use crate::score::tally::Tally;
use crate::score::words::Words;

/// The attribute by which topics that no text names may be marked, beside the key of the same name.
const INFERRED: &str = "inferred";

/// Compares graphs with gold graphs.
#[derive(Debug, Clone)]
pub struct Scorer<'s> {
    words: Words,
    schema: &'s Schema,
}

impl<'s> Scorer<'s> {
    /// Loads the rules by which words are compared.
    ///
    /// # Errors
    /// Where `en/score.toml` is wrong.
    pub fn load(data: &Resources, schema: &'s Schema) -> Result<Self> {
        Ok(Self { words: Words::load(data)?, schema })
    }

    /// Counts what is found and what is right, and lists what is not.
    #[must_use]
    pub fn compare(&self, gold: &Gold, graph: &KnowledgeGraph) -> (Tally, Vec<Finding>) {
        let (mut tally, mut findings) = (Tally::default(), Vec::new());
        let named: Vec<&Node> = graph
            .petgraph()
            .node_weights()
            .filter(|node| node.kind != NodeKind::STATEMENT && node.kind != NodeKind::DOCUMENT)
            .filter(|node| !node.inferred && node.attributes.get(INFERRED).is_none_or(String::is_empty))
            .collect();
        let pairs = nodes::compare(&self.words, &gold.nodes, &named, &mut tally, &mut findings);
        let rules = (&self.words, self.schema);
        edges::compare(rules, &gold.edges, graph, &pairs, &mut tally, &mut findings);
        statements::compare(&self.words, &gold.statements, graph, &pairs, &mut tally, &mut findings);
        (tally, findings)
    }
}
