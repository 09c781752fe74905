//! `diplograph said`

use clap::Args;
use clap::ValueEnum;
use clap::builder::PossibleValuesParser;

use crate::cli::console::Console;
use crate::cli::exit::Outcome;
use crate::cli::graph_argument::GraphArgument;
use crate::cli::names;
use crate::cli::output::{GroupedRow, OutputArguments, OutputFormat, SentenceRow, json};
use crate::cli::period_arguments::PeriodArguments;
use crate::model::NodeKind;
use crate::model::Position;
use crate::model::SpeechAct;
use crate::model::StatementForm;
use crate::query;
use crate::query::GroupBy;
use crate::query::SaidGroup;
use crate::query::SaidQuery;

/// List who said what, when and where: by speaker, subject, act, time, country
#[derive(Debug, Args)]
#[command(after_help = "\
An option given twice takes either value; different options must all fit.
A statement is dated by its words where they tell, else by the date of publication.

Where the speaker stands is told only where the words show it; --stance with --about asks for the stand on that thing.

Example: diplograph said graph.json --who blinken --about migration --act announce,promise --since 2021-10")]
pub(crate) struct SaidArguments {
    #[command(flatten)]
    graph: GraphArgument,
    /// Who said it: a name, a surname, a title with a name, or an id
    #[arg(long, value_name = "NAME")]
    who: Vec<String>,
    /// What it is about: a topic (with all narrower ones), agreement, country, event, person ...
    #[arg(long, value_name = "NAME")]
    about: Vec<String>,
    /// To whom it was said
    #[arg(long, value_name = "NAME")]
    to: Vec<String>,
    /// What was done by saying it
    #[arg(long, value_name = "ACT", value_delimiter = ',', value_parser = acts())]
    act: Vec<String>,
    /// Where the speaker stands
    #[arg(long, value_name = "POSITION", value_delimiter = ',', value_parser = positions())]
    stance: Vec<String>,
    /// Whose words they are
    #[arg(long, value_name = "FORM", value_delimiter = ',', value_parser = forms())]
    form: Vec<String>,
    /// The country for which the speaker acts
    #[arg(long, value_name = "NAME")]
    country: Vec<String>,
    /// The ministry, body or organization for which the speaker acts
    #[arg(long, value_name = "NAME")]
    agency: Vec<String>,
    /// Only in documents with this in their path or title, or with an id that begins so
    #[arg(long, value_name = "TEXT")]
    document: Option<String>,
    #[command(flatten)]
    period: PeriodArguments,
    /// Put the statements of one speaker, or on one topic, together
    #[arg(long, value_enum, value_name = "WHAT")]
    by: Option<GroupArgument>,
    /// Show the whole sentences around the words
    #[arg(long)]
    sentences: bool,
    #[command(flatten)]
    output: OutputArguments,
}

fn acts() -> PossibleValuesParser {
    PossibleValuesParser::new(SpeechAct::ALL.iter().map(|act| act.as_str()))
}

fn positions() -> PossibleValuesParser {
    PossibleValuesParser::new(Position::ALL.iter().map(|position| position.as_str()))
}

/// What statements are put together by.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum GroupArgument {
    /// Who said it
    Speaker,
    /// What it is about
    Topic,
}

fn forms() -> PossibleValuesParser {
    PossibleValuesParser::new(StatementForm::ALL.iter().map(|form| form.as_str()))
}

impl SaidArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let graph = self.graph.load()?;
        let bodies = [NodeKind::AGENCY, NodeKind::ORGANIZATION];
        let query = SaidQuery {
            who: names::all(&graph, &self.who, &[&names::speaks(&graph)])?,
            about: names::subjects(&graph, &self.about)?,
            to: names::all(&graph, &self.to, &[])?,
            acts: self.act.clone(),
            stances: self.stance.clone(),
            forms: self.form.clone(),
            period: self.period.period(),
            country: names::all(&graph, &self.country, &[&names::is_of(&[NodeKind::COUNTRY])])?,
            agency: names::all(&graph, &self.agency, &[&names::is_of(&bodies)])?,
            document: self.document.clone(),
        };
        let rows = query::said(&graph, &query);
        if let Some(by) = self.by {
            let by = match by {
                GroupArgument::Speaker => GroupBy::Speaker,
                GroupArgument::Topic => GroupBy::Topic,
            };
            self.groups(query::grouped(&rows, by), console)?;
        } else if self.sentences {
            let rows: Vec<_> = rows.into_iter().map(SentenceRow).collect();
            self.output.rows(&rows, console)?;
        } else {
            self.output.rows(&rows, console)?;
        }
        Ok(Outcome::Done)
    }

    /// As JSON nested; else one row for each statement in each group.
    fn groups(&self, mut groups: Vec<SaidGroup<'_>>, console: Console) -> anyhow::Result<()> {
        if self.output.format() == OutputFormat::Json {
            let mut left = self.output.limit();
            for group in &mut groups {
                group.statements.truncate(left);
                left -= group.statements.len();
            }
            groups.retain(|group| !group.statements.is_empty());
            return self.output.write(|out| json(&groups, out));
        }
        let mut rows = Vec::new();
        for SaidGroup { group, statements } in groups {
            let numbered = statements.into_iter().enumerate();
            let whole = self.sentences;
            rows.extend(numbered.map(|(number, row)| GroupedRow { group, first: number == 0, row, whole }));
        }
        self.output.rows(&rows, console)
    }
}
