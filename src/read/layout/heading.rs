//! Which blocks are titles and headings.

use crate::model::Block;
use crate::model::BlockKind;
use crate::read::layout::line::is_caps;
use crate::read::layout::line::is_quoted;

/// The longest heading in capitals, in characters.
const LONGEST_CAPS: usize = 250;
/// The longest heading of another kind.
const LONGEST: usize = 120;
const MOST_WORDS: usize = 15;

/// Turns paragraphs that are headings into such: in capitals, between quotation marks or brackets, or short and without
/// an end, with text below.
pub(crate) fn mark(text: &str, blocks: &mut [Block]) {
    let looks: Vec<Look> = blocks.iter().map(|block| Look::of(text, block)).collect();
    let caps_text = {
        let caps: usize = looks.iter().filter(|look| look.caps).map(|look| look.chars).sum();
        let all: usize = looks.iter().map(|look| look.chars).sum();
        caps * 2 > all
    };
    // A heading stands over something; a lone line is the text itself.
    let mut heads = vec![false; blocks.len()];
    for i in (0..blocks.len()).rev() {
        let look = &looks[i];
        let below = looks.get(i + 1);
        let stands_over = below.is_some_and(|below| {
            heads[i + 1]
                || blocks[i + 1].kind != BlockKind::Paragraph
                || below.chars > look.chars
                || below.ends
        });
        let alone = blocks.len() == 1;
        heads[i] = match blocks[i].kind {
            BlockKind::Heading => true,
            // `1. Scope` over a paragraph is no list.
            BlockKind::Item => {
                let is_item = |at: Option<usize>| {
                    at.and_then(|at| blocks.get(at)).is_some_and(|b| b.kind == BlockKind::Item)
                };
                let lone = !is_item(i.checked_sub(1)) && !is_item(Some(i + 1));
                lone && below.is_some() && look.is_short() && look.opens && !look.ends && !look.comma
            }
            BlockKind::Paragraph => {
                !alone
                    && ((look.caps && !caps_text && look.chars <= LONGEST_CAPS && !look.ends)
                        || (look.quoted && look.is_short() && !look.ends)
                        || (look.bracketed && look.is_short() && !look.ends)
                        || (look.is_short()
                            && look.opens
                            && !look.ends
                            && !look.comma
                            && stands_over
                            && !look.caps))
            }
        };
    }
    // Where most of the text would be headings, its sentences have no full stops.
    let head_chars: usize =
        looks.iter().zip(&heads).filter(|(_, head)| **head).map(|(look, _)| look.chars).sum();
    let all: usize = looks.iter().map(|look| look.chars).sum();
    for (block, (look, head)) in blocks.iter_mut().zip(looks.iter().zip(heads)) {
        if head && (head_chars * 2 <= all || look.caps || look.quoted || look.bracketed) {
            block.kind = BlockKind::Heading;
        }
    }
}

/// Turns paragraphs that repeat the title of their text into headings, however long they are and whatever they end with.
pub(crate) fn mark_title(text: &str, blocks: &mut [Block], title: &str) {
    let title = letters(title);
    let Some((_, over)) = blocks.split_last_mut() else { return };
    for block in over.iter_mut().filter(|block| block.kind == BlockKind::Paragraph) {
        let cover = block.cover();
        // Twice the length leaves room for marks and line ends.
        if (cover.len() as usize) < 2 * title.len() + 40 && letters(cover.of(text)) == title {
            block.kind = BlockKind::Heading;
        }
    }
}

fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What can be told of a block alone.
#[expect(clippy::struct_excessive_bools, reason = "each is an observation of its own")]
struct Look {
    chars: usize,
    words: usize,
    caps: bool,
    quoted: bool,
    bracketed: bool,
    /// Begins with a capital or a digit.
    opens: bool,
    /// Ends as sentences and the words before a list do.
    ends: bool,
    comma: bool,
}

impl Look {
    fn of(text: &str, block: &Block) -> Self {
        let cover = block.cover().of(text).trim();
        // Long blocks are no headings, whatever their words: what follows need not be seen.
        if cover.len() > LONGEST_CAPS * 4 {
            let caps = is_caps(block.spans.first().map_or("", |span| span.of(text)));
            return Self {
                chars: cover.len(),
                words: MOST_WORDS + 1,
                caps,
                quoted: false,
                bracketed: false,
                opens: true,
                ends: true,
                comma: false,
            };
        }
        let closed = cover.trim_end_matches(['"', '\'', '”', '’', ')', ']', '»', '*', '_']);
        Self {
            chars: cover.chars().count(),
            words: cover.split_whitespace().count(),
            caps: is_caps(cover),
            quoted: is_quoted(cover),
            bracketed: cover.starts_with('[') && cover.ends_with(']')
                || cover.starts_with('(') && cover.ends_with(')'),
            opens: cover
                .chars()
                .find(|c| !matches!(c, '"' | '\'' | '“' | '‘' | '(' | '[' | '«'))
                .is_some_and(|c| c.is_uppercase() || c.is_numeric()),
            ends: is_turn(text, block) || closed.ends_with(['.', '!', '?', '…', ':', ';', '。', '！', '？']),
            comma: closed.ends_with([',', '-', '–', '—']),
        }
    }

    fn is_short(&self) -> bool {
        self.chars <= LONGEST && self.words <= MOST_WORDS
    }
}

/// Whether a block begins with the name of its speaker: what is said is no heading, be it ever so short.
fn is_turn(text: &str, block: &Block) -> bool {
    let first = block.spans.first().map_or("", |span| span.of(text));
    let on_line_alone = block.spans.len() > 1 && first.ends_with(':');
    let in_capitals = first.split_once(": ").is_some_and(|(name, _)| {
        name.chars().filter(|c| c.is_uppercase()).count() > 1 && !name.contains(char::is_lowercase)
    });
    on_line_alone || in_capitals
}
