//! What happened, and what was said, when.

use serde::Serialize;

use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::query::Basis;
use crate::query::Citation;
use crate::query::EdgeFilter;
use crate::query::EdgeRow;
use crate::query::Moment;
use crate::query::Period;
use crate::query::StatementRow;
use crate::query::edge_filter::tells_of_texts;

/// What a line of the timeline tells.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Happening<'g> {
    /// That something was, is or will be so.
    Edge(EdgeRow<'g>),
    /// That something was said.
    Statement(StatementRow<'g>),
}

/// A line of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct TimelineRow<'g> {
    /// What it tells.
    pub happening: Happening<'g>,
}

/// What is asked of the timeline.
#[derive(Debug, Clone)]
pub struct TimelineQuery<'g> {
    /// Only what touches this node: its edges, what it said, what was said about it.
    pub node: Option<&'g Node>,
    /// Only this time.
    pub period: Period,
    /// Which edges count.
    pub filter: EdgeFilter,
    /// Whether edges stand in it that are dated by publication alone.
    pub undated: bool,
    /// Whether statements stand in it.
    pub statements: bool,
}

impl<'g> TimelineRow<'g> {
    /// When it was.
    #[must_use]
    pub fn moment(&self) -> Moment<'g> {
        match &self.happening {
            Happening::Edge(row) => row.moment,
            Happening::Statement(row) => row.moment,
        }
    }

    /// The first words that tell it.
    #[must_use]
    pub fn citation(&self) -> Option<Citation<'g>> {
        match &self.happening {
            Happening::Edge(row) => row.evidence.first().map(|first| first.citation),
            Happening::Statement(row) => Some(row.citation),
        }
    }

    fn id(&self) -> &'g str {
        match &self.happening {
            Happening::Edge(row) => row.id,
            Happening::Statement(row) => row.id,
        }
    }
}

/// Dated edges and statements in order of time, document and place.
#[must_use]
pub fn timeline<'g>(graph: &'g KnowledgeGraph, query: &TimelineQuery<'g>) -> Vec<TimelineRow<'g>> {
    let touches = |id: &str| query.node.is_none_or(|node| node.id == id);
    let edges = graph
        .edges()
        .filter(|view| query.filter.admits(view) && !tells_of_texts(view))
        .filter(|view| touches(&view.source.id) || touches(&view.target.id))
        .map(|view| EdgeRow::of(graph, view))
        .filter(|row| row.moment.date_from == Basis::Text || query.undated)
        .map(Happening::Edge);
    let statements = graph
        .nodes()
        .filter(|_| query.statements)
        .filter_map(|node| StatementRow::of(graph, node))
        .filter(|row| {
            row.speakers.iter().chain(&row.about).any(|node| touches(node.id)) || query.node.is_none()
        })
        .map(Happening::Statement);
    let mut rows: Vec<_> = edges
        .chain(statements)
        .map(|happening| TimelineRow { happening })
        .filter(|row| query.period.admits(row.moment()))
        .collect();
    rows.sort_by(|a, b| order(a).cmp(&order(b)));
    rows
}

fn order<'g>(row: &TimelineRow<'g>) -> impl Ord + use<'g> {
    (row.moment().order(), row.citation(), row.id())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    fn ids(change: impl FnOnce(&'static KnowledgeGraph, &mut TimelineQuery<'static>)) -> Vec<&'static str> {
        let graph: &'static KnowledgeGraph = Box::leak(Box::new(sample::graph()));
        let mut query = TimelineQuery {
            node: None,
            period: Period::default(),
            filter: EdgeFilter::any_modality(),
            undated: false,
            statements: true,
        };
        change(graph, &mut query);
        timeline(graph, &query).iter().map(TimelineRow::id).collect()
    }

    #[test]
    fn edges_and_statements_stand_in_order_of_time() {
        assert_eq!(
            ids(|_, _| ()),
            [
                "e.succession",
                "statement.s2",
                "e.met",
                "statement.s1",
                "e.visit",
                "statement.s3",
                "e.new-accord"
            ]
        );
    }

    #[test]
    fn a_node_has_its_edges_and_what_it_said_and_what_was_said_about_it() {
        assert_eq!(
            ids(|graph, query| query.node = graph.node("agreement.harbour-accord")),
            ["statement.s3", "e.new-accord"]
        );
        assert_eq!(
            ids(|graph, query| query.node = graph.node("official.ana-oduya")),
            ["e.met", "statement.s1", "statement.s3"]
        );
    }

    #[test]
    fn undated_edges_stand_at_the_date_of_publication_where_asked_for() {
        let with = ids(|_, query| {
            query.undated = true;
            query.statements = false;
        });
        assert!(with.contains(&"e.possible-talks"), "{with:?}");
        assert!(!with.contains(&"statement.s1"));
    }
}
