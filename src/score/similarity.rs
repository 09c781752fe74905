//! How much two lists of words share, each word counted as often as it stands there.

use std::collections::BTreeMap;

/// Words that both lists have.
fn shared(a: &[String], b: &[String]) -> usize {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for word in a {
        *left.entry(word).or_default() += 1;
    }
    let mut same = 0;
    for word in b {
        if let Some(count) = left.get_mut(word.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            same += 1;
        }
    }
    same
}

/// F1 of the words, 0 to 1; 0 where one of the lists is empty.
pub(super) fn overlap(a: &[String], b: &[String]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    2.0 * shared(a, b) as f64 / (a.len() + b.len()) as f64
}

/// The share of the words of `inner` that `outer` has too, 0 to 1; 0 where `inner` is empty.
pub(super) fn contained(inner: &[String], outer: &[String]) -> f64 {
    if inner.is_empty() {
        return 0.0;
    }
    shared(inner, outer) as f64 / inner.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_word_counts_as_often_as_both_have_it() {
        assert!((overlap(&words("a a b"), &words("a a a c")) - 4.0 / 7.0).abs() < 1e-12);
        assert!((contained(&words("a a b"), &words("a b c d")) - 2.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn nothing_is_like_nothing() {
        assert!(overlap(&[], &words("a")) < f64::EPSILON);
        assert!(contained(&[], &[]) < f64::EPSILON);
    }
}
