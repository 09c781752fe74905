//! `diplograph build`

use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::anyhow;
use clap::Args;
use clap::builder::PossibleValuesParser;
use rayon::ThreadPoolBuilder;

use crate::cli::console::Console;
use crate::cli::exit::Outcome;
use crate::cli::export_arguments;
use crate::cli::export_arguments::ExportArguments;
use crate::cli::folder;
use crate::cli::per_document;
use crate::cli::progress::Progress;
use crate::cli::read_arguments::ReadArguments;
use crate::error::Error;
use crate::graph::KnowledgeGraph;
use crate::model::NodeKind;
use crate::model::Origin;
use crate::pipeline::Build;
use crate::pipeline::Pipeline;
use crate::pipeline::PipelineOptions;
use crate::read;
use crate::read::READERS;
use crate::resolve::load_judgements;

/// Build a graph from texts
#[derive(Debug, Args)]
#[command(after_help = after_help())]
pub(crate) struct BuildArguments {
    /// Files, folders with all texts below them, or `-` for standard input
    #[arg(required = true, value_name = "TEXT")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    export: ExportArguments,
    /// One graph for each text, written into the folder --output under the name of the text
    #[arg(long, help_heading = "Writing")]
    per_document: bool,
    /// The format of every input; by default as its name and content tell
    #[arg(long, value_name = "FORMAT", value_parser = input_formats(), help_heading = "Reading")]
    input: Option<String>,
    #[command(flatten)]
    read: ReadArguments,
    /// A folder laid over `schema/`: kinds and topics of your own
    #[arg(long, value_name = "DIR", value_parser = folder::existing, help_heading = "Knowledge")]
    schema: Vec<PathBuf>,
    /// A folder laid over `data/`: names, titles, wordings or a model of your own
    #[arg(long, value_name = "DIR", value_parser = folder::existing, help_heading = "Knowledge")]
    lexicon: Vec<PathBuf>,
    /// A file of your own decisions, TOML or CSV: what is one thing, what is not, names, kinds, edges to reject or correct
    #[arg(long, value_name = "FILE", help_heading = "Knowledge")]
    judgements: Vec<PathBuf>,
    /// How many threads work; by default one for each core
    #[arg(
        long,
        value_name = "NUMBER",
        default_value_t = 0,
        hide_default_value = true,
        help_heading = "General options"
    )]
    threads: usize,
}

fn input_formats() -> PossibleValuesParser {
    PossibleValuesParser::new(READERS.iter().map(|reader| reader.name()))
}

fn after_help() -> String {
    let mut text = "Inputs:".to_owned();
    for reader in READERS {
        let extensions: Vec<_> =
            reader.extensions().iter().map(|extension| format!(".{extension}")).collect();
        let (name, about) = (reader.name(), reader.about());
        let _ = write!(text, "\n  {name:<11} {about} ({})", extensions.join(", "));
    }
    text.push_str("\n\n");
    text.push_str(&export_arguments::formats());
    text.push_str("\n\nExample: diplograph build articles/ press.pdf --metadata dates.csv -o graph.json");
    text
}

impl BuildArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let read = self.read.options(self.input.as_deref())?;
        let mut judgements = Vec::new();
        for path in &self.judgements {
            judgements.extend(load_judgements(path)?);
        }
        let pipeline = Pipeline::load(PipelineOptions {
            schema: self.schema.clone(),
            lexicon: self.lexicon.clone(),
            read: read.clone(),
            without_text: self.export.no_text,
            judgements,
        })?;
        self.export.check(pipeline.schema(), self.per_document)?;
        let (mut sources, mut skipped) = (Vec::new(), Vec::new());
        for source in read::discover(&self.inputs) {
            match source {
                Ok(source) => sources.push(source),
                Err(error) => skipped.push(error),
            }
        }
        let threads = ThreadPoolBuilder::new().num_threads(self.threads).build()?;
        let progress = Progress::new(sources.len(), console);
        let documents = if self.per_document {
            let build = || per_document::build(&pipeline, &read, &sources, &self.export, &progress);
            let written = threads.install(build);
            progress.finish();
            let (documents, errors) = written?;
            skipped.extend(errors);
            documents
        } else {
            let Build { graph, skipped: errors, idle } =
                threads.install(|| pipeline.build(&sources, &progress));
            progress.finish();
            for judgement in idle {
                let Origin { file, line } = judgement.origin;
                console.warning(format_args!(
                    "{file}:{line}: this judgement decides nothing: what it names is not in these texts, or is already so"
                ));
            }
            skipped.extend(errors);
            if !graph.documents.is_empty() {
                self.export.save(&graph, pipeline.schema())?;
                self.tell(&graph, console);
            }
            graph.documents.len()
        };
        report(documents, skipped, console)
    }

    fn tell(&self, graph: &KnowledgeGraph, console: Console) {
        let statements = graph.nodes().filter(|node| node.kind == NodeKind::STATEMENT).count();
        let undated = graph.documents.iter().filter(|record| record.date.is_none()).count();
        if undated > 0 {
            console.note(format_args!(
                "{undated} of {} documents tell no date of publication, so that words like `yesterday` stay undated; \
                 give --date or --metadata",
                graph.documents.len()
            ));
        }
        console.note(format_args!(
            "{}: {} documents, {} nodes ({statements} of them statements), {} edges",
            self.export.output.display(),
            graph.documents.len(),
            graph.node_count(),
            graph.edge_count()
        ));
    }
}

/// Names what was left out; an error where nothing is left.
pub(crate) fn report(documents: usize, mut skipped: Vec<Error>, console: Console) -> anyhow::Result<Outcome> {
    if documents == 0 && skipped.len() == 1 {
        return Err(skipped.remove(0).into());
    }
    for error in &skipped {
        console.warning(format_args!("left out: {error}"));
    }
    match (documents, skipped.len()) {
        (0, _) => Err(anyhow!("no text could be used")),
        (_, 0) => Ok(Outcome::Done),
        (_, left_out) => {
            console.note(format_args!("{left_out} left out, {documents} used"));
            Ok(Outcome::Skipped)
        }
    }
}
