//! Where speakers contradict themselves.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use serde::Serialize;

use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::model::Modality;
use crate::model::Position;
use crate::query::NodeRef;
use crate::query::Period;
use crate::query::StatementRow;
use crate::query::narrower;

/// What is asked of the contradictions. A list takes any of its members; an empty one takes all.
#[derive(Debug, Clone, Default)]
pub struct ContradictionQuery<'g> {
    /// Who contradicts himself.
    pub who: Vec<&'g Node>,
    /// What it is about: a topic with all topics below it, or any other node.
    pub about: Vec<&'g Node>,
    /// When both things were said.
    pub period: Period,
}

/// How two statements contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reason {
    /// One is for it, the other against it.
    Stance,
    /// One says that it is so, the other that it is not.
    Denial,
}

impl Reason {
    /// Its name in every output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Stance => "stance",
            Self::Denial => "denial",
        }
    }
}

/// One of the two statements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContrarySide<'g> {
    /// `supports`, `opposes`, `asserts` or `denies`.
    pub position: &'g str,
    /// The statement.
    pub statement: StatementRow<'g>,
}

/// Two statements of one speaker that cannot both hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contradiction<'g> {
    /// Who said both.
    pub speaker: NodeRef<'g>,
    /// What both are about; of a denial the two ends of the relation.
    pub about: Vec<NodeRef<'g>>,
    /// How they contradict each other.
    pub reason: Reason,
    /// What was said first.
    pub first: ContrarySide<'g>,
    /// What was said later.
    pub second: ContrarySide<'g>,
}

/// Speaker, what it is about, and in which way (the relation of a denial).
type Key<'g> = (NodeRef<'g>, Vec<NodeRef<'g>>, Reason, &'g str);

/// The contradictions of each speaker, in order of time: wherever a statement stands against the one before it on the
/// same thing. What others are reported to have said counts for them alone.
#[must_use]
pub fn contradictions<'g>(
    graph: &'g KnowledgeGraph,
    query: &ContradictionQuery<'g>,
) -> Vec<Contradiction<'g>> {
    let rows: BTreeMap<&str, StatementRow<'g>> = graph
        .nodes()
        .filter_map(|node| StatementRow::of(graph, node))
        .filter(|row| query.period.admits(row.moment))
        .map(|row| (row.id, row))
        .collect();
    let mut sides: BTreeMap<Key<'g>, BTreeSet<(&str, &str)>> = BTreeMap::new();
    let mut add = |about: &[NodeRef<'g>], reason, relation, position, row: &StatementRow<'g>| {
        for &speaker in &row.speakers {
            sides.entry((speaker, about.to_vec(), reason, relation)).or_default().insert((row.id, position));
        }
    };
    for row in rows.values() {
        for stance in row.stance.iter().filter(|stance| stance.position != Position::Neutral.as_str()) {
            for &thing in &stance.towards {
                add(&[thing], Reason::Stance, "", stance.position, row);
            }
        }
    }
    for view in graph.edges().filter(|view| !view.edge.kind.is_speech()) {
        let position = match view.edge.modality {
            Modality::Actual | Modality::Planned => "asserts",
            Modality::Negated | Modality::Denied => "denies",
            Modality::Possible => continue,
        };
        let ends = [NodeRef::of(view.source), NodeRef::of(view.target)];
        for row in view.edge.evidence.iter().filter_map(|place| rows.get(place.statement.as_deref()?)) {
            add(&ends, Reason::Denial, view.edge.kind.as_str(), position, row);
        }
    }
    let below = narrower(graph, &query.about);
    let mut found: Vec<Contradiction<'g>> = Vec::new();
    for ((speaker, about, reason, _), said) in sides {
        let wanted = (query.who.is_empty() || query.who.iter().any(|node| node.id == speaker.id))
            && (below.is_empty() || about.iter().any(|node| below.contains(node.id)));
        if wanted {
            let said: Vec<_> =
                said.into_iter().filter_map(|(id, position)| Some((position, rows.get(id)?))).collect();
            found.extend(turns(said).map(|(first, second)| Contradiction {
                speaker,
                about: about.clone(),
                reason,
                first,
                second,
            }));
        }
    }
    found.sort_by(|a, b| {
        (a.speaker, a.second.statement.order(), &a.about, a.reason).cmp(&(
            b.speaker,
            b.second.statement.order(),
            &b.about,
            b.reason,
        ))
    });
    // *Signed the pact* and *is a party to it* are one denial.
    let ids = |one: &Contradiction<'g>| (one.first.statement.id, one.second.statement.id);
    found.dedup_by(|a, b| ids(a) == ids(b) && a.about == b.about && a.reason == b.reason);
    found
}

/// Each statement with the one before it, where their positions differ.
fn turns<'g>(
    mut said: Vec<(&'g str, &StatementRow<'g>)>,
) -> impl Iterator<Item = (ContrarySide<'g>, ContrarySide<'g>)> + use<'g> {
    said.sort_by_key(|(position, row)| (row.order(), *position));
    let pairs: Vec<_> = said
        .windows(2)
        .filter(|pair| pair[0].0 != pair[1].0 && pair[0].1.id != pair[1].1.id)
        .map(|pair| {
            let side = |at: usize| ContrarySide { position: pair[at].0, statement: pair[at].1.clone() };
            (side(0), side(1))
        })
        .collect();
    pairs.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::sample;

    fn found<'g>(graph: &'g KnowledgeGraph, query: &ContradictionQuery<'g>) -> Vec<String> {
        let show = |one: &Contradiction<'_>| {
            let about: Vec<_> = one.about.iter().map(|node| node.label).collect();
            format!(
                "{} on {}: {} then {}",
                one.speaker.label,
                about.join(" and "),
                one.first.position,
                one.second.position
            )
        };
        contradictions(graph, query).iter().map(show).collect()
    }

    #[test]
    fn a_speaker_contradicts_himself_by_stance_and_by_denial() {
        let graph = sample::stands();
        assert_eq!(
            found(&graph, &ContradictionQuery::default()),
            [
                "Ana Oduya on Lake Pact: supports then opposes",
                "Piet Vanderhoek on Denmark and Lake Pact: denies then asserts",
            ]
        );
    }

    #[test]
    fn speaker_subject_and_period_narrow_it() {
        let graph = sample::stands();
        let node = |id| graph.node(id).unwrap();
        let who =
            ContradictionQuery { who: vec![node("official.ana-oduya")], ..ContradictionQuery::default() };
        assert_eq!(found(&graph, &who).len(), 1);
        let about =
            ContradictionQuery { about: vec![node("topic.migration")], ..ContradictionQuery::default() };
        assert!(found(&graph, &about).is_empty());
        let spring = Period { since: None, until: "2031-05".parse().ok() };
        assert!(
            found(&graph, &ContradictionQuery { period: spring, ..ContradictionQuery::default() }).is_empty()
        );
    }
}
