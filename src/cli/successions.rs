//! `diplograph successions`

use clap::Args;

use crate::cli::console::Console;
use crate::cli::edge_arguments::EdgeArguments;
use crate::cli::exit::Outcome;
use crate::cli::graph_argument::GraphArgument;
use crate::cli::names;
use crate::cli::output::OutputArguments;
use crate::query;
use crate::query::EdgeFilter;

/// List what or who takes the place of what or whom: agreements and office-holders
#[derive(Debug, Args)]
#[command(after_help = "Successions of every modality stand in it, each with its own; --modality narrows.")]
pub(crate) struct SuccessionsArguments {
    #[command(flatten)]
    graph: GraphArgument,
    /// Only those of this thing: a name or an id
    node: Option<String>,
    #[command(flatten)]
    edges: EdgeArguments,
    #[command(flatten)]
    output: OutputArguments,
}

impl SuccessionsArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let graph = self.graph.load()?;
        let node = self.node.as_deref().map(|name| names::any(&graph, name)).transpose()?;
        let filter = self.edges.filter(&graph, EdgeFilter::any_modality())?;
        self.output.rows(&query::successions(&graph, node, &filter), console)?;
        Ok(Outcome::Done)
    }
}
