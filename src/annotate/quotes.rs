//! Marks of quotation are taken out before a sentence is parsed and hung into its tree afterwards: whether a word is quoted changes
//! nothing of its role, but parsers stumble over the marks.

use std::ops::Range;

use crate::annotate::transition::NONE;
use crate::model::Upos;

/// Whether a token is a mark of quotation. Single ones may be apostrophes of an owner, which the tag tells.
fn is_quote(form: &str, sort: Upos) -> bool {
    match form {
        "\"" | "\u{201c}" | "\u{201d}" | "\u{201e}" | "\u{ab}" | "\u{bb}" | "''" | "``" => true,
        "'" | "`" | "\u{2018}" | "\u{2019}" => sort == Upos::Punct,
        _ => false,
    }
}

/// The words that are no marks of quotation, unless there are no others. `sort` tells the tag of each.
pub(crate) fn unquoted(forms: &[&str], sort: impl Fn(usize) -> Upos) -> Vec<usize> {
    let words: Vec<usize> = (0..forms.len()).filter(|&word| !is_quote(forms[word], sort(word))).collect();
    if words.is_empty() { (0..forms.len()).collect() } else { words }
}

/// Hangs the words that are not kept on the head of what they enclose, by `label`.
pub(crate) fn hang_quotes(whole: &mut [(u16, u8)], kept: &[usize], label: u8) {
    let length = whole.len();
    let mut is_kept = vec![false; length];
    for &word in kept {
        is_kept[word] = true;
    }
    let marks: Vec<usize> = (0..length).filter(|&word| !is_kept[word]).collect();
    for pair in marks.chunks(2) {
        let first = pair[0];
        let end = pair.get(1).copied().unwrap_or(length);
        let head = head_inside(whole, &is_kept, first + 1..end)
            .or_else(|| head_inside(whole, &is_kept, 0..first))
            .or_else(|| head_inside(whole, &is_kept, 0..length));
        for &mark in pair {
            whole[mark] = (head.map_or(NONE, |head| head as u16), label);
        }
    }
}

/// The first word of a range that hangs on none of its words.
fn head_inside(tree: &[(u16, u8)], is_kept: &[bool], range: Range<usize>) -> Option<usize> {
    range.clone().find(|&word| is_kept[word] && !range.contains(&usize::from(tree[word].0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_hang_on_the_head_of_what_they_enclose() {
        let forms = ["a", "\"", "humane", "approach", "\"", "works"];
        let kept = unquoted(&forms, |_| Upos::X);
        assert_eq!(kept, [0, 2, 3, 5]);
        let mut whole = [(3, 1), (NONE, 0), (3, 1), (5, 2), (NONE, 0), (NONE, 0)];
        hang_quotes(&mut whole, &kept, 9);
        assert_eq!(whole, [(3, 1), (3, 9), (3, 1), (5, 2), (3, 9), (NONE, 0)]);
    }

    #[test]
    fn an_apostrophe_is_no_mark_of_quotation() {
        let forms = ["the", "workers", "'", "'", "rights", "'"];
        let sorts = [Upos::Det, Upos::Noun, Upos::Part, Upos::Punct, Upos::Noun, Upos::Punct];
        assert_eq!(unquoted(&forms, |word| sorts[word]), [0, 1, 2, 4]);
    }

    #[test]
    fn a_sentence_of_marks_alone_keeps_them() {
        assert_eq!(unquoted(&["\"", "\""], |_| Upos::Punct), [0, 1]);
    }

    #[test]
    fn a_mark_without_its_fellow_hangs_on_the_sentence_behind_or_before_it() {
        let mut whole = [(1, 1), (NONE, 0), (NONE, 0)];
        hang_quotes(&mut whole, &[0, 1], 9);
        assert_eq!(whole[2], (1, 9));
    }
}
