//! Words cut out of a text by offsets in Unicode code points.

/// Characters `start..end` of a text; none where the text is shorter.
pub(crate) fn slice(text: &str, start: u32, end: u32) -> Option<&str> {
    if start > end {
        return None;
    }
    let from = byte_of(text, start)?;
    let to = from + byte_of(text.get(from..)?, end - start)?;
    text.get(from..to)
}

/// How many characters of context are shown on either side.
const REACH: u32 = 160;

/// The context of the characters `start..end`.
pub(crate) fn around(text: &str, start: u32, end: u32) -> (&str, &str) {
    context(text, start, end, REACH)
}

/// Up to `reach` characters before `start` and after `end`, cut at white space where there is some.
fn context(text: &str, start: u32, end: u32, reach: u32) -> (&str, &str) {
    let first = start.saturating_sub(reach);
    let before = slice(text, first, start).unwrap_or_default();
    let after = byte_of(text, end).and_then(|from| text.get(from..)).unwrap_or_default();
    let after_cut = slice(after, 0, reach);
    (
        if first == 0 {
            before
        } else {
            before.split_once(char::is_whitespace).map_or(before, |(_, rest)| rest)
        },
        after_cut.map_or(after, |cut| cut.rsplit_once(char::is_whitespace).map_or(cut, |(rest, _)| rest)),
    )
}

fn byte_of(text: &str, character: u32) -> Option<usize> {
    let starts = text.char_indices().map(|(at, _)| at).chain(std::iter::once(text.len()));
    starts.into_iter().nth(character as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_characters_not_bytes() {
        let text = "Señor Ñandú spoke.";
        assert_eq!(slice(text, 6, 11), Some("Ñandú"));
        assert_eq!(slice(text, 12, 18), Some("spoke."));
        assert_eq!(slice(text, 12, 19), None);
        assert_eq!(slice(text, 4, 3), None);
    }

    #[test]
    fn context_is_cut_between_words() {
        let text = "The envoy of Freeland left early on Monday morning.";
        assert_eq!(context(text, 22, 26, 12), ("Freeland ", " early on"));
        assert_eq!(context(text, 0, 3, 100), ("", " envoy of Freeland left early on Monday morning."));
    }
}
