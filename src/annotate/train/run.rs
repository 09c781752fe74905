//! The whole training: which sentences, in which order, and what comes of it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::annotate::conllu;
use crate::annotate::conllu::TreeSentence;
use crate::annotate::evaluate::{Scores, evaluate_with};
use crate::annotate::lemma::Irregular;
use crate::annotate::model::{Model, Sections};
use crate::annotate::parser::Steps;
use crate::annotate::tagger::tag;
use crate::annotate::token_rules::TokenRules;
use crate::annotate::train::dictionary::clusters;
use crate::annotate::train::plan::Plan;
use crate::annotate::train::random::Random;
use crate::annotate::train::sample::{Classes, Sample, with_case_changed, word_table};
use crate::annotate::train::{dictionary, lemmas, parsing, tagging};
use crate::annotate::weights::Weights;
use crate::annotate::word::Known;
use crate::annotate::word_table::WordTable;
use crate::error::Error;
use crate::error::Result;
use crate::model::Deprel;
use crate::resource::Resources;

/// What to train on and how.
#[derive(Debug, Clone)]
pub struct TrainOptions {
    /// Folders of treebanks (their `*train.conllu` files) or single files. Where a folder has a `documents.tsv` with a column
    /// `train_shipped_weights`, only documents with `yes` there are taken.
    pub treebanks: Vec<PathBuf>,
    /// Files that a better parser has annotated: tags and trees are learnt from them too, lemmas are not.
    pub silver: Vec<PathBuf>,
    /// What is known of words before: each with the tags that a dictionary gives it and a cluster.
    pub words: Option<PathBuf>,
    /// Files to score the result on.
    pub dev: Vec<PathBuf>,
    /// Walks of the tagger over the sentences.
    pub tagger_epochs: usize,
    /// Walks of the parser over the sentences.
    pub parser_epochs: usize,
    /// Features of the tagger that fewer mistakes touched are left out.
    pub tagger_least: u32,
    /// The same for the parser.
    pub parser_least: u32,
    /// The most bytes that the tagger's table may take: where there are more, features that more mistakes touched are left out.
    pub tagger_most: usize,
    /// The same for the parser.
    pub parser_most: usize,
    /// Of the order of sentences.
    pub seed: u64,
}

impl Default for TrainOptions {
    fn default() -> Self {
        Self {
            treebanks: Vec::new(),
            silver: Vec::new(),
            words: None,
            dev: Vec::new(),
            tagger_epochs: 4,
            parser_epochs: 4,
            tagger_least: 3,
            parser_least: 4,
            tagger_most: 4_600_000,
            parser_most: 17_200_000,
            seed: 1,
        }
    }
}

/// A trained model and how good it is.
#[derive(Debug, Clone)]
pub struct TrainReport {
    /// The model file.
    pub model: Vec<u8>,
    /// How many sentences it was trained on.
    pub sentences: usize,
    /// How many words they have.
    pub words: usize,
    /// The scores on each file of [`TrainOptions::dev`].
    pub dev: Vec<(PathBuf, Scores)>,
    /// The bytes of word table, tagger and parser.
    pub sizes: [usize; 3],
}

const FOLDS: usize = 4;

/// Trains a model.
///
/// # Errors
/// Where a file cannot be read, is no CoNLL-U, or there is nothing to train on.
pub fn run(options: &TrainOptions) -> Result<TrainReport> {
    let mut sentences = Vec::new();
    for path in &options.treebanks {
        sentences.extend(treebank(path)?);
    }
    if sentences.is_empty() {
        let file = options.treebanks.first().map(|path| path.display().to_string()).unwrap_or_default();
        return Err(Error::Data { file, line: 0, message: "there is no sentence to train on".to_owned() });
    }
    let mut random = Random::new(options.seed);
    let classes = Classes::of(&sentences);
    let mut silver = Vec::new();
    for path in &options.silver {
        silver.extend(read(path)?);
    }
    let (lemma_rules, lemma_scripts) = lemmas::learn(&sentences, &silver);
    if !silver.is_empty() {
        // What people annotated counts twice.
        sentences.extend_from_within(..);
        sentences.append(&mut silver);
    }
    let (count, words) = (sentences.len(), sentences.iter().map(|sentence| sentence.words.len()).sum());
    let entries = options.words.as_deref().map(dictionary::read).transpose()?.unwrap_or_default();
    let (word_bytes, cluster_bytes) = (word_table(&sentences, &entries, &classes), clusters(&entries));
    let known = Known { tags: WordTable::new(&word_bytes), clusters: WordTable::new(&cluster_bytes) };
    sentences.extend(with_case_changed(&sentences, &mut random));
    let samples = classes.samples(&sentences, known);
    let tagger = tagging::train(
        &samples.iter().collect::<Vec<_>>(),
        classes.tags.len(),
        Plan {
            epochs: options.tagger_epochs,
            least: options.tagger_least,
            most: options.tagger_most,
            seed: options.seed,
        },
    );
    let tags =
        if options.parser_epochs > 0 { jackknife(&samples, classes.tags.len(), options) } else { Vec::new() };
    let root = classes.labels.iter().position(|label| label == Deprel::Root.as_str()).unwrap_or(0);
    let joined = |list: &[String]| list.iter().flat_map(|name| [name.as_bytes(), b"\n"].concat()).collect();
    let mut sections = Sections {
        tags: joined(&classes.tags),
        labels: joined(&classes.labels),
        words: word_bytes.clone(),
        clusters: cluster_bytes.clone(),
        tagger,
        parser: Weights::encode(&[]),
        lemma_rules,
        lemma_scripts,
    };
    let kinds = Model::new("model", Cow::Owned(sections.encode()))?.kinds;
    let steps = Steps { labels: classes.labels.len(), root: root as u8 };
    let plan = Plan {
        epochs: options.parser_epochs,
        least: options.parser_least,
        most: options.parser_most,
        seed: options.seed,
    };
    let pairs: Vec<(&Sample, Vec<u8>)> = samples.iter().zip(tags).collect();
    sections.parser = parsing::train(&pairs, &kinds, steps, plan);
    let bytes = sections.encode();
    let model = Model::new("model", Cow::Owned(bytes.clone()))?;
    let irregular = Irregular::load(&Resources::data(&[]))?;
    let rules = TokenRules::load(&Resources::data(&[]))?;
    let mut dev = Vec::new();
    for path in &options.dev {
        dev.push((path.clone(), evaluate_with(&model, &irregular, &rules.says, &read(path)?)));
    }
    let sizes = [sections.words.len(), sections.tagger.len(), sections.parser.len()];
    Ok(TrainReport { model: bytes, sentences: count, words, dev, sizes })
}

/// Tags each fifth of the samples by a tagger trained on the others, so that the parser learns from tags with
/// as many errors as it will meet.
fn jackknife(samples: &[Sample], classes: usize, options: &TrainOptions) -> Vec<Vec<u8>> {
    let folds: Vec<Vec<(usize, Vec<u8>)>> = (0..FOLDS)
        .into_par_iter()
        .map(|fold| {
            let others: Vec<&Sample> = samples
                .iter()
                .enumerate()
                .filter(|(at, _)| at % FOLDS != fold)
                .map(|(_, sample)| sample)
                .collect();
            let epochs = options.tagger_epochs.div_ceil(2);
            let plan = Plan { epochs, least: 1, most: usize::MAX, seed: options.seed };
            let bytes = tagging::train(&others, classes, plan);
            let Some(weights) = Weights::new(&bytes) else { return Vec::new() };
            let here = samples.iter().enumerate().filter(|(at, _)| at % FOLDS == fold);
            here.map(|(at, sample)| (at, tag(&sample.words, weights, classes))).collect()
        })
        .collect();
    let mut tagged: Vec<(usize, Vec<u8>)> = folds.into_iter().flatten().collect();
    tagged.sort_unstable();
    tagged.into_iter().map(|(_, tags)| tags).collect()
}

fn read(path: &Path) -> Result<Vec<TreeSentence>> {
    let text = fs::read_to_string(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
    conllu::read(&path.display().to_string(), &text)
}

fn treebank(path: &Path) -> Result<Vec<TreeSentence>> {
    if !path.is_dir() {
        return read(path);
    }
    let io = |source| Error::Io { path: path.to_owned(), source };
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(io)? {
        let file = entry.map_err(io)?.path();
        if file.file_name().is_some_and(|name| name.to_string_lossy().ends_with("train.conllu")) {
            files.push(file);
        }
    }
    files.sort();
    let mut sentences = Vec::new();
    for file in files {
        sentences.extend(read(&file)?);
    }
    let list = path.join("documents.tsv");
    if list.is_file() {
        let text = fs::read_to_string(&list).map_err(|source| Error::Io { path: list.clone(), source })?;
        let allowed = allowed_documents(&text);
        sentences.retain(|sentence| allowed.contains(&sentence.document));
    }
    Ok(sentences)
}

/// The documents whose licence lets the weights be passed on.
fn allowed_documents(table: &str) -> BTreeSet<String> {
    let mut lines = table.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let Some(header) = lines.next() else { return BTreeSet::new() };
    let column = |name: &str| header.iter().position(|title| *title == name);
    let (Some(name), Some(allowed)) = (column("document"), column("train_shipped_weights")) else {
        return BTreeSet::new();
    };
    lines
        .filter(|row| row.get(allowed) == Some(&"yes"))
        .filter_map(|row| row.get(name).map(|name| (*name).to_owned()))
        .collect()
}
