//! Who said what.

use std::collections::BTreeSet;

use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::query::Period;
use crate::query::StatementRow;
use crate::query::acts_for;
use crate::query::narrower;

/// What is asked of the statements. A list takes any of its members; an empty one takes all.
#[derive(Debug, Clone, Default)]
pub struct SaidQuery<'g> {
    /// Who said it.
    pub who: Vec<&'g Node>,
    /// What it is about: a topic with all topics below it, or any other node.
    pub about: Vec<&'g Node>,
    /// To whom it was said.
    pub to: Vec<&'g Node>,
    /// `say`, `deny`, `decline` ...
    pub acts: Vec<String>,
    /// Where the speaker stands: `supports`, `opposes`, `neutral`; on what is asked for by `about`, if that is given.
    pub stances: Vec<String>,
    /// `direct`, `indirect`, `mixed`.
    pub forms: Vec<String>,
    /// When it was said, by the words, else by the date of publication.
    pub period: Period,
    /// The country for which the speaker acts.
    pub country: Vec<&'g Node>,
    /// The body or organization for which the speaker acts.
    pub agency: Vec<&'g Node>,
    /// A part of the path or title, or the beginning of the id, of the document.
    pub document: Option<String>,
}

/// The statements that fit, in order of time, document and place.
#[must_use]
pub fn said<'g>(graph: &'g KnowledgeGraph, query: &SaidQuery<'g>) -> Vec<StatementRow<'g>> {
    let about = narrower(graph, &query.about);
    let mut rows: Vec<_> = graph
        .nodes()
        .filter(|node| {
            node.statement.as_ref().is_some_and(|detail| {
                takes(&query.acts, &detail.act)
                    && takes(&query.forms, &detail.form)
                    && query.document.as_ref().is_none_or(|part| is_document(graph, &detail.document, part))
            })
        })
        .filter_map(|node| StatementRow::of(graph, node))
        .filter(|row| {
            query.period.admits(row.moment)
                && (about.is_empty() || row.about.iter().any(|node| about.contains(node.id)))
                && takes_stand(query, &about, row)
                && (query.to.is_empty() || row.addressees.iter().any(|node| is_one_of(&query.to, node.id)))
                && (query.who.is_empty() || row.speakers.iter().any(|node| is_one_of(&query.who, node.id)))
                && [&query.country, &query.agency]
                    .iter()
                    .all(|principals| principals.is_empty() || speaks_for_one(graph, row, principals))
        })
        .collect();
    StatementRow::sort(&mut rows);
    rows
}

fn takes(wanted: &[String], value: &str) -> bool {
    wanted.is_empty() || wanted.iter().any(|one| one == value)
}

fn takes_stand(query: &SaidQuery<'_>, about: &BTreeSet<&str>, row: &StatementRow<'_>) -> bool {
    query.stances.is_empty()
        || row.stance.iter().any(|stance| {
            takes(&query.stances, stance.position)
                && (about.is_empty() || stance.towards.iter().any(|node| about.contains(node.id)))
        })
}

fn is_one_of(nodes: &[&Node], id: &str) -> bool {
    nodes.iter().any(|node| node.id == id)
}

fn speaks_for_one(graph: &KnowledgeGraph, row: &StatementRow<'_>, principals: &[&Node]) -> bool {
    let speakers = row.speakers.iter().filter_map(|speaker| graph.node(speaker.id));
    speakers.into_iter().any(|speaker| principals.iter().any(|principal| acts_for(graph, speaker, principal)))
}

fn is_document(graph: &KnowledgeGraph, id: &str, part: &str) -> bool {
    id.starts_with(part)
        || graph.document(id).is_some_and(|record| {
            record.path.contains(part) || record.title.as_ref().is_some_and(|title| title.contains(part))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    fn ids<'g>(graph: &'g KnowledgeGraph, query: &SaidQuery<'g>) -> Vec<&'g str> {
        said(graph, query).iter().map(|row| row.id).collect()
    }

    #[test]
    fn a_topic_takes_the_statements_on_narrower_topics() {
        let graph = sample::graph();
        let about = |id| SaidQuery { about: vec![graph.node(id).unwrap()], ..SaidQuery::default() };
        assert_eq!(ids(&graph, &about("topic.security")), ["statement.s2", "statement.s1"]);
        assert_eq!(ids(&graph, &about("topic.piracy")), ["statement.s1"]);
        assert_eq!(ids(&graph, &about("agreement.harbour-accord")), ["statement.s3"]);
    }

    #[test]
    fn statements_are_dated_by_the_words_before_the_date_of_publication() {
        let graph = sample::graph();
        let since = |date: &str| SaidQuery {
            period: Period { since: date.parse().ok(), until: None },
            ..SaidQuery::default()
        };
        assert_eq!(ids(&graph, &SaidQuery::default()), ["statement.s2", "statement.s1", "statement.s3"]);
        assert_eq!(ids(&graph, &since("2031-05-03")), ["statement.s1", "statement.s3"]);
        assert_eq!(ids(&graph, &since("2031-06-01")), ["statement.s3"]);
    }

    #[test]
    fn speakers_are_taken_by_name_act_country_and_body() {
        let graph = sample::graph();
        let node = |id| graph.node(id).unwrap();
        let who = SaidQuery { who: vec![node("official.ana-oduya")], ..SaidQuery::default() };
        assert_eq!(ids(&graph, &who), ["statement.s1", "statement.s3"]);
        let act = SaidQuery { acts: vec!["deny".to_owned()], ..SaidQuery::default() };
        assert_eq!(ids(&graph, &act), ["statement.s2"]);
        let country = SaidQuery { country: vec![node("country.norland")], ..SaidQuery::default() };
        assert_eq!(ids(&graph, &country), ["statement.s1", "statement.s3"]);
        let body = SaidQuery { agency: vec![node("agency.ministry-of-ports")], ..SaidQuery::default() };
        assert_eq!(ids(&graph, &body), ["statement.s2"]);
    }

    #[test]
    fn a_document_is_taken_by_a_part_of_its_path() {
        let graph = sample::graph();
        let in_second = SaidQuery { document: Some("second".to_owned()), ..SaidQuery::default() };
        assert_eq!(ids(&graph, &in_second), ["statement.s3"]);
    }
}
