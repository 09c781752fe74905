//! `diplograph annotate`

use std::fs;
use std::io;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use clap::Args;
use clap::ValueEnum;
use clap::builder::PossibleValuesParser;

use crate::annotate::Annotator;
use crate::annotate::conllu;
use crate::annotate::json;
use crate::cli::build;
use crate::cli::console::Console;
use crate::cli::exit::Outcome;
use crate::cli::folder;
use crate::cli::output;
use crate::cli::read_arguments::ReadArguments;
use crate::error::Error;
use crate::model::Annotated;
use crate::read;
use crate::read::READERS;
use crate::resource::Resources;

/// The format that only this command reads.
const CONLLU: &str = "conllu";

/// Write sentences, words, tags, lemmas and dependency trees
#[derive(Debug, Args)]
#[command(after_help = "\
With --input conllu the sentences and words of the file are kept and only read anew, so that tagger and parser can be scored:
  diplograph annotate gold.conllu --input conllu > system.conllu")]
pub(crate) struct AnnotateArguments {
    /// Files, folders with all texts below them, or `-` for standard input
    #[arg(required = true, value_name = "TEXT")]
    inputs: Vec<PathBuf>,
    /// How the answer is written
    #[arg(long, short, value_enum, value_name = "FORMAT", default_value_t = AnnotationFormat::Conllu)]
    format: AnnotationFormat,
    /// Write into this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// A folder laid over `data/`: a model or word lists of your own
    #[arg(long, value_name = "DIR", value_parser = folder::existing)]
    lexicon: Vec<PathBuf>,
    /// The format of every input; by default as its name and content tell
    #[arg(long, value_name = "FORMAT", value_parser = input_formats(), help_heading = "Reading")]
    input: Option<String>,
    #[command(flatten)]
    read: ReadArguments,
}

/// How annotations are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum AnnotationFormat {
    /// CoNLL-U, with the place of each word in the last column
    Conllu,
    /// One JSON object for each document, on one line
    Json,
}

impl AnnotationFormat {
    fn write(self, annotated: &Annotated<'_>, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Conllu => conllu::write(annotated, out),
            Self::Json => json::write(annotated, out),
        }
    }
}

fn input_formats() -> PossibleValuesParser {
    PossibleValuesParser::new(READERS.iter().map(|reader| reader.name()).chain([CONLLU]))
}

impl AnnotateArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let annotator = Annotator::load(&Resources::data(&self.lexicon))?;
        let (mut documents, mut left_out) = (0, Vec::new());
        output::to_file(self.output.as_deref(), |out| {
            (documents, left_out) = if self.input.as_deref() == Some(CONLLU) {
                self.trees(&annotator, out)?
            } else {
                self.texts(&annotator, out)?
            };
            Ok(())
        })?;
        build::report(documents, left_out, console)
    }

    fn trees(&self, annotator: &Annotator, out: &mut dyn Write) -> anyhow::Result<(usize, Vec<Error>)> {
        for path in &self.inputs {
            let name = path.display().to_string();
            let sentences = conllu::read(&name, &text_of(path)?)?;
            let (document, words) = conllu::document(&name, &sentences);
            self.format.write(&annotator.annotate_words(&document, &words), out)?;
        }
        Ok((self.inputs.len(), Vec::new()))
    }

    fn texts(&self, annotator: &Annotator, out: &mut dyn Write) -> anyhow::Result<(usize, Vec<Error>)> {
        let options = self.read.options(self.input.as_deref())?;
        let (mut documents, mut left_out) = (0, Vec::new());
        for source in read::discover(&self.inputs) {
            let loaded = source.map_or_else(|error| vec![Err(error)], |source| read::load(&source, &options));
            for document in loaded {
                match document {
                    Ok(document) => {
                        documents += 1;
                        self.format.write(&annotator.annotate(&document), out)?;
                    }
                    Err(error) => left_out.push(error),
                }
            }
        }
        Ok((documents, left_out))
    }
}

fn text_of(path: &Path) -> anyhow::Result<String> {
    let mut text = String::new();
    let read = if path == Path::new("-") {
        io::stdin().lock().read_to_string(&mut text).map(|_| ())
    } else {
        fs::read_to_string(path).map(|found| text = found)
    };
    read.map_err(|source| Error::Io { path: path.to_owned(), source })?;
    Ok(text)
}
