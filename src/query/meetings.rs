//! Who met whom, attended what, went where.

use crate::graph::EdgeView;
use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::model::EdgeKind;
use crate::query::EdgeFilter;
use crate::query::EdgeRow;
use crate::query::Moment;
use crate::query::Period;

/// What is asked of the meetings.
#[derive(Debug, Clone)]
pub struct MeetingQuery<'g> {
    /// All of these take part; everybody where it is empty.
    pub with: Vec<&'g Node>,
    /// When.
    pub period: Period,
    /// Which modalities count; with its kinds empty, the four kinds of coming together.
    pub filter: EdgeFilter,
}

/// The edges by which people and states come together, in order of time.
#[must_use]
pub fn meetings<'g>(graph: &'g KnowledgeGraph, query: &MeetingQuery<'g>) -> Vec<EdgeRow<'g>> {
    let mut filter = query.filter.clone();
    if filter.kinds.is_empty() {
        filter.kinds =
            [EdgeKind::MET_WITH, EdgeKind::ATTENDED, EdgeKind::VISITS, EdgeKind::NEGOTIATES_WITH].into();
    }
    let takes_part = |view: &EdgeView<'_>| {
        query.with.iter().all(|node| view.source.id == node.id || view.target.id == node.id)
    };
    let mut rows: Vec<_> = graph
        .edges()
        .filter(|view| filter.admits(view) && takes_part(view))
        .filter(|view| query.period.admits(Moment::of_edge(graph, view.edge)))
        .map(|view| EdgeRow::of(graph, view))
        .collect();
    EdgeRow::sort(&mut rows);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    fn ids(graph: &KnowledgeGraph, with: &[&str], filter: EdgeFilter) -> Vec<String> {
        let with = with.iter().map(|id| graph.node(id).unwrap()).collect();
        let query = MeetingQuery { with, period: Period::default(), filter };
        meetings(graph, &query).iter().map(|row| row.id.to_owned()).collect()
    }

    #[test]
    fn all_named_take_part() {
        let graph = sample::graph();
        let all = ids(&graph, &[], EdgeFilter::any_modality());
        assert_eq!(all, ["e.met", "e.denied", "e.visit", "e.possible-talks"]);
        let with = ids(&graph, &["official.tomas-lindqvist"], EdgeFilter::any_modality());
        assert_eq!(with, ["e.met", "e.visit"]);
        let both = ["official.tomas-lindqvist", "official.ana-oduya"];
        assert_eq!(ids(&graph, &both, EdgeFilter::any_modality()), ["e.met"]);
    }

    #[test]
    fn modalities_narrow_the_list() {
        let graph = sample::graph();
        assert_eq!(ids(&graph, &[], EdgeFilter::default()), ["e.met", "e.visit"]);
    }
}
