//! The signs and numbers at the head of a list item: `-`, `•`, `(a)`, `1.`, `iv)`.

use std::collections::BTreeSet;

/// How an item is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Style {
    Bullet,
    /// A dash set tight against the first word.
    TightDash,
    Bracket,
    Number,
    Letter,
    Roman,
}

/// The mark of a list item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Marker {
    /// With the blanks that follow, in bytes.
    pub(crate) len: usize,
    /// A style with the place in its row, each way that the mark can be read.
    readings: Vec<(Style, u32)>,
}

impl Marker {
    /// The mark at the head of a line.
    pub(crate) fn of(line: &str) -> Option<Self> {
        bullet(line).or_else(|| enumerator(line))
    }

    /// Whether only the lines before can tell that it is no hyphen.
    pub(crate) fn is_tight_dash(&self) -> bool {
        self.readings.iter().any(|(style, _)| *style == Style::TightDash)
    }

    /// Whether it is a sign, which no sentence goes on with, and no number.
    pub(crate) fn is_bullet(&self) -> bool {
        self.readings.iter().any(|(style, _)| *style == Style::Bullet)
    }
}

/// `len` with the blanks that follow it.
fn with_blanks(line: &str, len: usize) -> usize {
    len + (line[len..].len() - line[len..].trim_start().len())
}

fn bullet(line: &str) -> Option<Marker> {
    let sign = line.chars().next()?;
    let rest = &line[sign.len_utf8()..];
    let apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let style = match sign {
        '•' | '●' | '▪' | '■' | '○' | '◦' | '‣' | '⁃' | '·' | '►' | '\u{f0b7}' => {
            Style::Bullet
        }
        '-' | '–' | '—' | '*' | '+' if apart => Style::Bullet,
        '-' | '–' | '—' if rest.starts_with(char::is_alphabetic) => Style::TightDash,
        _ => return None,
    };
    Some(Marker { len: with_blanks(line, sign.len_utf8()), readings: vec![(style, 0)] })
}

/// `(1)`, `1)`, `1.`, `1.2.`, the same with a letter or a Roman number; Markdown's `1\.` too.
fn enumerator(line: &str) -> Option<Marker> {
    let opened = line.starts_with('(');
    let body = &line[usize::from(opened)..];
    let label = &body[..body.find(|c: char| !c.is_ascii_alphanumeric() && c != '.')?.min(9)];
    let after = &body[label.len()..];
    let mut len = usize::from(opened) + label.len();
    let (label, bracket) = if let Some(rest) = after.strip_prefix(')') {
        len += 1;
        // `a)The` is as common as `a) The`; `(s)he` is none.
        if !rest.is_empty() && !rest.starts_with(char::is_whitespace) && opened {
            return None;
        }
        (label, true)
    } else if opened {
        return None;
    } else if after.starts_with("\\.") {
        len += 2;
        (label, false)
    } else {
        let apart = after.starts_with(char::is_whitespace);
        (label.strip_suffix('.').filter(|_| apart)?, false)
    };
    Some(Marker { len: with_blanks(line, len), readings: readings(label, bracket)? })
}

fn readings(label: &str, bracket: bool) -> Option<Vec<(Style, u32)>> {
    let style = |style| if bracket { Style::Bracket } else { style };
    let mut found = Vec::new();
    if label.split('.').all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
    {
        found.push((style(Style::Number), 0));
    }
    if let (1, Some(letter)) = (label.len(), label.bytes().next().filter(u8::is_ascii_alphabetic)) {
        found.push((style(Style::Letter), u32::from(letter)));
    }
    if let Some(number) = roman(label) {
        let row = if label.starts_with(|c: char| c.is_ascii_uppercase()) { 100 } else { 0 };
        found.push((style(Style::Roman), row + number));
    }
    (!found.is_empty()).then_some(found)
}

/// The value of a Roman number up to thirty-nine.
fn roman(label: &str) -> Option<u32> {
    const UNITS: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let upper = label.to_ascii_uppercase();
    if label.is_empty() || (label != upper && label != label.to_ascii_lowercase()) {
        return None;
    }
    let tens = upper.bytes().take_while(|b| *b == b'X').count().min(3);
    // The last X of `XIX` belongs to the units.
    let units = UNITS.iter().position(|unit| *unit == &upper[tens..])?;
    Some((tens * 10 + units) as u32)
}

/// The marks of a text: an initial (`J. Brandt`) is told from the tenth item by the lack of a ninth and an eleventh.
#[derive(Debug)]
pub(crate) struct Sequence(BTreeSet<(Style, u32)>);

impl Sequence {
    pub(crate) fn of<'m>(markers: impl Iterator<Item = &'m Marker>) -> Self {
        Self(markers.flat_map(|marker| marker.readings.iter().copied()).collect())
    }

    pub(crate) fn accepts(&self, marker: &Marker) -> bool {
        marker.readings.iter().any(|&(style, number)| match style {
            Style::Letter | Style::Roman => {
                self.0.contains(&(style, number + 1)) || self.0.contains(&(style, number.wrapping_sub(1)))
            }
            Style::Bullet | Style::TightDash | Style::Bracket | Style::Number => true,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(line: &str) -> Option<&str> {
        Marker::of(line).map(|marker| &line[..marker.len])
    }

    #[test]
    fn every_kind_of_mark_is_seen() {
        for (line, mark) in [
            ("- talks", "- "),
            ("•talks", "•"),
            ("-talks", "-"),
            ("*  talks", "*  "),
            ("(a) talks", "(a) "),
            ("a)\ttalks", "a)\t"),
            ("a)", "a)"),
            ("1. Talks", "1. "),
            ("1\\. Talks", "1\\. "),
            ("12) talks", "12) "),
            ("(xiv) talks", "(xiv) "),
            ("2.3. Talks", "2.3. "),
            ("I. Talks", "I. "),
        ] {
            assert_eq!(marked(line), Some(mark), "{line}");
        }
    }

    #[test]
    fn words_and_numbers_are_no_marks() {
        for line in [
            "(UN) talks",
            "1989. A year",
            "3.5 million",
            "-2-",
            "*word*",
            "No. 4",
            "(s)he",
            "mix. then",
            "é) x",
        ] {
            assert_eq!(marked(line), None, "{line}");
        }
    }

    #[test]
    fn a_lone_initial_is_no_mark() {
        let markers: Vec<Marker> =
            ["A. Peace", "B. Trade", "J. Brandt"].map(|line| Marker::of(line).unwrap()).into();
        let sequence = Sequence::of(markers.iter());
        let accepted: Vec<bool> = markers.iter().map(|marker| sequence.accepts(marker)).collect();
        assert_eq!(accepted, [true, true, false]);
    }

    #[test]
    fn roman_numbers_are_counted() {
        assert_eq!(roman("XIX"), Some(19));
        assert_eq!(roman("iv"), Some(4));
        assert_eq!(roman("xxx"), Some(30));
        assert_eq!(roman("mix"), None);
        assert_eq!(roman("Iv"), None);
    }
}
