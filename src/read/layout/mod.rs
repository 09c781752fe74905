//! Lines to paragraphs, headings and items, for every format whose text has lines and nothing else.
//!
//! In one text a line is a paragraph, in another a printed line; in scanned text every printed line is followed by a blank one.
//! What a text does is measured first ([`wrap`]), then each pair of neighbours is joined or parted ([`join`]).
//! Where it cannot be told, lines part at the end of a sentence, which harms nobody, and join inside one.

mod block;
mod heading;
mod join;
mod line;
mod marker;
mod wrap;

use std::ops::Range;

use crate::model::Block;

pub(crate) use heading::mark as mark_headings;
pub(crate) use heading::mark_title;

/// The blocks of a stretch of text.
pub(crate) fn blocks(text: &str, range: Range<usize>) -> Vec<Block> {
    blocks_without(text, range, |_| false)
}

/// The blocks of a stretch of text, without the lines that `masked` names, given the byte that each begins at.
pub(crate) fn blocks_without(text: &str, range: Range<usize>, masked: impl Fn(usize) -> bool) -> Vec<Block> {
    let mut lines = line::split(text, range, masked);
    let shape = wrap::Shape::of(text, &lines);
    line::drop_page_numbers(text, &mut lines, &shape);
    let mut blocks = block::assemble(text, &lines, &shape);
    mark_headings(text, &mut blocks);
    blocks
}

#[cfg(test)]
mod tests;
