//! `diplograph stats`

use clap::Args;

use crate::cli::console::Console;
use crate::cli::exit::Outcome;
use crate::cli::graph_argument::GraphArgument;
use crate::cli::output::{OutputArguments, Place, Row};
use crate::query;
use crate::query::Count;

/// Count documents, nodes, edges, evidence and statements
#[derive(Debug, Args)]
pub(crate) struct StatsArguments {
    #[command(flatten)]
    graph: GraphArgument,
    #[command(flatten)]
    output: OutputArguments,
}

impl StatsArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let graph = self.graph.load()?;
        self.output.rows(&query::stats(&graph), console)?;
        Ok(Outcome::Done)
    }
}

impl Row for Count<'_> {
    const HEADINGS: &'static [&'static str] = &["what", "kind", "count"];

    fn brief(&self) -> Vec<String> {
        let kind = if self.name.is_empty() { "all" } else { self.name };
        vec![self.group.to_owned(), kind.to_owned(), self.count.to_string()]
    }

    const PLACED: bool = false;

    const COLUMNS: &'static [&'static str] = &["group", "name", "count"];

    fn records(&self) -> Vec<(Vec<String>, Place<'_>)> {
        vec![(vec![self.group.to_owned(), self.name.to_owned(), self.count.to_string()], None)]
    }
}
