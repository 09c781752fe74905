//! Which node of the graph is which of the gold graph.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::graph::Node;
use crate::model::NodeKind;
use crate::score::finding::{Finding, FindingKind};
use crate::score::gold::GoldNode;
use crate::score::pairing::{Candidate, pair_up};
use crate::score::tally::Tally;
use crate::score::words::Words;

/// Kinds so near to each other that a thing may be found under either; only the right one counts as right.
const ALIKE: [(NodeKind, NodeKind); 5] = [
    (NodeKind::OFFICIAL, NodeKind::PERSON),
    (NodeKind::AGENCY, NodeKind::ORGANIZATION),
    (NodeKind::COUNTRY, NodeKind::PLACE),
    (NodeKind::AGENCY, NodeKind::COUNTRY),
    (NodeKind::AGREEMENT, NodeKind::EVENT),
];

/// How many nodes of the graph may claim a name before it tells nothing about any of them.
const CLAIMS: usize = 2;

/// How many names of a topic are compared.
const TOPIC_NAMES: usize = 12;

/// The share of words that two names of topics must have in common.
const TOPIC_OVERLAP: f64 = 0.5;

/// The nodes of the two graphs that are one thing.
pub(super) struct Pairs<'a> {
    gold_of: BTreeMap<&'a str, &'a str>,
}

impl Pairs<'_> {
    /// What a node of the graph is called in comparisons: by its gold id, or, where it has none, by a name that no
    /// gold node has.
    pub(super) fn reference(&self, id: &str) -> String {
        self.gold_of.get(id).map_or_else(|| format!("?{id}"), |&gold| gold.to_owned())
    }
}

/// What the names of a node come to.
struct Names {
    normal: BTreeSet<String>,
    label: String,
    stems: Vec<(String, BTreeSet<String>)>,
}

impl Names {
    fn of(words: &Words, label: &str, aliases: &[String]) -> Self {
        let normal: BTreeSet<String> = std::iter::once(label)
            .chain(aliases.iter().map(String::as_str))
            .map(|name| words.norm(name))
            .filter(|name| !name.is_empty())
            .collect();
        let stems = normal.iter().map(|name| (name.clone(), words.stems(name))).collect();
        Self { normal, label: words.norm(label), stems }
    }
}

fn alike(a: &NodeKind, b: &NodeKind) -> bool {
    a == b || ALIKE.iter().any(|(one, other)| (one == a && other == b) || (one == b && other == a))
}

fn topic_overlap(gold: &Names, found: &Names) -> f64 {
    let mut best = 0.0f64;
    for (_, wanted) in gold.stems.iter().filter(|(_, stems)| !stems.is_empty()) {
        for (_, stems) in found.stems.iter().take(TOPIC_NAMES).filter(|(_, stems)| !stems.is_empty()) {
            let (both, either) = (wanted.intersection(stems).count(), wanted.union(stems).count());
            best = best.max(both as f64 / either as f64);
        }
    }
    best
}

/// How well two nodes that are no topics fit; none where they do not.
fn fit(gold: (&GoldNode, &Names), found: (&Node, &Names), claims: &BTreeMap<&str, usize>) -> Option<f64> {
    let ((gold, wanted), (node, names)) = (gold, found);
    let telling = |name: &&String| claims.get(name.as_str()).is_none_or(|&count| count <= CLAIMS);
    let common: Vec<&String> = wanted.normal.intersection(&names.normal).filter(telling).collect();
    if common.is_empty() {
        return None;
    }
    let all: BTreeSet<&String> = wanted.stems.iter().flat_map(|(_, stems)| stems).collect();
    let fits = |(name, stems): &&(String, BTreeSet<String>)| {
        wanted.normal.contains(name) || stems.iter().all(|stem| all.contains(stem))
    };
    if names.stems.iter().filter(fits).count() * 2 < names.normal.len() {
        return None;
    }
    let words: usize = common.iter().map(|name| name.split_whitespace().count()).sum();
    let by_label = 5 * usize::from(wanted.normal.contains(&names.label));
    let by_kind = 3 * usize::from(node.kind == gold.kind);
    Some((words + by_label + by_kind) as f64)
}

/// Pairs the nodes, and counts them into the families `node`, `topic` and `kind:...`.
pub(super) fn compare<'a>(
    words: &Words,
    gold: &'a [GoldNode],
    found: &[&'a Node],
    tally: &mut Tally,
    findings: &mut Vec<Finding>,
) -> Pairs<'a> {
    let gold_names: Vec<Names> = gold.iter().map(|g| Names::of(words, &g.label, &g.aliases)).collect();
    let names: Vec<Names> = found.iter().map(|n| Names::of(words, &n.label, &n.aliases)).collect();
    let mut claims: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, names) in found.iter().zip(&names).filter(|(node, _)| node.kind != NodeKind::TOPIC) {
        for name in &names.normal {
            *claims.entry(name).or_default() += 1;
        }
    }
    let mut candidates: Vec<Candidate> = Vec::new();
    for (g, wanted) in gold.iter().enumerate() {
        for (p, node) in found.iter().enumerate() {
            let score = if wanted.kind == NodeKind::TOPIC || node.kind == NodeKind::TOPIC {
                Some(topic_overlap(&gold_names[g], &names[p]))
                    .filter(|&best| wanted.kind == node.kind && best >= TOPIC_OVERLAP)
            } else if alike(&wanted.kind, &node.kind) {
                fit((wanted, &gold_names[g]), (node, &names[p]), &claims)
            } else {
                None
            };
            candidates.extend(score.map(|score| (score, g, p)));
        }
    }
    let pairs = pair_up(candidates, |g| gold[g].id.clone(), |p| found[p].id.clone());
    count(gold, found, &pairs, tally, findings);
    Pairs { gold_of: pairs.into_iter().map(|(g, p)| (found[p].id.as_str(), gold[g].id.as_str())).collect() }
}

fn count(
    gold: &[GoldNode],
    found: &[&Node],
    pairs: &BTreeMap<usize, usize>,
    tally: &mut Tally,
    findings: &mut Vec<Finding>,
) {
    let families = |kind: &NodeKind| {
        [if *kind == NodeKind::TOPIC { "topic" } else { "node" }.to_owned(), format!("kind:{kind}")]
    };
    let mut right: BTreeSet<usize> = BTreeSet::new();
    for (g, wanted) in gold.iter().enumerate() {
        let node = pairs.get(&g).map(|&p| found[p]);
        let ok = node.is_some_and(|node| node.kind == wanted.kind);
        if ok {
            right.extend(pairs.get(&g));
        }
        if wanted.must {
            for family in families(&wanted.kind) {
                tally.gold(&family, ok);
            }
        }
        if !ok {
            let kind = if wanted.must { FindingKind::MissingNode } else { FindingKind::MissingOptionalNode };
            let instead = node.map(|node| format!(", found as {}", node.kind)).unwrap_or_default();
            findings.push(Finding::new(kind, format!("{} {}{instead}", wanted.kind, wanted.label)));
        }
    }
    for (p, node) in found.iter().enumerate() {
        let ok = right.contains(&p);
        for family in families(&node.kind) {
            tally.pred(&family, ok);
        }
        if !ok {
            let aliases = node.aliases.join(" | ");
            findings.push(Finding::new(
                FindingKind::SpuriousNode,
                format!("{} {} ({aliases})", node.kind, node.label),
            ));
        }
    }
}
