//! What is wrong is said on standard error, with the cure.

use std::io::Read;
use std::process::Stdio;

use crate::cli::{HARBOUR, answer, failure, run};

#[test]
fn help_names_every_command_and_the_exit_codes() {
    let help = answer(&["--help"]);
    for word in [
        "build",
        "export",
        "annotate",
        "train",
        "score",
        "said",
        "show",
        "path",
        "timeline",
        "explain",
        "completions",
        "Exit codes:",
        "  3  ",
    ] {
        assert!(help.contains(word), "{word}");
    }
    assert!(answer(&["said", "--help"]).contains("--about <NAME>"));
    assert!(answer(&["--version"]).starts_with("diplograph "));
}

#[test]
fn a_wrong_command_line_exits_with_two() {
    assert_eq!(failure(&["sayd", HARBOUR]).0, 2);
    assert_eq!(failure(&["said"]).0, 2);
    let (code, error) = failure(&["said", HARBOUR, "--since", "May 2031"]);
    assert_eq!(code, 2);
    assert!(error.contains("write YYYY, YYYY-MM or YYYY-MM-DD"), "{error}");
    let (code, error) = failure(&["path", HARBOUR, "oduya", "norland", "--kinds", "met"]);
    assert_eq!(code, 2);
    assert!(error.contains("there is no kind of edge `met`; there are about,"), "{error}");
    assert_eq!(failure(&["search", HARBOUR, "?!"]).0, 2);
}

#[test]
fn a_missing_graph_is_named_once() {
    let (code, error) = failure(&["said", "no-such-graph.json"]);
    assert_eq!(code, 1);
    assert_eq!(error.matches("No such file").count(), 1, "{error}");
    assert!(error.starts_with("error: no-such-graph.json: "), "{error}");
}

#[test]
fn what_is_no_graph_is_refused_with_the_cure() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("empty.json", ""),
        ("prose.json", "The envoy left."),
        ("cut.json", "{\"format\":\"diplograph\",\"version\":1,"),
        ("other.json", "{\"nodes\":[]}"),
        ("list.json", "[1, 2]"),
    ] {
        let file = folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        let (code, error) = failure(&["stats", file.to_str().unwrap()]);
        assert_eq!(code, 1, "{name}");
        assert!(error.contains(name) && error.contains("diplograph build"), "{error}");
    }
}

#[test]
fn an_ambiguous_name_is_answered_with_candidates_and_an_unknown_one_with_the_nearest() {
    let (code, error) = failure(&["show", HARBOUR, "lindqvist"]);
    assert_eq!(code, 1);
    assert!(error.contains("official.tomas-lindqvist  (Tomás Lindqvist"), "{error}");
    assert!(error.contains("official.jonas-lindqvist"), "{error}");
    let (code, error) = failure(&["show", HARBOUR, "Harborough Accordion"]);
    assert_eq!(code, 1);
    assert!(error.contains("agreement.harbour-accord"), "{error}");
}

#[test]
fn an_unknown_edge_is_an_error() {
    assert!(failure(&["explain", HARBOUR, "e.nothing"]).1.contains("no edge `e.nothing`"));
    assert!(failure(&["explain", HARBOUR, "e.said"]).1.contains("e.said1\n"));
}

#[test]
fn a_file_that_cannot_be_written_is_an_error() {
    let (code, error) = failure(&["stats", HARBOUR, "-o", "/no/such/folder/stats.csv"]);
    assert_eq!(code, 1);
    assert!(error.contains("/no/such/folder/stats.csv"), "{error}");
}

#[test]
fn a_reader_that_goes_away_is_nothing_to_complain_of() {
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_diplograph"))
        .args(["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut error = String::new();
    child.stderr.take().unwrap().read_to_string(&mut error).unwrap();
    assert_eq!((child.wait().unwrap().code(), error.as_str()), (Some(0), ""));
}

#[test]
fn completions_are_written_for_the_common_shells() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(answer(&["completions", shell]).contains("successions"), "{shell}");
    }
    assert_eq!(run(&["completions", "csh"]).status.code(), Some(2));
}
