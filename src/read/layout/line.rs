//! The lines of a text and what can be told of each alone.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::read::layout::marker::Marker;
use crate::read::layout::marker::Sequence;
use crate::read::layout::wrap::Shape;

/// How a line ends, closing quotes and brackets aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Sentence,
    Colon,
    Semicolon,
    /// In a word, a comma, a hyphen: the sentence may go on.
    Open,
}

/// How a line begins, opening quotes and brackets aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Start {
    /// In small letters or with a mark that closes something: the sentence has begun before.
    Inside,
    Upper,
    /// With a digit or any other sign.
    Other,
}

/// A line with words in it.
#[expect(clippy::struct_excessive_bools, reason = "each is an observation of its own")]
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Without the blanks around it, in bytes of the text.
    pub(crate) range: Range<usize>,
    /// Blanks before it.
    pub(crate) indent: usize,
    /// Whether blanks follow it.
    pub(crate) trailing: bool,
    /// Empty lines between it and the line before; many where a rule stands between them.
    pub(crate) gap: usize,
    /// In characters.
    pub(crate) width: usize,
    pub(crate) first_word: usize,
    pub(crate) start: Start,
    pub(crate) end: End,
    /// Words in capitals alone, two at least or one of four letters.
    pub(crate) caps: bool,
    /// Whether it breaks off at the first words of a sentence: `... ended. The`.
    pub(crate) stub: bool,
    /// Wholly between quotation marks.
    pub(crate) quoted: bool,
    pub(crate) marker: Option<Marker>,
    /// The name of a speaker and a colon, and nothing else.
    pub(crate) label: bool,
}

/// More empty lines than any wrapping leaves.
const RULE: usize = 9;

/// The lines of `range` that hold words and that `masked` does not name.
pub(crate) fn split(text: &str, range: Range<usize>, masked: impl Fn(usize) -> bool) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut gap = 0;
    let mut start = range.start;
    let region = &text[..range.end];
    while start < region.len() {
        let rest = &region[start..];
        let end = start + rest.find(is_line_end).unwrap_or(rest.len());
        let raw = &region[start..end];
        let line = raw.trim_matches(is_blank);
        if line.is_empty() || masked(start) {
            gap += 1;
        } else if line.contains(char::is_alphanumeric)
            || matches!(line, "-" | "•")
            || (gap == 0 && is_left_over(line) && !lines.is_empty())
        {
            let from = start + (raw.len() - raw.trim_start_matches(is_blank).len());
            lines.push(Line::new(text, from..from + line.len(), start..end, gap));
            gap = 0;
        } else {
            gap += RULE;
        }
        start = end + region[end..].chars().next().map_or(0, char::len_utf8);
        if region[end..].starts_with("\r\n") {
            start += 1;
        }
    }
    let labels = repeated_labels(text, &lines);
    let sequence = Sequence::of(lines.iter().filter_map(|line| line.marker.as_ref()));
    for line in &mut lines {
        line.label =
            line.label && (line.caps || labels.get(&text[line.range.clone()]).is_some_and(|n| *n > 1));
        line.marker = line.marker.take().filter(|marker| sequence.accepts(marker));
    }
    lines
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}')
}

/// A full stop or quotation mark alone on its line ends the sentence of the line before.
fn is_left_over(line: &str) -> bool {
    line.len() <= 4 && line.chars().all(|c| is_closing(c) || matches!(c, '.' | ',' | ';' | ':' | '!' | '?'))
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | ')' | ']' | '»')
}

fn is_opening(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '(' | '[' | '«' | '„')
}

fn repeated_labels<'t>(text: &'t str, lines: &[Line]) -> BTreeMap<&'t str, usize> {
    let mut counts = BTreeMap::new();
    for line in lines.iter().filter(|line| line.label) {
        *counts.entry(&text[line.range.clone()]).or_default() += 1;
    }
    counts
}

impl Line {
    fn new(text: &str, range: Range<usize>, raw: Range<usize>, gap: usize) -> Self {
        let line = &text[range.clone()];
        let first_word = line.split_whitespace().next().unwrap_or_default().chars().count();
        let caps = is_caps(line);
        Self {
            indent: text[raw.start..range.start].chars().count(),
            trailing: range.end < raw.end,
            gap,
            width: line.chars().count(),
            first_word,
            start: start_of(line),
            end: end_of(line),
            caps,
            stub: is_stub(line),
            quoted: is_quoted(line),
            marker: Marker::of(line),
            label: is_label(line),
            range,
        }
    }

    /// Whether the marker is all that the line holds.
    pub(crate) fn is_bare_marker(&self) -> bool {
        self.marker.as_ref().is_some_and(|marker| marker.len >= self.range.len())
    }

    /// Whether the sentence of the line may go on in the next.
    pub(crate) fn is_open(&self) -> bool {
        self.end == End::Open
    }
}

fn start_of(line: &str) -> Start {
    let mut chars = line.chars().skip_while(|c| is_opening(*c) || c.is_whitespace());
    match chars.next() {
        Some(c) if c.is_lowercase() => Start::Inside,
        Some(c) if matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…' | '%') || is_closing(c) => {
            Start::Inside
        }
        Some(c) if c.is_uppercase() => Start::Upper,
        _ => Start::Other,
    }
}

fn end_of(line: &str) -> End {
    match line.trim_end_matches(|c| is_closing(c) || c == '*' || c == '_').chars().next_back() {
        Some('.' | '!' | '?' | '…' | '。' | '！' | '？') => End::Sentence,
        Some(':' | '：') => End::Colon,
        Some(';') => End::Semicolon,
        _ => End::Open,
    }
}

fn is_stub(line: &str) -> bool {
    let Some((_, tail)) = line.rsplit_once(['.', '!', '?']) else { return false };
    tail.starts_with(' ') && tail.ends_with(char::is_alphanumeric) && tail.split_whitespace().count() <= 2
}

pub(crate) fn is_caps(text: &str) -> bool {
    let mut letters = 0;
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        if c.is_lowercase() {
            return false;
        }
        letters += usize::from(c.is_uppercase());
    }
    letters >= 4
}

/// Whether a line is one pair of quotation marks and what stands between them.
pub(crate) fn is_quoted(line: &str) -> bool {
    let pairs = [('"', '"'), ('\'', '\''), ('“', '”'), ('‘', '’'), ('«', '»')];
    pairs.iter().any(|&(open, close)| {
        let inner = line.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        inner.is_some_and(|inner| !inner.is_empty() && !inner.contains([open, close]))
    })
}

fn is_label(line: &str) -> bool {
    let Some(name) = line.strip_suffix(':') else { return false };
    name.starts_with(char::is_uppercase)
        && name.chars().count() <= 60
        && name.split_whitespace().count() <= 8
        && !name.contains([':', '?', '!', '"', '“', '”'])
        && !name.contains("; ")
}

/// Takes out the numbers of pages that stand between the lines of wrapped text, so that the sentence around them is whole.
pub(crate) fn drop_page_numbers(text: &str, lines: &mut Vec<Line>, shape: &Shape) {
    if shape.gap.is_none() {
        return;
    }
    let gaps: Vec<usize> = lines.iter().map(|line| line.gap).collect();
    let mut carried = None;
    let mut place = 0;
    lines.retain_mut(|line| {
        let next = gaps.get(place + 1).copied();
        place += 1;
        let is_page = place > 1
            && next.is_some()
            && is_page_number(&text[line.range.clone()], line.gap.min(next.unwrap_or(0)));
        if is_page {
            carried = Some(carried.map_or(line.gap, |gap: usize| gap.min(line.gap)));
        } else if let Some(gap) = carried.take() {
            line.gap = line.gap.min(gap);
        }
        !is_page
    });
}

/// `-2-`, `./ 3`, `[4]`; a bare number only with empty lines around it.
fn is_page_number(line: &str, gap: usize) -> bool {
    let digits = line.chars().filter(char::is_ascii_digit).count();
    let decorated = line.chars().any(|c| !c.is_ascii_digit());
    (1..=3).contains(&digits)
        && line.len() <= 8
        && line
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | '—' | '.' | '/' | '[' | ']' | ' '))
        && (gap > 0 || (decorated && !line.ends_with('.')))
}
