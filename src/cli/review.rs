//! `diplograph review`

use std::fs;
use std::fs::OpenOptions;
use std::io;
use std::io::BufRead;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use clap::Args;

use crate::cli::console::Console;
use crate::cli::exit::Outcome;
use crate::cli::graph_argument::GraphArgument;
use crate::cli::output::clean;
use crate::cli::output::to_file;
use crate::error::Error;
use crate::model::Decision;
use crate::model::Reason;
use crate::query;
use crate::query::Question;
use crate::query::Side;
use crate::resolve::load_judgements;

/// Decide what is one thing: asks about what the graph is least sure of, and writes your decisions down for the next build
#[derive(Debug, Args)]
#[command(after_help = "\
Each decision is written at once. The next `diplograph build TEXTS --judgements FILE` obeys them; delete one from the file to undo it.
A list made with --export is decided in a spreadsheet: put same, not-same or undecided into its first column and give it to --judgements.")]
pub(crate) struct ReviewArguments {
    #[command(flatten)]
    graph: GraphArgument,
    /// The file to which decisions are added; what it has already is not asked again
    #[arg(long, value_name = "FILE", default_value = "judgements.toml")]
    judgements: PathBuf,
    /// Ask nothing; write the list of questions into this CSV file, `-` for standard output
    #[arg(long, value_name = "FILE")]
    export: Option<PathBuf>,
    /// Who decides, to be noted with each decision
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// At most so many questions
    #[arg(long, value_name = "NUMBER", default_value_t = usize::MAX, hide_default_value = true)]
    limit: usize,
}

const COLUMNS: [&str; 14] = [
    "verdict",
    "left",
    "right",
    "by",
    "reason",
    "joined",
    "confidence",
    "for",
    "against",
    "left_label",
    "left_words",
    "right_label",
    "right_words",
    "documents",
];

impl ReviewArguments {
    pub(crate) fn run(&self, console: Console) -> anyhow::Result<Outcome> {
        let graph = self.graph.load()?;
        let decided = if self.judgements.exists() { load_judgements(&self.judgements)? } else { Vec::new() };
        let is_open = |question: &Question<'_>| {
            let (a, b) = (&question.left.reference, &question.right.reference);
            !decided.iter().any(|judgement| match &judgement.decision {
                Decision::Same { left, right }
                | Decision::NotSame { left, right }
                | Decision::Undecided { left, right } => (left, right) == (a, b) || (left, right) == (b, a),
                Decision::Rename { .. }
                | Decision::Retype { .. }
                | Decision::Reject { .. }
                | Decision::Correct { .. } => false,
            })
        };
        let questions: Vec<_> =
            query::doubtful(&graph).into_iter().filter(is_open).take(self.limit).collect();
        if let Some(file) = &self.export {
            export(&questions, file)?;
            console.note(format_args!("{} questions", questions.len()));
            return Ok(Outcome::Done);
        }
        if questions.is_empty() {
            console.note("there is nothing to decide");
            return Ok(Outcome::Done);
        }
        let written = self.ask(&questions)?;
        if written > 0 {
            let file = self.judgements.display();
            console.note(format_args!(
                "{written} decisions in {file}; the next build with --judgements {file} obeys them"
            ));
        }
        Ok(Outcome::Done)
    }

    fn ask(&self, questions: &[Question<'_>]) -> anyhow::Result<usize> {
        let mut answers = io::stdin().lock().lines();
        let mut out = io::stdout().lock();
        let mut written = 0;
        for (number, question) in questions.iter().enumerate() {
            writeln!(out, "\n{} of {}: is this one thing?", number + 1, questions.len())?;
            for side in [&question.left, &question.right] {
                let published = side.published.map(|date| format!(", {date}")).unwrap_or_default();
                writeln!(
                    out,
                    "  {} ({})  {}{published}",
                    clean(side.node.label),
                    side.node.id,
                    clean(side.path)
                )?;
                if !side.words.is_empty() {
                    writeln!(out, "    {}", clean(&side.words))?;
                }
            }
            let now = if question.joined { "one" } else { "two" };
            let against = list(question.against);
            let against = if against.is_empty() { against } else { format!("; against: {against}") };
            writeln!(
                out,
                "  now taken for {now} ({}; for: {}{against})",
                question.confidence,
                list(question.reasons)
            )?;
            let verdict = loop {
                write!(out, "[s]ame, [n]ot the same, [u]ndecided, [enter] later, [q]uit: ")?;
                out.flush()?;
                let Some(answer) = answers.next().transpose()? else { return Ok(written) };
                match answer.trim() {
                    "" => break None,
                    "q" => return Ok(written),
                    "s" => break Some("same"),
                    "n" => break Some("not-same"),
                    "u" => break Some("undecided"),
                    _ => {}
                }
            };
            if let Some(verdict) = verdict {
                self.note_down(verdict, question)?;
                written += 1;
            }
        }
        Ok(written)
    }

    /// Adds one decision to the file, as TOML or, by its ending, as a row of CSV.
    fn note_down(&self, verdict: &str, question: &Question<'_>) -> anyhow::Result<()> {
        let path = self.judgements.as_path();
        let failed = |source| Error::Io { path: path.to_owned(), source };
        let is_csv = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        let (left, right) = (&question.left.reference, &question.right.reference);
        let by = self.by.as_deref().unwrap_or_default();
        let text = if is_csv {
            self.row(verdict, question).map_err(failed)?
        } else {
            let by = if by.is_empty() { String::new() } else { format!("by = {}\n", quoted(by)) };
            let (a, b) = (clean(question.left.node.label), clean(question.right.node.label));
            format!(
                "\n# {a} / {b}\n[[judgement]]\nverdict = \"{verdict}\"\nleft = {}\nright = {}\n{by}",
                quoted(left),
                quoted(right)
            )
        };
        let mut file = OpenOptions::new().create(true).append(true).open(path).map_err(failed)?;
        Ok(file.write_all(text.as_bytes()).map_err(failed)?)
    }

    /// A row under the header that the file has, or the first with its header.
    fn row(&self, verdict: &str, question: &Question<'_>) -> io::Result<String> {
        let header = match fs::read_to_string(&self.judgements) {
            Ok(text) => text.lines().find(|line| !line.starts_with('#')).map(str::to_owned),
            Err(_) => None,
        };
        let columns: Vec<String> = match &header {
            Some(header) => header.split(',').map(|name| name.trim().to_owned()).collect(),
            None => COLUMNS.iter().take(5).map(|&name| name.to_owned()).collect(),
        };
        let mut writer = csv::Writer::from_writer(Vec::new());
        if header.is_none() {
            writer.write_record(&columns)?;
        }
        let value = |name: &String| match name.as_str() {
            "verdict" => verdict,
            "left" => question.left.reference.as_str(),
            "right" => question.right.reference.as_str(),
            "by" => self.by.as_deref().unwrap_or_default(),
            _ => "",
        };
        writer.write_record(columns.iter().map(value))?;
        let bytes = writer.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
        String::from_utf8(bytes).map_err(io::Error::other)
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn list(reasons: &[Reason]) -> String {
    reasons.iter().map(|reason| reason.as_str()).collect::<Vec<_>>().join(", ")
}

fn export(questions: &[Question<'_>], file: &Path) -> anyhow::Result<()> {
    to_file(Some(file), |out| {
        let mut writer = csv::Writer::from_writer(out);
        writer.write_record(COLUMNS)?;
        for question in questions {
            let shown = |side: &Side<'_>| (clean(side.node.label), clean(&side.words));
            let ((left, left_words), (right, right_words)) = (shown(&question.left), shown(&question.right));
            writer.write_record([
                "",
                &question.left.reference,
                &question.right.reference,
                "",
                "",
                if question.joined { "yes" } else { "no" },
                &question.confidence.to_string(),
                &list(question.reasons),
                &list(question.against),
                &left,
                &left_words,
                &right,
                &right_words,
                &format!("{} | {}", clean(question.left.path), clean(question.right.path)),
            ])?;
        }
        Ok(writer.flush()?)
    })
}
