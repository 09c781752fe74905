//! `diplograph diff`

use std::path::PathBuf;

use clap::Args;

use crate::cli::console::Console;
use crate::cli::exit::Outcome;
use crate::cli::graph_argument;
use crate::cli::output::{OutputArguments, Place, Row, clean};
use crate::query;
use crate::query::Basis;
use crate::query::Difference;
use crate::query::EdgeRow;

/// Compare two graphs, or two versions of a story: claims added, gone, and changed in modality, date or asserter
#[derive(Debug, Args)]
#[command(after_help = "Example: diplograph diff thursday.json friday.json --format markdown")]
pub(crate) struct DiffArguments {
    /// The older graph
    old: PathBuf,
    /// The newer graph
    new: PathBuf,
    #[command(flatten)]
    output: OutputArguments,
}

impl DiffArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let (old, new) = (graph_argument::load(&self.old)?, graph_argument::load(&self.new)?);
        self.output.rows_or(&query::diff(&old, &new), "the two graphs say the same", console)?;
        Ok(Outcome::Done)
    }
}

impl Row for Difference<'_> {
    const HEADINGS: &'static [&'static str] = &["change", "claim", "before", "after", "words"];

    fn brief(&self) -> Vec<String> {
        vec![
            self.change.as_str().to_owned(),
            self.after.first().or(self.before.first()).map(claim).unwrap_or_default(),
            ways(&self.before),
            ways(&self.after),
            self.after.first().or(self.before.first()).map(words).unwrap_or_default(),
        ]
    }

    const COLUMNS: &'static [&'static str] = &["change", "source", "kind", "target", "before", "after"];

    fn records(&self) -> Vec<(Vec<String>, Place<'_>)> {
        let Some(row) = self.after.first().or(self.before.first()) else { return Vec::new() };
        let record = vec![
            self.change.as_str().to_owned(),
            row.source.id.to_owned(),
            row.kind.to_string(),
            row.target.id.to_owned(),
            ways(&self.before),
            ways(&self.after),
        ];
        vec![(record, row.evidence.first().map(|evidence| &evidence.citation))]
    }
}

fn claim(row: &EdgeRow<'_>) -> String {
    format!("{} {} {}", clean(row.source.label), row.kind, clean(row.target.label))
}

fn words(row: &EdgeRow<'_>) -> String {
    row.evidence.first().map(|evidence| clean(evidence.citation.text)).unwrap_or_default()
}

/// How a graph has a claim: `possible, 2021-10-08, says Ana Oduya`.
fn ways(rows: &[EdgeRow<'_>]) -> String {
    let way = |row: &EdgeRow<'_>| {
        let when = row.moment.date.filter(|_| row.moment.date_from == Basis::Text);
        let when = when.map(|when| format!(", {when}")).unwrap_or_default();
        let speakers: Vec<_> = row.asserted_by.iter().map(|node| clean(node.label)).collect();
        let says =
            if speakers.is_empty() { String::new() } else { format!(", says {}", speakers.join(", ")) };
        format!("{}{when}{says}", row.modality)
    };
    rows.iter().map(way).collect::<Vec<_>>().join("\n")
}
