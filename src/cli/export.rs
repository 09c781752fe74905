//! `diplograph export`

use std::path::PathBuf;

use clap::Args;

use crate::cli::exit::Outcome;
use crate::cli::export_arguments;
use crate::cli::export_arguments::ExportArguments;
use crate::cli::folder;
use crate::cli::graph_argument::GraphArgument;
use crate::resource::Resources;
use crate::schema::Schema;

/// Write a graph in the format of another tool: Gephi, Cytoscape, networkx, spreadsheets ...
#[derive(Debug, Args)]
#[command(after_help = export_arguments::formats())]
pub(crate) struct GraphExportArguments {
    #[command(flatten)]
    graph: GraphArgument,
    #[command(flatten)]
    export: ExportArguments,
    /// A folder laid over `schema/`: kinds of your own
    #[arg(long, value_name = "DIR", value_parser = folder::existing)]
    schema: Vec<PathBuf>,
}

impl GraphExportArguments {
    pub(crate) fn run(&self) -> anyhow::Result<Outcome> {
        let schema = Schema::load(&Resources::schema(&self.schema))?;
        self.export.check(&schema, false)?;
        self.export.save(&self.graph.load()?, &schema)?;
        Ok(Outcome::Done)
    }
}
