//! The trained model: one file of sections, read where it lies.

use std::borrow::Cow;

use compact_str::CompactString;

use crate::annotate::lemma::Scripts;
use crate::annotate::parser::Steps;
use crate::annotate::weights::{CLASSES, Weights};
use crate::annotate::word::Known;
use crate::annotate::word_table::WordTable;
use crate::error::Error;
use crate::error::Result;
use crate::model::Deprel;
use crate::model::Upos;
use crate::model::Xpos;

const MAGIC: &[u8; 8] = b"diplo-m5";
const SECTIONS: usize = 8;

/// The parts of a model file, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sections {
    /// Lines of a universal and a Penn tag: the classes of the tagger.
    pub(crate) tags: Vec<u8>,
    /// Lines of relations: the labels of the parser.
    pub(crate) labels: Vec<u8>,
    /// The tags of words.
    pub(crate) words: Vec<u8>,
    /// The clusters of words.
    pub(crate) clusters: Vec<u8>,
    /// Weights of the tagger.
    pub(crate) tagger: Vec<u8>,
    /// Weights of the parser.
    pub(crate) parser: Vec<u8>,
    /// Which rewriting gives the lemma of which ending.
    pub(crate) lemma_rules: Vec<u8>,
    /// The rewritings.
    pub(crate) lemma_scripts: Vec<u8>,
}

impl Sections {
    /// The model file.
    pub(crate) fn encode(&self) -> Vec<u8> {
        let parts: [&[u8]; SECTIONS] = [
            &self.tags,
            &self.labels,
            &self.words,
            &self.tagger,
            &self.parser,
            &self.lemma_rules,
            &self.lemma_scripts,
            &self.clusters,
        ];
        let mut bytes = MAGIC.to_vec();
        for part in parts {
            bytes.extend_from_slice(&(part.len() as u32).to_le_bytes());
        }
        for part in parts {
            bytes.extend_from_slice(part);
        }
        bytes
    }
}

/// A model in memory or in the program's own bytes.
#[derive(Debug, Clone)]
pub(crate) struct Model {
    bytes: Cow<'static, [u8]>,
    at: [(usize, usize); SECTIONS],
    /// The tags of each class of the tagger.
    pub(crate) tags: Vec<(Upos, Xpos)>,
    /// The relations of the parser's labels.
    pub(crate) labels: Vec<Deprel>,
    /// The rewritings of the lemmatizer.
    pub(crate) scripts: Scripts,
    /// How the parser's classes are steps.
    pub(crate) steps: Steps,
    /// For each class of the tagger 1 for marks, 2 for verbs, else 0.
    pub(crate) kinds: Vec<u8>,
}

impl Model {
    /// Reads the header; the weights stay where they are.
    pub(crate) fn new(name: &str, bytes: Cow<'static, [u8]>) -> Result<Self> {
        let wrong = |message: &str| Error::Data {
            file: name.to_owned(),
            line: 0,
            message: format!("{message}: train it again with this version of the program"),
        };
        let cut = || wrong("the model is cut short");
        if bytes.get(..MAGIC.len()) != Some(MAGIC) {
            return Err(wrong("this is no model of this version"));
        }
        let lengths = bytes.get(MAGIC.len()..MAGIC.len() + SECTIONS * 4).ok_or_else(cut)?;
        let mut at = [(0, 0); SECTIONS];
        let mut start = MAGIC.len() + SECTIONS * 4;
        for (place, length) in at.iter_mut().zip(lengths.as_chunks::<4>().0) {
            *place = (start, start + u32::from_le_bytes(*length) as usize);
            start = place.1;
        }
        if start != bytes.len() {
            return Err(cut());
        }
        let text = |section: usize| {
            std::str::from_utf8(&bytes[at[section].0..at[section].1])
                .map_err(|_| wrong("the model is damaged"))
        };
        let unknown = |label: &str| wrong(&format!("the model names {label}, which is no label"));
        let mut tags = Vec::new();
        for line in text(0)?.lines() {
            let (upos, xpos) = line.split_once(' ').ok_or_else(|| unknown(line))?;
            tags.push((
                Upos::named(upos).ok_or_else(|| unknown(upos))?,
                Xpos::named(xpos).ok_or_else(|| unknown(xpos))?,
            ));
        }
        let labels: Vec<Deprel> = text(1)?
            .lines()
            .map(|line| Deprel::named(line).ok_or_else(|| unknown(line)))
            .collect::<Result<_>>()?;
        let root = labels.iter().position(|&label| label == Deprel::Root);
        let root = root.ok_or_else(|| wrong("the model has no label for the root"))?;
        if tags.is_empty() || tags.len() > 120 || 2 + 2 * labels.len() > CLASSES {
            return Err(wrong("the model has too many or too few labels"));
        }
        let scripts = Scripts::parse(text(6)?).ok_or_else(|| wrong("the model's lemmas are damaged"))?;
        let kinds = kinds(&tags);
        let steps = Steps { labels: labels.len(), root: root as u8 };
        let model = Self { bytes, at, tags, labels, scripts, steps, kinds };
        if Weights::new(model.section(3)).is_none() || Weights::new(model.section(4)).is_none() {
            return Err(wrong("the model's weights are damaged"));
        }
        Ok(model)
    }

    fn section(&self, number: usize) -> &[u8] {
        let (start, end) = self.at[number];
        self.bytes.get(start..end).unwrap_or_default()
    }

    /// What is known of words.
    pub(crate) fn words(&self) -> Known<'_> {
        Known { tags: WordTable::new(self.section(2)), clusters: WordTable::new(self.section(7)) }
    }

    /// The tagger's weights.
    pub(crate) fn tagger(&self) -> Option<Weights<'_>> {
        Weights::new(self.section(3))
    }

    /// The parser's weights.
    pub(crate) fn parser(&self) -> Option<Weights<'_>> {
        Weights::new(self.section(4))
    }

    /// Which rewriting gives the lemma of which ending.
    pub(crate) fn lemma_rules(&self) -> WordTable<'_> {
        WordTable::new(self.section(5))
    }
}

/// For each tag 1 for marks, 2 for verbs, else 0.
pub(crate) fn kinds(tags: &[(Upos, Xpos)]) -> Vec<u8> {
    tags.iter()
        .map(|&(upos, _)| match upos {
            Upos::Punct => 1,
            Upos::Verb | Upos::Aux => 2,
            _ => 0,
        })
        .collect()
}

/// A rewriting of a word's end: how many letters go, what comes in their place.
pub(crate) type Script = (u8, CompactString);
