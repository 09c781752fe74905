//! `diplograph said`

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::cli::console::Console;
use crate::cli::exit::Outcome;
use crate::cli::graph_argument::GraphArgument;
use crate::cli::names;
use crate::cli::output::OutputArguments;
use crate::cli::period_arguments::PeriodArguments;
use crate::model::NodeKind;
use crate::model::SpeechAct;
use crate::model::StatementForm;
use crate::query;
use crate::query::SaidQuery;

/// List who said what, when and where: by speaker, subject, act, time, country
#[derive(Debug, Args)]
#[command(after_help = "\
An option given twice takes either value; different options must all fit.
A statement is dated by its words where they tell, else by the date of publication.

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
    #[command(flatten)]
    output: OutputArguments,
}

fn acts() -> PossibleValuesParser {
    PossibleValuesParser::new(SpeechAct::ALL.iter().map(|act| act.as_str()))
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
            about: names::all(
                &graph,
                &self.about,
                &[&names::is_of(&[NodeKind::TOPIC]), &names::is_spoken_of(&graph)],
            )?,
            to: names::all(&graph, &self.to, &[])?,
            acts: self.act.clone(),
            forms: self.form.clone(),
            period: self.period.period(),
            country: names::all(&graph, &self.country, &[&names::is_of(&[NodeKind::COUNTRY])])?,
            agency: names::all(&graph, &self.agency, &[&names::is_of(&bodies)])?,
            document: self.document.clone(),
        };
        self.output.rows(&query::said(&graph, &query), console)?;
        Ok(Outcome::Done)
    }
}
