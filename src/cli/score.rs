//! `diplograph score`

use std::io;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use crate::cli::console::Console;
use crate::cli::exit::Outcome;
use crate::cli::output;
use crate::resource::Resources;
use crate::schema::Schema;
use crate::score;
use crate::score::Comparison;
use crate::score::Scorer;

/// Compare graphs, one for each text, with gold graphs made by hand
#[derive(Debug, Args)]
#[command(after_help = "\
Files are paired by name: the gold graph `talks.json` is that of the graph `talks.json`.
Such graphs are made by: diplograph build TEXTS --per-document -o DIR")]
pub(crate) struct ScoreArguments {
    /// Graphs, or folders of them
    #[arg(required = true, value_name = "GRAPH")]
    graphs: Vec<PathBuf>,
    /// The folder of gold graphs
    #[arg(long, value_name = "DIR")]
    gold: PathBuf,
    /// Write the figures as JSON
    #[arg(long)]
    json: bool,
    /// Tell every difference, text by text
    #[arg(long)]
    findings: bool,
    /// Write into this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl ScoreArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let schema = Schema::load(&Resources::schema(&[]))?;
        let scorer = Scorer::load(&Resources::data(&[]), &schema)?;
        let comparison = score::compare_files(&scorer, &self.gold, &self.graphs)?;
        for text in &comparison.without_graph {
            console.warning(format_args!("there is no graph of {text}: all its gold counts as not found"));
        }
        for graph in &comparison.without_gold {
            console
                .warning(format_args!("there is no gold graph for {}: it is not counted", graph.display()));
        }
        output::to_file(self.output.as_deref(), |out| Ok(self.write(&comparison, out)?))?;
        Ok(Outcome::Done)
    }

    fn write(&self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        if self.json {
            return output::json(&comparison.report, out);
        }
        if self.findings {
            for (text, findings) in &comparison.findings {
                for finding in findings {
                    writeln!(out, "{text}: {finding}")?;
                }
            }
        }
        write!(out, "{}", comparison.report)
    }
}
