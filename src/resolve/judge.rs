//! What the user decided, laid over what was found.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::model::Decision;
use crate::model::Join;
use crate::model::Judgement;
use crate::model::NodeKind;
use crate::model::Reason;
use crate::resolve::profile::Profile;

/// The chains of one thing, and what was decided on it.
#[derive(Debug, Clone, Default)]
pub(super) struct Group {
    /// In order.
    pub(super) chains: Vec<usize>,
    pub(super) joins: Vec<Join>,
    /// A user's name for it.
    pub(super) label: Option<String>,
    /// A user's kind for it.
    pub(super) kind: Option<NodeKind>,
}

/// The groups of a corpus while judgements are laid over them.
#[derive(Debug)]
pub(super) struct Judged<'c, 'f> {
    pub(super) profiles: &'c [Profile<'f>],
    pub(super) groups: Vec<Group>,
    group_of: Vec<usize>,
    /// Pairs of chains that a user told apart.
    pub(super) apart: Vec<(BTreeSet<usize>, BTreeSet<usize>)>,
}

/// Ids and former ids of the groups, by number.
pub(super) type Names = BTreeMap<String, usize>;

impl<'c, 'f> Judged<'c, 'f> {
    pub(super) fn new(profiles: &'c [Profile<'f>], groups: Vec<Group>) -> Self {
        let mut judged = Self { profiles, groups, group_of: vec![0; profiles.len()], apart: Vec::new() };
        judged.count();
        judged
    }

    fn count(&mut self) {
        for (number, group) in self.groups.iter().enumerate() {
            for &chain in &group.chains {
                self.group_of[chain] = number;
            }
        }
    }

    /// Lays a judgement over the groups; false where it names something that there is not.
    pub(super) fn apply(&mut self, judgement: &Judgement, names: &Names) -> bool {
        match &judgement.decision {
            Decision::Same { left, right } => self.unite(left, right, judgement, names),
            Decision::NotSame { left, right } | Decision::Undecided { left, right } => {
                self.part(left, right, names)
            }
            Decision::Rename { thing, to } => {
                self.with_group(thing, names, |group| group.label = Some(to.clone()))
            }
            Decision::Retype { thing, to } => {
                self.with_group(thing, names, |group| group.kind = Some(to.clone()))
            }
            Decision::Reject { .. } | Decision::Correct { .. } => true,
        }
    }

    fn with_group(&mut self, thing: &str, names: &Names, change: impl FnOnce(&mut Group)) -> bool {
        let Some(&chain) = self.chains_of(thing, names).first() else { return false };
        change(&mut self.groups[self.group_of[chain]]);
        true
    }

    fn unite(&mut self, left: &str, right: &str, judgement: &Judgement, names: &Names) -> bool {
        let (left, right) = (self.chains_of(left, names), self.chains_of(right, names));
        let (Some(&a), Some(&b)) = (left.first(), right.first()) else { return false };
        let (a, b) = (self.group_of[a], self.group_of[b]);
        self.apart.retain(|(one, other)| {
            let both = |set: &BTreeSet<usize>, list: &[usize]| list.iter().any(|chain| set.contains(chain));
            !(both(one, &left) && both(other, &right) || both(one, &right) && both(other, &left))
        });
        if a == b {
            return true;
        }
        let moved = std::mem::take(&mut self.groups[b]);
        let chains = moved.chains.iter().map(|&chain| self.profiles[chain].at().to_string()).collect();
        let group = &mut self.groups[a];
        group.chains.extend(moved.chains);
        group.chains.sort_unstable();
        group.joins.extend(moved.joins);
        group.joins.push(Join {
            chains,
            reasons: vec![Reason::Judged],
            confidence: 1.0,
            by: Some(judgement.by.clone().unwrap_or_else(|| judgement.origin.file.clone())),
            why: judgement.reason.clone(),
        });
        group.label = group.label.take().or(moved.label);
        group.kind = group.kind.take().or(moved.kind);
        self.count();
        true
    }

    /// Takes two things apart that were joined; keeps in mind that they are two.
    fn part(&mut self, left: &str, right: &str, names: &Names) -> bool {
        let (mut a, mut b) = (self.chains_of(left, names), self.chains_of(right, names));
        if a.is_empty() || b.is_empty() {
            return false;
        }
        // A chain of a thing against the thing: the rest of it.
        if a.len() >= b.len() {
            a.retain(|chain| !b.contains(chain));
        } else {
            b.retain(|chain| !a.contains(chain));
        }
        let (Some(&one), Some(&other)) = (a.first(), b.first()) else { return false };
        let (a, b): (BTreeSet<usize>, BTreeSet<usize>) = (a.into_iter().collect(), b.into_iter().collect());
        if self.group_of[one] == self.group_of[other] {
            self.split(self.group_of[one], &a, &b);
        }
        self.apart.push((a, b));
        true
    }

    fn split(&mut self, number: usize, a: &BTreeSet<usize>, b: &BTreeSet<usize>) {
        let names = |chains: &BTreeSet<usize>| -> BTreeSet<String> {
            chains.iter().flat_map(|&chain| self.profiles[chain].names()).collect()
        };
        let (names_a, names_b) = (names(a), names(b));
        let group = std::mem::take(&mut self.groups[number]);
        let (mut kept, mut left) =
            (Group { label: group.label, kind: group.kind, ..Group::default() }, Group::default());
        // What is joined to neither by name stays with the greater part.
        let to_b = b.len() > a.len();
        for chain in group.chains {
            let own = self.profiles[chain].names();
            let is = |names: &BTreeSet<String>| own.iter().any(|name| names.contains(name));
            let second = if a.contains(&chain) || b.contains(&chain) {
                b.contains(&chain)
            } else if is(&names_a) == is(&names_b) {
                to_b
            } else {
                is(&names_b)
            };
            if second { left.chains.push(chain) } else { kept.chains.push(chain) }
        }
        for join in group.joins {
            for side in [&mut kept, &mut left] {
                let own: BTreeSet<String> =
                    side.chains.iter().map(|&chain| self.profiles[chain].at().to_string()).collect();
                let chains: Vec<String> =
                    join.chains.iter().filter(|chain| own.contains(*chain)).cloned().collect();
                if !chains.is_empty() && side.chains.len() > 1 {
                    side.joins.push(Join { chains, ..join.clone() });
                }
            }
        }
        self.groups[number] = kept;
        self.groups.push(left);
        self.count();
    }

    /// The chains that a reference names: a place, or of a thing those that are called so, else all.
    fn chains_of(&self, reference: &str, names: &Names) -> Vec<usize> {
        if let Some(&number) = names.get(reference) {
            let all = &self.groups[number].chains;
            let own: Vec<usize> = all
                .iter()
                .copied()
                .filter(|&chain| self.profiles[chain].own_ids().iter().any(|id| id == reference))
                .collect();
            return if own.is_empty() { all.clone() } else { own };
        }
        self.chain_at(reference).into_iter().collect()
    }

    fn chain_at(&self, reference: &str) -> Option<usize> {
        let (document, place, by_character) = match reference.rsplit_once(':') {
            Some((document, place)) => (document, place, true),
            None => reference.rsplit_once('.').map(|(document, place)| (document, place, false))?,
        };
        let place: u32 = place.parse().ok()?;
        let first = self.profiles.partition_point(|profile| profile.fragment.document.id.as_str() < document);
        let fragment = self.profiles.get(first)?.fragment;
        if fragment.document.id != document {
            return None;
        }
        if !by_character {
            return ((place as usize) < fragment.chains.len()).then_some(first + place as usize);
        }
        let spans = fragment.chains.iter().enumerate().flat_map(|(number, chain)| {
            chain.mentions.iter().map(move |mention| (mention.quote.start, mention.quote.end, number))
        });
        let around = spans.filter(|&(start, end, _)| start <= place && place < end);
        // The mention that begins there, else the narrowest around.
        let best = around.min_by_key(|&(start, end, _)| (start != place, end - start))?;
        Some(first + best.2)
    }
}
