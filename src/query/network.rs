//! Networks of discourse: who speaks for and against what, and who is on the same side.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::graph::Edge;
use crate::graph::Evidence;
use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::graph::edge_id;
use crate::model::EdgeKind;
use crate::model::Modality;
use crate::model::NodeKind;
use crate::model::Position;
use crate::query::Period;
use crate::query::StatementRow;
use crate::query::narrower;
use crate::query::principals::countries;

/// What the edges of a network mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NetworkKind {
    /// Actor to what it speaks for, against or of; the weight counts statements.
    Affiliation,
    /// Between actors who take the same stand; the weight counts the things on which they do.
    Congruence,
    /// Between actors who take opposite stands; the weight counts the things on which they do.
    Conflict,
}

/// Who the actors of a network are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Actors {
    /// The speakers.
    #[default]
    Speakers,
    /// The countries for which they act.
    Countries,
}

/// How a network is made of statements.
#[derive(Debug, Clone)]
pub struct NetworkQuery<'g> {
    /// What the edges mean.
    pub kind: NetworkKind,
    /// Who the actors are.
    pub actors: Actors,
    /// The kinds of things spoken of that count.
    pub concepts: Vec<NodeKind>,
    /// Only these things, topics with all topics below them; all where it is empty.
    pub about: Vec<&'g Node>,
    /// When it was said.
    pub period: Period,
    /// Whether it is enough that two actors speak of the same thing, whatever their stand.
    pub ignore_stance: bool,
    /// How often at least an actor must take a stand on a thing for it to count.
    pub min_statements: usize,
    /// On how many things at least two actors must agree or differ.
    pub min_concepts: usize,
}

/// Actor and thing.
type Tie<'g> = (&'g str, &'g str);

/// The statements of a tie, by position; the empty one is that of statements without a stand.
type Stands<'g> = BTreeMap<&'g str, Vec<StatementRow<'g>>>;

/// The network as a graph of its own, which every format can write. Its evidence are the statements.
#[must_use]
pub fn network(graph: &KnowledgeGraph, query: &NetworkQuery<'_>) -> KnowledgeGraph {
    let ties = ties(graph, query);
    let mut edges: BTreeMap<(&str, EdgeKind, &str), (usize, Vec<&StatementRow<'_>>)> = BTreeMap::new();
    match query.kind {
        NetworkKind::Affiliation => {
            for (&(actor, thing), stands) in &ties {
                for (position, rows) in stands {
                    edges.insert((actor, kind_of(position), thing), (rows.len(), rows.iter().collect()));
                }
            }
        }
        NetworkKind::Congruence | NetworkKind::Conflict => {
            let mut by_thing: BTreeMap<&str, Vec<(&str, &Stands<'_>)>> = BTreeMap::new();
            for (&(actor, thing), stands) in &ties {
                by_thing.entry(thing).or_default().push((actor, stands));
            }
            for actors in by_thing.values() {
                for (number, (one, stand)) in actors.iter().enumerate() {
                    for (other, against) in &actors[number + 1..] {
                        let shared = shared(query.kind, stand, against);
                        if shared.is_empty() {
                            continue;
                        }
                        let kind = match query.kind {
                            NetworkKind::Conflict => EdgeKind::CONFLICTS_WITH,
                            NetworkKind::Affiliation | NetworkKind::Congruence => EdgeKind::CONGRUENT_WITH,
                        };
                        let (count, rows) = edges.entry((one, kind, other)).or_default();
                        *count += 1;
                        rows.extend(shared);
                    }
                }
            }
            edges.retain(|_, (count, _)| *count >= query.min_concepts);
        }
    }
    let mut made = KnowledgeGraph::default();
    made.documents.clone_from(&graph.documents);
    let ends: BTreeSet<&str> = edges.keys().flat_map(|(source, _, target)| [*source, *target]).collect();
    for node in ends.into_iter().filter_map(|id| graph.node(id)) {
        made.add_node(node.clone());
    }
    for ((source, kind, target), (count, rows)) in edges {
        made.add_edge(source, target, edge(source, kind, target, count, &rows));
    }
    made
}

/// What each actor says of each thing.
fn ties<'g>(graph: &'g KnowledgeGraph, query: &NetworkQuery<'_>) -> BTreeMap<Tie<'g>, Stands<'g>> {
    let about: Vec<&Node> = query.about.iter().filter_map(|node| graph.node(&node.id)).collect();
    let wanted = narrower(graph, &about);
    let mut ties: BTreeMap<Tie<'g>, Stands<'g>> = BTreeMap::new();
    let mut acting: BTreeMap<&str, BTreeSet<&'g str>> = BTreeMap::new();
    let rows = graph.nodes().filter_map(|node| StatementRow::of(graph, node));
    for row in rows.filter(|row| query.period.admits(row.moment)) {
        let actors: BTreeSet<&str> = match query.actors {
            Actors::Speakers => row.speakers.iter().map(|speaker| speaker.id).collect(),
            Actors::Countries => {
                let speakers = row.speakers.iter().filter_map(|speaker| graph.node(speaker.id));
                let principals = speakers.flat_map(|speaker| {
                    acting.entry(&speaker.id).or_insert_with(|| countries(graph, speaker)).clone()
                });
                principals.collect()
            }
        };
        for thing in row.about.iter().filter(|thing| query.concepts.contains(thing.kind)) {
            if !(wanted.is_empty() || wanted.contains(thing.id)) {
                continue;
            }
            let stands: BTreeSet<&str> = row
                .stance
                .iter()
                .filter(|stance| !query.ignore_stance && stance.towards.contains(thing))
                .map(|stance| stance.position)
                .collect();
            for &actor in actors.iter().filter(|actor| **actor != thing.id) {
                let known = ties.entry((actor, thing.id)).or_default();
                if stands.is_empty() {
                    known.entry("").or_default().push(row.clone());
                }
                for position in &stands {
                    known.entry(position).or_default().push(row.clone());
                }
            }
        }
    }
    for stands in ties.values_mut() {
        stands.retain(|_, rows| rows.len() >= query.min_statements);
    }
    let stood = |position: &str| query.ignore_stance || !position.is_empty();
    if query.kind != NetworkKind::Affiliation {
        for stands in ties.values_mut() {
            stands.retain(|position, _| stood(position));
        }
    }
    ties.retain(|_, stands| !stands.is_empty());
    ties
}

/// The statements on which two actors agree or differ.
fn shared<'s, 'g>(
    kind: NetworkKind,
    one: &'s Stands<'g>,
    other: &'s Stands<'g>,
) -> Vec<&'s StatementRow<'g>> {
    let against = |position: &str| match Position::named(position) {
        Some(Position::Supports) => Some(Position::Opposes.as_str()),
        Some(Position::Opposes) => Some(Position::Supports.as_str()),
        Some(Position::Neutral) | None => None,
    };
    let mut rows = Vec::new();
    for (position, said) in one {
        let partner = match kind {
            NetworkKind::Conflict => against(position),
            NetworkKind::Affiliation | NetworkKind::Congruence => Some(*position),
        };
        if let Some(answer) = partner.and_then(|partner| other.get(partner)) {
            rows.extend(said.iter().chain(answer));
        }
    }
    rows
}

fn kind_of(position: &str) -> EdgeKind {
    match Position::named(position) {
        Some(Position::Supports) => EdgeKind::SPEAKS_FOR,
        Some(Position::Opposes) => EdgeKind::SPEAKS_AGAINST,
        Some(Position::Neutral) | None => EdgeKind::SPEAKS_OF,
    }
}

fn edge(source: &str, kind: EdgeKind, target: &str, count: usize, rows: &[&StatementRow<'_>]) -> Edge {
    let mut evidence: Vec<Evidence> = rows
        .iter()
        .map(|row| Evidence {
            document: row.citation.document.to_owned(),
            start: row.citation.start,
            end: row.citation.end,
            text: row.citation.text.to_owned(),
            trigger: None,
            modality_cue: None,
            rule: format!("network/{kind}"),
            confidence: CONFIDENCE,
            statement: Some(row.id.to_owned()),
        })
        .collect();
    evidence.sort_by(|a, b| {
        (&a.document, a.start, a.end, &a.statement).cmp(&(&b.document, b.start, b.end, &b.statement))
    });
    evidence.dedup();
    Edge {
        id: edge_id(source, &kind, target),
        kind,
        modality: Modality::Actual,
        asserted_by: Vec::new(),
        when: None,
        weight: count as f64,
        confidence: CONFIDENCE,
        evidence,
    }
}

/// As sure as what statements are about.
const CONFIDENCE: f64 = 0.8;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    fn query<'g>(kind: NetworkKind) -> NetworkQuery<'g> {
        NetworkQuery {
            kind,
            actors: Actors::Speakers,
            concepts: vec![NodeKind::TOPIC, NodeKind::AGREEMENT],
            about: Vec::new(),
            period: Period::default(),
            ignore_stance: false,
            min_statements: 1,
            min_concepts: 1,
        }
    }

    fn edges(graph: &KnowledgeGraph) -> Vec<String> {
        let show = |view: crate::graph::EdgeView<'_>| {
            let kind = view.edge.kind.as_str();
            format!("{} {kind} {} {}", view.source.id, view.target.id, view.edge.weight)
        };
        let mut shown: Vec<_> = graph.edges().map(show).collect();
        shown.sort();
        shown
    }

    #[test]
    fn actors_are_tied_to_what_they_speak_for_against_and_of() {
        let graph = sample::stands();
        let oduya: Vec<_> = edges(&network(&graph, &query(NetworkKind::Affiliation)))
            .into_iter()
            .filter(|edge| edge.starts_with("official.ana-oduya"))
            .collect();
        assert_eq!(
            oduya,
            [
                "official.ana-oduya speaks-against agreement.lake-pact 1",
                "official.ana-oduya speaks-against topic.migration 1",
                "official.ana-oduya speaks-against topic.piracy 1",
                "official.ana-oduya speaks-for agreement.lake-pact 1",
                "official.ana-oduya speaks-for topic.free-trade 1",
            ]
        );
        let spring = NetworkQuery {
            period: Period { since: None, until: "2031-04".parse().ok() },
            concepts: vec![NodeKind::AGREEMENT],
            ..query(NetworkKind::Affiliation)
        };
        assert_eq!(
            edges(&network(&graph, &spring)),
            [
                "official.ana-oduya speaks-for agreement.lake-pact 1",
                "official.piet-vanderhoek speaks-against agreement.lake-pact 1",
                "official.piet-vanderhoek speaks-of agreement.lake-pact 1",
            ]
        );
    }

    #[test]
    fn opposite_stands_make_a_conflict_and_the_same_a_congruence() {
        let graph = sample::stands();
        assert_eq!(
            edges(&network(&graph, &query(NetworkKind::Conflict))),
            ["official.ana-oduya conflicts-with official.piet-vanderhoek 1"]
        );
        let congruence = query(NetworkKind::Congruence);
        assert_eq!(
            edges(&network(&graph, &congruence)),
            [
                "official.ana-oduya congruent-with official.piet-vanderhoek 2",
                "official.ana-oduya congruent-with official.tomas-lindqvist 1"
            ]
        );
        assert_eq!(edges(&network(&graph, &NetworkQuery { min_concepts: 2, ..congruence.clone() })).len(), 1);
        assert!(edges(&network(&graph, &NetworkQuery { min_statements: 2, ..congruence })).is_empty());
    }

    #[test]
    fn countries_stand_where_those_stand_who_act_for_them() {
        let graph = sample::stands();
        let countries = NetworkQuery { actors: Actors::Countries, ..query(NetworkKind::Conflict) };
        assert_eq!(
            edges(&network(&graph, &countries)),
            ["country.denmark conflicts-with country.portugal 1"]
        );
    }
}
