//! Words that a page has put together by losing the blank between them.

use crate::annotate::token_rules::TokenRules;

/// Letters of the shortest given name before a title that has lost its blank.
const SHORTEST_NAME: usize = 3;

/// Where a word begins that lost the blank before it: *Ana|President*.
pub(crate) fn glued(piece: &str, rules: &TokenRules) -> Option<usize> {
    let mut letters = piece.char_indices().skip(1);
    let at = letters.find(|(_, letter)| letter.is_uppercase()).map(|(at, _)| at)?;
    let name = piece.starts_with(char::is_uppercase) && at >= SHORTEST_NAME;
    (name && rules.glued.contains(&piece[at..])).then_some(at)
}
