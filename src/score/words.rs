//! Names and texts made comparable: case, quotation marks, articles, possessives and endings aside.

use std::collections::BTreeSet;

use serde::Deserialize;
use unicode_normalization::char::is_combining_mark;

use crate::error::Result;
use crate::resource::Resources;

/// The rules of `data/en/score.toml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    articles: Vec<String>,
    possessive: String,
    stop: BTreeSet<String>,
    suffixes: Vec<String>,
}

impl Words {
    pub(super) fn load(data: &Resources) -> Result<Self> {
        let files = data.read("en/score.toml")?;
        // A file of the user's replaces ours: figures are comparable only under one set of rules.
        match files.last() {
            Some(file) => file.toml(),
            None => Ok(Self::default()),
        }
    }

    /// Lower case, straight quotation marks, single blanks; without other marks, possessives and a leading article.
    pub(super) fn norm(&self, text: &str) -> String {
        let mut plain = String::with_capacity(text.len());
        for c in text.chars().map(straight).collect::<String>().to_lowercase().chars() {
            let kept = if is_word(c) || matches!(c, '\'' | '-') { c } else { ' ' };
            plain.push(kept);
        }
        let plain = self.without_possessives(&plain);
        let single = plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        match single.split_once(' ') {
            Some((first, rest)) if self.articles.iter().any(|article| article == first) => rest.to_owned(),
            _ => single,
        }
    }

    fn without_possessives(&self, text: &str) -> String {
        let mut kept = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find(&self.possessive) {
            let (before, after) = (&rest[..at], &rest[at + self.possessive.len()..]);
            kept.push_str(before);
            if after.chars().next().is_some_and(is_word) {
                kept.push_str(&self.possessive);
            }
            rest = after;
        }
        kept + rest
    }

    fn stem<'w>(&self, word: &'w str) -> &'w str {
        let length = word.chars().count();
        let fitting = self.suffixes.iter().find(|suffix| {
            word.ends_with(suffix.as_str()) && length >= suffix.chars().count() + SHORTEST_STEM
        });
        fitting.map_or(word, |suffix| &word[..word.len() - suffix.len()])
    }

    /// The stems of the words that tell something.
    pub(super) fn stems(&self, text: &str) -> BTreeSet<String> {
        let norm = self.norm(text);
        norm.split(|c| !is_alphanumeric(c))
            .filter(|word| !word.is_empty() && !self.stop.contains(*word))
            .map(|word| self.stem(word).to_owned())
            .collect()
    }

    /// The words in order; an apostrophe inside a word belongs to it.
    pub(super) fn tokens(&self, text: &str) -> Vec<String> {
        let norm = self.norm(text);
        norm.split(|c| !is_alphanumeric(c) && c != '\'')
            .flat_map(|run| {
                // `''` ends a word, so do apostrophes at its edges.
                run.split("''").map(|part| part.trim_matches('\'').to_owned())
            })
            .filter(|token| !token.is_empty())
            .collect()
    }
}

/// What must remain of a word when its ending is cut off, in characters.
const SHORTEST_STEM: usize = 4;

const fn straight(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        _ => c,
    }
}

/// Letters and numbers. Marks are no letters here, nor are letters in circles and squares, although Unicode calls
/// both alphabetic: regular expressions in Python see it so, and the figures must be those of the reference script.
fn is_alphanumeric(c: char) -> bool {
    c.is_alphanumeric() && !is_combining_mark(c) && !is_enclosed(c)
}

fn is_word(c: char) -> bool {
    is_alphanumeric(c) || c == '_'
}

const fn is_enclosed(c: char) -> bool {
    matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f149}' | '\u{1f150}'..='\u{1f169}' | '\u{1f170}'..='\u{1f189}')
}
#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        Words::load(&Resources::data(&[])).unwrap()
    }

    #[test]
    fn names_differ_neither_by_case_nor_by_marks_nor_by_article() {
        let words = words();
        assert_eq!(words.norm("The  \u{201c}Lake\u{201d} Pact,"), "lake pact");
        assert_eq!(words.norm("Norland\u{2019}s envoy-at-large"), "norland envoy-at-large");
        assert_eq!(words.norm("an 'sx's "), "'sx");
        assert_eq!(words.norm("the"), "the");
        assert_eq!(words.norm("?!"), "");
    }

    #[test]
    fn only_long_words_lose_their_endings() {
        let stems = words().stems("The trafficking of arms by our cities");
        assert_eq!(stems.into_iter().collect::<Vec<_>>(), ["arms", "citi", "traffick"]);
    }

    #[test]
    fn an_apostrophe_inside_a_word_belongs_to_it() {
        let tokens = words().tokens("'We don\u{2019}t'' o'n'e a''b snake_case");
        assert_eq!(tokens, ["we", "don't", "o'n'e", "a", "b", "snake", "case"]);
    }

    #[test]
    fn marks_and_enclosed_letters_are_no_letters() {
        // As in the regular expressions of Python, a vowel sign parts two letters.
        assert_eq!(
            words().tokens("\u{915}\u{93f}\u{924} \u{24b6}1 \u{bd}"),
            ["\u{915}", "\u{924}", "1", "\u{bd}"]
        );
    }
}
