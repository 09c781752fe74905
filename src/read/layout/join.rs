//! Whether a line goes on in the next.

use crate::read::layout::line::End;
use crate::read::layout::line::Line;
use crate::read::layout::line::Start;
use crate::read::layout::wrap::Shape;

/// Blocks that stand further apart are never one, whatever their words.
const FARTHEST: usize = 2;
/// A line at least so long, in characters, is no heading.
const RUNNING: usize = 60;
/// A line at least so long may be a sentence that breaks off.
const BEGUN: usize = 20;

/// Whether `next` goes on with the paragraph that `line` stands in; `after` is the line behind `next`.
///
/// `first` says whether `line` opens its paragraph, `item` whether the marker of `next` would be taken for one.
pub(crate) fn goes_on(line: &Line, next: &Line, after: Option<&Line>, first: bool, shape: &Shape) -> bool {
    if next.gap > FARTHEST {
        return false;
    }
    if first && line.is_bare_marker() {
        return next.marker.is_none() && next.gap <= 1;
    }
    if first && line.label {
        return next.marker.is_none() && !next.label && (shape.caps || !next.caps);
    }
    let near = shape.gap.is_some_and(|gap| next.gap <= gap);
    // The last line of a paragraph may look like the name of a speaker.
    if opens_item(line, next, shape) || (next.label && !(near && line.is_open())) {
        return false;
    }
    if near { wrapped(line, next, shape) } else { apart(line, next, after) }
}

/// Whether the marker at the head of `next` opens an item: in wrapped text a line may begin with a number by chance.
pub(crate) fn opens_item(line: &Line, next: &Line, shape: &Shape) -> bool {
    next.marker.as_ref().is_some_and(|marker| {
        let chance = shape.gap.is_some_and(|gap| next.gap <= gap) && !marker.is_bullet();
        let chance = chance || marker.is_tight_dash();
        !chance || !line.is_open() || (!is_full(line, next, shape) && !marker.is_tight_dash())
    })
}

/// Whether the first word of `next` would not have fitted behind `line`.
fn is_full(line: &Line, next: &Line, shape: &Shape) -> bool {
    (line.width + 1 + next.first_word) * 100 > shape.width * 92
}

/// In text that is broken at a width.
fn wrapped(line: &Line, next: &Line, shape: &Shape) -> bool {
    let full = is_full(line, next, shape);
    let over = line.width * 100 > shape.width * 115;
    match line.end {
        // A full stop before small letters is one of an abbreviation, or of the scanner's.
        End::Sentence | End::Open if next.start == Start::Inside => true,
        // A paragraph may end here too: at the end of a sentence it does no harm to part or to join.
        End::Sentence => full && !over && next.indent <= line.indent && next.gap == 0,
        End::Semicolon => full && next.start == Start::Inside,
        End::Colon => full && next.start == Start::Inside && next.gap == 0,
        End::Open if line.quoted || (!shape.caps && line.caps != next.caps) => false,
        // Lines of scanned print are counted in letters that differ in width.
        End::Open => full || line.width * 10 >= shape.width * if next.gap > 0 { 6 } else { 7 } || links(line),
    }
}

/// In text whose lines are paragraphs: a sentence is broken where a link or an emphasis stood, or by the scanner.
fn apart(line: &Line, next: &Line, after: Option<&Line>) -> bool {
    if !line.is_open() || line.caps || line.quoted {
        return false;
    }
    if next.start == Start::Inside {
        return true;
    }
    if next.gap > 1 || next.caps || next.quoted {
        return false;
    }
    if links(line) || (line.stub && line.width >= RUNNING) {
        return true;
    }
    if next.gap > 0 {
        return false;
    }
    // `treatment of ` / `Haitian migrants` / ` at the border`: what stood in the link may begin with a capital.
    let resumes = next.is_open() && after.is_some_and(|after| after.gap == 0 && after.start == Start::Inside);
    let blank = next.indent == 1 && line.width >= RUNNING / 2;
    (line.trailing && line.width >= RUNNING) || blank || (resumes && line.width >= BEGUN)
}

/// A word or two in small letters that stand alone: `between`, `and`.
fn links(line: &Line) -> bool {
    line.start == Start::Inside && line.width < NARROW && line.is_open()
}

/// The longest line that can be a mere link, in characters.
const NARROW: usize = 16;
