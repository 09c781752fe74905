//! Statements: their words, their speakers, and of those found: act and what they are about.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::model::EdgeKind;
use crate::model::NodeKind;
use crate::score::finding::{Finding, FindingKind, beginning};
use crate::score::gold::GoldStatement;
use crate::score::nodes::Pairs;
use crate::score::pairing::{Candidate, pair_up};
use crate::score::similarity::{contained, overlap};
use crate::score::tally::Tally;
use crate::score::words::Words;

/// F1 of the words from which on two statements are the same.
const SAME_WORDS: f64 = 0.6;
/// The share of its words that a part must have in the whole.
const PART: f64 = 0.9;
/// The share of the words of the whole that its parts must have together.
const WHOLE: f64 = 0.8;
/// Fewer words than this are no part of a statement.
const SHORTEST_PART: usize = 4;

/// A statement of either side.
struct Said<'a, T> {
    record: &'a T,
    words: Vec<String>,
    speakers: BTreeSet<String>,
}

/// Counts statements into `content` (the words alone) and `statement` (speakers too), and what is right of them
/// into `act` and `about`.
pub(super) fn compare(
    words: &Words,
    gold: &[GoldStatement],
    graph: &KnowledgeGraph,
    pairs: &Pairs<'_>,
    tally: &mut Tally,
    findings: &mut Vec<Finding>,
) {
    let mut speakers: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut about: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for view in graph.edges() {
        if view.edge.kind == EdgeKind::SAID {
            speakers.entry(&view.target.id).or_default().insert(pairs.reference(&view.source.id));
        } else if view.edge.kind == EdgeKind::ABOUT {
            about.entry(&view.source.id).or_default().insert(pairs.reference(&view.target.id));
        }
    }
    let found: Vec<Said<'_, Node>> = graph
        .petgraph()
        .node_weights()
        .filter(|node| node.kind == NodeKind::STATEMENT)
        .map(|node| Said {
            record: node,
            words: words.tokens(content_of(node)),
            speakers: speakers.get(node.id.as_str()).cloned().unwrap_or_default(),
        })
        .collect();
    let gold: Vec<Said<'_, GoldStatement>> = gold
        .iter()
        .map(|statement| Said {
            record: statement,
            words: words.tokens(&statement.content),
            speakers: statement.speakers().iter().cloned().collect(),
        })
        .collect();

    let content = Matches::of(&gold, &found, |_, _| true);
    content.count("content", tally);
    let said = Matches::of(&gold, &found, |g, p| gold[g].speakers == found[p].speakers);
    said.count("statement", tally);
    let nothing = BTreeSet::new();
    for (&g, &p) in &said.pairs {
        let (statement, node) = (gold[g].record, found[p].record);
        tally.gold("act", act_of(node) == statement.act.as_str());
        let wanted: BTreeSet<&String> = statement.topics.iter().chain(&statement.about).collect();
        let have = about.get(node.id.as_str()).unwrap_or(&nothing);
        let right = have.iter().filter(|id| wanted.contains(id)).count();
        tally.gold_many("about", wanted.len(), right);
        tally.pred_many("about", have.len(), right);
    }
    said.tell(&gold, &found, findings);
}

/// The words said; the label where a statement carries none.
fn content_of(node: &Node) -> &str {
    match &node.statement {
        Some(statement) if !statement.content.is_empty() => &statement.content,
        Some(_) | None => &node.label,
    }
}

fn act_of(node: &Node) -> &str {
    node.statement.as_ref().map_or("", |statement| &statement.act)
}

/// Which statements of the two sides are the same.
struct Matches {
    pairs: BTreeMap<usize, usize>,
    found: BTreeSet<usize>,
    right: BTreeSet<usize>,
    totals: (usize, usize),
}

impl Matches {
    /// `same` says whether the two may be one statement at all.
    fn of(
        gold: &[Said<'_, GoldStatement>],
        found: &[Said<'_, Node>],
        same: impl Fn(usize, usize) -> bool,
    ) -> Self {
        let mut candidates: Vec<Candidate> = Vec::new();
        for (g, wanted) in gold.iter().enumerate() {
            for (p, statement) in found.iter().enumerate().filter(|&(p, _)| same(g, p)) {
                let score = overlap(&wanted.words, &statement.words);
                if score >= SAME_WORDS {
                    candidates.push((score, g, p));
                }
            }
        }
        let pairs = pair_up(candidates, |g| g.to_string(), |p| p.to_string());
        let mut matches = Self {
            found: pairs.keys().copied().collect(),
            right: pairs.values().copied().collect(),
            pairs,
            totals: (gold.len(), found.len()),
        };
        matches.add_joined(gold, found, &same);
        matches.add_split(gold, found, &same);
        matches
    }

    /// One record that joins neighbours of one speaker is no fault.
    fn add_joined(
        &mut self,
        gold: &[Said<'_, GoldStatement>],
        found: &[Said<'_, Node>],
        same: &impl Fn(usize, usize) -> bool,
    ) {
        for (p, whole) in found.iter().enumerate() {
            let inside: Vec<usize> = (0..gold.len())
                .filter(|&g| same(g, p) && contained(&gold[g].words, &whole.words) >= PART)
                .collect();
            let together: Vec<String> = inside.iter().flat_map(|&g| gold[g].words.clone()).collect();
            if inside.len() > 1 && contained(&whole.words, &together) >= WHOLE {
                self.found.extend(inside);
                self.right.insert(p);
            }
        }
    }

    /// Neighbours that split one record are no fault either.
    fn add_split(
        &mut self,
        gold: &[Said<'_, GoldStatement>],
        found: &[Said<'_, Node>],
        same: &impl Fn(usize, usize) -> bool,
    ) {
        for (g, whole) in gold.iter().enumerate() {
            let parts: Vec<usize> = (0..found.len())
                .filter(|&p| {
                    let words = &found[p].words;
                    same(g, p) && words.len() >= SHORTEST_PART && contained(words, &whole.words) >= PART
                })
                .collect();
            let together: Vec<String> = parts.iter().flat_map(|&p| found[p].words.clone()).collect();
            if parts.len() > 1 && contained(&whole.words, &together) >= WHOLE {
                self.found.insert(g);
                self.right.extend(parts);
            }
        }
    }

    fn count(&self, family: &str, tally: &mut Tally) {
        tally.gold_many(family, self.totals.0, self.found.len());
        tally.pred_many(family, self.totals.1, self.right.len());
    }

    fn tell(&self, gold: &[Said<'_, GoldStatement>], found: &[Said<'_, Node>], findings: &mut Vec<Finding>) {
        let names = |speakers: &BTreeSet<String>| {
            format!("[{}]", speakers.iter().map(String::as_str).collect::<Vec<_>>().join(", "))
        };
        for (_, missing) in gold.iter().enumerate().filter(|(g, _)| !self.found.contains(g)) {
            let near = found
                .iter()
                .map(|statement| (overlap(&missing.words, &statement.words), statement))
                .filter(|(score, _)| *score >= SAME_WORDS)
                .max_by(|a, b| a.0.total_cmp(&b.0));
            let (who, words) = (names(&missing.speakers), beginning(&missing.record.content));
            findings.push(match near {
                Some((_, near)) => Finding::new(
                    FindingKind::Speakers,
                    format!("{} should be {who} | {words}", names(&near.speakers)),
                ),
                None => Finding::new(FindingKind::MissingStatement, format!("{who} | {words}")),
            });
        }
        for (_, spurious) in found.iter().enumerate().filter(|(p, _)| !self.right.contains(p)) {
            let words = beginning(content_of(spurious.record));
            let text = format!("{} | {words}", names(&spurious.speakers));
            findings.push(Finding::new(FindingKind::SpuriousStatement, text));
        }
    }
}
