//! The prose of a format whose words cannot be pointed at in the file: a text of our own, blocks apart by empty lines.

use crate::model::Block;
use crate::model::BlockKind;
use crate::model::OffsetBase;
use crate::model::Span;
use crate::read::draft::Draft;
use crate::read::draft::Origin;
use crate::read::encoding;
use crate::read::layout;

/// Grows block by block.
#[derive(Debug, Default)]
pub(crate) struct Extract {
    text: String,
    blocks: Vec<Block>,
}

impl Extract {
    /// Adds a paragraph, heading or item; blanks are made single, line breaks kept where they may part paragraphs.
    pub(crate) fn push(&mut self, kind: BlockKind, words: &str) {
        if !words.contains(char::is_alphanumeric) {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        let mut lines = words.split('\n').map(|line| line.split_whitespace());
        let mut first = true;
        for line in &mut lines {
            if !first {
                self.text.push(if kind == BlockKind::Paragraph { '\n' } else { ' ' });
            }
            first = false;
            let from = self.text.len();
            for word in line {
                if self.text.len() > from {
                    self.text.push(' ');
                }
                self.text.push_str(word);
            }
        }
        self.text.truncate(start + self.text[start..].trim_end().len());
        match kind {
            BlockKind::Paragraph => self.blocks.extend(layout::blocks(&self.text, start..self.text.len())),
            BlockKind::Heading | BlockKind::Item => {
                self.blocks.push(Block { kind, spans: vec![Span::at(start, self.text.len())] });
            }
        }
    }

    /// Whether nothing was added.
    pub(crate) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Letters and all, in bytes.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// The text with its blocks; short paragraphs that stand over others become headings.
    pub(crate) fn into_draft(mut self, origin: Origin) -> Draft {
        layout::mark_headings(&self.text, &mut self.blocks);
        Draft { part: None, offset_base: OffsetBase::Extracted, text: self.text, blocks: self.blocks, origin }
    }
}

/// A text that has lines and nothing else, laid out.
pub(crate) fn of_lines(text: String, origin: Origin) -> Draft {
    let text = encoding::mended(text);
    let blocks = layout::blocks(&text, 0..text.len());
    Draft { part: None, offset_base: OffsetBase::Extracted, text, blocks, origin }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_point_at_their_words() {
        let mut extract = Extract::default();
        extract.push(BlockKind::Heading, " The\n accord ");
        extract.push(BlockKind::Paragraph, "The  envoys met.\nThey agreed on terms.\n");
        extract.push(BlockKind::Paragraph, " -- ");
        extract.push(BlockKind::Item, "trade");
        let draft = extract.into_draft(Origin::default());
        assert_eq!(draft.text, "The accord\n\nThe envoys met.\nThey agreed on terms.\n\ntrade");
        let blocks: Vec<_> = draft.blocks.iter().map(|b| (b.kind, b.cover().of(&draft.text))).collect();
        assert_eq!(
            blocks,
            [
                (BlockKind::Heading, "The accord"),
                (BlockKind::Paragraph, "The envoys met."),
                (BlockKind::Paragraph, "They agreed on terms."),
                (BlockKind::Item, "trade"),
            ]
        );
    }
}
