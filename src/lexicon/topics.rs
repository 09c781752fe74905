//! Finds the schema's issue areas by the words of a text.

use std::collections::BTreeSet;

use compact_str::CompactString;

use crate::lexicon::fold::case_fits;
use crate::lexicon::phrase_index::PhraseIndex;
use crate::schema::Topics;

/// The names of all issue areas, and the words that hint at one.
#[derive(Debug, Clone, Default)]
pub struct TopicPhrases {
    phrases: PhraseIndex,
    named: Vec<Phrase>,
    unlike: BTreeSet<CompactString>,
    hints: PhraseIndex,
    hinted: Vec<CompactString>,
    figurative: BTreeSet<CompactString>,
}

#[derive(Debug, Clone)]
struct Phrase {
    text: CompactString,
    topic: CompactString,
    same: bool,
}

/// Words that name an issue area or one inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TopicMatch<'t> {
    /// How many words the phrase takes.
    pub len: usize,
    /// The id of the area in the schema.
    pub topic: &'t str,
    /// Whether the words name that very area; else they name an issue inside it.
    pub same: bool,
}

impl TopicPhrases {
    /// Indexes the phrases of the schema.
    #[must_use]
    pub fn new(topics: &Topics) -> Self {
        let mut all = Self::default();
        for topic in topics.iter() {
            let own = std::iter::once(&topic.label).chain(&topic.same).map(|text| (text, true));
            for (text, same) in own.chain(topic.narrower.iter().map(|text| (text, false))) {
                all.phrases.insert(text, all.named.len() as u32);
                all.named.push(Phrase { text: text.into(), topic: topic.id.as_str().into(), same });
            }
            all.figurative.extend(topic.figurative.iter().map(CompactString::from));
            all.unlike.extend(topic.unlike.iter().map(|form| CompactString::from(form.to_lowercase())));
            for hint in &topic.hints {
                all.hints.insert(hint, all.hinted.len() as u32);
                all.hinted.push(topic.id.as_str().into());
            }
        }
        all
    }

    /// The longest phrase of an issue area that begins at word `at` of a sentence.
    #[must_use]
    pub fn longest(&self, words: &[&str], lemmas: &[&str], at: usize) -> Option<TopicMatch<'_>> {
        self.phrases.find(&[words, lemmas], at).into_iter().find_map(|hit| {
            let phrase = &self.named[hit.id as usize];
            let unlike = hit.len == 1 && self.unlike.contains(words[at].to_lowercase().as_str());
            let fits = !unlike && case_fits(&phrase.text, &words[at..at + hit.len]);
            fits.then_some(TopicMatch { len: hit.len, topic: &phrase.topic, same: phrase.same })
        })
    }

    /// Whether the word, by its lemma, mostly means something else behind others: *a favourable **climate***.
    #[must_use]
    pub fn is_figurative(&self, lemma: &str) -> bool {
        self.figurative.contains(lemma)
    }

    /// The id of the area under which a longer phrase falls: that of the longest known phrase inside it, else that of the
    /// last word that hints at one.
    #[must_use]
    pub fn above(&self, words: &[&str], lemmas: &[&str]) -> Option<&str> {
        let figure = |at: usize| at > 0 && at + 1 == words.len() && self.is_figurative(lemmas[at]);
        let literal = |at: &usize| !figure(*at);
        let inside = (0..words.len()).filter(literal).filter_map(|at| self.longest(words, lemmas, at));
        if let Some(found) = inside.max_by_key(|found| found.len) {
            return Some(found.topic);
        }
        (0..words.len()).rev().filter(literal).find_map(|at| {
            let hit = self.hints.find(&[words, lemmas], at).into_iter().next()?;
            Some(self.hinted[hit.id as usize].as_str())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resource::Resources;
    use crate::schema::Schema;

    fn phrases() -> TopicPhrases {
        TopicPhrases::new(Schema::load(&Resources::schema(&[])).unwrap().topics())
    }

    #[test]
    fn an_area_is_found_by_its_names_in_singular_and_plural() {
        let phrases = phrases();
        let found = phrases.longest(&["Human", "Rights"], &["human", "right"], 0).unwrap();
        assert_eq!((found.topic, found.same, found.len), ("human-rights", true, 2));
        let found = phrases.longest(&["border", "crossings"], &["border", "crossing"], 0).unwrap();
        assert_eq!((found.topic, found.same), ("border-security", false));
    }

    #[test]
    fn no_phrase_stands_under_two_areas() {
        let phrases = phrases();
        let mut seen: Vec<_> =
            phrases.named.iter().map(|phrase| (phrase.text.to_lowercase(), &phrase.topic)).collect();
        seen.sort_unstable();
        let twice: Vec<_> = seen.windows(2).filter(|pair| pair[0].0 == pair[1].0).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn a_form_that_means_something_else_is_no_issue() {
        let phrases = phrases();
        assert!(phrases.longest(&["economy"], &["economy"], 0).is_some());
        assert!(phrases.longest(&["economies"], &["economy"], 0).is_none());
        assert!(phrases.longest(&["Securities"], &["security"], 0).is_none());
    }

    #[test]
    fn initials_need_their_capitals() {
        let phrases = phrases();
        assert!(phrases.longest(&["AIDS"], &["AIDS"], 0).is_some());
        assert!(phrases.longest(&["aids"], &["aid"], 0).is_none_or(|found| found.topic != "health"));
        assert!(phrases.longest(&["it"], &["it"], 0).is_none());
    }

    #[test]
    fn a_phrase_in_the_texts_own_words_falls_under_an_area() {
        let phrases = phrases();
        let above = |words: &[&str]| phrases.above(words, words).map(str::to_owned);
        assert_eq!(
            above(&["joint", "efforts", "against", "money", "laundering"]).unwrap(),
            "money-laundering"
        );
        assert_eq!(above(&["harbour", "vaccine", "depots"]).unwrap(), "pandemic");
        assert_eq!(above(&["purple", "umbrellas"]), None);
        assert_eq!(above(&["favourable", "climate"]), None);
        assert_eq!(above(&["climate", "damage"]).unwrap(), "climate-change");
        assert_eq!(above(&["marine", "environment"]).unwrap(), "environment");
    }
}
