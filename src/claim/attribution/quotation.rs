//! Quotation marks paired up, block by block, so that one stray mark cannot derail the rest.

use crate::model::Block;
use crate::model::Document;
use crate::model::Span;

/// A stretch of text between quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quotation {
    /// With its marks.
    pub(super) outer: Span,
    /// Without them.
    pub(super) inner: Span,
    /// The block that it stands in.
    pub(super) block: usize,
    /// The quotation around it, as index into the list.
    pub(super) parent: Option<usize>,
    /// Whether its closing mark is left out because the next paragraph goes on with it.
    pub(super) runs_on: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Single,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    start: usize,
    end: usize,
    family: Family,
    side: Side,
}

/// All quotations of a document in order of their opening marks, outer ones before those inside them.
pub(super) fn scan(document: &Document) -> Vec<Quotation> {
    let text = document.text.as_str();
    let marks: Vec<Vec<Mark>> = document.blocks.iter().map(|block| marks_of(text, block)).collect();
    let mut found = Vec::new();
    for (number, block) in document.blocks.iter().enumerate() {
        let next_goes_on = document.blocks.get(number + 1).is_some_and(|next| {
            marks[number + 1].first().is_some_and(|mark| {
                mark.family == Family::Double
                    && mark.side == Side::Open
                    && text
                        .get(next.cover().start as usize..mark.start)
                        .is_some_and(|gap| gap.trim().is_empty())
            })
        });
        for (outer, inner, runs_on) in pair(text, &marks[number], block, next_goes_on) {
            found.push(Quotation { outer, inner, block: number, parent: None, runs_on });
        }
    }
    found.sort_by_key(|quotation| (quotation.outer.start, std::cmp::Reverse(quotation.outer.end)));
    let mut open: Vec<usize> = Vec::new();
    for i in 0..found.len() {
        while open.last().is_some_and(|&top| found[top].outer.end <= found[i].outer.start) {
            open.pop();
        }
        found[i].parent = open.last().copied();
        open.push(i);
    }
    found
}

fn marks_of(text: &str, block: &Block) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for &stretch in &block.spans {
        let from = stretch.start as usize;
        let mut skip_to = 0;
        for (at, c) in stretch.of(text).char_indices() {
            let start = from + at;
            if start < skip_to {
                continue;
            }
            let rest = &text[start..stretch.end as usize];
            let Some((family, nominal, length)) = mark_at(c, rest) else { continue };
            let end = start + length;
            skip_to = end;
            let before = marks.last().filter(|mark| mark.end == start && mark.start >= from);
            let previous = text[from..start].chars().next_back();
            let opens_here = match before {
                Some(mark) => mark.side == Side::Open,
                None => previous
                    .is_none_or(|p| p.is_whitespace() || matches!(p, '(' | '[' | '{' | '/') || is_dash(p)),
            };
            let follower = text[end..stretch.end as usize].chars().find(|&n| !is_quote(n));
            let closes_here = follower.is_none_or(|n| {
                !n.is_alphanumeric() && !matches!(n, '(' | '[' | '$' | '€' | '£' | '.' | '…' | '#' | '@')
            }) || (follower == Some('.') && !opens_here)
                || (follower == Some('…') && !opens_here);
            if family == Family::Single && is_apostrophe(previous, follower, nominal) {
                continue;
            }
            let side = match (nominal, opens_here, closes_here) {
                (Side::Open | Side::Either, false, true) => Side::Close,
                (Side::Close | Side::Either, true, false) => Side::Open,
                (side, _, _) => side,
            };
            marks.push(Mark { start, end, family, side });
        }
    }
    marks
}

fn mark_at(c: char, rest: &str) -> Option<(Family, Side, usize)> {
    if rest.starts_with("''") || rest.starts_with("``") {
        let side = if c == '`' { Side::Open } else { Side::Either };
        return Some((Family::Double, side, 2));
    }
    let (family, side) = match c {
        '"' | '\u{2033}' => (Family::Double, Side::Either),
        '\u{201c}' | '\u{201e}' | '\u{ab}' => (Family::Double, Side::Open),
        '\u{201d}' | '\u{bb}' => (Family::Double, Side::Close),
        '\u{2018}' | '\u{201a}' | '\u{2039}' => (Family::Single, Side::Open),
        '\u{2019}' | '\u{203a}' => (Family::Single, Side::Close),
        '\'' => (Family::Single, Side::Either),
        _ => return None,
    };
    Some((family, side, c.len_utf8()))
}

fn is_quote(c: char) -> bool {
    mark_at(c, "").is_some()
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2013}' | '\u{2014}' | '\u{2015}')
}

/// Inside a word (*states'* at the end of a word is left to the pairing), or before a cut-off one (*'90s*).
fn is_apostrophe(previous: Option<char>, follower: Option<char>, nominal: Side) -> bool {
    let word_before = previous.is_some_and(char::is_alphanumeric);
    let word_after = follower.is_some_and(char::is_alphanumeric);
    (word_before && word_after)
        || (!word_before && follower.is_some_and(|n| n.is_ascii_digit()) && nominal != Side::Open)
        || (nominal == Side::Close && !word_before && word_after && previous.is_none_or(char::is_whitespace))
}

/// Pairs the marks of one block: outer span, inner span, whether it runs on into the next block.
fn pair(text: &str, marks: &[Mark], block: &Block, next_goes_on: bool) -> Vec<(Span, Span, bool)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut unclosed: Vec<usize> = Vec::new();
    for (number, mark) in marks.iter().enumerate() {
        let top = open.last().map(|&top| marks[top]);
        let closes = match mark.side {
            Side::Open => false,
            Side::Close => true,
            Side::Either => top.is_some_and(|top| top.family == mark.family),
        };
        if !closes {
            open.push(number);
            continue;
        }
        if mark.family == Family::Single {
            if top.is_some_and(|top| top.family == Family::Single)
                && !is_plural_possessive(text, marks, number)
                && let Some(opened) = open.pop()
            {
                pairs.push((opened, number));
            }
            continue;
        }
        let Some(place) = open.iter().rposition(|&one| marks[one].family == Family::Double) else { continue };
        open.truncate(place + 1);
        if let Some(opened) = open.pop() {
            pairs.push((opened, number));
        }
    }
    unclosed.extend(open.into_iter().filter(|&one| marks[one].family == Family::Double));
    let mut found: Vec<(Span, Span, bool)> = pairs
        .iter()
        .map(|&(a, b)| {
            (Span::at(marks[a].start, marks[b].end), Span::at(marks[a].end, marks[b].start), false)
        })
        .filter(|(_, inner, _)| inner.of(text).chars().any(char::is_alphanumeric))
        .collect();
    for &lone in &unclosed {
        if let Some((end, runs_on)) = end_of_unclosed(text, marks, lone, &pairs, block, next_goes_on) {
            let (outer, inner) = (Span::at(marks[lone].start, end), Span::at(marks[lone].end, end));
            found.push((outer, inner, runs_on));
        }
    }
    found
}

/// *the states' rights*: a closing mark after an s, with another candidate before the next opening mark.
fn is_plural_possessive(text: &str, marks: &[Mark], number: usize) -> bool {
    let mark = marks[number];
    text[..mark.start].ends_with(['s', 'S'])
        && text[mark.end..].starts_with([' ', '\n'])
        && marks[number + 1..]
            .iter()
            .take_while(|next| next.side != Side::Open || next.family != Family::Single)
            .any(|next| next.family == Family::Single)
}

/// Where a quotation without closing mark ends: at the end of its block if the next one goes on with it or if it
/// opens the block or stands after a colon; before the next one if that begins a sentence. Else it is a stray mark.
fn end_of_unclosed(
    text: &str,
    marks: &[Mark],
    lone: usize,
    pairs: &[(usize, usize)],
    block: &Block,
    next_goes_on: bool,
) -> Option<(usize, bool)> {
    let mark = marks[lone];
    let next =
        pairs.iter().map(|&(a, _)| marks[a]).filter(|a| a.family == Family::Double && a.start > mark.start);
    let next = next.min_by_key(|a| a.start);
    let ends_sentence = |to: usize| text[mark.end..to].trim_end().ends_with(['.', '?', '!', '…']);
    let later_lone = marks[lone + 1..].iter().any(|m| {
        m.side != Side::Close
            && !pairs.iter().any(|&(a, b)| marks[a].start == m.start || marks[b].start == m.start)
    });
    if let Some(next) = next
        && ends_sentence(next.start)
    {
        return Some((mark.end + text[mark.end..next.start].trim_end().len(), false));
    }
    let cover = block.cover();
    let end = cover.start as usize + cover.of(text).trim_end().len();
    if next_goes_on && !later_lone {
        return Some((end, true));
    }
    let lead = text[cover.start as usize..mark.start].trim_end();
    let led_in = lead.is_empty() || lead.ends_with([':', ',']);
    (led_in && next.is_none() && !later_lone && end > mark.end).then_some((end, false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BlockKind;
    use crate::model::DocumentId;
    use crate::model::OffsetBase;

    /// A document whose paragraphs are separated by blank lines.
    fn document(text: &str) -> Document {
        let mut blocks = Vec::new();
        let mut start = 0;
        for paragraph in text.split("\n\n") {
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                spans: vec![Span::at(start, start + paragraph.len())],
            });
            start += paragraph.len() + 2;
        }
        Document {
            id: DocumentId("0".into()),
            path: "-".into(),
            title: None,
            source: None,
            date: None,
            language: "en".into(),
            sha256: String::new(),
            offset_base: OffsetBase::Source,
            text: text.into(),
            blocks,
        }
    }

    fn quotes(text: &str) -> Vec<String> {
        let document = document(text);
        scan(&document)
            .iter()
            .map(|quote| {
                let depth =
                    std::iter::successors(quote.parent, |&parent| scan(&document)[parent].parent).count();
                format!("{depth}{} {}", if quote.runs_on { "+" } else { "" }, quote.inner.of(text))
            })
            .collect()
    }

    #[test]
    fn straight_and_curly_marks_pair_up() {
        assert_eq!(quotes("\"We agree,\" she said. “They do,” he said."), ["0 We agree,", "0 They do,"]);
        assert_eq!(quotes("He called it «a step» and ``a leap''."), ["0 a step", "0 a leap"]);
    }

    #[test]
    fn apostrophes_are_no_quotation_marks() {
        assert_eq!(quotes("It's the states' right, isn't it? The '90s are over."), Vec::<String>::new());
        assert_eq!(quotes("The envoys’ car didn’t stop."), Vec::<String>::new());
        assert_eq!(quotes("‘The states’ rights matter,’ he said."), ["0 The states’ rights matter,"]);
    }

    #[test]
    fn quotations_stand_inside_quotations() {
        assert_eq!(quotes("“He said ‘never’ to us,” she said."), ["0 He said ‘never’ to us,", "1 never"]);
        assert_eq!(
            quotes("\"The \"grand\" plan works,\" she said."),
            ["0 The \"grand\" plan works,", "1 grand"]
        );
    }

    #[test]
    fn a_paragraph_that_reopens_a_quotation_shows_that_the_last_one_runs_on() {
        assert_eq!(
            quotes("\"We talked.\n\n\"We agreed,\" she said.\n\nThen \"they\" left."),
            ["0+ We talked.", "0 We agreed,", "0 they"]
        );
    }

    #[test]
    fn a_stray_mark_spoils_nothing_else() {
        assert_eq!(quotes("The 6\" pipe leaks. \"We know,\" he said."), ["0 We know,"]);
        assert_eq!(
            quotes("A stray \"mark here. \"We know,\" he said. \"We do.\""),
            ["0 mark here.", "0 We know,", "0 We do."]
        );
        assert_eq!(quotes("It ended\" there. “We know,” he said."), ["0 We know,"]);
    }

    #[test]
    fn a_quotation_that_is_never_closed_ends_with_its_paragraph() {
        assert_eq!(quotes("She said: \"We will stay.\n\nThey left."), ["0 We will stay."]);
        assert_eq!(quotes("She met \"nobody at all.\n\nThey left."), Vec::<String>::new());
    }
}
