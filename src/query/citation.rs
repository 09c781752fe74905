//! Where the words of a row stand.

use serde::Serialize;

use crate::graph::Evidence;
use crate::graph::KnowledgeGraph;
use crate::graph::StatementDetail;
use crate::query::excerpt;

/// Verbatim words with their document and their place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Citation<'g> {
    /// Path of the document as the user gave it; its id where the graph has no record of it.
    pub path: &'g str,
    /// Id of the document.
    pub document: &'g str,
    /// Title of the document.
    pub title: Option<&'g str>,
    /// Date of publication.
    pub published: Option<&'g str>,
    /// First character (Unicode code points).
    pub start: u32,
    /// One past the last character.
    pub end: u32,
    /// The words.
    pub text: &'g str,
}

impl<'g> Citation<'g> {
    pub(crate) fn of_evidence(graph: &'g KnowledgeGraph, evidence: &'g Evidence) -> Self {
        Self::new(graph, &evidence.document, evidence.start, evidence.end, &evidence.text)
    }

    /// Cue and content of a statement; the content alone where the graph is without texts.
    pub(crate) fn of_statement(graph: &'g KnowledgeGraph, detail: &'g StatementDetail) -> Self {
        let words = graph
            .document(&detail.document)
            .and_then(|record| record.text.as_deref())
            .and_then(|text| excerpt::slice(text, detail.start, detail.end))
            .unwrap_or(&detail.content);
        Self::new(graph, &detail.document, detail.start, detail.end, words)
    }

    fn new(graph: &'g KnowledgeGraph, document: &'g str, start: u32, end: u32, text: &'g str) -> Self {
        let record = graph.document(document);
        Self {
            path: record.map_or(document, |record| &record.path),
            document,
            title: record.and_then(|record| record.title.as_deref()),
            published: record.and_then(|record| record.date.as_deref()),
            start,
            end,
            text,
        }
    }
}
