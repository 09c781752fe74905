//! Chains joined so far: a union-find that remembers why.

use std::collections::BTreeMap;

use crate::model::Reason;
use crate::resolve::background::Background;
use crate::resolve::compare::ASK;
use crate::resolve::compare::Comparison;
use crate::resolve::compare::JOIN;
use crate::resolve::context::Contexts;
use crate::resolve::profile::Profile;
use crate::resolve::summary::Summary;

/// Two things of which the better fits better than the other by less than this are no choice.
const MARGIN: f64 = 0.08;

/// More different things of one key are not compared with each other: the key tells nothing.
const CROWD: usize = 256;

/// So many doubts about one thing are kept.
const DOUBTS: usize = 8;

/// Why two groups were joined.
#[derive(Debug, Clone)]
pub(super) struct Record {
    /// A chain of the group that was joined to the other.
    pub(super) from: usize,
    pub(super) confidence: f64,
    pub(super) reasons: Vec<Reason>,
}

/// All chains of the corpus, in groups.
#[derive(Debug)]
pub(super) struct Clusters<'c, 'f> {
    pub(super) profiles: &'c [Profile<'f>],
    pub(super) contexts: &'c Contexts,
    parent: Vec<usize>,
    summaries: Vec<Option<Summary<'f>>>,
    pub(super) records: Vec<Record>,
    /// By pair of chains, one of each group.
    pub(super) doubts: BTreeMap<(usize, usize), Comparison>,
}

impl<'c, 'f> Clusters<'c, 'f> {
    pub(super) fn new(
        profiles: &'c [Profile<'f>],
        contexts: &'c Contexts,
        background: Background<'_>,
    ) -> Self {
        let summaries = profiles.iter().map(|profile| Some(Summary::new(profile, background))).collect();
        let parent = (0..profiles.len()).collect();
        Self { profiles, contexts, parent, summaries, records: Vec::new(), doubts: BTreeMap::new() }
    }

    pub(super) fn root(&self, chain: usize) -> usize {
        let mut root = chain;
        while self.parent[root] != root {
            root = self.parent[root];
        }
        root
    }

    /// What the group of a chain shows.
    pub(super) fn summary(&self, chain: usize) -> Option<&Summary<'f>> {
        self.summaries[self.root(chain)].as_ref()
    }

    pub(super) fn join(&mut self, to: usize, from: usize, confidence: f64, reasons: Vec<Reason>) {
        let (to, other) = (self.root(to), self.root(from));
        if to == other {
            return;
        }
        if let Some(theirs) = self.summaries[other].take()
            && let Some(ours) = &mut self.summaries[to]
        {
            ours.absorb(theirs);
        }
        self.parent[other] = to;
        self.parent[from] = to;
        self.records.push(Record { from, confidence, reasons });
    }

    pub(super) fn doubt(&mut self, a: usize, b: usize, comparison: Comparison) {
        let pair = (a.min(b), a.max(b));
        let known = self.doubts.get(&pair);
        if known.is_none_or(|known| known.confidence < comparison.confidence) {
            self.doubts.insert(pair, comparison);
        }
    }

    /// Joins the chains of one block, in their order, each to the one thing that it fits best.
    pub(super) fn join_block(
        &mut self,
        block: &[usize],
        compare: impl Fn(&Summary<'f>, &Summary<'f>, &Contexts) -> Option<Comparison>,
    ) {
        let mut seen: Vec<usize> = Vec::new();
        for &chain in block {
            let root = self.root(chain);
            if seen.contains(&root) {
                continue;
            }
            let mut fitting: Vec<(usize, Comparison)> = Vec::new();
            for &other in &seen {
                if let (Some(ours), Some(theirs)) = (&self.summaries[root], &self.summaries[other])
                    && let Some(found) = compare(theirs, ours, self.contexts)
                {
                    fitting.push((other, found));
                }
            }
            fitting.sort_by(|a, b| b.1.confidence.total_cmp(&a.1.confidence).then(a.0.cmp(&b.0)));
            if !self.settle(chain, fitting) && seen.len() < CROWD {
                seen.push(root);
            }
        }
    }

    /// Joins a chain to the best of the things that fit, where one stands out; keeps doubts otherwise.
    pub(super) fn settle(&mut self, chain: usize, mut fitting: Vec<(usize, Comparison)>) -> bool {
        let Some((best, found)) = fitting.first().cloned() else { return false };
        let rival = fitting.get(1).is_some_and(|(_, second)| found.confidence - second.confidence < MARGIN);
        if found.confidence >= JOIN && !rival {
            self.join(best, chain, found.confidence, found.reasons);
            return true;
        }
        fitting.truncate(DOUBTS);
        for (other, mut comparison) in fitting {
            if comparison.confidence < ASK {
                continue;
            }
            if rival {
                comparison.against.push(Reason::SeveralFit);
                comparison.confidence = comparison.confidence.min(JOIN - 0.01);
            }
            self.doubt(other, chain, comparison);
        }
        false
    }

    /// The groups, each with its chains in order.
    pub(super) fn groups(&self) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for chain in 0..self.profiles.len() {
            groups.entry(self.root(chain)).or_default().push(chain);
        }
        groups.into_values().collect()
    }
}
