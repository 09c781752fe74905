//! `diplograph neighbours`

use clap::Args;

use crate::cli::console::Console;
use crate::cli::edge_arguments::EdgeArguments;
use crate::cli::exit::Outcome;
use crate::cli::graph_argument::GraphArgument;
use crate::cli::names;
use crate::cli::output::{OutputArguments, Place, Row};
use crate::query;
use crate::query::EdgeFilter;
use crate::query::EdgeRow;
use crate::query::NeighbourRow;

/// List what a thing is tied to, the best attested first
#[derive(Debug, Args)]
#[command(after_help = "\
What happened and what is planned counts; name other modalities with --modality (`all` takes all).
Statements and documents count only with --with-statements or where --kinds names their edges.")]
pub(crate) struct NeighboursArguments {
    #[command(flatten)]
    graph: GraphArgument,
    /// The thing: a name or an id
    node: String,
    #[command(flatten)]
    edges: EdgeArguments,
    /// Statements and documents too
    #[arg(long)]
    with_statements: bool,
    #[command(flatten)]
    output: OutputArguments,
}

impl NeighboursArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let graph = self.graph.load()?;
        let default = EdgeFilter { statements: self.with_statements, ..EdgeFilter::default() };
        let filter = self.edges.filter(&graph, default)?;
        let rows = query::neighbours(&graph, names::any(&graph, &self.node)?, &filter);
        self.output.rows(&rows, console)?;
        Ok(Outcome::Done)
    }
}

impl Row for NeighbourRow<'_> {
    const HEADINGS: &'static [&'static str] =
        &["neighbour", "relation", "date", "modality", "words", "where"];

    fn brief(&self) -> Vec<String> {
        let arrow = if self.outgoing { '→' } else { '←' };
        let mut edge = self.edge.brief().into_iter();
        let date = edge.next().unwrap_or_default();
        let mut cells = vec![self.neighbour.label.to_owned(), format!("{arrow} {}", self.edge.kind), date];
        cells.extend(edge.skip(1));
        cells
    }

    const COLUMNS: &'static [&'static str] = EdgeRow::COLUMNS;

    fn records(&self) -> Vec<(Vec<String>, Place<'_>)> {
        self.edge.records()
    }
}
