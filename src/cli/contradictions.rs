//! `diplograph contradictions`

use clap::Args;

use crate::cli::console::Console;
use crate::cli::exit::Outcome;
use crate::cli::graph_argument::GraphArgument;
use crate::cli::names;
use crate::cli::output::OutputArguments;
use crate::cli::period_arguments::PeriodArguments;
use crate::query;
use crate::query::ContradictionQuery;

/// List where a speaker is first for and then against a thing, or says that it is so and that it is not
#[derive(Debug, Args)]
#[command(after_help = "\
Of each speaker and thing, each statement is compared with the one before it. What others are reported to have said counts
for them alone. These are places to read, not verdicts: the words may be about different sides of a thing.")]
pub(crate) struct ContradictionsArguments {
    #[command(flatten)]
    graph: GraphArgument,
    /// Who contradicts himself: a name, a surname, a title with a name, or an id
    #[arg(long, value_name = "NAME")]
    who: Vec<String>,
    /// What it is about: a topic (with all narrower ones), agreement, country, event, person ...
    #[arg(long, value_name = "NAME")]
    about: Vec<String>,
    #[command(flatten)]
    period: PeriodArguments,
    #[command(flatten)]
    output: OutputArguments,
}

impl ContradictionsArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let graph = self.graph.load()?;
        let query = ContradictionQuery {
            who: names::all(&graph, &self.who, &[&names::speaks(&graph)])?,
            about: names::subjects(&graph, &self.about)?,
            period: self.period.period(),
        };
        self.output.rows(&query::contradictions(&graph, &query), console)?;
        Ok(Outcome::Done)
    }
}
