//! Words by their place in characters: what the graph counts in, while texts are kept in bytes.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::graph::KnowledgeGraph;
use crate::graph::verify::violation::{Promise, Violation};

/// How many characters lie between two places whose byte is remembered.
const STEP: usize = 64;

/// A text that finds its characters without counting from the beginning.
struct Text<'g> {
    whole: &'g str,
    /// The byte of each character whose number is a multiple of [`STEP`].
    steps: Vec<u32>,
    length: usize,
}

impl<'g> Text<'g> {
    fn new(text: &'g str) -> Self {
        let mut steps = Vec::new();
        let mut length = 0;
        for (number, (byte, _)) in text.char_indices().enumerate() {
            if number % STEP == 0 {
                steps.push(byte as u32);
            }
            length = number + 1;
        }
        Self { whole: text, steps, length }
    }

    fn byte(&self, character: usize) -> Option<usize> {
        if character >= self.length {
            return (character == self.length).then_some(self.whole.len());
        }
        let step = *self.steps.get(character / STEP)? as usize;
        let after = self.whole.get(step..)?.char_indices().nth(character % STEP)?;
        Some(step + after.0)
    }

    fn slice(&self, start: usize, end: usize) -> Option<&'g str> {
        self.whole.get(self.byte(start)?..self.byte(end)?)
    }
}

/// The texts of all documents of a graph; none for those whose text was left out.
pub(super) struct Texts<'g>(BTreeMap<&'g str, Option<Text<'g>>>);

impl<'g> Texts<'g> {
    /// Indexes the texts, and checks that each is the one that its document was made of.
    pub(super) fn of(graph: &'g KnowledgeGraph, found: &mut Vec<Violation>) -> Self {
        let mut texts = BTreeMap::new();
        for record in &graph.documents {
            if let Some(text) = &record.text
                && format!("{:x}", Sha256::digest(text)) != record.sha256
            {
                let message = "the text is not the one whose SHA-256 the document gives";
                found.push(Violation::new(Promise::Words, &record.id, message));
            }
            texts.insert(record.id.as_str(), record.text.as_deref().map(Text::new));
        }
        Self(texts)
    }

    /// Checks that a stretch lies in its document and, where words are given, holds these words.
    pub(super) fn check(
        &self,
        (place, name): (&str, &str),
        document: &str,
        (start, end): (u32, u32),
        words: Option<&str>,
        found: &mut Vec<Violation>,
    ) {
        let mut wrong = |promise, message: String| found.push(Violation::new(promise, place, message));
        let Some(text) = self.0.get(document) else {
            return wrong(
                Promise::References,
                format!("the {name} names the document `{document}`, which is not there"),
            );
        };
        if end <= start {
            return wrong(Promise::Places, format!("the {name} ends before it begins: {start}..{end}"));
        }
        let Some(text) = text else {
            let length = words.map_or(0, |words| words.chars().count());
            if words.is_some() && length != (end - start) as usize {
                wrong(
                    Promise::Words,
                    format!("the {name} has {length} characters, its place {start}..{end} has not"),
                );
            }
            return;
        };
        match text.slice(start as usize, end as usize) {
            None => wrong(
                Promise::Places,
                format!(
                    "the {name} {start}..{end} lies outside the text, which has {} characters",
                    text.length
                ),
            ),
            Some(there) if words.is_some_and(|words| words != there) => {
                wrong(Promise::Words, format!("the {name} is not what stands at {start}..{end}"));
            }
            Some(_) => {}
        }
    }

    /// The words of a stretch, where the text is there.
    pub(super) fn slice(&self, document: &str, start: u32, end: u32) -> Option<&'g str> {
        self.0.get(document)?.as_ref()?.slice(start as usize, end as usize)
    }

    /// Whether the text of the document is there.
    pub(super) fn has(&self, document: &str) -> bool {
        matches!(self.0.get(document), Some(Some(_)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_characters_over_any_length() {
        let text: String = "a\u{e9}\u{1f54a}b".repeat(50);
        let indexed = Text::new(&text);
        let characters: Vec<char> = text.chars().collect();
        for start in (0..200).step_by(7) {
            let expected: String = characters[start..].iter().take(9).collect();
            assert_eq!(indexed.slice(start, (start + 9).min(200)), Some(expected.as_str()));
        }
        assert_eq!(indexed.slice(200, 200), Some(""));
        assert_eq!(indexed.slice(199, 201), None);
        assert_eq!(Text::new("").slice(0, 0), Some(""));
    }
}
