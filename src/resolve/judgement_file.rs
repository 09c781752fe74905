//! The file in which a user decides: `judgements.toml`, or the same as CSV.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use crate::error::Error;
use crate::error::Result;
use crate::model::Decision;
use crate::model::EdgeChange;
use crate::model::EdgeKind;
use crate::model::Judgement;
use crate::model::Modality;
use crate::model::NodeKind;
use crate::model::Origin;

/// One judgement as written: a table of the TOML file, a row of the CSV file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Written {
    verdict: String,
    left: String,
    right: String,
    to: String,
    edge: String,
    source: String,
    kind: String,
    target: String,
    modality: String,
    when: String,
    by: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Judgements {
    #[serde(default)]
    judgement: Vec<Spanned<Written>>,
}

/// What a date is set to where the edge shall have none.
const UNDATED: &str = "?";

const VERDICTS: &str = "same, not-same, undecided, rename, retype, reject, correct";

/// Reads a file of judgements: CSV by the ending `.csv`, else TOML. Rows of CSV without a verdict are still to be decided, and are
/// passed over, as are columns that the program adds for the reader.
///
/// # Errors
/// [`Error::Io`] where the file cannot be read; [`Error::Data`] with file and line where a judgement is wrong.
pub fn load_judgements(path: &Path) -> Result<Vec<Judgement>> {
    let text = fs::read_to_string(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
    let file = path.display().to_string();
    let is_csv = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    if is_csv { from_csv(&text, &file) } else { from_toml(&text, &file) }
}

fn from_toml(text: &str, file: &str) -> Result<Vec<Judgement>> {
    let line_of = |start: usize| text[..start.min(text.len())].matches('\n').count() + 1;
    let judgements: Judgements = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(0, |span| line_of(span.start));
        Error::Data { file: file.to_owned(), line, message: error.message().to_owned() }
    })?;
    let read = |written: Spanned<Written>| {
        let origin = Origin { file: file.to_owned(), line: line_of(written.span().start) };
        judgement(written.into_inner(), origin)
    };
    judgements.judgement.into_iter().map(read).collect()
}

fn from_csv(text: &str, file: &str) -> Result<Vec<Judgement>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // A spreadsheet may have put semicolons.
    let header = text.lines().find(|line| !line.starts_with('#')).unwrap_or_default();
    let delimiter = if header.contains(';') && !header.contains(',') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(text.as_bytes());
    let wrong = |line: usize, message: String| Error::Data { file: file.to_owned(), line, message };
    let line_of = |error: &csv::Error| error.position().map_or(0, |place| place.line() as usize);
    let header = reader.headers().map_err(|error| wrong(line_of(&error), error.to_string()))?.clone();
    if !header.iter().any(|name| name == "verdict") {
        return Err(wrong(1, "there is no column `verdict`".to_owned()));
    }
    let mut judgements = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| wrong(line_of(&error), error.to_string()))?;
        let line = record.position().map_or(0, |place| place.line() as usize);
        let value = |name: &str| {
            let place = header.iter().position(|column| column == name)?;
            record.get(place).map(|value| value.trim().to_owned())
        };
        let value = |name: &str| value(name).unwrap_or_default();
        let written = Written {
            verdict: value("verdict"),
            left: value("left"),
            right: value("right"),
            to: value("to"),
            edge: value("edge"),
            source: value("source"),
            kind: value("kind"),
            target: value("target"),
            modality: value("modality"),
            when: value("when"),
            by: value("by"),
            reason: value("reason"),
        };
        if !written.verdict.is_empty() {
            judgements.push(judgement(written, Origin { file: file.to_owned(), line })?);
        }
    }
    Ok(judgements)
}

fn judgement(written: Written, origin: Origin) -> Result<Judgement> {
    let decision = decision(&written).map_err(|message| Error::Data {
        file: origin.file.clone(),
        line: origin.line,
        message,
    })?;
    let given = |text: String| (!text.is_empty()).then_some(text);
    Ok(Judgement { decision, by: given(written.by), reason: given(written.reason), origin })
}

fn decision(written: &Written) -> std::result::Result<Decision, String> {
    let verdict = written.verdict.trim();
    let needed = |key: &str, value: &str| {
        if value.is_empty() { Err(format!("`{verdict}` needs `{key}`")) } else { Ok(value.to_owned()) }
    };
    let pair = || Ok::<_, String>((needed("left", &written.left)?, needed("right", &written.right)?));
    match verdict {
        "same" => pair().map(|(left, right)| Decision::Same { left, right }),
        "not-same" => pair().map(|(left, right)| Decision::NotSame { left, right }),
        "undecided" => pair().map(|(left, right)| Decision::Undecided { left, right }),
        "rename" => {
            Ok(Decision::Rename { thing: needed("left", &written.left)?, to: needed("to", &written.to)? })
        }
        "retype" => Ok(Decision::Retype {
            thing: needed("left", &written.left)?,
            to: NodeKind::named(&needed("to", &written.to)?),
        }),
        "reject" => Ok(Decision::Reject { edge: needed("edge", &written.edge)? }),
        "correct" => Ok(Decision::Correct { edge: needed("edge", &written.edge)?, change: change(written)? }),
        "" => Err(format!("`verdict` is missing; there are {VERDICTS}")),
        other => Err(format!("there is no verdict `{other}`; there are {VERDICTS}")),
    }
}

fn change(written: &Written) -> std::result::Result<EdgeChange, String> {
    let given = |text: &String| (!text.is_empty()).then(|| text.clone());
    let modality = given(&written.modality)
        .map(|name| {
            let known = Modality::ALL.iter().copied();
            let mut named = known.filter(|modality| modality.as_str() == name);
            named.next().ok_or_else(|| format!("there is no modality `{name}`"))
        })
        .transpose()?;
    let when = match written.when.as_str() {
        "" => None,
        UNDATED => Some(None),
        date => Some(Some(date.parse().map_err(|_| format!("`{date}` is no date; write it as 2021-10-08"))?)),
    };
    let change = EdgeChange {
        source: given(&written.source),
        kind: given(&written.kind).map(|kind| EdgeKind::named(&kind)),
        target: given(&written.target),
        modality,
        when,
    };
    if change == EdgeChange::default() {
        return Err("`correct` needs what is otherwise: source, kind, target, modality or when".to_owned());
    }
    Ok(change)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_is_read_from_toml_and_from_csv() {
        let toml = r#"
            [[judgement]]
            verdict = "same"
            left = "official.oduya"
            right = "official.ana-oduya"
            by = "me"

            [[judgement]]
            verdict = "rename"
            left = "official.oduya"
            to = "Ana Oduya"

            [[judgement]]
            verdict = "correct"
            edge = "e.1"
            modality = "planned"
            when = "?"
        "#;
        let read = from_toml(toml, "j.toml").unwrap();
        assert_eq!(read.iter().map(|one| one.origin.line).collect::<Vec<_>>(), [2, 8, 13]);
        assert_eq!(
            read[0].decision,
            Decision::Same { left: "official.oduya".into(), right: "official.ana-oduya".into() }
        );
        let change =
            EdgeChange { modality: Some(Modality::Planned), when: Some(None), ..EdgeChange::default() };
        assert_eq!(read[2].decision, Decision::Correct { edge: "e.1".into(), change });
        let csv =
            "verdict,left,right,left_words\nnot-same,a.1,b.2,\"some, words\"\n,c.1,d.2,\nundecided,e,f,\n";
        let read = from_csv(csv, "j.csv").unwrap();
        assert_eq!(read[0].decision, Decision::NotSame { left: "a.1".into(), right: "b.2".into() });
        assert_eq!((read.len(), read[1].origin.line), (2, 4));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (text, expected) in [
            ("\n[[judgement]]\nverdict = \"equal\"\n", "j.toml:2: there is no verdict `equal`"),
            ("[[judgement]]\nverdict = \"same\"\nleft = \"a\"\n", "j.toml:1: `same` needs `right`"),
            ("[[judgement]]\nverdict = \"same\"\nright = 3\n", "j.toml:3: invalid type"),
            ("[[judgement]]\nverdict = \"correct\"\nedge = \"e.1\"\nwhen = \"soon\"\n", "`soon` is no date"),
        ] {
            let error = from_toml(text, "j.toml").unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
        let error = from_csv("verdict,left\nsame,a\n", "j.csv").unwrap_err().to_string();
        assert!(error.starts_with("j.csv:2: `same` needs `right`"), "{error}");
    }
}
