//! `diplograph timeline`

use clap::Args;

use crate::cli::console::Console;
use crate::cli::edge_arguments::EdgeArguments;
use crate::cli::exit::Outcome;
use crate::cli::graph_argument::GraphArgument;
use crate::cli::names;
use crate::cli::output::{HappeningRow, OutputArguments};
use crate::cli::period_arguments::PeriodArguments;
use crate::query;
use crate::query::EdgeFilter;
use crate::query::TimelineQuery;

/// List what happened and what was said, in order of time
#[derive(Debug, Args)]
#[command(after_help = "\
Edges of every modality stand in it, each with its own; --modality narrows.
Statements are dated by their words, else by the date of publication; edges by their words alone, unless --undated is given.")]
pub(crate) struct TimelineArguments {
    #[command(flatten)]
    graph: GraphArgument,
    /// Only what touches this thing: a name or an id
    node: Option<String>,
    #[command(flatten)]
    period: PeriodArguments,
    #[command(flatten)]
    edges: EdgeArguments,
    /// Edges too that only the date of publication dates
    #[arg(long)]
    undated: bool,
    /// Without statements
    #[arg(long)]
    no_statements: bool,
    #[command(flatten)]
    output: OutputArguments,
}

impl TimelineArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let graph = self.graph.load()?;
        let query = TimelineQuery {
            node: self.node.as_deref().map(|name| names::any(&graph, name)).transpose()?,
            period: self.period.period(),
            filter: self.edges.filter(&graph, EdgeFilter::any_modality())?,
            undated: self.undated,
            statements: !self.no_statements,
        };
        let rows: Vec<_> =
            query::timeline(&graph, &query).into_iter().map(|row| HappeningRow(row.happening)).collect();
        self.output.rows(&rows, console)?;
        Ok(Outcome::Done)
    }
}
