//! Sentences as the trainer holds them.

use std::collections::BTreeMap;

use crate::annotate::conllu::TreeSentence;
use crate::annotate::hash::of_bytes;
use crate::annotate::train::dictionary::Entry;
use crate::annotate::train::oracle::Gold;
use crate::annotate::train::random::Random;
use crate::annotate::word::{CERTAIN, Known, Word, words};
use crate::annotate::word_table::WordTable;

/// A sentence with what is to be learnt of it.
#[derive(Debug, Clone)]
pub(crate) struct Sample {
    /// Its words as the models see them.
    pub(crate) words: Vec<Word>,
    /// The right tags, as classes.
    pub(crate) tags: Vec<u8>,
    /// The right tree.
    pub(crate) gold: Gold,
}

/// The classes of tagger and parser.
#[derive(Debug, Clone, Default)]
pub(crate) struct Classes {
    /// Universal and Penn tag with a space between, the most frequent first.
    pub(crate) tags: Vec<String>,
    /// Relations, the most frequent first.
    pub(crate) labels: Vec<String>,
}

impl Classes {
    /// Counts what the sentences hold. Pairs of tags seen less than three times are errors of the treebank.
    pub(crate) fn of(sentences: &[TreeSentence]) -> Self {
        let mut tags: BTreeMap<String, usize> = BTreeMap::new();
        let mut labels: BTreeMap<String, usize> = BTreeMap::new();
        for word in sentences.iter().flat_map(|sentence| &sentence.words) {
            *tags.entry(pair(&word.upos, &word.xpos)).or_default() += 1;
            *labels.entry(word.deprel.clone()).or_default() += 1;
        }
        let ranked = |counts: BTreeMap<String, usize>, least: usize| {
            let mut list: Vec<_> = counts.into_iter().filter(|&(_, count)| count >= least).collect();
            list.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            list.into_iter().map(|(name, _)| name).collect::<Vec<_>>()
        };
        Self { tags: ranked(tags, 3), labels: ranked(labels, 1) }
    }

    /// The class of a pair of tags; that of the commonest pair with the same universal tag where it is none.
    pub(crate) fn tag(&self, upos: &str, xpos: &str) -> u8 {
        let exact = pair(upos, xpos);
        let like = || self.tags.iter().position(|tag| tag.split(' ').next() == Some(upos));
        self.tags.iter().position(|tag| *tag == exact).or_else(like).unwrap_or(0) as u8
    }

    fn label(&self, name: &str) -> u8 {
        self.labels.iter().position(|label| label == name).unwrap_or(0) as u8
    }

    /// The samples of some sentences.
    pub(crate) fn samples(&self, sentences: &[TreeSentence], known: Known<'_>) -> Vec<Sample> {
        sentences.iter().map(|sentence| self.sample(sentence, known)).collect()
    }

    fn sample(&self, sentence: &TreeSentence, known: Known<'_>) -> Sample {
        let forms: Vec<&str> = sentence.words.iter().map(|word| word.form.as_str()).collect();
        let size = forms.len() as u16;
        Sample {
            words: words(&forms, known),
            tags: sentence.words.iter().map(|word| self.tag(&word.upos, &word.xpos)).collect(),
            gold: Gold::new(
                sentence.words.iter().map(|word| word.head.map_or(size, |head| head as u16)).collect(),
                sentence.words.iter().map(|word| self.label(&word.deprel)).collect(),
            ),
        }
    }
}

fn pair(upos: &str, xpos: &str) -> String {
    format!("{upos} {xpos}")
}

/// The table of tags: for each word seen often enough the tags that it had, for others those of the dictionary.
pub(crate) fn word_table(sentences: &[TreeSentence], dictionary: &[Entry], classes: &Classes) -> Vec<u8> {
    const LEAST: u32 = 4;
    let mut seen: BTreeMap<u64, BTreeMap<(&str, &str), u32>> = BTreeMap::new();
    for sentence in sentences {
        let forms: Vec<&str> = sentence.words.iter().map(|word| word.form.as_str()).collect();
        for (seeing, word) in words(&forms, Known::default()).iter().zip(&sentence.words) {
            *seen.entry(seeing.lower).or_default().entry((&word.xpos, &word.upos)).or_default() += 1;
        }
    }
    let hash = |tags: &str| 1 + (of_bytes(tags.as_bytes()) % u64::from(CERTAIN - 1)) as u16;
    let mut rows: BTreeMap<u64, u16> = dictionary
        .iter()
        .filter(|entry| !entry.tags.is_empty())
        .map(|entry| (entry.hash, hash(&format!("?{}", entry.tags))))
        .collect();
    for (word, tags) in seen {
        let all: u32 = tags.values().sum();
        if all < LEAST {
            continue;
        }
        if let Some((pair, &most)) = tags.iter().max_by_key(|(_, count)| **count)
            && all >= OFTEN
            && (all - most) * RARELY <= all
        {
            rows.insert(word, CERTAIN + u16::from(classes.tag(pair.1, pair.0)));
            continue;
        }
        // Tags under one in fifty are mostly errors.
        let mut usual: Vec<&str> =
            tags.into_iter().filter(|&(_, n)| n * 50 >= all).map(|((tag, _), _)| tag).collect();
        usual.dedup();
        rows.insert(word, hash(&usual.join(" ")));
    }
    WordTable::encode(&rows.into_iter().collect::<Vec<_>>())
}

/// A word seen so often that had one tag nearly always need not be tagged.
const OFTEN: u32 = 60;
/// One in so many times another tag, at most.
const RARELY: u32 = 500;

/// Copies of a share of the sentences, in capitals or without any, so that headings are read too.
pub(crate) fn with_case_changed(sentences: &[TreeSentence], random: &mut Random) -> Vec<TreeSentence> {
    let mut copies = Vec::new();
    for sentence in sentences {
        let upper = random.happens(500);
        if !random.happens(60) {
            continue;
        }
        let mut copy = sentence.clone();
        for word in &mut copy.words {
            word.form = if upper { word.form.to_uppercase() } else { word.form.to_lowercase() };
        }
        copies.push(copy);
    }
    copies
}
