//! `diplograph network`

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use clap::Args;
use clap::ValueEnum;
use clap::builder::PossibleValuesParser;

use crate::cli::console::Console;
use crate::cli::exit::Outcome;
use crate::cli::export_arguments;
use crate::cli::graph_argument::GraphArgument;
use crate::cli::names;
use crate::cli::output::{OutputFormat, write};
use crate::cli::period_arguments::PeriodArguments;
use crate::error::Error;
use crate::export;
use crate::export::ExportOptions;
use crate::export::FORMATS;
use crate::export::Format;
use crate::graph::KnowledgeGraph;
use crate::model::NodeKind;
use crate::query;
use crate::query::Actors;
use crate::query::NetworkKind;
use crate::query::NetworkQuery;
use crate::resource::Resources;
use crate::schema::Schema;

/// The name of the format for reading.
const TABLE: &str = "table";
/// The name of the format for Markdown documents.
const MARKDOWN: &str = "markdown";
/// The export format that has rows of its own: a folder where --output names one, else one line for each tie.
const CSV: &str = "csv";

/// Make a network of who speaks for and against what, and who is on whose side
#[derive(Debug, Args)]
#[command(after_help = export_arguments::formats(), after_long_help = format!("\
The network is a graph like any other: its nodes are those of the graph, the evidence of its edges are the statements.
Affiliation ties an actor to each thing by `speaks-for`, `speaks-against` or (without a stand) `speaks-of`, with the number of
statements as weight. Congruence and conflict tie actors who take the same or opposite stands; the weight is the number of
things on which they do.

Example: diplograph network graph.json --kind conflict --min-statements 2 --since 2021 -o conflict.graphml

{}", export_arguments::formats()))]
pub(crate) struct NetworkArguments {
    #[command(flatten)]
    graph: GraphArgument,
    /// What the edges mean
    #[arg(long, value_enum, value_name = "KIND")]
    kind: KindArgument,
    /// Who the actors are
    #[arg(long, value_enum, value_name = "WHO", default_value = "speakers")]
    actors: ActorsArgument,
    /// The kinds of things spoken of that count
    #[arg(long, value_name = "KIND", value_delimiter = ',', default_value = "topic,agreement", value_parser = concepts())]
    concepts: Vec<String>,
    /// Only what is said of this: a topic (with all narrower ones), agreement, country ...
    #[arg(long, value_name = "NAME")]
    about: Vec<String>,
    #[command(flatten)]
    period: PeriodArguments,
    /// Congruence of all who speak of the same thing, whatever their stand
    #[arg(long)]
    ignore_stance: bool,
    /// Only stands that an actor takes on a thing in so many statements
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    min_statements: usize,
    /// Only actors who agree or differ on so many things
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    min_concepts: usize,
    /// The file, or for some formats the folder; by default a table on standard output
    #[arg(long, short, value_name = "FILE", help_heading = "Writing")]
    output: Option<PathBuf>,
    /// The format; by default as the name of the file tells. Without a file, csv are rows too
    #[arg(long, short, value_name = "FORMAT", value_parser = format_names(), help_heading = "Writing")]
    format: Option<String>,
    /// The flavour of the format, for one of the programs that read it
    #[arg(long, value_name = "NAME", help_heading = "Writing")]
    profile: Option<String>,
}

/// How a network is written.
enum Form {
    /// As a graph, for another program.
    Export(&'static dyn Format),
    /// As one row for each tie.
    Rows(OutputFormat),
}

/// What the edges mean.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum KindArgument {
    /// Actor to what it speaks for, against or of
    Affiliation,
    /// Actors who take the same stand
    Congruence,
    /// Actors who take opposite stands
    Conflict,
}

/// Who the actors are.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum ActorsArgument {
    /// Whoever speaks
    Speakers,
    /// The countries for which they act
    Countries,
}

fn concepts() -> PossibleValuesParser {
    PossibleValuesParser::new([
        "topic",
        "agreement",
        "event",
        "country",
        "organization",
        "agency",
        "official",
        "person",
        "place",
    ])
}

fn format_names() -> PossibleValuesParser {
    PossibleValuesParser::new(FORMATS.iter().map(|format| format.name()).chain([TABLE, MARKDOWN]))
}

impl NetworkArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let graph = self.graph.load()?;
        let query = NetworkQuery {
            kind: match self.kind {
                KindArgument::Affiliation => NetworkKind::Affiliation,
                KindArgument::Congruence => NetworkKind::Congruence,
                KindArgument::Conflict => NetworkKind::Conflict,
            },
            actors: match self.actors {
                ActorsArgument::Speakers => Actors::Speakers,
                ActorsArgument::Countries => Actors::Countries,
            },
            concepts: self.concepts.iter().map(|name| NodeKind::named(name)).collect(),
            about: names::subjects(&graph, &self.about)?,
            period: self.period.period(),
            ignore_stance: self.ignore_stance,
            min_statements: self.min_statements,
            min_concepts: self.min_concepts,
        };
        let network = query::network(&graph, &query);
        if network.edges().next().is_none() {
            console.note("nothing found");
        }
        match self.form()? {
            Form::Export(format) => self.save(&network, format)?,
            Form::Rows(format) => self.rows(&network, format, console)?,
        }
        Ok(Outcome::Done)
    }

    fn form(&self) -> anyhow::Result<Form> {
        Ok(match (self.format.as_deref(), self.file()) {
            (Some(TABLE), _) | (None, None) => Form::Rows(OutputFormat::Table),
            (Some(MARKDOWN), _) => Form::Rows(OutputFormat::Markdown),
            (Some(CSV), None) => Form::Rows(OutputFormat::Csv),
            (Some(name), _) => Form::Export(export::by_name(name)?),
            (None, Some(path)) if path.extension().is_some_and(|ending| ending == "md") => {
                Form::Rows(OutputFormat::Markdown)
            }
            (None, Some(path)) => Form::Export(export::by_path(path).ok_or_else(|| Error::Option {
                option: "--output".to_owned(),
                message: format!(
                    "the name `{}` does not tell the format; give it an ending such as .graphml, or --format",
                    path.display()
                ),
            })?),
        })
    }

    /// None for standard output.
    fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| *path != Path::new("-"))
    }

    fn save(&self, network: &KnowledgeGraph, format: &dyn Format) -> anyhow::Result<()> {
        let schema = Schema::load(&Resources::schema(&[]))?;
        let options = ExportOptions { profile: self.profile.clone(), ..ExportOptions::default() };
        match self.file() {
            Some(path) => export::save(format, network, &schema, &options, path)?,
            None => export::write(format, network, &schema, &options, &mut io::stdout().lock())?,
        }
        Ok(())
    }

    fn rows(&self, network: &KnowledgeGraph, format: OutputFormat, console: Console) -> anyhow::Result<()> {
        let rows = query::network_rows(network);
        match self.file() {
            Some(path) => {
                let error = |source| Error::Io { path: path.to_owned(), source };
                let mut out = fs::File::create(path).map_err(error)?;
                write(&rows, format, false, &mut out).map_err(error)?;
            }
            None => write(&rows, format, console.color_out, &mut io::stdout().lock())?,
        }
        Ok(())
    }
}
