//! Measures who criticizes which country on `UNSCon`: `cargo run --release --example unscon -- ../shared/data/unscon [--errors N]`
//!
//! Speeches of one meeting of the UN Security Council are one transcript, each passage a paragraph, each speech under the country
//! of its speaker. A country is criticized in a sentence where a statement takes a stand against it, or where an edge does that
//! `schema/unscon.toml` names. Counted: sentences with their country, and speeches with the countries that they criticize.
//! The annotation has no support: whom the edges `supports` and `criticizes` join, by country, is listed behind the figures.

#![expect(clippy::print_stdout, reason = "it prints figures")]

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use diplograph::model::Chain;
use diplograph::model::EdgeKind;
use diplograph::model::Extraction;
use diplograph::model::MentionId;
use diplograph::model::Modality;
use diplograph::model::NodeKind;
use diplograph::model::Position;
use diplograph::model::Span;
use diplograph::pipeline::Pipeline;
use diplograph::pipeline::PipelineOptions;
use diplograph::read::ReadOptions;
use diplograph::read::from_text;
use diplograph::resource::Resources;
use serde::Deserialize;

#[derive(Deserialize)]
struct Mapping {
    against_target: BTreeSet<String>,
    against_source: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Row {
    file_id: String,
    sentence_text: String,
    #[serde(rename = "A4")]
    country: String,
}

struct Sentence {
    speech: String,
    span: Span,
    gold: BTreeSet<String>,
}

/// Sentences, or speeches, with countries criticized there.
type Criticized = BTreeSet<(String, String)>;

/// Code of the source, kind of the edge, code of the target.
type Stand = (String, String, String);

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(folder) = arguments.first() else { anyhow::bail!("usage: unscon FOLDER [--errors N]") };
    let option =
        |name: &str| arguments.iter().position(|one| one == name).and_then(|at| arguments.get(at + 1));
    let mut errors: usize = option("--errors").map_or(Ok(0), |number| number.parse())?;
    let mut mapping: Option<Mapping> = None;
    for file in Resources::schema(&[]).read("unscon.toml")? {
        mapping = Some(file.toml()?);
    }
    let Some(mapping) = mapping else { anyhow::bail!("schema/unscon.toml is empty") };
    let mut reader = csv::Reader::from_path(Path::new(folder).join("conflict_annotations_sentences.csv"))?;
    let mut meetings: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in reader.deserialize() {
        let row: Row = row?;
        let meeting = row.file_id.split("_spch").next().unwrap_or_default().to_owned();
        meetings.entry(meeting).or_default().push(row);
    }
    let pipeline = Pipeline::load(PipelineOptions::default())?;
    let (mut wanted, mut found) = (Criticized::new(), Criticized::new());
    let mut stands: BTreeMap<Stand, usize> = BTreeMap::new();
    let (mut wanted_speeches, mut found_speeches) = (Criticized::new(), Criticized::new());
    for (meeting, rows) in meetings {
        let (text, sentences) = transcript(&rows);
        let document = from_text(&meeting, &text, &ReadOptions::default())?;
        let extraction = pipeline.extract(&document);
        for stand in listed(&extraction) {
            *stands.entry(stand).or_default() += 1;
        }
        for (number, sentence) in sentences.iter().enumerate() {
            let id = format!("{meeting} {number}");
            let given = criticized(&extraction, sentence, &mapping);
            for country in &sentence.gold {
                wanted.insert((id.clone(), country.clone()));
                wanted_speeches.insert((sentence.speech.clone(), country.clone()));
            }
            for country in &given {
                found.insert((id.clone(), country.clone()));
                found_speeches.insert((sentence.speech.clone(), country.clone()));
            }
            if errors > 0 && given != sentence.gold {
                errors -= 1;
                println!(
                    "{} gold {:?} found {given:?}: {}",
                    sentence.speech,
                    sentence.gold,
                    sentence.span.of(&text)
                );
            }
        }
    }
    println!("{:28}{:>6}{:>6}{:>8}{:>8}{:>8}", "", "gold", "found", "P", "R", "F1");
    let countries: BTreeSet<String> = wanted.iter().map(|(_, country)| country.clone()).collect();
    for country in countries {
        let of = |all: &Criticized| all.iter().filter(|(_, one)| *one == country).cloned().collect();
        print(&format!("sentences: {country}"), &of(&wanted), &of(&found));
    }
    print("sentences", &wanted, &found);
    print("speeches", &wanted_speeches, &found_speeches);
    println!("\nlisted, not scored:");
    for ((source, kind, target), count) in stands {
        println!("{source:6}{kind:12}{target:6}{count:6}");
    }
    Ok(())
}

/// The supports and criticisms that hold between countries.
fn listed(extraction: &Extraction) -> Vec<Stand> {
    let code = |id: MentionId| {
        let chain = extraction.chains.iter().find(|chain: &&Chain| chain.mentions.contains(&id))?;
        chain.attributes.get("iso3").or_else(|| chain.attributes.get("country")).cloned()
    };
    let stands = extraction.claims.iter().filter(|claim| {
        [EdgeKind::named("supports"), EdgeKind::named("criticizes")].contains(&claim.kind)
            && !matches!(claim.modality, Modality::Negated | Modality::Denied)
    });
    let named = stands
        .filter_map(|claim| Some((code(claim.source)?, claim.kind.as_str().to_owned(), code(claim.target)?)));
    named.filter(|(source, _, target)| source != target).collect()
}

fn print(name: &str, wanted: &Criticized, found: &Criticized) {
    let right = wanted.intersection(found).count();
    let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
    let (p, r) = (share(right, found.len()), share(right, wanted.len()));
    let f1 = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
    println!("{name:28}{:6}{:6}{p:8.3}{r:8.3}{f1:8.3}", wanted.len(), found.len());
}

/// The speaker's country out of `UNSC_2014_SPV.7219_spch004_United_Kingdom_Of_..._03.txt`, and the speech.
fn speech(file: &str) -> (String, String) {
    let whole = file.rsplit_once('_').map_or(file, |(speech, _)| speech);
    let whole = whole.strip_suffix("_neg").unwrap_or(whole);
    let country =
        whole.split("_spch").nth(1).and_then(|rest| rest.split_once('_')).map_or("", |(_, name)| name);
    (whole.to_owned(), country.replace('_', " ").replace(" Of ", " of ").replace(" And ", " and "))
}

/// Tokens as prose, and where each sentence of it stands.
fn transcript(rows: &[Row]) -> (String, Vec<Sentence>) {
    let (mut text, mut sentences) = (String::new(), Vec::new());
    let (mut file, mut last) = ("", String::new());
    for row in rows {
        let (speech, country) = speech(&row.file_id);
        if row.file_id == file {
            text.push(' ');
        } else {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            if speech != last {
                let _ = write!(text, "The representative of {country}: ");
            }
            file = &row.file_id;
        }
        last.clone_from(&speech);
        let start = text.len();
        text.push_str(&prose(&row.sentence_text));
        let gold = Some(row.country.as_str()).filter(|name| !matches!(*name, "_" | "-NONE-" | ""));
        sentences.push(Sentence {
            speech,
            span: Span::at(start, text.len()),
            gold: gold.map(|name| name.replace('_', "-")).into_iter().collect(),
        });
    }
    (text, sentences)
}

fn prose(tokens: &str) -> String {
    let mut text = tokens.split_whitespace().collect::<Vec<_>>().join(" ");
    for mark in [",", ".", ";", ":", "?", "!", ")", "'s", "'"] {
        text = text.replace(&format!(" {mark}"), mark);
    }
    text.replace("( ", "(").replace(" - ", "-")
}

fn criticized(extraction: &Extraction, sentence: &Sentence, mapping: &Mapping) -> BTreeSet<String> {
    let here = |span: Span| span.start < sentence.span.end && sentence.span.start < span.end;
    let mut found = BTreeSet::new();
    for claim in &extraction.claims {
        let told = !matches!(claim.modality, Modality::Negated | Modality::Denied) && here(claim.trigger);
        let kind = claim.kind.as_str();
        if told && mapping.against_target.contains(kind) {
            found.extend(country(extraction, claim.target));
        }
        if told && mapping.against_source.contains(kind) {
            found.extend(country(extraction, claim.source));
        }
    }
    for stance in extraction.statements.iter().flat_map(|statement| &statement.stances) {
        if stance.position == Position::Opposes && here(stance.words) {
            found.extend(stance.towards.iter().filter_map(|&id| country(extraction, id)));
        }
    }
    found
}

/// The name that the annotation has for a country, out of the key of the gazetteer.
fn country(extraction: &Extraction, id: MentionId) -> Option<String> {
    let chain = extraction.chains.iter().find(|chain: &&Chain| chain.mentions.contains(&id))?;
    let key = chain.entry.as_ref().filter(|_| chain.kind == NodeKind::COUNTRY)?;
    let name = key.strip_prefix("country.")?;
    Some(match name {
        "russia" => "russian-federation".to_owned(),
        "united-states" => "united-states-of-america".to_owned(),
        other => other.to_owned(),
    })
}
