//! A statement in its context: the words around it, speaker and cue as they stand, and what was read in its words.

use serde::Serialize;

use crate::graph::CharSpan;
use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::query::EdgeRow;
use crate::query::StatementRow;
use crate::query::edge_filter::tells_of_texts;
use crate::query::excerpt;

/// A statement in its context.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StatementExplanation<'g> {
    /// The statement.
    #[serde(flatten)]
    pub statement: StatementRow<'g>,
    /// The text before; empty where the graph is without texts.
    pub before: &'g str,
    /// The text after; empty where the graph is without texts.
    pub after: &'g str,
    /// The words that name the speaker.
    pub source_words: Option<&'g str>,
    /// The words that say that it is said.
    pub cue_words: Option<&'g str>,
    /// The relations that stand in its words, in order of time.
    pub claims: Vec<EdgeRow<'g>>,
}

/// Explains a statement; none where the node is no statement.
#[must_use]
pub fn explain_statement<'g>(graph: &'g KnowledgeGraph, node: &'g Node) -> Option<StatementExplanation<'g>> {
    let statement = StatementRow::of(graph, node)?;
    let detail = node.statement.as_ref()?;
    let text = graph.document(&detail.document).and_then(|record| record.text.as_deref());
    let (before, after) = text.map_or(("", ""), |text| excerpt::around(text, detail.start, detail.end));
    let words = |span: Option<CharSpan>| excerpt::slice(text?, span?.start, span?.end);
    let mut claims: Vec<_> = graph
        .edges()
        .filter(|view| !tells_of_texts(view))
        .filter(|view| {
            view.edge.evidence.iter().any(|evidence| evidence.statement.as_ref() == Some(&node.id))
        })
        .map(|view| EdgeRow::of(graph, view))
        .collect();
    EdgeRow::sort(&mut claims);
    Some(StatementExplanation {
        statement,
        before,
        after,
        source_words: words(detail.source),
        cue_words: words(detail.cue),
        claims,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    #[test]
    fn a_statement_is_shown_with_speaker_cue_context_and_claims() {
        let graph = sample::graph();
        let explain = |id| explain_statement(&graph, graph.node(id).unwrap());
        let denial = explain("statement.s2").unwrap();
        assert_eq!((denial.source_words, denial.cue_words), (Some("Tomás Lindqvist"), Some("denied")));
        assert!(denial.before.ends_with("after their meeting. "), "{}", denial.before);
        assert!(denial.after.starts_with(". Lindqvist replaced"), "{}", denial.after);
        assert_eq!(denial.claims.iter().map(|claim| claim.id).collect::<Vec<_>>(), ["e.denied"]);
        assert!(explain("official.ana-oduya").is_none());
    }
}
