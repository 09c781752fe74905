//! The extent of a noun phrase to the left of its head.

use crate::mention::text::Words;
use crate::model::Deprel;
use crate::model::Upos;
use crate::model::Xpos;

/// The first token of the noun phrase of `head`, from what is already taken in on its left.
pub(super) fn phrase_start(words: &Words<'_, '_>, taken: usize, head: usize) -> usize {
    let mut start = taken;
    while start > words.range.start && is_premodifier(words, start - 1, head) {
        start -= 1;
    }
    while start < taken
        && (matches!(words.upos(start), Upos::Punct | Upos::Adp | Upos::Cconj)
            // *We have **also** useful talks*
            || words.upos(start) == Upos::Adv && matches!(words.upos(start + 1), Upos::Adv | Upos::Adj)
            || words.doc.tokens[start].xpos == Xpos::Pos)
    {
        start += 1;
    }
    start
}

/// A determiner, numeral, possessor or adjective of the noun phrase, or a mark inside it.
fn is_premodifier(words: &Words<'_, '_>, token: usize, head: usize) -> bool {
    if token >= head || !words.doc.is_under(token, head) {
        return false;
    }
    let outer = words.doc.ancestors(token).take_while(|&above| above != head).last().unwrap_or(token);
    let relation = words.doc.deprel(outer);
    let inside = relation.qualifies();
    let mark = relation == Deprel::Punct
        && matches!(
            words.form(token),
            "-" | "\"" | "\u{201c}" | "\u{201d}" | "'" | "\u{2018}" | "\u{2019}" | "$"
        );
    outer < head && (inside || mark) && !matches!(words.upos(token), Upos::Verb | Upos::Sconj)
        || outer < head && inside && matches!(words.doc.tokens[token].xpos, Xpos::Vbn | Xpos::Vbg)
}
