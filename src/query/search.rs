//! Words in evidence and statements.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::graph::KnowledgeGraph;
use crate::query::Citation;
use crate::query::Period;
use crate::query::edge_filter::tells_of_texts;
use crate::query::fold;
use crate::query::moment::Moment;

/// What is sought: all words and phrases must stand in one passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchTerms {
    phrases: Vec<Phrase>,
}

/// Words that stand beside each other; the last may be the beginning of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Phrase {
    words: Vec<String>,
    open: bool,
}

impl SearchTerms {
    /// Takes a query apart: words, `"phrases in quotation marks"`, and beginnings of words (`negotiat*`).
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let mut phrases = Vec::new();
        for (part, piece) in query.split(['"', '“', '”', '„']).enumerate() {
            if part % 2 == 1 {
                phrases.push(Phrase::of(piece));
            } else {
                phrases.extend(piece.split_whitespace().map(Phrase::of));
            }
        }
        phrases.retain(|phrase| !phrase.words.is_empty());
        Self { phrases }
    }

    /// Whether nothing is sought.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }

    fn all_in(&self, text: &str) -> bool {
        let words = fold::words(text);
        self.phrases.iter().all(|phrase| words.windows(phrase.words.len()).any(|window| phrase.is(window)))
    }
}

impl Phrase {
    fn of(text: &str) -> Self {
        Self { words: fold::words(text), open: text.trim_end().ends_with('*') }
    }

    fn is(&self, window: &[String]) -> bool {
        let last = self.words.len() - 1;
        self.words.iter().zip(window).enumerate().all(|(i, (sought, word))| {
            sought == word || i == last && self.open && word.starts_with(sought.as_str())
        })
    }
}

/// A passage and what the graph reads in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SearchRow<'g> {
    /// The words and their place.
    #[serde(flatten)]
    pub citation: Citation<'g>,
    /// Ids of the relations for which it is evidence.
    pub edges: Vec<&'g str>,
    /// Id of the statement that it is.
    pub statement: Option<&'g str>,
}

/// Each passage is looked at once, however many edges rest on it.
struct Passages<'g, 't> {
    terms: &'t SearchTerms,
    seen: BTreeMap<(&'g str, u32, u32), Option<SearchRow<'g>>>,
}

impl<'g> Passages<'g, '_> {
    fn row(&mut self, citation: Citation<'g>) -> Option<&mut SearchRow<'g>> {
        let found = self.seen.entry((citation.document, citation.start, citation.end)).or_insert_with(|| {
            let fits = self.terms.all_in(citation.text);
            fits.then(|| SearchRow { citation, edges: Vec::new(), statement: None })
        });
        found.as_mut()
    }
}

/// The passages in which all the words stand, in order of publication, document and place. `period` is of publication.
#[must_use]
pub fn search<'g>(graph: &'g KnowledgeGraph, terms: &SearchTerms, period: Period) -> Vec<SearchRow<'g>> {
    let mut passages = Passages { terms, seen: BTreeMap::new() };
    for node in graph.nodes() {
        let Some(detail) = &node.statement else { continue };
        if let Some(row) = passages.row(Citation::of_statement(graph, detail)) {
            row.statement = Some(&node.id);
        }
    }
    for view in graph.edges().filter(|view| !tells_of_texts(view)) {
        for evidence in &view.edge.evidence {
            if let Some(row) = passages.row(Citation::of_evidence(graph, evidence)) {
                row.edges.push(&view.edge.id);
            }
        }
    }
    let mut rows: Vec<_> = passages
        .seen
        .into_values()
        .flatten()
        .filter(|row| period.admits(Moment::of_publication(row.citation.published)))
        .collect();
    for row in &mut rows {
        row.edges.sort_unstable();
        row.edges.dedup();
    }
    rows.sort_by(|a, b| order(a).cmp(&order(b)));
    rows
}

fn order<'g>(row: &SearchRow<'g>) -> impl Ord + use<'g> {
    (Moment::of_publication(row.citation.published).order(), row.citation)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    fn found(query: &str) -> Vec<String> {
        let graph = sample::graph();
        let rows = search(&graph, &SearchTerms::parse(query), Period::default());
        rows.iter().map(|row| row.statement.map_or_else(|| row.edges.join(" "), str::to_owned)).collect()
    }

    #[test]
    fn all_words_must_stand_in_the_passage_whatever_their_case_and_accents() {
        assert_eq!(found("talks place"), ["statement.s2"]);
        assert_eq!(found("LINDQVIST tomás"), ["e.met", "statement.s2", "e.visit"]);
        assert!(found("talks zeppelin").is_empty());
    }

    #[test]
    fn phrases_stand_together_and_a_star_opens_the_end() {
        assert_eq!(found("\"no talks\""), ["statement.s2"]);
        assert!(found("\"talks no\"").is_empty());
        assert_eq!(found("pir*"), ["statement.s1"]);
        assert!(found("pir").is_empty());
    }

    #[test]
    fn a_query_without_words_is_empty() {
        assert!(SearchTerms::parse("  \"\" … ").is_empty());
    }
}
