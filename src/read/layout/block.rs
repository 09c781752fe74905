//! Lines that belong together, as blocks.

use crate::model::Block;
use crate::model::BlockKind;
use crate::model::Span;
use crate::read::layout::join::goes_on;
use crate::read::layout::join::opens_item;
use crate::read::layout::line::Line;
use crate::read::layout::wrap::Shape;

/// The blocks that the lines make.
pub(crate) fn assemble(text: &str, lines: &[Line], shape: &Shape) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut first = 0;
    for last in 0..lines.len() {
        let line = &lines[last];
        let on = lines
            .get(last + 1)
            .is_some_and(|next| goes_on(line, next, lines.get(last + 2), first == last, shape));
        if !on {
            let before = first.checked_sub(1).map(|before| &lines[before]);
            let block = block(text, before, &lines[first..=last], shape);
            // A bullet with nothing behind it is no block.
            if has_words(block.cover().of(text)) {
                blocks.push(block);
            }
            first = last + 1;
        }
    }
    blocks
}

fn block(text: &str, before: Option<&Line>, lines: &[Line], shape: &Shape) -> Block {
    let mut spans: Vec<Span> = lines.iter().map(|line| Span::at(line.range.start, line.range.end)).collect();
    let mut kind = BlockKind::Paragraph;
    let first = &lines[0];
    if let Some(marker) = &first.marker
        && before.is_none_or(|before| before.gap_ends(first) || opens_item(before, first, shape))
    {
        kind = BlockKind::Item;
        spans[0].start += marker.len as u32;
        if spans[0].is_empty() && spans.len() > 1 {
            spans.remove(0);
        }
        // A mark with nothing behind it is all the words there are.
        if !spans.iter().any(|span| has_words(span.of(text))) {
            kind = BlockKind::Paragraph;
            spans[0].start = first.range.start as u32;
        }
    }
    Block { kind, spans }
}

fn has_words(prose: &str) -> bool {
    prose.contains(char::is_alphanumeric)
}

impl Line {
    /// Whether so much stands between two lines that what the first ends with tells nothing.
    fn gap_ends(&self, next: &Self) -> bool {
        next.gap > 1 || self.label
    }
}
