//! The language of a text.

use whatlang::Lang;

use crate::model::Block;

/// A language that a text is written in, surely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Language {
    /// ISO 639-1 code, or 639-3 where there is none.
    pub(crate) code: &'static str,
    /// Its name, for people.
    pub(crate) name: &'static str,
}

/// So much of a text, in bytes, tells its language; more would only cost time.
const SAMPLE: usize = 1500;
/// Less than that tells nothing, in letters.
const LEAST: usize = 120;

/// The language that the beginning, the middle and the end of the prose agree on; none where they do not or are too short.
pub(crate) fn of(text: &str, blocks: &[Block]) -> Option<Language> {
    let mut found = None;
    for sample in samples(text, blocks) {
        let info = whatlang::detect(&sample).filter(whatlang::Info::is_reliable)?;
        if found.is_some_and(|lang| lang != info.lang()) {
            return None;
        }
        found = Some(info.lang());
    }
    found.map(|lang| Language { code: short_code(lang), name: lang.eng_name() })
}

/// Stretches of prose of about [`SAMPLE`] bytes: one of a short text, three of a long one.
fn samples(text: &str, blocks: &[Block]) -> Vec<String> {
    let total: usize = blocks.iter().flat_map(|block| &block.spans).map(|span| span.len() as usize).sum();
    let starts = if total > 6 * SAMPLE { vec![0, total / 2, total - 2 * SAMPLE] } else { vec![0] };
    let samples = starts.into_iter().map(|start| sample(text, blocks, start));
    samples.filter(|sample| sample.chars().filter(|c| c.is_alphabetic()).count() >= LEAST).collect()
}

/// The prose from its byte `start` on.
fn sample(text: &str, blocks: &[Block], start: usize) -> String {
    let mut sample = String::new();
    let mut passed = 0;
    for span in blocks.iter().flat_map(|block| &block.spans) {
        let prose = span.of(text);
        let skip = start.saturating_sub(passed).min(prose.len());
        passed += prose.len();
        let from = prose.ceil_char_boundary(skip);
        let to = prose.floor_char_boundary((from + SAMPLE - sample.len()).min(prose.len()));
        sample.push_str(prose.get(from..to).unwrap_or_default());
        sample.push(' ');
        if sample.len() >= SAMPLE {
            break;
        }
    }
    sample
}

fn short_code(lang: Lang) -> &'static str {
    let code = lang.code();
    SHORT.iter().find(|(long, _)| *long == code).map_or(code, |(_, short)| short)
}

/// ISO 639-3 and 639-1 codes of the languages that can be told.
const SHORT: &[(&str, &str)] = &[
    ("epo", "eo"),
    ("eng", "en"),
    ("rus", "ru"),
    ("cmn", "zh"),
    ("spa", "es"),
    ("por", "pt"),
    ("ita", "it"),
    ("ben", "bn"),
    ("fra", "fr"),
    ("deu", "de"),
    ("ukr", "uk"),
    ("kat", "ka"),
    ("ara", "ar"),
    ("hin", "hi"),
    ("jpn", "ja"),
    ("heb", "he"),
    ("yid", "yi"),
    ("pol", "pl"),
    ("amh", "am"),
    ("jav", "jv"),
    ("kor", "ko"),
    ("nob", "nb"),
    ("dan", "da"),
    ("swe", "sv"),
    ("fin", "fi"),
    ("tur", "tr"),
    ("nld", "nl"),
    ("hun", "hu"),
    ("ces", "cs"),
    ("ell", "el"),
    ("bul", "bg"),
    ("bel", "be"),
    ("mar", "mr"),
    ("kan", "kn"),
    ("ron", "ro"),
    ("slv", "sl"),
    ("hrv", "hr"),
    ("srp", "sr"),
    ("mkd", "mk"),
    ("lit", "lt"),
    ("lav", "lv"),
    ("est", "et"),
    ("tam", "ta"),
    ("vie", "vi"),
    ("urd", "ur"),
    ("tha", "th"),
    ("guj", "gu"),
    ("uzb", "uz"),
    ("pan", "pa"),
    ("aze", "az"),
    ("ind", "id"),
    ("tel", "te"),
    ("pes", "fa"),
    ("mal", "ml"),
    ("ori", "or"),
    ("mya", "my"),
    ("nep", "ne"),
    ("sin", "si"),
    ("khm", "km"),
    ("tuk", "tk"),
    ("aka", "ak"),
    ("zul", "zu"),
    ("sna", "sn"),
    ("afr", "af"),
    ("lat", "la"),
    ("slk", "sk"),
    ("cat", "ca"),
    ("tgl", "tl"),
    ("hye", "hy"),
    ("cym", "cy"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::layout;

    fn language(text: &str) -> Option<&'static str> {
        of(text, &layout::blocks(text, 0..text.len())).map(|language| language.code)
    }

    #[test]
    fn long_texts_tell_their_language() {
        let english = "The two ministers met in the capital on Monday and agreed that the talks on the border treaty \
                       would go on in the spring, when the water level allows the survey to be finished.";
        let french = "Les deux ministres se sont rencontrés lundi dans la capitale et ont convenu que les discussions \
                      sur le traité frontalier se poursuivraient au printemps prochain.";
        assert_eq!(language(english), Some("en"));
        assert_eq!(language(&english.to_uppercase()), Some("en"));
        assert_eq!(language(french), Some("fr"));
        assert_eq!(language(&french.repeat(200)), Some("fr"));
    }

    #[test]
    fn short_and_mixed_texts_do_not() {
        assert_eq!(language("Bonjour à tous."), None);
        let english =
            "The two ministers met in the capital on Monday and agreed on the border treaty.\n\n".repeat(100);
        let french =
            "Les deux ministres se sont rencontrés lundi dans la capitale pour le traité.\n\n".repeat(100);
        assert_eq!(language(&(english + &french)), None);
    }
}
