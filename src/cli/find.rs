//! `diplograph find`

use clap::Args;

use crate::cli::console::Console;
use crate::cli::exit::Outcome;
use crate::cli::graph_argument::GraphArgument;
use crate::cli::output::{OutputArguments, Place, Row};
use crate::query;
use crate::query::Candidate;

/// List the things that a name may mean
#[derive(Debug, Args)]
pub(crate) struct FindArguments {
    #[command(flatten)]
    graph: GraphArgument,
    /// A name, part of a name, or an id; case and accents do not count
    name: String,
    #[command(flatten)]
    output: OutputArguments,
}

impl FindArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let graph = self.graph.load()?;
        self.output.rows(&query::candidates(&graph, &self.name), console)?;
        Ok(Outcome::Done)
    }
}

impl Row for Candidate<'_> {
    const HEADINGS: &'static [&'static str] = &["id", "kind", "label", "mentions", "found by"];

    fn brief(&self) -> Vec<String> {
        let likeness = self.likeness.map_or("", |likeness| likeness.as_str());
        vec![
            self.node.id.to_owned(),
            self.node.kind.to_string(),
            self.node.label.to_owned(),
            self.mentions.to_string(),
            likeness.to_owned(),
        ]
    }

    const PLACED: bool = false;

    const COLUMNS: &'static [&'static str] = &["id", "kind", "label", "mentions", "likeness"];

    fn records(&self) -> Vec<(Vec<String>, Place<'_>)> {
        vec![(self.brief(), None)]
    }
}
