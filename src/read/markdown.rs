//! Markdown: the prose between its marks.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::model::Block;
use crate::model::BlockKind;
use crate::model::OffsetBase;
use crate::model::Span;
use crate::read::draft::Draft;
use crate::read::draft::Drafts;
use crate::read::draft::Origin;
use crate::read::draft::Refusal;
use crate::read::encoding;
use crate::read::front_matter;
use crate::read::options::ReadOptions;
use crate::read::reader::Reader;

/// `CommonMark` with tables, footnotes, task lists and strike-through.
#[derive(Debug)]
pub(crate) struct Markdown;

impl Reader for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn about(&self) -> &'static str {
        "Markdown, optionally with YAML front matter"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["md", "markdown"]
    }

    /// Much plain text looks like Markdown: only the extension or the user tells it.
    fn sniff(&self, _head: &[u8]) -> bool {
        false
    }

    fn read(&self, bytes: Vec<u8>, _options: &ReadOptions) -> Drafts {
        vec![encoding::decode(bytes).map(draft).map_err(Refusal::new)]
    }
}

fn draft(text: String) -> Draft {
    let (origin, body) = front_matter::split(&text).unwrap_or_default();
    let mut prose = Prose::default();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    for (event, range) in Parser::new_ext(&text[body..], options).into_offset_iter() {
        prose.take(&text, event, range.start + body..range.end + body);
    }
    prose.close();
    let title = prose.title.map(|title| words(&text, &title)).filter(|title| !title.is_empty());
    let origin = origin.or(Origin { title, ..Origin::default() });
    Draft { part: None, offset_base: OffsetBase::Source, text, blocks: prose.blocks, origin }
}

/// The words of a block in one line.
fn words(text: &str, block: &Block) -> String {
    let prose: Vec<&str> = block.spans.iter().map(|span| span.of(text)).collect();
    prose.concat().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The blocks seen so far and the one that is open.
#[derive(Default)]
struct Prose {
    blocks: Vec<Block>,
    title: Option<Block>,
    /// What blocks are here, innermost last.
    kinds: Vec<BlockKind>,
    spans: Vec<Span>,
    /// How many images, fenced blocks and the like are open: their words are no prose.
    hidden: usize,
}

impl Prose {
    fn take(&mut self, text: &str, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(end) => self.end(end),
            Event::Text(words) => self.text(text, &words, range),
            Event::Code(words) => {
                if let Some(at) = text[range.clone()].find(&*words) {
                    self.add(range.start + at, range.start + at + words.len());
                } else {
                    self.add(range.start, range.end);
                }
            }
            Event::Rule => self.close(),
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { .. } => self.open(BlockKind::Heading),
            Tag::Item => self.open(BlockKind::Item),
            Tag::Paragraph | Tag::BlockQuote(_) | Tag::TableCell | Tag::FootnoteDefinition(_) => {
                // A paragraph in an item is still the item.
                let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
                self.open(kind);
            }
            Tag::CodeBlock(CodeBlockKind::Indented) => self.open(BlockKind::Paragraph),
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) | Tag::Image { .. } | Tag::MetadataBlock(_) => {
                self.hidden += 1;
            }
            Tag::HtmlBlock
            | Tag::List(_)
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition => self.close(),
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. } => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Heading(level) => {
                let before = self.blocks.len();
                self.leave();
                if level == pulldown_cmark::HeadingLevel::H1 && self.title.is_none() {
                    self.title = self.blocks.get(before).cloned();
                }
            }
            TagEnd::Item
            | TagEnd::Paragraph
            | TagEnd::BlockQuote(_)
            | TagEnd::TableCell
            | TagEnd::FootnoteDefinition => self.leave(),
            TagEnd::CodeBlock | TagEnd::Image | TagEnd::MetadataBlock(_) => {
                // An indented block was opened as a paragraph and hides nothing.
                if self.hidden > 0 {
                    self.hidden -= 1;
                } else {
                    self.leave();
                }
            }
            TagEnd::HtmlBlock
            | TagEnd::List(_)
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => self.close(),
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link => {}
        }
    }

    fn text(&mut self, text: &str, words: &CowStr<'_>, range: Range<usize>) {
        let source = &text[range.clone()];
        if *source == **words {
            self.add(range.start, range.end);
        } else if source.starts_with('&') && **words == *"&" {
            // `&amp;` reads as its first character.
            self.add(range.start, range.start + 1);
        } else if !words.trim().is_empty() {
            self.add(range.start, range.end);
        }
    }

    /// Adds prose, lines apart.
    fn add(&mut self, start: usize, end: usize) {
        if self.hidden > 0 || start >= end {
            return;
        }
        match self.spans.last_mut() {
            Some(last) if last.end as usize == start => last.end = end as u32,
            _ => self.spans.push(Span::at(start, end)),
        }
    }

    fn open(&mut self, kind: BlockKind) {
        self.close();
        self.kinds.push(kind);
    }

    fn leave(&mut self) {
        self.close();
        self.kinds.pop();
    }

    fn close(&mut self) {
        let spans = std::mem::take(&mut self.spans);
        let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
        if !spans.is_empty() {
            self.blocks.push(Block { kind, spans });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prose(text: &str) -> Vec<(BlockKind, String)> {
        let draft = draft(text.to_owned());
        draft.blocks.iter().map(|block| (block.kind, words(text, block))).collect()
    }

    #[test]
    fn marks_are_no_prose() {
        let text = "# The **Lakeside** accord #\n\nThe [*first* envoy](http://example.org \"t\") met `her` ~~old~~ colleague\n\
                    in town.[^1] ![a lake](lake.png)<!-- hidden --> They said 5 \\* 3 &amp; left.\n\n\
                    > We agree.\n\n---\n\n[^1]: On Monday.\n";
        assert_eq!(
            prose(text),
            [
                (BlockKind::Heading, "The Lakeside accord".to_owned()),
                (
                    BlockKind::Paragraph,
                    "The first envoy met her old colleaguein town. They said 5 * 3 & left.".to_owned()
                ),
                (BlockKind::Paragraph, "We agree.".to_owned()),
                (BlockKind::Paragraph, "On Monday.".to_owned()),
            ]
        );
        assert_eq!(draft(text.to_owned()).origin.title.unwrap(), "The Lakeside accord");
    }

    #[test]
    fn items_and_cells_are_blocks_of_their_own() {
        let text = "Agreed:\n\n* [x] trade\n* borders\n\n  and rivers\n\n1. peace\n\n| Who | What |\n|---|---|\n| Envoy | accord |\n";
        let kinds = prose(text);
        let words: Vec<&str> = kinds.iter().map(|(_, words)| words.as_str()).collect();
        assert_eq!(
            words,
            ["Agreed:", "trade", "borders", "and rivers", "peace", "Who", "What", "Envoy", "accord"]
        );
        assert!(kinds[1..5].iter().all(|(kind, _)| *kind == BlockKind::Item));
    }

    #[test]
    fn code_and_html_blocks_are_no_prose() {
        let text = "```\nlet x;\n```\n\n<div>\nhidden\n</div>\n\n    An indented line.\n\nThe end.\n";
        assert_eq!(
            prose(text).into_iter().map(|(_, words)| words).collect::<Vec<_>>(),
            ["An indented line.", "The end."]
        );
    }

    #[test]
    fn front_matter_counts_for_more_than_the_heading() {
        let text = "---\ntitle: Talks\ndate: 2021-10-08\n---\n\n# Other\n\nThe envoys met.";
        let draft = draft(text.to_owned());
        assert_eq!(draft.origin.title.as_deref(), Some("Talks"));
        assert_eq!(draft.blocks[1].cover().of(text), "The envoys met.");
    }
}
