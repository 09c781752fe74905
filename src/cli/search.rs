//! `diplograph search`

use clap::Args;

use crate::cli::console::Console;
use crate::cli::exit::Outcome;
use crate::cli::graph_argument::GraphArgument;
use crate::cli::output::{OutputArguments, Place, Row, clean, place};
use crate::cli::period_arguments::PeriodArguments;
use crate::error::Error;
use crate::query;
use crate::query::SearchRow;
use crate::query::SearchTerms;

/// Search the words of evidence and statements
#[derive(Debug, Args)]
#[command(after_help = "\
All words must stand in one passage; case and accents do not count; `negotiat*` takes every ending.
Words in quotation marks stand beside each other: diplograph search graph.json '\"high level\" talks'")]
pub(crate) struct SearchArguments {
    #[command(flatten)]
    graph: GraphArgument,
    /// The words
    #[arg(required = true)]
    words: Vec<String>,
    #[command(flatten)]
    period: PeriodArguments,
    #[command(flatten)]
    output: OutputArguments,
}

impl SearchArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let terms = SearchTerms::parse(&self.words.join(" "));
        if terms.is_empty() {
            return Err(Error::Option {
                option: "WORDS".to_owned(),
                message: "there is no word to search for".to_owned(),
            }
            .into());
        }
        let graph = self.graph.load()?;
        self.output.rows(&query::search(&graph, &terms, self.period.period()), console)?;
        Ok(Outcome::Done)
    }
}

impl Row for SearchRow<'_> {
    const HEADINGS: &'static [&'static str] = &["published", "words", "where"];

    fn brief(&self) -> Vec<String> {
        let ids: Vec<_> = self.statement.iter().chain(&self.edges).copied().collect();
        vec![
            self.citation.published.unwrap_or("?").to_owned(),
            clean(self.citation.text),
            place(Some(&self.citation), &ids.join("\n")),
        ]
    }

    const COLUMNS: &'static [&'static str] = &["statement", "edges"];

    fn records(&self) -> Vec<(Vec<String>, Place<'_>)> {
        let record = vec![self.statement.unwrap_or_default().to_owned(), self.edges.join(" ")];
        vec![(record, Some(&self.citation))]
    }
}
