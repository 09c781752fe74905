//! Pairs things of two sides one to one.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// Two things that may belong together: how well they fit, the left one, the right one.
pub(super) type Candidate = (f64, usize, usize);

/// Takes the best pair first, then the best of what is left. Among equals the names decide, in the order of their
/// characters; the result gives the right one of each left one.
pub(super) fn pair_up(
    mut candidates: Vec<Candidate>,
    left_name: impl Fn(usize) -> String,
    right_name: impl Fn(usize) -> String,
) -> BTreeMap<usize, usize> {
    candidates.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then_with(|| left_name(a.1).cmp(&left_name(b.1)))
            .then_with(|| right_name(a.2).cmp(&right_name(b.2)))
    });
    let (mut pairs, mut used) = (BTreeMap::new(), BTreeSet::new());
    for (_, left, right) in candidates {
        if !pairs.contains_key(&left) && used.insert(right) {
            pairs.insert(left, right);
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(candidates: &[Candidate]) -> Vec<(usize, usize)> {
        let number = |n: usize| n.to_string();
        pair_up(candidates.to_vec(), number, number).into_iter().collect()
    }

    #[test]
    fn the_best_pair_is_taken_even_if_it_leaves_another_alone() {
        assert_eq!(pairs(&[(0.7, 0, 0), (0.9, 0, 1), (0.8, 1, 1)]), [(0, 1)]);
    }

    #[test]
    fn among_equals_names_are_compared_as_text() {
        assert_eq!(pairs(&[(0.5, 0, 9), (0.5, 0, 10)]), [(0, 10)]);
    }
}
