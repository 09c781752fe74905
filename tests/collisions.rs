//! Hard cases of which things are one: `tests/collisions/*.toml`, all in words of our own.
//!
//! A case has texts, and phrases of them that name one thing (`same`) or different things (`apart`). A phrase is written
//! `number:words`, with `#2` behind it for its second occurrence in that text.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use diplograph::graph::KnowledgeGraph;
use diplograph::pipeline::Pipeline;
use diplograph::pipeline::PipelineOptions;
use diplograph::read;
use diplograph::read::ReadOptions;
use serde::Deserialize;

static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| Pipeline::load(PipelineOptions::default()).unwrap());

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: Vec<Text>,
    #[serde(default)]
    same: Vec<Vec<String>>,
    #[serde(default)]
    apart: Vec<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    date: Option<String>,
    words: String,
}

fn graph(texts: &[Text]) -> (KnowledgeGraph, Vec<String>) {
    let mut fragments = Vec::new();
    let mut ids = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        let options = ReadOptions {
            date: text.date.as_ref().map(|date| date.parse().unwrap()),
            ..ReadOptions::default()
        };
        let bytes = text.words.clone().into_bytes();
        let documents = read::load_bytes(&format!("{number}.txt"), bytes, &options);
        for document in documents {
            let document = document.unwrap();
            ids.push(document.id.to_string());
            fragments.push(PIPELINE.fragment(&document));
        }
    }
    (PIPELINE.graph(&fragments), ids)
}

/// The node that a phrase names.
fn named(graph: &KnowledgeGraph, ids: &[String], phrase: &str) -> Option<String> {
    let (number, words) = phrase.split_once(':').unwrap();
    let (words, occurrence) =
        words.split_once('#').map_or((words, 1), |(words, n)| (words, n.parse().unwrap()));
    let document = &ids[number.parse::<usize>().unwrap()];
    let text = graph.document(document)?.text.as_deref()?;
    let (byte, _) = text.match_indices(words).nth(occurrence - 1).unwrap_or_else(|| panic!("no `{phrase}`"));
    let start = text[..byte].chars().count() as u32;
    let end = start + words.chars().count() as u32;
    let mut best: Option<(bool, u32, &str)> = None;
    for node in graph.nodes() {
        for mention in node.mentions.iter().filter(|mention| mention.document == *document) {
            let around = mention.start <= start && end <= mention.end;
            let inside = start <= mention.start && mention.end <= end;
            let length = mention.end - mention.start;
            // The narrowest mention around the phrase, else the longest inside it.
            let rank = if around { (false, length) } else { (true, u32::MAX - length) };
            if (around || inside) && best.is_none_or(|(last, length, _)| rank < (last, length)) {
                best = Some((rank.0, rank.1, &node.id));
            }
        }
    }
    best.map(|(_, _, id)| id.to_owned())
}

fn faults(case: &Case) -> String {
    let (graph, ids) = graph(&case.text);
    let mut faults = String::new();
    let all = |phrases: &[String]| -> Vec<Option<String>> {
        phrases.iter().map(|phrase| named(&graph, &ids, phrase)).collect()
    };
    for phrases in &case.same {
        let found = all(phrases);
        if found.iter().any(|id| id.is_none() || *id != found[0]) {
            writeln!(faults, "{}: {phrases:?} should be one, are {found:?}", case.name).unwrap();
        }
    }
    for phrases in &case.apart {
        let found = all(phrases);
        let mut distinct = found.clone();
        distinct.sort();
        distinct.dedup();
        if distinct.len() < found.len() || found.iter().any(Option::is_none) {
            writeln!(faults, "{}: {phrases:?} should differ, are {found:?}", case.name).unwrap();
        }
    }
    faults
}

#[test]
fn hard_cases_come_out_right() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/collisions");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut cases = 0;
    let mut wrong = String::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let File { case } =
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        cases += case.len();
        wrong.extend(case.iter().map(faults));
    }
    assert!(cases >= 60, "only {cases} cases");
    assert!(wrong.is_empty(), "\n{wrong}");
}
