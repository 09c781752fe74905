//! Whether the lines of a text are paragraphs or broken at a width, and at which.

use crate::read::layout::line::Line;
use crate::read::layout::line::Start;

/// No page is set wider than that.
const WIDEST: usize = 160;
/// Lines shorter than that tell nothing of the width.
const NARROWEST: usize = 25;

/// How a text is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shape {
    /// The most empty lines that may stand between two lines of one paragraph: 0 in wrapped text, 1 in scanned text
    /// that sets an empty line after every printed one; none where lines are paragraphs.
    pub(crate) gap: Option<usize>,
    /// The width that lines are broken at, in characters.
    pub(crate) width: usize,
    /// Whether most of it is in capitals, so that capitals make no heading.
    pub(crate) caps: bool,
}

impl Shape {
    pub(crate) fn of(text: &str, lines: &[Line]) -> Self {
        let caps = mostly_caps(text, lines);
        let wide = lines.iter().filter(|line| line.width > WIDEST).count();
        let mut shape = Self { gap: None, width: 0, caps };
        if wide * 10 > lines.len() {
            return shape;
        }
        for gap in [1, 0] {
            if let Some(width) = broken_at(lines, gap, caps) {
                shape.gap = Some(gap);
                shape.width = width;
                break;
            }
        }
        shape
    }
}

/// The width at which lines with `gap` empty lines between them are broken; none where they are not.
fn broken_at(lines: &[Line], gap: usize, caps: bool) -> Option<usize> {
    let widest = lines.iter().map(|line| line.width).max()?;
    let (mut pairs, mut broken, mut full) = (0, Vec::new(), Vec::new());
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        if next.gap != gap {
            continue;
        }
        // Headings and numbers of pages are no lines of paragraphs.
        pairs += usize::from(line.width >= NARROWEST && (caps || !line.caps));
        let tells = line.is_open() && next.marker.is_none() && (NARROWEST..=WIDEST).contains(&line.width);
        if tells && next.start == Start::Inside {
            broken.push(line.width);
        }
        if tells && line.width >= 50 && line.width * 4 >= widest * 3 {
            full.push(line.width);
        }
    }
    if broken.len() >= 2 && broken.len() * 5 >= pairs {
        return percentile(broken);
    }
    // Small letters tell nothing in a text of capitals, and two lines may break before a name.
    let enough = if gap == 0 { 1 } else { 4 };
    let uniform = widest <= 110 && full.len() >= enough && full.len() * 2 >= pairs;
    (uniform && (caps || gap == 0)).then(|| percentile(full)).flatten()
}

/// The width that nine in ten keep to.
fn percentile(mut widths: Vec<usize>) -> Option<usize> {
    widths.sort_unstable();
    widths.get(widths.len() * 9 / 10).copied()
}

fn mostly_caps(text: &str, lines: &[Line]) -> bool {
    let (mut upper, mut lower) = (0usize, 0usize);
    for c in lines.iter().take(2000).flat_map(|line| text[line.range.clone()].chars().take(1000)) {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
    }
    upper > lower
}
