//! Bytes to text: UTF-8 and UTF-16 by their marks, older encodings by guess; what is no text is refused.

use chardetng::EncodingDetector;
use chardetng::Iso2022JpDetection;
use chardetng::Utf8Detection;
use encoding_rs::Encoding;
use encoding_rs::UTF_8;

/// The detector is as sure after so many bytes as it will ever be.
const GUESSED_FROM: usize = 1 << 20;

/// The text of some bytes, without byte order mark.
///
/// # Errors
/// The reason, where the bytes are no text.
pub(crate) fn decode(mut bytes: Vec<u8>) -> Result<String, String> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        if encoding == UTF_8 {
            bytes.drain(..mark);
        } else {
            return refuse_control(encoding.decode(&bytes).0.into_owned());
        }
    }
    if bytes.contains(&0) {
        return Err("it is a binary file (it has NUL bytes); convert it to text in UTF-8".to_owned());
    }
    match String::from_utf8(bytes) {
        Ok(text) => refuse_control(text),
        Err(error) => refuse_control(legacy(error.as_bytes())),
    }
}

/// The text of a page, which may declare its encoding in its first bytes.
///
/// # Errors
/// The reason, where the bytes are no text.
pub(crate) fn decode_declared(bytes: Vec<u8>) -> Result<String, String> {
    let has_mark = Encoding::for_bom(&bytes).is_some();
    match declared(&bytes).filter(|encoding| *encoding != UTF_8) {
        Some(encoding) if !has_mark && std::str::from_utf8(&bytes).is_err() && !bytes.contains(&0) => {
            refuse_control(encoding.decode_without_bom_handling(&bytes).0.into_owned())
        }
        _ => decode(bytes),
    }
}

/// `charset=` or `encoding=` in the first bytes.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(2048)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    ["charset=", "encoding="].iter().find_map(|key| {
        let rest = head.split_once(key)?.1.trim_start_matches(['"', '\'']);
        Encoding::for_label(rest.split(['"', '\'', ' ', ';', '>', '?', '/']).next()?.as_bytes())
    })
}

/// A text with a few bytes damaged is still UTF-8; one without multibyte characters that fit is not.
fn legacy(bytes: &[u8]) -> String {
    let (mut sound, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if sound > 3 * broken {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(GUESSED_FROM)], true);
    detector.guess(None, Utf8Detection::Deny).decode_without_bom_handling(bytes).0.into_owned()
}

/// Text holds hardly any control characters besides those that lay it out.
fn refuse_control(text: String) -> Result<String, String> {
    let control = text.bytes().filter(|b| *b < 0x20 && !matches!(b, b'\t'..=b'\r' | 0x1a | 0x1b)).count();
    if control > 0 && control * 100 > text.len() {
        return Err(
            "it is a binary file (it is full of control characters); convert it to text in UTF-8".to_owned()
        );
    }
    Ok(mended(text))
}

/// A text with the dashes and quotation marks of Windows that lost their encoding on the way (U+0091 and the like) as what they
/// were, each one character as before.
pub(crate) fn mended(text: String) -> String {
    let lost = |c: char| matches!(c, '\u{80}'..='\u{84}' | '\u{86}'..='\u{9f}');
    if !text.contains(lost) {
        return text;
    }
    let mend = |c: char| {
        let byte = [c as u8];
        let (mended, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte);
        mended.chars().next().unwrap_or(c)
    };
    text.chars().map(|c| if lost(c) { mend(c) } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(decode(b"\xef\xbb\xbfTalks".to_vec()).unwrap(), "Talks");
        assert_eq!(decode(b"\xff\xfeT\0a\0l\0k\0s\0".to_vec()).unwrap(), "Talks");
        assert_eq!(decode(b"\xfe\xff\0T\0a\0l\0k\0s".to_vec()).unwrap(), "Talks");
    }

    #[test]
    fn western_legacy_text_is_recognised() {
        let text =
            decode(b"The caf\xe9 was full; the minister\x92s envoy left for Malm\xf6.".to_vec()).unwrap();
        assert_eq!(text, "The café was full; the minister’s envoy left for Malmö.");
    }

    #[test]
    fn cyrillic_legacy_text_is_recognised() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode("Министр прибыл в столицу утром в понедельник.");
        assert_eq!(decode(bytes.into_owned()).unwrap(), "Министр прибыл в столицу утром в понедельник.");
    }

    #[test]
    fn one_damaged_byte_does_not_make_utf_8_something_else() {
        let mut bytes = "“Évian”, “Malmö”, “Zürich” and “Łódź”".as_bytes().to_vec();
        bytes.push(0xe2);
        assert!(decode(bytes).unwrap().starts_with("“Évian”, “Malmö”"));
    }

    #[test]
    fn quotation_marks_that_lost_their_encoding_are_mended() {
        assert_eq!(decode("the \u{93}accord\u{94} \u{96} signed".into()).unwrap(), "the “accord” – signed");
    }

    #[test]
    fn binary_files_are_refused_with_a_reason() {
        assert!(decode(b"MZ\0\0\x01".to_vec()).unwrap_err().contains("binary"));
        assert!(decode(vec![1, 2, 3, 4, 5, 6]).unwrap_err().contains("control"));
    }
}
