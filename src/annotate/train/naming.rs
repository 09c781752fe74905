//! Trains the tagger of names.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use compact_str::CompactString;

use crate::annotate::annotator::Annotator;
use crate::annotate::hash::of_bytes;
use crate::annotate::names::{NameModel, OUTSIDE, Seen, allowed, first, further};
use crate::annotate::tagger::Features;
use crate::annotate::train::perceptron::Perceptron;
use crate::annotate::train::random::Random;
use crate::annotate::train::tagging::highest;
use crate::annotate::weights::CLASSES;
use crate::annotate::word::{Word, plain};
use crate::annotate::word_table::WordTable;
use crate::error::Error;
use crate::error::Result;
use crate::lexicon::COLUMNS;
use crate::lexicon::Lexicon;
use crate::model::NodeKind;
use crate::model::Xpos;
use crate::resource::Resources;

/// A sentence: each word with its tag, `O`, or `B-` or `I-` and a kind.
pub type TaggedSentence = Vec<(String, String)>;

/// The unit of the weights.
const UNIT: f64 = 0.05;
/// Smaller weights, in units, tell nothing.
const SMALLEST: i32 = 2;

struct Sample {
    words: Vec<Word>,
    xpos: Vec<Xpos>,
    classes: Vec<u8>,
}

/// Reads lines of a word, a tab and its tag; empty lines part sentences.
///
/// # Errors
/// Where the file cannot be read or a line holds something else.
pub fn read_tagged(path: &Path) -> Result<Vec<TaggedSentence>> {
    let text = fs::read_to_string(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
    let mut sentences = vec![Vec::new()];
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            sentences.push(Vec::new());
            continue;
        }
        let (word, tag) = line.split_once('\t').ok_or_else(|| Error::Data {
            file: path.display().to_string(),
            line: number + 1,
            message: "a word, a tab and a tag are wanted".to_owned(),
        })?;
        if let Some(sentence) = sentences.last_mut() {
            sentence.push((word.to_owned(), tag.trim().to_owned()));
        }
    }
    sentences.retain(|sentence: &TaggedSentence| !sentence.is_empty());
    Ok(sentences)
}

/// Trains on files of tagged words, each counted so many times; gives the file of the tagger.
///
/// # Errors
/// Where a file is not what it should be.
pub fn train_names(
    annotator: &Annotator,
    resources: &Resources,
    lexicon: &Lexicon,
    files: &[(PathBuf, usize)],
    epochs: usize,
) -> Result<Vec<u8>> {
    let mut sentences = Vec::new();
    for (path, times) in files {
        let read = read_tagged(path)?;
        sentences.extend(std::iter::repeat_n(read, *times).flatten());
    }
    let kinds: BTreeSet<&str> =
        sentences.iter().flatten().filter_map(|(_, tag)| Some(tag.split_once('-')?.1)).collect();
    let kinds: Vec<CompactString> = kinds.into_iter().map(CompactString::from).collect();
    let marks = marks(&sentences, resources, lexicon)?;
    let class = |tag: &str| {
        let Some((mark, kind)) = tag.split_once('-') else { return OUTSIDE };
        let kind = kinds.iter().position(|known| known == kind).unwrap_or_default();
        if mark == "B" { first(kind) } else { further(kind) }
    };
    let samples: Vec<Sample> = sentences
        .iter()
        .map(|sentence| {
            let forms: Vec<&str> = sentence.iter().map(|(word, _)| word.as_str()).collect();
            let (words, xpos) = annotator.words_and_tags(&forms);
            Sample { words, xpos, classes: sentence.iter().map(|(_, tag)| class(tag)).collect() }
        })
        .collect();
    let mut learner = Perceptron::default();
    let mut random = Random::new(1);
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut features = Features::default();
    for _ in 0..epochs {
        random.shuffle(&mut order);
        for sample in order.iter().map(|&at| &samples[at]) {
            let seen = Seen::new(&sample.words, &sample.xpos, WordTable::new(&marks));
            let mut classes: Vec<u8> = Vec::with_capacity(sample.words.len());
            for (at, &right) in sample.classes.iter().enumerate() {
                let before = classes.last().copied().unwrap_or(OUTSIDE);
                if before == OUTSIDE && !sample.words[at].big {
                    classes.push(OUTSIDE);
                    continue;
                }
                seen.features(&classes, at, &mut features);
                let mut scores = [0.0; CLASSES];
                learner.add(&features.hashes, &mut scores);
                let chosen = highest(&scores, allowed(before, kinds.len()));
                // Where an error before makes the right class impossible, the nearest that is possible is right.
                let right = match usize::from(right) {
                    right if allowed(before, kinds.len()).any(|class| class == right) => right,
                    right => right - usize::from(right % 2 == 0 && right > 0),
                };
                learner.tick();
                if chosen != right {
                    learner.update(&features.hashes, right, chosen);
                }
                classes.push(chosen as u8);
            }
        }
    }
    Ok(NameModel::encode(&kinds, &marks, &learner.quantise(2, usize::MAX, UNIT, SMALLEST)))
}

enum Sort {
    Person,
    Place,
    Body,
    Other,
}

fn sort_of(kind: &NodeKind) -> Sort {
    let is = |kinds: [NodeKind; 2]| kinds.contains(kind);
    if is([NodeKind::OFFICIAL, NodeKind::PERSON]) {
        Sort::Person
    } else if is([NodeKind::COUNTRY, NodeKind::PLACE]) {
        Sort::Place
    } else if is([NodeKind::ORGANIZATION, NodeKind::AGENCY]) {
        Sort::Body
    } else {
        Sort::Other
    }
}

/// What lists of names and nouns tell of single words, one bit each.
fn marks(sentences: &[TaggedSentence], resources: &Resources, lexicon: &Lexicon) -> Result<Vec<u8>> {
    let mut words: BTreeSet<String> = sentences.iter().flatten().map(|(word, _)| word.clone()).collect();
    let mut bits: BTreeMap<u64, u16> = BTreeMap::new();
    let mut lower = String::new();
    for file in resources.list("gazetteer", "csv")? {
        file.rows(COLUMNS, |_, row| {
            let kind = row.cell(0).split('.').next().unwrap_or_default();
            for column in 1..6 {
                for name in row.cell(column).split('|') {
                    let parts: Vec<&str> = name.trim_end_matches('?').split_whitespace().collect();
                    words.extend(parts.iter().map(|part| (*part).to_owned()));
                    for (at, part) in
                        parts.iter().enumerate().filter(|(_, part)| part.contains(char::is_uppercase))
                    {
                        plain(part, &mut lower);
                        let shift = u16::from(at + 1 == parts.len() && at > 0);
                        let bit = match sort_of(&NodeKind::named(kind)) {
                            _ if column > 3 => 7,
                            Sort::Person => shift,
                            Sort::Place => 2 + shift,
                            Sort::Body => 4 + shift,
                            Sort::Other => 6,
                        };
                        *bits.entry(of_bytes(lower.as_bytes())).or_default() |= 1 << bit;
                    }
                }
            }
            Ok(())
        })?;
    }
    for word in &words {
        plain(word, &mut lower);
        let mut more = u16::from(lexicon.names.is_given(word)) << 8;
        for sense in lexicon.nouns.senses(&lower) {
            more |= match sort_of(&sense.kind) {
                Sort::Body => 1 << 9,
                Sort::Place => 1 << 10,
                Sort::Person | Sort::Other => 1 << 11,
            };
        }
        more |= u16::from(lexicon.titles.find(&[&lower], 0).is_some()) << 12;
        more |= u16::from(lexicon.names.is_common(word)) << 13;
        if more > 0 {
            *bits.entry(of_bytes(lower.as_bytes())).or_default() |= more;
        }
    }
    let mut rows: Vec<(u64, u16)> = bits.into_iter().collect();
    rows.dedup_by_key(|row| row.0 >> 16);
    Ok(WordTable::encode(&rows))
}
