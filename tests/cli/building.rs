//! From texts to graphs, exports and annotations.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::cli::{HARBOUR, answer, diplograph, failure, run};

const VISIT: &str =
    "SALTMOUTH - Foreign Minister Ana Oduya said on Monday that the Harbour Accord would hold.\n";
const REPLY: &str =
    "“We never saw the Harbour Accord,” Tomás Lindqvist, the envoy of Norland, told reporters.\n";

fn texts() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("visit.txt"), VISIT).unwrap();
    fs::create_dir(folder.path().join("more")).unwrap();
    fs::write(folder.path().join("more/reply.md"), REPLY).unwrap();
    folder
}

fn path(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).to_str().unwrap().to_owned()
}

fn json(file: impl AsRef<Path>) -> Value {
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

fn paths(graph: &Value) -> Vec<String> {
    let documents = graph["graph"]["documents"].as_array().unwrap();
    let name = |document: &Value| document["path"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    let mut names: Vec<_> = documents.iter().map(name).collect();
    names.sort();
    names
}

#[test]
fn a_folder_becomes_a_graph_that_answers() {
    let folder = texts();
    let graph = path(&folder, "graph.json");
    let output = run(&["build", folder.path().to_str().unwrap(), "--date", "2031-05-06", "-o", &graph]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{error}");
    assert!(error.contains("2 documents"), "{error}");
    assert!(
        !error.contains('\r') && !error.contains('\x1b'),
        "no progress where there is no terminal: {error}"
    );
    assert_eq!(paths(&json(&graph)), ["reply.md", "visit.txt"]);
    let said = answer(&["said", &graph, "--format", "csv"]);
    assert!(said.contains("the Harbour Accord would hold"), "{said}");
}

#[test]
fn the_same_texts_give_the_same_bytes_whatever_their_order_and_the_number_of_threads() {
    let folder = texts();
    let (visit, reply) = (path(&folder, "visit.txt"), path(&folder, "more/reply.md"));
    let one = answer(&["--quiet", "build", &visit, &reply, "--threads", "1", "-o", "-"]);
    let other = answer(&["--quiet", "build", &reply, &visit, "--threads", "3", "-o", "-"]);
    assert!(one == other);
}

#[test]
fn a_text_in_two_places_is_two_documents_that_count_once() {
    let folder = texts();
    fs::write(folder.path().join("copy.txt"), VISIT).unwrap();
    let graph = path(&folder, "graph.json");
    assert!(run(&["build", folder.path().to_str().unwrap(), "-o", &graph]).status.success());
    let graph = json(&graph);
    assert_eq!(paths(&graph), ["copy.txt", "reply.md", "visit.txt"]);
    for edge in graph["edges"].as_array().unwrap() {
        assert!(edge["kind"] == "mentions" || edge["weight"] == 1.0, "{edge}");
    }
    let ids: std::collections::BTreeSet<&str> = graph["graph"]["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|record| record["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), 3);
}

#[test]
fn what_cannot_be_read_is_named_and_left_out_and_the_exit_code_says_so() {
    let folder = texts();
    fs::write(path(&folder, "empty.txt"), "").unwrap();
    fs::write(path(&folder, "chanson.txt"), "Sur le pont d’Avignon, l’on y danse, l’on y danse. ".repeat(8))
        .unwrap();
    let graph = path(&folder, "graph.json");
    let build = |quiet: &[&str]| {
        let inputs = ["build", folder.path().to_str().unwrap(), "/no/such/text.txt", "-o", &graph];
        run(&[quiet, &inputs].concat())
    };
    let output = build(&[]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{error}");
    for name in ["empty.txt", "chanson.txt", "/no/such/text.txt"] {
        assert!(
            error.lines().any(|line| line.starts_with("warning: left out: ") && line.contains(name)),
            "{error}"
        );
    }
    assert_eq!(paths(&json(&graph)), ["reply.md", "visit.txt"]);
    let quiet = build(&["--quiet"]);
    assert_eq!((quiet.status.code(), quiet.stderr.as_slice()), (Some(3), &b""[..]));
}

#[test]
fn without_any_text_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let graph = path(&folder, "graph.json");
    let (code, error) = failure(&["build", folder.path().to_str().unwrap(), "-o", &graph]);
    assert_eq!(code, 1);
    assert!(error.contains("the folder holds no text"), "{error}");
    let (code, error) = failure(&["build", "/no/a.txt", "/no/b.txt", "-o", &graph]);
    assert_eq!(code, 1);
    assert!(error.contains("/no/a.txt") && error.contains("error: no text could be used"), "{error}");
    assert!(!Path::new(&graph).exists());
}

#[test]
fn mistakes_in_the_arguments_are_found_before_the_work() {
    let folder = texts();
    let visit = path(&folder, "visit.txt");
    let wrong = |options: &[&str]| failure(&[&["build", &visit], options].concat());
    assert_eq!(wrong(&[]).0, 2, "--output is needed");
    let (code, error) = wrong(&["-o", &path(&folder, "graph")]);
    assert!(code == 2 && error.contains("does not tell the format"), "{error}");
    let (code, error) = wrong(&["-o", &path(&folder, "graph.gexf"), "--profile", "yed"]);
    assert!(code == 2 && error.contains("gephi, strict"), "{error}");
    assert_eq!(wrong(&["-o", &path(&folder, "graph.json"), "--min-confidence", "7"]).0, 2);
    let (code, error) = wrong(&["-o", &path(&folder, "no/such/graph.json")]);
    assert!(code == 1 && error.contains("no/such/graph.json"), "{error}");
    assert_eq!(wrong(&["-o", "-", "--date", "yesterday"]).0, 2);
    assert_eq!(wrong(&["-o", "-", "--metadata", "/no/such/table.csv"]).0, 1);
    assert_eq!(wrong(&["-o", "-", "--schema", "/no/such/folder"]).0, 2);
    assert_eq!(wrong(&["-o", "-", "--lexicon", "/no/such/folder"]).0, 2);
}

#[test]
fn each_text_may_have_its_own_graph() {
    let folder = texts();
    fs::write(path(&folder, "more/visit.txt"), REPLY).unwrap();
    fs::write(path(&folder, "wire.jsonl"), format!("{{\"body\": {VISIT:?}}}\n{{\"body\": {REPLY:?}}}\n"))
        .unwrap();
    let graphs = path(&folder, "graphs");
    let inputs = ["visit.txt", "more/visit.txt", "wire.jsonl"].map(|name| path(&folder, name));
    let arguments = ["build", &inputs[0], &inputs[1], &inputs[2], "--per-document", "-o", &graphs];
    assert!(run(&[&arguments[..], &["--text-field", "body"]].concat()).status.success());
    let mut names: Vec<_> =
        fs::read_dir(&graphs).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["visit.2.json", "visit.json", "wire-1.json", "wire-2.json"]);
    assert_eq!(paths(&json(Path::new(&graphs).join("visit.2.json"))), ["visit.txt"]);
}

#[test]
fn a_graph_is_written_in_the_format_that_its_name_tells() {
    let folder = texts();
    let visit = path(&folder, "visit.txt");
    for (name, begins) in
        [("graph.graphml", "<?xml"), ("graph.gexf", "<?xml"), ("graph.json", "{\"format\":\"diplograph\"")]
    {
        let file = path(&folder, name);
        answer(&["build", &visit, "-o", &file]);
        assert!(fs::read_to_string(&file).unwrap().starts_with(begins), "{name}");
    }
    answer(&["export", HARBOUR, "-o", &path(&folder, "tables.csv")]);
    assert!(fs::read_to_string(path(&folder, "tables.csv/edges.csv")).unwrap().contains("met-with"));
    let graphml = |options: &[&str]| {
        answer(&[&["export", HARBOUR, "-o", "-", "--format", "graphml"], options].concat())
    };
    assert!(!graphml(&[]).contains("e.denied"), "a denied meeting is no meeting");
    assert!(graphml(&["--modality", "all"]).contains("e.denied"));
    assert!(!graphml(&[]).contains("statement.s1"));
    assert!(graphml(&["--with-statements"]).contains("statement.s1"));
}

#[test]
fn texts_are_left_out_of_the_graph_where_that_is_asked_for() {
    let folder = texts();
    let visit = path(&folder, "visit.txt");
    let text = |options: &[&str]| -> Value {
        let found = answer(&[&["build", &visit, "-o", "-"], options].concat());
        serde_json::from_str::<Value>(&found).unwrap()["graph"]["documents"][0]["text"].clone()
    };
    assert_eq!(text(&[]), VISIT);
    assert_eq!(text(&["--no-text"]), Value::Null);
}

#[test]
fn a_text_may_come_from_standard_input() {
    let output = diplograph().args(["build", "-", "-o", "-"]).write_stdin(REPLY).output().unwrap();
    assert!(output.status.success());
    let graph: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(paths(&graph), ["-"]);
}

#[test]
fn annotations_read_back_give_the_same_words() {
    let trees = diplograph().args(["annotate", "-"]).write_stdin(VISIT).output().unwrap();
    let words = |bytes: &[u8]| -> Vec<String> {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let columns = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
        columns.map(|line| line.split('\t').nth(1).unwrap().to_owned()).collect()
    };
    assert!(words(&trees.stdout).contains(&"Oduya".to_owned()));
    let again = diplograph()
        .args(["annotate", "--input", "conllu", "-"])
        .write_stdin(trees.stdout.clone())
        .output()
        .unwrap();
    assert_eq!(words(&again.stdout), words(&trees.stdout));
    let broken = diplograph()
        .args(["annotate", "--input", "conllu", "-"])
        .write_stdin("no\tcolumns\n")
        .output()
        .unwrap();
    assert_eq!(broken.status.code(), Some(1));
    let json = diplograph().args(["annotate", "-", "--format", "json"]).write_stdin(VISIT).output().unwrap();
    let json: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["sentences"][0]["tokens"][0]["form"], "SALTMOUTH");
}

#[test]
fn graphs_are_scored_against_gold_graphs() {
    let folder = texts();
    let gold = path(&folder, "gold");
    fs::create_dir(&gold).unwrap();
    let norland = r#"{"id":"norland","kind":"country","label":"Norland","aliases":[]}"#;
    let text =
        format!(r#"{{"text":"harbour.txt","date":null,"nodes":[{norland}],"edges":[],"statements":[]}}"#);
    fs::write(Path::new(&gold).join("harbour.json"), text).unwrap();
    let report = answer(&["score", "--gold", &gold, HARBOUR]);
    assert!(report.lines().any(|line| line.starts_with("kind:country")), "{report}");
    let report: Value =
        serde_json::from_str(&answer(&["score", "--gold", &gold, HARBOUR, "--json"])).unwrap();
    assert_eq!(report["kind:country"]["r"], 1.0);
    assert!(answer(&["score", "--gold", &gold, HARBOUR, "--findings"]).contains("harbour: spurious node"));
    let output = run(&["score", "--gold", &gold, &path(&folder, "gold")]);
    assert_eq!(output.status.code(), Some(1), "a gold graph is no graph");
}
