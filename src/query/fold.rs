//! Words as they are compared: without case, accents and marks.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of a text, folded; every mark parts two words.
pub(crate) fn words(text: &str) -> Vec<String> {
    split(&folded(text))
}

/// The words of a name, folded. Marks inside a word are dropped, so that `U.N.` is `UN` and `O'Neill` is `ONeill`.
pub(crate) fn name_words(name: &str) -> Vec<String> {
    let inside = |c: char| matches!(c, '.' | '\'' | '’' | 'ʼ' | '‘');
    split(&folded(name).chars().filter(|&c| !inside(c)).collect::<String>())
}

fn split(folded: &str) -> Vec<String> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().filter(|&c| !is_combining_mark(c)) {
        match undecomposed(c) {
            Some(letters) => out.push_str(letters),
            None => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// Letters that Unicode does not take apart and that keyboards elsewhere lack.
fn undecomposed(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ħ' | 'Ħ' => "h",
        'ı' | 'İ' => "i",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ß' | 'ẞ' => "ss",
        'þ' | 'Þ' => "th",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_marks_do_not_count() {
        assert_eq!(words("Łukasz Ørsted-Müller’s"), ["lukasz", "orsted", "muller", "s"]);
        assert_eq!(name_words("Seán O'Neill of the U.N."), ["sean", "oneill", "of", "the", "un"]);
        assert_eq!(words("„Zażółć“ — 5,000"), ["zazołc".replace('ł', "l").as_str(), "5", "000"]);
        assert!(words("…!").is_empty());
    }
}
