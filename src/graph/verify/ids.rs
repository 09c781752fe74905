//! Ids: valid in every format, and each used once.

use std::collections::BTreeSet;

use crate::graph::KnowledgeGraph;
use crate::graph::verify::violation::{Promise, Violation};

/// Whether the text is a valid `xs:NMTOKEN`, so that it can be the id of an element in XML.
///
/// ```
/// use diplograph::graph::verify::is_nmtoken;
/// assert!(is_nmtoken("country.côte-d-ivoire"));
/// assert!(!is_nmtoken("Lake Pact"));
/// assert!(!is_nmtoken(""));
/// ```
#[must_use]
pub fn is_nmtoken(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_name_character)
}

/// `NameChar` of XML 1.0, fifth edition.
const fn is_name_character(c: char) -> bool {
    matches!(c,
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.' | '_' | ':' | '\u{b7}'
        | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{37d}' | '\u{37f}'..='\u{1fff}'
        | '\u{200c}' | '\u{200d}' | '\u{203f}' | '\u{2040}' | '\u{2070}'..='\u{218f}'
        | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}'
        | '\u{fdf0}'..='\u{fffd}' | '\u{10000}'..='\u{effff}')
}

/// Checks the ids of nodes, edges and documents, and where former ids lead.
pub(super) fn check(graph: &KnowledgeGraph, found: &mut Vec<Violation>) {
    let nodes: BTreeSet<&str> = graph.nodes().map(|node| node.id.as_str()).collect();
    let mut seen = BTreeSet::new();
    for id in
        graph.nodes().map(|node| node.id.as_str()).chain(graph.edges().map(|view| view.edge.id.as_str()))
    {
        if !is_nmtoken(id) {
            found.push(Violation::new(Promise::Ids, id, "the id is no NMTOKEN"));
        }
        if !seen.insert(id) {
            found.push(Violation::new(Promise::Ids, id, "the id is used twice"));
        }
    }
    let mut documents = BTreeSet::new();
    for record in &graph.documents {
        if !is_nmtoken(&record.id) || !documents.insert(&record.id) {
            let message = "the id of the document is no NMTOKEN, or is used twice";
            found.push(Violation::new(Promise::Ids, &record.id, message));
        }
    }
    for (former, now) in &graph.redirects {
        if !nodes.contains(now.as_str()) {
            let message = format!("the former id leads to `{now}`, which is no node");
            found.push(Violation::new(Promise::References, former, message));
        }
        if nodes.contains(former.as_str()) {
            let message = format!("there is a node of this id, yet it leads to `{now}`");
            found.push(Violation::new(Promise::References, former, message));
        }
    }
}
