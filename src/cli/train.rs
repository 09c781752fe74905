//! `diplograph train`

use std::fs;
use std::path::PathBuf;

use clap::Args;

use crate::annotate::train;
use crate::annotate::train::TrainOptions;
use crate::cli::console::Console;
use crate::cli::exit::Outcome;
use crate::error::Error;

/// Train tagger and parser on treebanks in CoNLL-U
#[derive(Debug, Args)]
#[command(after_help = "\
The same treebanks and numbers give the same model. To use it, put it where --lexicon finds it: DIR/en/model.bin.
Run the released binary: a debug build takes ten times as long.")]
pub(crate) struct TrainArguments {
    /// Folders of treebanks (their *train.conllu files) or single files
    #[arg(required = true, value_name = "TREEBANK")]
    treebanks: Vec<PathBuf>,
    /// Files in CoNLL-U that a better parser has annotated: tags and trees are learnt from them too, lemmas are not
    #[arg(long, value_name = "FILE")]
    silver: Vec<PathBuf>,
    /// Words, each with its tags in a dictionary and the number of those used alike
    #[arg(long, value_name = "FILE")]
    words: Option<PathBuf>,
    /// The model
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
    /// Files in CoNLL-U to score the model on
    #[arg(long, value_name = "FILE")]
    dev: Vec<PathBuf>,
    /// Walks of the tagger over the sentences
    #[arg(long, value_name = "NUMBER", default_value_t = TrainOptions::default().tagger_epochs)]
    tagger_epochs: usize,
    /// Walks of the parser over the sentences
    #[arg(long, value_name = "NUMBER", default_value_t = TrainOptions::default().parser_epochs)]
    parser_epochs: usize,
    /// Leave out features of the tagger that fewer mistakes touched
    #[arg(long, value_name = "NUMBER", default_value_t = TrainOptions::default().tagger_least)]
    tagger_least: u32,
    /// Leave out features of the parser that fewer mistakes touched
    #[arg(long, value_name = "NUMBER", default_value_t = TrainOptions::default().parser_least)]
    parser_least: u32,
    /// The most bytes that the tagger's weights may take: where there are more, more features are left out
    #[arg(long, value_name = "BYTES", default_value_t = TrainOptions::default().tagger_most)]
    tagger_most: usize,
    /// The most bytes that the parser's weights may take: where there are more, more features are left out
    #[arg(long, value_name = "BYTES", default_value_t = TrainOptions::default().parser_most)]
    parser_most: usize,
    /// Decides the order of sentences
    #[arg(long, value_name = "NUMBER", default_value_t = TrainOptions::default().seed)]
    seed: u64,
}

impl TrainArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let report = train::run(&TrainOptions {
            treebanks: self.treebanks.clone(),
            silver: self.silver.clone(),
            words: self.words.clone(),
            dev: self.dev.clone(),
            tagger_epochs: self.tagger_epochs,
            parser_epochs: self.parser_epochs,
            tagger_least: self.tagger_least,
            parser_least: self.parser_least,
            tagger_most: self.tagger_most,
            parser_most: self.parser_most,
            seed: self.seed,
        })?;
        fs::write(&self.output, &report.model)
            .map_err(|source| Error::Io { path: self.output.clone(), source })?;
        console.note(format_args!("trained on {} sentences, {} words", report.sentences, report.words));
        for (path, scores) in &report.dev {
            console.note(format_args!("{}: {scores}", path.display()));
        }
        Ok(Outcome::Done)
    }
}
