//! Sums before a noun (*the $3 billion initiative*) are taken out before a sentence is parsed and hung on the noun afterwards: a
//! parser takes the sum for what is meant and loses the noun.

use std::ops::Range;

use crate::model::Deprel;
use crate::model::Upos;

/// The sums that stand between a determiner or adjective and a noun, in places of `words`.
pub(crate) fn sums_before_nouns(words: &[Upos]) -> Vec<Range<usize>> {
    let mut sums = Vec::new();
    let mut at = 1;
    while at < words.len() {
        let end = (at + 1..words.len()).find(|&word| words[word] != Upos::Num).unwrap_or(words.len());
        let led = matches!(words[at - 1], Upos::Det | Upos::Adj);
        let leads = words.get(end).is_some_and(|next| matches!(next, Upos::Noun | Upos::Propn | Upos::Adj));
        if words[at] == Upos::Sym && end > at + 1 && led && leads {
            sums.push(at..end);
            at = end;
        } else {
            at += 1;
        }
    }
    sums
}

/// The head and relation of each word of a sum: the sign hangs on the noun, the numbers on the sign.
pub(crate) fn hang_sum(sum: &Range<usize>, noun: usize) -> impl Iterator<Item = (usize, usize, Deprel)> {
    let (sign, last) = (sum.start, sum.end - 1);
    sum.clone().map(move |word| {
        if word == sign {
            (word, noun, Deprel::Compound)
        } else if word == last {
            (word, sign, Deprel::Nummod)
        } else {
            (word, last, Deprel::Compound)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_taken_out_only_where_it_qualifies_a_noun() {
        use Upos::{Det, Noun, Num, Propn, Punct, Sym, Verb};
        assert_eq!(sums_before_nouns(&[Verb, Det, Sym, Num, Num, Propn, Noun]).first(), Some(&(2..5)));
        assert!(sums_before_nouns(&[Verb, Sym, Num, Num, Noun]).is_empty());
        assert!(sums_before_nouns(&[Det, Sym, Num, Verb]).is_empty());
        assert!(sums_before_nouns(&[Verb, Det, Sym, Punct]).is_empty());
    }

    #[test]
    fn the_sign_hangs_on_the_noun_and_the_numbers_on_the_sign() {
        let hung: Vec<_> = hang_sum(&(2..5), 6).collect();
        assert_eq!(hung, [(2, 6, Deprel::Compound), (3, 4, Deprel::Compound), (4, 2, Deprel::Nummod)]);
    }
}
