//! Why an edge stands in the graph: its words in context, the rule, the modality and whose claim it is.

use serde::Serialize;

use crate::graph::CharSpan;
use crate::graph::EdgeView;
use crate::graph::Evidence;
use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::model::Modality;
use crate::query::Citation;
use crate::query::EdgeRow;
use crate::query::StatementRow;
use crate::query::excerpt;

/// One piece of evidence with what was read in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Passage<'g> {
    /// The words and their place.
    #[serde(flatten)]
    pub citation: Citation<'g>,
    /// The text before; empty where the graph is without texts.
    pub before: &'g str,
    /// The text after; empty where the graph is without texts.
    pub after: &'g str,
    /// The wording that matched.
    pub rule: &'g str,
    /// The predicate.
    pub trigger: Option<&'g str>,
    /// The words that make the modality what it is; none for a plain fact.
    pub modality_cue: Option<&'g str>,
    /// How the words name the source of the edge; empty where it is only referred to.
    pub source_named: Vec<&'g str>,
    /// How the words name the target of the edge; empty where it is only referred to.
    pub target_named: Vec<&'g str>,
    /// How sure, 0 to 1.
    pub confidence: f64,
    /// The statement in which the words stand.
    pub statement: Option<StatementRow<'g>>,
}

/// The same relation as told with another modality, by somebody else, or for another time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Variant<'g> {
    /// Id of the edge.
    pub id: &'g str,
    /// How it stands to the facts there.
    pub modality: Modality,
    /// In whose words it stands there.
    pub asserted_by: &'g [String],
    /// When it is there.
    pub when: Option<&'g str>,
}

/// All that the graph knows of why an edge is in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation<'g> {
    /// The edge.
    pub edge: EdgeRow<'g>,
    /// Its evidence in context, in order of document and place.
    pub passages: Vec<Passage<'g>>,
    /// The same relation told otherwise.
    pub otherwise: Vec<Variant<'g>>,
}

/// The edge of that id, or the only one whose id begins so.
///
/// # Errors
/// The ids that begin so, where there is not one; at most twenty.
pub fn find_edge<'g>(graph: &'g KnowledgeGraph, id: &str) -> Result<EdgeView<'g>, Vec<&'g str>> {
    if let Some(view) = graph.edge(id) {
        return Ok(view);
    }
    let begins_so = || graph.edges().filter(|view| view.edge.id.starts_with(id));
    let mut found = begins_so();
    match (found.next(), found.next()) {
        (Some(view), None) => Ok(view),
        (None, _) => Err(Vec::new()),
        (Some(_), Some(_)) => Err(begins_so().take(20).map(|view| view.edge.id.as_str()).collect()),
    }
}

/// Explains an edge.
#[must_use]
pub fn explain<'g>(graph: &'g KnowledgeGraph, view: EdgeView<'g>) -> Explanation<'g> {
    let mut otherwise: Vec<_> = graph
        .edges_of(&view.source.id)
        .filter(|other| {
            other.edge.kind == view.edge.kind
                && other.edge.id != view.edge.id
                && [&other.source.id, &other.target.id].contains(&&view.target.id)
        })
        .map(|other| Variant {
            id: &other.edge.id,
            modality: other.edge.modality,
            asserted_by: &other.edge.asserted_by,
            when: other.edge.when.as_deref(),
        })
        .collect();
    otherwise.sort_by_key(|variant| variant.id);
    Explanation {
        edge: EdgeRow::of(graph, view),
        passages: view.edge.evidence.iter().map(|evidence| passage(graph, view, evidence)).collect(),
        otherwise,
    }
}

fn passage<'g>(graph: &'g KnowledgeGraph, view: EdgeView<'g>, evidence: &'g Evidence) -> Passage<'g> {
    let text = graph.document(&evidence.document).and_then(|record| record.text.as_deref());
    let (before, after) = text.map_or(("", ""), |text| excerpt::around(text, evidence.start, evidence.end));
    Passage {
        citation: Citation::of_evidence(graph, evidence),
        before,
        after,
        rule: &evidence.rule,
        trigger: words(evidence, evidence.trigger),
        modality_cue: words(evidence, evidence.modality_cue),
        source_named: named(evidence, view.source),
        target_named: named(evidence, view.target),
        confidence: evidence.confidence,
        statement: evidence
            .statement
            .as_deref()
            .and_then(|id| graph.node(id))
            .and_then(|node| StatementRow::of(graph, node)),
    }
}

/// Words inside the evidence, cut out of its own text: the graph may be without those of the documents.
fn words(evidence: &Evidence, span: Option<CharSpan>) -> Option<&str> {
    let CharSpan { start, end } = span?;
    let within = |at: u32| at.checked_sub(evidence.start);
    excerpt::slice(&evidence.text, within(start)?, within(end)?)
}

fn named<'g>(evidence: &'g Evidence, node: &Node) -> Vec<&'g str> {
    let inside = node.mentions.iter().filter(|mention| mention.document == evidence.document);
    inside
        .filter_map(|mention| words(evidence, Some(CharSpan { start: mention.start, end: mention.end })))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    #[test]
    fn the_words_are_shown_with_rule_cue_ends_and_context() {
        let graph = sample::graph();
        let explanation = explain(&graph, graph.edge("e.new-accord").unwrap());
        let passage = &explanation.passages[0];
        assert_eq!(passage.citation.text, "The Lagoon Compact will replace the Harbour Accord");
        assert!(passage.after.starts_with(" in 2032. Oduya said"), "{}", passage.after);
        assert!(passage.before.ends_with("the quay. "), "{}", passage.before);
        assert_eq!(passage.trigger, Some("replace"));
        assert_eq!(passage.modality_cue, Some("will"));
        assert_eq!(passage.source_named, ["The Lagoon Compact"]);
        assert_eq!(passage.target_named, ["the Harbour Accord"]);
        assert_eq!(passage.rule, "replaces/replace");
    }

    #[test]
    fn the_same_relation_told_otherwise_is_named() {
        let graph = sample::graph();
        let explanation = explain(&graph, graph.edge("e.denied").unwrap());
        assert!(explanation.otherwise.is_empty());
        assert_eq!(explanation.edge.asserted_by[0].id, "official.tomas-lindqvist");
        assert_eq!(explanation.passages[0].statement.as_ref().unwrap().act, "deny");
    }

    #[test]
    fn an_edge_is_found_by_the_beginning_of_its_id_where_that_is_one() {
        let graph = sample::graph();
        assert_eq!(find_edge(&graph, "e.succ").unwrap().edge.id, "e.succession");
        assert_eq!(find_edge(&graph, "e.met").unwrap().edge.id, "e.met");
        assert!(find_edge(&graph, "e.").unwrap_err().len() > 2);
        assert!(find_edge(&graph, "x").unwrap_err().is_empty());
    }
}
