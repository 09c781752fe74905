//! `diplograph meetings`

use clap::Args;

use crate::cli::console::Console;
use crate::cli::edge_arguments::EdgeArguments;
use crate::cli::exit::Outcome;
use crate::cli::graph_argument::GraphArgument;
use crate::cli::names;
use crate::cli::output::OutputArguments;
use crate::cli::period_arguments::PeriodArguments;
use crate::query;
use crate::query::EdgeFilter;
use crate::query::MeetingQuery;

/// List who met whom, negotiated, attended what and went where, in order of time
#[derive(Debug, Args)]
#[command(after_help = "Meetings of every modality stand in it, each with its own; --modality narrows.")]
pub(crate) struct MeetingsArguments {
    #[command(flatten)]
    graph: GraphArgument,
    /// Only where all of these take part: names or ids
    with: Vec<String>,
    #[command(flatten)]
    period: PeriodArguments,
    #[command(flatten)]
    edges: EdgeArguments,
    #[command(flatten)]
    output: OutputArguments,
}

impl MeetingsArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let graph = self.graph.load()?;
        let query = MeetingQuery {
            with: names::all(&graph, &self.with, &[])?,
            period: self.period.period(),
            filter: self.edges.filter(&graph, EdgeFilter::any_modality())?,
        };
        self.output.rows(&query::meetings(&graph, &query), console)?;
        Ok(Outcome::Done)
    }
}
