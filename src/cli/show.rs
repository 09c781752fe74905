//! `diplograph show`

use std::io;
use std::io::Write;

use clap::Args;

use crate::cli::console::Console;
use crate::cli::exit::Outcome;
use crate::cli::graph_argument::GraphArgument;
use crate::cli::names;
use crate::cli::output;
use crate::cli::output::{HappeningRow, OutputArguments, OutputFormat, clean};
use crate::model::Join;
use crate::query;
use crate::query::Happening;
use crate::query::NodeCard;

/// Show everything on a thing: names, attributes, edges with their words, what it said and what was said about it
#[derive(Debug, Args)]
#[command(after_help = "Edges of every modality are shown, each with its own.")]
pub(crate) struct ShowArguments {
    #[command(flatten)]
    graph: GraphArgument,
    /// The thing: a name or an id
    node: String,
    #[command(flatten)]
    output: OutputArguments,
}

impl ShowArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let graph = self.graph.load()?;
        let card = query::show(&graph, names::any(&graph, &self.node)?);
        match self.output.format() {
            OutputFormat::Json => self.output.write(|out| output::json(&card, out))?,
            OutputFormat::Csv => {
                let rows: Vec<_> = sections(card).into_iter().flat_map(|(_, rows)| rows).collect();
                self.output.rows(&rows, console)?;
            }
            format @ (OutputFormat::Table | OutputFormat::Markdown) => {
                let colored = self.output.colored(console);
                self.output.write(|out| {
                    head(&card, out)?;
                    for (name, rows) in sections(card) {
                        writeln!(
                            out,
                            "\n{}{name} ({})",
                            if format == OutputFormat::Markdown { "## " } else { "" },
                            rows.len()
                        )?;
                        output::write(&rows, format, colored, out)?;
                    }
                    Ok(())
                })?;
            }
        }
        Ok(Outcome::Done)
    }
}

fn head(card: &NodeCard<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut line = |name: &str, value: String| {
        if value.is_empty() { Ok(()) } else { writeln!(out, "{name:<12} {value}") }
    };
    line("label", clean(card.node.label))?;
    line("id", card.node.id.to_owned())?;
    line("former ids", card.former_ids.join(", "))?;
    line("kind", card.node.kind.to_string())?;
    line("also named", card.aliases.iter().map(|alias| clean(alias)).collect::<Vec<_>>().join("; "))?;
    for (name, value) in card.attributes {
        line(name, clean(value))?;
    }
    let seen = match (card.first_seen, card.last_seen) {
        (Some(first), Some(last)) if first != last => format!(", published {first} to {last}"),
        (Some(day), _) => format!(", published {day}"),
        (None, _) => String::new(),
    };
    for join in card.joins {
        line("joined", joined(join))?;
    }
    if card.mentions > 0 {
        line("mentions", format!("{} in {} documents{seen}", card.mentions, card.documents.len()))?;
    }
    Ok(())
}

/// Why chains were joined, and how many.
pub(super) fn joined(join: &Join) -> String {
    let reasons: Vec<_> = join.reasons.iter().map(|reason| reason.as_str()).collect();
    let by = join.by.as_deref().map(|by| format!(" by {}", clean(by))).unwrap_or_default();
    let why = join.why.as_deref().map(|why| format!(": {}", clean(why))).unwrap_or_default();
    let count = join.chains.len();
    format!("{count} chains for {}{by} (confidence {}){why}", reasons.join(", "), join.confidence)
}

type Section<'g> = (String, Vec<HappeningRow<'g>>);

fn sections(card: NodeCard<'_>) -> Vec<Section<'_>> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    for (kind, rows) in card.edges {
        sections.push((kind.to_owned(), rows.into_iter().map(Happening::Edge).map(HappeningRow).collect()));
    }
    for (name, rows) in [("said", card.said), ("said about it", card.said_about)] {
        if !rows.is_empty() {
            let rows = rows.into_iter().map(Happening::Statement).map(HappeningRow).collect();
            sections.push((name.to_owned(), rows));
        }
    }
    sections
}
