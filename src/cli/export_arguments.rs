//! How a graph is written: `--output`, `--format`, `--profile` ...

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::cli::edge_arguments::{modalities, modality_names};
use crate::error::Error;
use crate::error::Result;
use crate::export;
use crate::export::ExportOptions;
use crate::export::FORMATS;
use crate::export::Format;
use crate::export::Table;
use crate::graph::KnowledgeGraph;
use crate::graph::json::NodeLinkKey;
use crate::schema::Schema;

/// How a graph is written.
#[derive(Debug, Args)]
#[command(next_help_heading = "Writing")]
pub(crate) struct ExportArguments {
    /// The file, or for some formats the folder; `-` is standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// The format; by default as the name of the file tells
    #[arg(long, short, value_name = "FORMAT", value_parser = format_names())]
    format: Option<String>,
    /// The flavour of the format, for one of the programs that read it
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// Statements and documents as nodes too; JSON always has them
    #[arg(long)]
    with_statements: bool,
    /// Only edges of these modalities; by default what fits the format and its profile
    #[arg(long, value_name = "MODALITY", value_delimiter = ',', value_parser = modality_names())]
    modality: Vec<String>,
    /// Only edges at least so sure, 0 to 1
    #[arg(long, value_name = "NUMBER", default_value_t = 0.0)]
    min_confidence: f64,
    /// Leave out the nodes that have no edge among those written; JSON keeps them
    #[arg(long)]
    connected: bool,
    /// At most so many pieces of evidence on an edge; JSON and the table of evidence have all
    #[arg(long, value_name = "NUMBER", default_value_t = ExportOptions::default().evidence_limit)]
    evidence_limit: usize,
    /// JSON: the name of the array of edges
    #[arg(long, value_name = "NAME", value_parser = node_link_keys())]
    node_link_key: Option<String>,
    /// JSON: leave out the texts of the documents
    #[arg(long)]
    pub(crate) no_text: bool,
}

fn format_names() -> PossibleValuesParser {
    PossibleValuesParser::new(FORMATS.iter().map(|format| format.name()))
}

fn node_link_keys() -> PossibleValuesParser {
    PossibleValuesParser::new(NodeLinkKey::ALL.map(NodeLinkKey::as_str))
}

/// The formats with their extensions and profiles, for help texts.
pub(crate) fn formats() -> String {
    let mut text = "Formats:".to_owned();
    for format in FORMATS {
        let extensions: Vec<_> =
            format.extensions().iter().map(|extension| format!(".{extension}")).collect();
        let (name, about) = (format.name(), format.about());
        let _ = write!(text, "\n  {name:<11} {about} ({})", extensions.join(", "));
        for (number, profile) in format.profiles().iter().enumerate() {
            if format.profiles().len() > 1 {
                let default = if number == 0 { ", the default" } else { "" };
                let _ = write!(text, "\n{:14}--profile {:<10} {}{default}", "", profile.name, profile.about);
            }
        }
    }
    text
}

impl ExportArguments {
    /// The format asked for; none to be told leaves JSON for standard output and is an error otherwise.
    fn format(&self) -> Result<&'static dyn Format> {
        match &self.format {
            Some(name) => export::by_name(name),
            None if self.is_stdout() => export::by_name("json"),
            None => export::by_path(&self.output).ok_or_else(|| Error::Option {
                option: "--output".to_owned(),
                message: format!(
                    "the name `{}` does not tell the format; give it an ending such as .json, or --format",
                    self.output.display()
                ),
            }),
        }
    }

    /// The format of the files in a folder.
    pub(crate) fn format_in_folder(&self) -> Result<&'static dyn Format> {
        export::by_name(self.format.as_deref().unwrap_or("json"))
    }

    fn is_stdout(&self) -> bool {
        self.output == Path::new("-")
    }

    pub(crate) fn options(&self) -> ExportOptions {
        ExportOptions {
            profile: self.profile.clone(),
            with_statements: self.with_statements,
            modalities: (!self.modality.is_empty()).then(|| modalities(&self.modality).into_iter().collect()),
            min_confidence: self.min_confidence,
            connected: self.connected,
            evidence_limit: self.evidence_limit,
            node_link_key: self.node_link_key.as_deref().and_then(NodeLinkKey::named),
            text: !self.no_text,
        }
    }

    /// Finds what is wrong with the arguments before the long work begins.
    pub(crate) fn check(&self, schema: &Schema, in_folder: bool) -> Result<()> {
        let format = if in_folder { self.format_in_folder()? } else { self.format()? };
        Table::new(&KnowledgeGraph::default(), schema, format, &self.options())?;
        let above = self.output.parent().filter(|above| !above.as_os_str().is_empty());
        match above.map(fs::metadata) {
            Some(Err(source)) if !in_folder => Err(Error::Io { path: self.output.clone(), source }),
            _ => Ok(()),
        }
    }

    /// Writes the graph to where it is asked for.
    pub(crate) fn save(&self, graph: &KnowledgeGraph, schema: &Schema) -> Result<()> {
        let (format, options) = (self.format()?, self.options());
        if self.is_stdout() {
            export::write(format, graph, schema, &options, &mut io::stdout().lock())
        } else {
            export::save(format, graph, schema, &options, &self.output)
        }
    }
}
