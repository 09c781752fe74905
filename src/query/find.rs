//! Nodes found by the names that people type.

use std::cmp::Reverse;
use std::fmt;

use serde::Serialize;

use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::model::NodeKind;
use crate::query::Likeness;
use crate::query::NodeRef;
use crate::query::likeness::TypedName;

/// A node that a name may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Candidate<'g> {
    /// The node.
    #[serde(flatten)]
    pub node: NodeRef<'g>,
    /// How often texts name it.
    pub mentions: usize,
    /// In what way it has the name; none for one that is only near to it.
    pub likeness: Option<Likeness>,
}

impl fmt::Display for Candidate<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}  ({}, {} mentions)", self.node.id, self.node.label, self.mentions)
    }
}

/// A name that does not lead to one node.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NameError<'g> {
    /// Several nodes have it.
    #[error("`{name}` may mean {} things; give one of these ids:{}", candidates.len(), list(candidates))]
    Ambiguous {
        /// As typed.
        name: String,
        /// The most often named first.
        candidates: Vec<Candidate<'g>>,
    },
    /// No node has it.
    #[error("nothing in the graph is named `{name}`{}", hint(nearest))]
    Unknown {
        /// As typed.
        name: String,
        /// The nodes with the names nearest to it, the nearest first.
        nearest: Vec<Candidate<'g>>,
    },
}

const LISTED: usize = 20;
const NEAREST: usize = 5;
const NEAR_ENOUGH: f64 = 0.75;

fn list(candidates: &[Candidate<'_>]) -> String {
    let mut lines = String::new();
    for candidate in candidates.iter().take(LISTED) {
        lines.push_str("\n  ");
        lines.push_str(&candidate.to_string());
    }
    if candidates.len() > LISTED {
        lines.push_str("\n  ...");
    }
    lines
}

fn hint(nearest: &[Candidate<'_>]) -> String {
    if nearest.is_empty() { String::new() } else { format!("; the nearest names are:{}", list(nearest)) }
}

/// The node that a name means: an id, a former id, a label, an alias, a surname, a title with a name, some words of
/// a name, the beginning of a name, or a name with a slip of the keys; the surest way wins. Where several nodes have
/// the name equally surely, those that the first of `prefer` takes are looked at alone, then those of the next.
///
/// Statements are found by id only, documents by id, path or title.
///
/// # Errors
/// [`NameError`] where no node or more than one has the name.
pub fn find<'g>(
    graph: &'g KnowledgeGraph,
    name: &str,
    prefer: &[&dyn Fn(&Node) -> bool],
) -> Result<&'g Node, NameError<'g>> {
    if let Some(node) = graph.node(name.trim()).or_else(|| document(graph, name.trim())) {
        return Ok(node);
    }
    let typed = TypedName::new(name);
    let mut found = alike(graph, &typed, false);
    if found.is_empty() {
        found = alike(graph, &typed, true);
    }
    let best = found.iter().map(|&(likeness, _)| likeness).min();
    found.retain(|&(likeness, _)| Some(likeness) == best);
    for preferred in prefer {
        if found.iter().any(|&(_, node)| preferred(node)) {
            found.retain(|&(_, node)| preferred(node));
        }
    }
    match found.as_slice() {
        [(_, node)] => Ok(node),
        [] => Err(NameError::Unknown { name: name.to_owned(), nearest: nearest(graph, &typed) }),
        _ => {
            let mut candidates: Vec<_> =
                found.into_iter().map(|(likeness, node)| candidate(node, Some(likeness))).collect();
            candidates.sort_by_key(|candidate| (Reverse(candidate.mentions), candidate.node.id));
            Err(NameError::Ambiguous { name: name.to_owned(), candidates })
        }
    }
}

/// All nodes that a name may mean, however loosely, the surest and most often named first; slips of the keys only where
/// nothing else fits.
#[must_use]
pub fn candidates<'g>(graph: &'g KnowledgeGraph, name: &str) -> Vec<Candidate<'g>> {
    let typed = TypedName::new(name);
    let mut found = alike(graph, &typed, false);
    if found.is_empty() {
        found = alike(graph, &typed, true);
    }
    if let Some(node) = graph.node(name.trim()) {
        found.push((Likeness::Id, node));
    }
    found.sort_by_key(|&(likeness, node)| (likeness, Reverse(node.mentions.len()), &node.id));
    let mut candidates: Vec<Candidate<'g>> = Vec::new();
    for (likeness, node) in found {
        if candidates.iter().all(|former| former.node.id != node.id) {
            candidates.push(candidate(node, Some(likeness)));
        }
    }
    candidates
}

fn candidate(node: &Node, likeness: Option<Likeness>) -> Candidate<'_> {
    Candidate { node: NodeRef::of(node), mentions: node.mentions.len(), likeness }
}

fn named(graph: &KnowledgeGraph) -> impl Iterator<Item = &Node> {
    graph.nodes().filter(|node| node.kind != NodeKind::STATEMENT && node.kind != NodeKind::DOCUMENT)
}

fn alike<'g>(graph: &'g KnowledgeGraph, typed: &TypedName, typos: bool) -> Vec<(Likeness, &'g Node)> {
    named(graph).filter_map(|node| typed.likeness(node, typos).map(|likeness| (likeness, node))).collect()
}

fn document<'g>(graph: &'g KnowledgeGraph, name: &str) -> Option<&'g Node> {
    let mut records =
        graph.documents.iter().filter(|record| record.path == name || record.title.as_deref() == Some(name));
    let record = records.next()?;
    if records.next().is_some() {
        return None;
    }
    graph.node(&record.id).or_else(|| graph.node(&format!("{}.{}", NodeKind::DOCUMENT, record.id)))
}

fn nearest<'g>(graph: &'g KnowledgeGraph, typed: &TypedName) -> Vec<Candidate<'g>> {
    let mut near: Vec<_> = named(graph)
        .map(|node| (typed.similarity(node), node))
        .filter(|&(similarity, _)| similarity >= NEAR_ENOUGH)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
    near.into_iter().take(NEAREST).map(|(_, node)| candidate(node, None)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    fn found(name: &str) -> Option<String> {
        let graph = sample::graph();
        find(&graph, name, &[]).ok().map(|node| node.id.clone())
    }

    #[test]
    fn a_name_is_found_by_id_former_id_label_alias_surname_and_title() {
        let ana = Some("official.ana-oduya".to_owned());
        for name in [
            "official.ana-oduya",
            "official.oduya",
            "Ana Oduya",
            "ANA ODUYA",
            "Oduya",
            "Minister Oduya",
            "Foreign Minister Ana Oduya",
            "His Excellency Ana Oduya",
        ] {
            assert_eq!(found(name), ana, "{name}");
        }
        assert_eq!(found("tomas lindqvist").as_deref(), Some("official.tomas-lindqvist"));
        assert_eq!(found("ports").as_deref(), Some("agency.ministry-of-ports"));
        assert_eq!(found("vander").as_deref(), Some("official.piet-vanderhoek"));
        assert_eq!(found("first.txt").as_deref(), Some("document.d1"));
        assert_eq!(found("statement.s1").as_deref(), Some("statement.s1"));
    }

    #[test]
    fn another_first_name_or_a_foreign_title_is_another_person() {
        assert_eq!(found("Eve Oduya"), None);
        assert_eq!(found("General Oduya"), None);
    }

    #[test]
    fn a_slip_of_the_keys_is_forgiven_where_nothing_else_fits() {
        assert_eq!(found("Oduay").as_deref(), Some("official.ana-oduya"));
        assert_eq!(found("Vanderhoeck").as_deref(), Some("official.piet-vanderhoek"));
        assert_eq!(found("pi"), None);
    }

    #[test]
    fn an_ambiguous_name_is_answered_with_the_candidates() {
        let graph = sample::graph();
        let error = find(&graph, "lindqvist", &[]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "`lindqvist` may mean 2 things; give one of these ids:\n  \
             official.tomas-lindqvist  (Tomás Lindqvist, 5 mentions)\n  \
             official.jonas-lindqvist  (Jonas Lindqvist, 0 mentions)"
        );
        let preferred = find(&graph, "lindqvist", &[&|node| node.id.contains("tomas")]).unwrap();
        assert_eq!(preferred.id, "official.tomas-lindqvist");
    }

    #[test]
    fn all_candidates_are_listed_the_surest_first() {
        let graph = sample::graph();
        let ids = |name| candidates(&graph, name).iter().map(|one| one.node.id).collect::<Vec<_>>();
        assert_eq!(ids("lindqvist"), ["official.tomas-lindqvist", "official.jonas-lindqvist"]);
        assert_eq!(ids("official.oduya"), ["official.ana-oduya"]);
        assert!(ids("zzzzzz").is_empty());
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_nearest() {
        let graph = sample::graph();
        let error = find(&graph, "Norlandia Accords", &[]).unwrap_err().to_string();
        assert!(error.starts_with("nothing in the graph is named `Norlandia Accords`"), "{error}");
        assert!(find(&graph, "", &[]).is_err());
    }
}
