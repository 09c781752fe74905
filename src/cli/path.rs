//! `diplograph path`

use clap::Args;

use crate::cli::console::Console;
use crate::cli::edge_arguments::EdgeArguments;
use crate::cli::exit::Outcome;
use crate::cli::graph_argument::GraphArgument;
use crate::cli::names;
use crate::cli::output::{OutputArguments, Place, Row};
use crate::graph::Node;
use crate::query;
use crate::query::EdgeFilter;
use crate::query::EdgeRow;
use crate::query::PathStep;

/// Show how two things are connected: the shortest way, and of those the best attested
#[derive(Debug, Args)]
#[command(after_help = "\
What happened and what is planned counts; name other modalities with --modality (`all` takes all).
Edges are walked in both directions; statements and documents are no way-stations unless asked for.")]
pub(crate) struct PathArguments {
    #[command(flatten)]
    graph: GraphArgument,
    /// Where the way begins: a name or an id
    from: String,
    /// Where it ends
    to: String,
    /// At most so many steps
    #[arg(long, value_name = "NUMBER", default_value_t = 6)]
    max: usize,
    #[command(flatten)]
    edges: EdgeArguments,
    /// Over statements and documents too
    #[arg(long)]
    with_statements: bool,
    #[command(flatten)]
    output: OutputArguments,
}

impl PathArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let graph = self.graph.load()?;
        let (from, to) = (names::any(&graph, &self.from)?, names::any(&graph, &self.to)?);
        let default = EdgeFilter { statements: self.with_statements, ..EdgeFilter::default() };
        let filter = self.edges.filter(&graph, default)?;
        let (steps, nothing) = match query::path(&graph, from, to, &filter, self.max) {
            Some(steps) => (steps, format!("both are {}", from.id)),
            None => (Vec::new(), self.no_way(from, to)),
        };
        self.output.rows_or(&steps, &nothing, console)?;
        Ok(Outcome::Done)
    }
}

impl PathArguments {
    fn no_way(&self, from: &Node, to: &Node) -> String {
        format!("no way of at most {} steps from {} to {} over such edges", self.max, from.id, to.id)
    }
}

impl Row for PathStep<'_> {
    const HEADINGS: &'static [&'static str] = &["step", "what", "date", "modality", "words", "where"];

    fn brief(&self) -> Vec<String> {
        let mut edge = self.edge.brief().into_iter();
        let date = edge.next().unwrap_or_default();
        let (from, to, kind) = (self.from.label, self.to.label, self.edge.kind);
        let what = if self.edge.source.id == self.from.id {
            format!("{from} → {kind} → {to}")
        } else {
            format!("{from} ← {kind} ← {to}")
        };
        let mut cells = vec![self.step.to_string(), what, date];
        cells.extend(edge.skip(1));
        cells
    }

    const COLUMNS: &'static [&'static str] = EdgeRow::COLUMNS;

    fn records(&self) -> Vec<(Vec<String>, Place<'_>)> {
        self.edge.records()
    }
}
