//! Text that every reader accepts.

use std::borrow::Cow;

/// What parts the elements of a list: no format has lists that all its readers know.
pub(super) const SEPARATOR: &str = " | ";

/// Whether XML forbids the character. Extracted text has such characters; no format escapes them for all readers.
const fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// The text without control characters; tab, line feed and carriage return stay.
pub(super) fn clean(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains(is_forbidden) { text.replace(is_forbidden, "").into() } else { text }
}

/// The elements of a list as one text.
pub(super) fn join<T: AsRef<str>>(list: impl IntoIterator<Item = T>) -> String {
    let mut joined = String::new();
    for (number, element) in list.into_iter().enumerate() {
        if number > 0 {
            joined.push_str(SEPARATOR);
        }
        joined.push_str(element.as_ref());
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_xml_forbids_is_dropped() {
        assert_eq!(clean("a\u{0}b\u{b}c\u{1f}d\u{ffff}e".into()), "abcde");
        assert_eq!(clean("tab\tline\nreturn\r\u{7f}\u{1f54a}".into()), "tab\tline\nreturn\r\u{7f}\u{1f54a}");
    }
}
