//! The example texts of the README, from text to answer.

use serde_json::Value;
use tempfile::TempDir;

use crate::cli::{answer, golden, run};

const TEXTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/texts");

fn built() -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let graph = folder.path().join("graph.json").to_str().unwrap().to_owned();
    answer(&["build", TEXTS, "-o", &graph]);
    (folder, graph)
}

fn json(arguments: &[&str]) -> Vec<Value> {
    let found = answer(&[arguments, &["--format", "json"]].concat());
    serde_json::from_str::<Value>(&found).unwrap().as_array().unwrap().clone()
}

#[test]
fn the_graph_of_the_examples_is_sound() {
    let (_folder, graph) = built();
    let output = run(&["verify", &graph]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_succession_is_possible_in_one_text_and_planned_in_the_next() {
    let (_folder, graph) = built();
    let rows = json(&["successions", &graph, "agadir arrangement"]);
    let told: Vec<_> = rows
        .iter()
        .map(|row| (row["modality"].as_str().unwrap(), row["evidence"][0]["text"].as_str().unwrap()))
        .collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].0 == "possible" && told[0].1.contains("possibly replace"), "{told:?}");
    assert!(told[1].0 == "planned" && told[1].1.contains("will replace"), "{told:?}");
    let id = rows[1]["id"].as_str().unwrap();
    assert!(answer(&["explain", &graph, id]).contains("modality    planned, by “will”"));
}

#[test]
fn what_was_declined_and_denied_reads_as_it_was_last_read_by_a_person() {
    let (_folder, graph) = built();
    let found = answer(&["said", &graph, "--act", "decline,deny"]);
    golden("examples.declined.txt", &found);
}
