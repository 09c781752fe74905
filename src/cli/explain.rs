//! `diplograph explain`

use std::io;
use std::io::Write;

use anyhow::anyhow;
use clap::Args;

use crate::cli::console::Console;
use crate::cli::exit::Outcome;
use crate::cli::graph_argument::GraphArgument;
use crate::cli::output;
use crate::cli::output::{OutputArguments, OutputFormat, clean};
use crate::cli::show::joined;
use crate::query;
use crate::query::Basis;
use crate::query::Citation;
use crate::query::Explanation;
use crate::query::Moment;
use crate::query::NodeExplanation;
use crate::query::NodeRef;
use crate::query::Passage;
use crate::query::StatementExplanation;
use crate::resource::Resources;
use crate::schema::Schema;

/// Explain why an edge, statement or node stands in the graph: words in context, rule, modality, whose claim; what was joined and why
#[derive(Debug, Args)]
#[command(after_help = "The ids of edges and statements stand in the answers of all other commands.")]
pub(crate) struct ExplainArguments {
    #[command(flatten)]
    graph: GraphArgument,
    /// The id of the edge, or its beginning; or the id of a statement or any other node
    #[arg(value_name = "EDGE")]
    edge: String,
    #[command(flatten)]
    output: OutputArguments,
}

impl ExplainArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let graph = self.graph.load()?;
        if let Some(explanation) =
            graph.node(&self.edge).and_then(|node| query::explain_statement(&graph, node))
        {
            return self.statement(explanation, console);
        }
        if let Some(explanation) = graph.node(&self.edge).and_then(|node| query::explain_node(&graph, node)) {
            return self.node(&explanation);
        }
        let view = query::find_edge(&graph, &self.edge).map_err(|ids| {
            if ids.is_empty() {
                anyhow!("the graph has no edge `{}`; other commands show the ids of edges", self.edge)
            } else {
                anyhow!("several edges have an id that begins with `{}`:\n  {}", self.edge, ids.join("\n  "))
            }
        })?;
        let explanation = query::explain(&graph, view);
        match self.output.format() {
            OutputFormat::Json => self.output.write(|out| output::json(&explanation, out))?,
            OutputFormat::Csv => self.output.rows(&[explanation.edge], console)?,
            OutputFormat::Table | OutputFormat::Markdown => {
                let schema = Schema::load(&Resources::schema(&[]))?;
                let meaning = schema.edge(explanation.edge.kind).map(|kind| kind.definition.as_str());
                let colored = self.output.colored(console);
                self.output.write(|out| text(&explanation, meaning, colored, out))?;
            }
        }
        Ok(Outcome::Done)
    }
}

impl ExplainArguments {
    fn node(&self, explanation: &NodeExplanation<'_>) -> anyhow::Result<Outcome> {
        match self.output.format() {
            OutputFormat::Json => self.output.write(|out| output::json(explanation, out))?,
            OutputFormat::Csv | OutputFormat::Table | OutputFormat::Markdown => {
                self.output.write(|out| node_text(explanation, out))?;
            }
        }
        Ok(Outcome::Done)
    }

    fn statement(&self, explanation: StatementExplanation<'_>, console: Console) -> anyhow::Result<Outcome> {
        match self.output.format() {
            OutputFormat::Json => self.output.write(|out| output::json(&explanation, out))?,
            OutputFormat::Csv => self.output.rows(&[explanation.statement], console)?,
            OutputFormat::Table | OutputFormat::Markdown => {
                let colored = self.output.colored(console);
                self.output.write(|out| statement_text(&explanation, colored, out))?;
            }
        }
        Ok(Outcome::Done)
    }
}

fn node_text(explanation: &NodeExplanation<'_>, out: &mut dyn Write) -> io::Result<()> {
    let NodeExplanation { node, former_ids, chains, joins, doubts } = explanation;
    writeln!(out, "{} ({})", named(node), node.id)?;
    if !former_ids.is_empty() {
        writeln!(out, "former ids  {}", former_ids.join(", "))?;
    }
    for chain in chains {
        let words: Vec<_> = chain.words.iter().map(|words| format!("“{}”", clean(words))).collect();
        writeln!(out, "\n{}  {}\n   {}", clean(chain.path), chain.place, words.join(", "))?;
        for join in joins.iter().filter(|join| join.chains.iter().any(|joined| joined == chain.chain)) {
            writeln!(out, "   joined: {}", joined(join))?;
        }
    }
    for doubt in doubts {
        let other = if doubt.left == node.id { &doubt.right } else { &doubt.left };
        writeln!(
            out,
            "\nmay be the same as {other} (confidence {}); `diplograph review` asks",
            doubt.confidence
        )?;
    }
    Ok(())
}

fn statement_text(
    explanation: &StatementExplanation<'_>,
    colored: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let StatementExplanation { statement, before, after, source_words, cue_words, claims } = explanation;
    writeln!(out, "statement   {}", statement.id)?;
    writeln!(out, "act, form   {}, {}", statement.act, statement.form)?;
    let words =
        |words: Option<&str>| words.map(|words| format!(", by “{}”", clean(words))).unwrap_or_default();
    writeln!(out, "speaker     {}{}", all(&statement.speakers), words(*source_words))?;
    writeln!(
        out,
        "cue         {}",
        cue_words.map_or_else(|| "none".to_owned(), |cue| format!("“{}”", clean(cue)))
    )?;
    writeln!(out, "about       {}", all(&statement.about))?;
    writeln!(out, "when        {}", when(statement.moment))?;
    writeln!(out, "\n{}", place(&statement.citation))?;
    in_context(before, statement.citation.text, after, colored, out)?;
    if !claims.is_empty() {
        writeln!(out, "\nClaims in its words:")?;
    }
    for claim in claims {
        let (source, target) = (named(&claim.source), named(&claim.target));
        writeln!(out, "  {}  {source} {} {target} ({})", claim.id, claim.kind, claim.modality)?;
    }
    Ok(())
}

fn all(nodes: &[NodeRef<'_>]) -> String {
    if nodes.is_empty() {
        "unknown".to_owned()
    } else {
        nodes.iter().map(named).collect::<Vec<_>>().join("; ")
    }
}

fn when(moment: Moment<'_>) -> String {
    match (moment.date, moment.date_from) {
        (Some(date), Basis::Text) => date.to_owned(),
        (Some(date), Basis::Publication | Basis::Unknown) => format!("not told; published {date}"),
        (None, _) => "not told".to_owned(),
    }
}

fn place(citation: &Citation<'_>) -> String {
    let published = citation.published.map(|date| format!(", published {date}")).unwrap_or_default();
    format!("{}, characters {}-{}{published}", clean(citation.path), citation.start, citation.end)
}

fn text(
    explanation: &Explanation<'_>,
    meaning: Option<&str>,
    colored: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let edge = &explanation.edge;
    writeln!(out, "{} {} {}", named(&edge.source), edge.kind, named(&edge.target))?;
    writeln!(out, "edge        {}", edge.id)?;
    if let Some(meaning) = meaning {
        writeln!(out, "meaning     {}", clean(meaning))?;
    }
    writeln!(out, "modality    {}{}", edge.modality, because(explanation))?;
    let speakers: Vec<_> = edge.asserted_by.iter().map(named).collect();
    let says = if speakers.is_empty() { "the author".to_owned() } else { speakers.join(", ") };
    writeln!(out, "says so     {says}")?;
    writeln!(out, "when        {}", when(edge.moment))?;
    writeln!(out, "confidence  {}", edge.confidence)?;
    writeln!(out, "weight      {} (documents that say so)", edge.weight)?;
    for (number, passage) in explanation.passages.iter().enumerate() {
        evidence(number + 1, passage, colored, out)?;
    }
    if !explanation.otherwise.is_empty() {
        writeln!(out, "\nTold otherwise:")?;
    }
    for variant in &explanation.otherwise {
        let says = if variant.asserted_by.is_empty() {
            String::new()
        } else {
            format!(", says {}", variant.asserted_by.join(", "))
        };
        let when = variant.when.map(|when| format!(", {when}")).unwrap_or_default();
        writeln!(out, "  {}  {}{when}{says}", variant.id, variant.modality)?;
    }
    Ok(())
}

/// The words that make the modality what it is.
fn because(explanation: &Explanation<'_>) -> String {
    let mut cues: Vec<_> = explanation.passages.iter().filter_map(|passage| passage.modality_cue).collect();
    cues.sort_unstable();
    cues.dedup();
    match cues.as_slice() {
        [] => String::new(),
        cues => format!(", by “{}”", cues.iter().map(|cue| clean(cue)).collect::<Vec<_>>().join("”, “")),
    }
}

fn evidence(number: usize, passage: &Passage<'_>, colored: bool, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n{number}. {}", place(&passage.citation))?;
    in_context(passage.before, passage.citation.text, passage.after, colored, out)?;
    writeln!(out, "   rule        {} (confidence {})", passage.rule, passage.confidence)?;
    if let Some(trigger) = passage.trigger {
        writeln!(out, "   predicate   “{}”", clean(trigger))?;
    }
    for (end, names) in [("source", &passage.source_named), ("target", &passage.target_named)] {
        let names: Vec<_> = names.iter().map(|name| format!("“{}”", clean(name))).collect();
        let names = if names.is_empty() { "referred to".to_owned() } else { names.join(", ") };
        writeln!(out, "   {end}      {names}")?;
    }
    if let Some(statement) = &passage.statement {
        let speakers: Vec<_> = statement.speakers.iter().map(named).collect();
        writeln!(out, "   statement   {} ({} by {})", statement.id, statement.act, speakers.join(", "))?;
    }
    Ok(())
}

/// The words between brackets, or bold, with the text around them, on lines that fit.
fn in_context(before: &str, inside: &str, after: &str, colored: bool, out: &mut dyn Write) -> io::Result<()> {
    let (open, close) = if colored { ("\x1b[1m", "\x1b[0m") } else { ("[", "]") };
    let text = format!("{before}\u{1}{inside}\u{2}{after}");
    let text =
        text.replace(|c: char| c.is_control() && !c.is_whitespace() && !['\u{1}', '\u{2}'].contains(&c), "");
    for line in output::wrap(&text, usize::from(output::width()).saturating_sub(4).max(40)) {
        writeln!(out, "   {}", line.replace('\u{1}', open).replace('\u{2}', close))?;
    }
    Ok(())
}

fn named(node: &NodeRef<'_>) -> String {
    clean(node.label)
}
