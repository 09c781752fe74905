//! What can be given on the command line.

use clap::Parser;
use clap::Subcommand;

use crate::cli::annotate;
use crate::cli::build;
use crate::cli::completions;
use crate::cli::console::ColorChoice;
use crate::cli::console::Console;
use crate::cli::contradictions;
use crate::cli::diff;
use crate::cli::exit;
use crate::cli::exit::Outcome;
use crate::cli::explain;
use crate::cli::export;
use crate::cli::find;
use crate::cli::meetings;
use crate::cli::neighbours;
use crate::cli::network;
use crate::cli::path;
use crate::cli::review;
use crate::cli::said;
use crate::cli::score;
use crate::cli::search;
use crate::cli::show;
use crate::cli::stats;
use crate::cli::successions;
use crate::cli::timeline;
use crate::cli::train;
use crate::cli::verify;

/// Turns diplomatic texts into a knowledge graph with verbatim evidence behind every edge, and answers questions over it.
#[derive(Debug, Parser)]
#[command(name = "diplograph", version, after_help = exit::HELP, max_term_width = 110)]
pub(crate) struct Arguments {
    /// Print no notes, warnings or progress; errors still appear
    #[arg(long, short, global = true, help_heading = "General options")]
    pub(crate) quiet: bool,
    /// When to colour: by default on a terminal, unless `NO_COLOR` is set
    #[arg(long, global = true, help_heading = "General options", value_enum, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    pub(crate) color: ColorChoice,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What can be asked for.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Build(build::BuildArguments),
    Export(export::GraphExportArguments),
    Find(find::FindArguments),
    Said(said::SaidArguments),
    Contradictions(contradictions::ContradictionsArguments),
    Network(network::NetworkArguments),
    Show(show::ShowArguments),
    Neighbours(neighbours::NeighboursArguments),
    Path(path::PathArguments),
    Timeline(timeline::TimelineArguments),
    Meetings(meetings::MeetingsArguments),
    Successions(successions::SuccessionsArguments),
    Search(search::SearchArguments),
    Explain(explain::ExplainArguments),
    Diff(diff::DiffArguments),
    Review(review::ReviewArguments),
    Stats(stats::StatsArguments),
    Verify(verify::VerifyArguments),
    Annotate(annotate::AnnotateArguments),
    Train(train::TrainArguments),
    Score(score::ScoreArguments),
    Completions(completions::CompletionsArguments),
}

impl Command {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        match self {
            Self::Build(arguments) => arguments.run(console),
            Self::Export(arguments) => arguments.run(),
            Self::Find(arguments) => arguments.run(console),
            Self::Said(arguments) => arguments.run(console),
            Self::Contradictions(arguments) => arguments.run(console),
            Self::Network(arguments) => arguments.run(console),
            Self::Show(arguments) => arguments.run(console),
            Self::Neighbours(arguments) => arguments.run(console),
            Self::Path(arguments) => arguments.run(console),
            Self::Timeline(arguments) => arguments.run(console),
            Self::Meetings(arguments) => arguments.run(console),
            Self::Successions(arguments) => arguments.run(console),
            Self::Search(arguments) => arguments.run(console),
            Self::Explain(arguments) => arguments.run(console),
            Self::Diff(arguments) => arguments.run(console),
            Self::Review(arguments) => arguments.run(console),
            Self::Stats(arguments) => arguments.run(console),
            Self::Verify(arguments) => arguments.run(console),
            Self::Annotate(arguments) => arguments.run(console),
            Self::Train(arguments) => arguments.run(console),
            Self::Score(arguments) => arguments.run(console),
            Self::Completions(arguments) => arguments.run(),
        }
    }
}
