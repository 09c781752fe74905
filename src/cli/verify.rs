//! `diplograph verify`

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::cli::console::Console;
use crate::cli::exit::Outcome;
use crate::cli::folder;
use crate::cli::graph_argument::GraphArgument;
use crate::cli::output::{OutputArguments, Place, Row, clean};
use crate::graph::verify;
use crate::graph::verify::Violation;
use crate::resource::Resources;
use crate::schema::Schema;

/// Check that a graph keeps its promises: evidence verbatim in the texts, edges that fit the schema, nothing dangling
#[derive(Debug, Args)]
#[command(after_help = "\
Exits with 1 where a promise is broken. Texts that were left out of the graph cannot be compared; everything else is.")]
pub(crate) struct VerifyArguments {
    #[command(flatten)]
    graph: GraphArgument,
    /// A folder laid over `schema/`: kinds of your own
    #[arg(long, value_name = "DIR", value_parser = folder::existing)]
    schema: Vec<PathBuf>,
    #[command(flatten)]
    output: OutputArguments,
}

impl VerifyArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let graph = self.graph.load()?;
        let schema = Schema::load(&Resources::schema(&self.schema))?;
        let rows: Vec<_> = verify::verify(&graph, &schema).into_iter().map(ViolationRow::from).collect();
        let sound = format!("sound: {} nodes, {} edges", graph.node_count(), graph.edge_count());
        self.output.rows_or(&rows, &sound, console)?;
        Ok(if rows.is_empty() { Outcome::Done } else { Outcome::Found })
    }
}

/// A broken promise.
#[derive(Debug, Serialize)]
struct ViolationRow {
    promise: &'static str,
    place: String,
    message: String,
}

impl From<Violation> for ViolationRow {
    fn from(violation: Violation) -> Self {
        Self { promise: violation.promise.as_str(), place: violation.place, message: violation.message }
    }
}

impl Row for ViolationRow {
    const HEADINGS: &'static [&'static str] = Self::COLUMNS;

    fn brief(&self) -> Vec<String> {
        vec![self.place.clone(), self.promise.to_owned(), clean(&self.message)]
    }

    const PLACED: bool = false;

    const COLUMNS: &'static [&'static str] = &["place", "promise", "message"];

    fn records(&self) -> Vec<(Vec<String>, Place<'_>)> {
        vec![(vec![self.place.clone(), self.promise.to_owned(), self.message.clone()], None)]
    }
}
