//! Questions put to a graph.

use std::fmt::Write as _;

use serde_json::Value;

use crate::cli::{HARBOUR, STANDS, answer, diplograph, golden, run};

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&answer(&[arguments, &["--format", "json"]].concat())).unwrap()
}

fn ids(arguments: &[&str]) -> Vec<String> {
    let rows = json(arguments);
    rows.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn each_answer_reads_as_it_was_last_read_by_a_person() {
    let questions: &[&[&str]] = &[
        &["find", HARBOUR, "lindqvist"],
        &["said", HARBOUR],
        &["show", HARBOUR, "oduya"],
        &["neighbours", HARBOUR, "oduya"],
        &["path", HARBOUR, "oduya", "vanderhoek"],
        &["timeline", HARBOUR],
        &["meetings", HARBOUR],
        &["successions", HARBOUR],
        &["search", HARBOUR, "lindqvist", "may"],
        &["explain", HARBOUR, "e.new-accord"],
        &["explain", HARBOUR, "e.denied"],
        &["explain", HARBOUR, "statement.s2"],
        &["stats", HARBOUR],
        &["said", STANDS, "--by", "topic", "--stance", "opposes"],
        &["said", STANDS, "--who", "oduya", "--sentences"],
        &["contradictions", STANDS],
    ];
    for format in ["table", "csv", "markdown"] {
        let mut all = String::new();
        for question in questions {
            let shown: Vec<_> = question.iter().map(|part| part.rsplit('/').next().unwrap_or(part)).collect();
            let found = answer(&[question, &["--format", format][..]].concat());
            writeln!(all, "$ diplograph {} --format {format}\n{found}", shown.join(" ")).unwrap();
        }
        golden(&format!("questions.{format}.txt"), &all);
    }
}

#[test]
fn said_takes_speaker_subject_act_time_country_body_and_document() {
    let said = |options: &[&str]| ids(&[&["said", HARBOUR], options].concat());
    assert_eq!(said(&["--who", "ODUYA"]), ["statement.s1", "statement.s3"]);
    assert_eq!(said(&["--who", "oduya", "--about", "security"]), ["statement.s1"]);
    assert_eq!(said(&["--about", "security", "--about", "harbour accord"]).len(), 3);
    assert_eq!(said(&["--act", "deny,warn"]), ["statement.s2"]);
    assert_eq!(said(&["--form", "direct"]), ["statement.s1"]);
    assert_eq!(said(&["--since", "2031-05-03", "--until", "2031-05"]), ["statement.s1"]);
    assert_eq!(said(&["--country", "norland"]), ["statement.s1", "statement.s3"]);
    assert_eq!(said(&["--agency", "ministry of ports"]), ["statement.s2"]);
    assert_eq!(said(&["--document", "second"]), ["statement.s3"]);
    assert_eq!(said(&["--who", "lindqvist"]), ["statement.s2"], "of two, the one who speaks");
}

#[test]
fn every_row_carries_document_date_words_and_offsets() {
    for question in [
        &["said", HARBOUR][..],
        &["timeline", HARBOUR],
        &["meetings", HARBOUR],
        &["successions", HARBOUR],
        &["search", HARBOUR, "oduya"],
        &["neighbours", HARBOUR, "oduya"],
        &["path", HARBOUR, "oduya", "vanderhoek"],
        &["show", HARBOUR, "oduya"],
        &["explain", HARBOUR, "e.met"],
    ] {
        let found = answer(&[question, &["--format", "csv"]].concat());
        let mut reader = csv::Reader::from_reader(found.as_bytes());
        let headers = reader.headers().unwrap().clone();
        let column = |name| headers.iter().position(|header| header == name).unwrap();
        let graph: Value = serde_json::from_str(&std::fs::read_to_string(HARBOUR).unwrap()).unwrap();
        let mut rows = 0;
        for record in reader.records().map(Result::unwrap) {
            rows += 1;
            let documents = graph["graph"]["documents"].as_array().unwrap();
            let document = documents.iter().find(|d| d["id"] == record[column("document")]).unwrap();
            let number = |name| record[column(name)].parse::<usize>().unwrap();
            let text: String = document["text"]
                .as_str()
                .unwrap()
                .chars()
                .skip(number("start"))
                .take(number("end") - number("start"))
                .collect();
            assert_eq!(text, &record[column("text")], "{question:?}");
            assert_eq!(document["date"], record[column("published")]);
        }
        assert!(rows > 0, "{question:?}");
    }
}

#[test]
fn what_is_only_possible_or_denied_is_no_neighbour_unless_asked_for() {
    let neighbours = |options: &[&str]| -> Vec<String> {
        let rows = json(&[&["neighbours", HARBOUR, "oduya"], options].concat());
        rows.as_array().unwrap().iter().map(|row| row["edge"]["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(neighbours(&[]), ["e.met", "e.represents"]);
    assert_eq!(neighbours(&["--modality", "possible,denied"]), ["e.possible-talks", "e.denied"]);
    assert_eq!(neighbours(&["--modality", "all", "--kinds", "met-with"]), ["e.met", "e.denied"]);
    assert_eq!(neighbours(&["--min-confidence", "0.92"]), ["e.met"]);
    assert_eq!(neighbours(&["--kinds", "said"]), ["e.said1", "e.said3"]);
}

#[test]
fn an_answer_goes_into_a_file_in_the_format_of_its_ending() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("said.csv");
    assert_eq!(answer(&["said", HARBOUR, "-o", file.to_str().unwrap()]), "");
    assert!(std::fs::read_to_string(&file).unwrap().starts_with("statement,speakers,"));
    assert!(answer(&["said", HARBOUR, "-o", "-", "--limit", "1"]).contains("no talks took place"));
}

#[test]
fn a_question_without_an_answer_goes_well_and_says_so() {
    let output = run(&["said", HARBOUR, "--until", "1999"]);
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "nothing found\n");
    assert!(output.stdout.is_empty());
    assert_eq!(run(&["--quiet", "said", HARBOUR, "--until", "1999"]).stderr, b"");
    assert_eq!(answer(&["said", HARBOUR, "--until", "1999", "--format", "json"]), "[]\n");
}

#[test]
fn the_graph_may_come_from_standard_input() {
    let output = diplograph().args(["stats", "-"]).pipe_stdin(HARBOUR).unwrap().output().unwrap();
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().contains("statement"));
}

#[test]
fn colour_is_for_terminals_unless_it_is_always_wanted() {
    assert!(!answer(&["said", HARBOUR]).contains('\x1b'));
    assert!(answer(&["said", HARBOUR, "--color", "always"]).contains('\x1b'));
}

#[test]
fn a_sound_graph_is_told_from_a_broken_one() {
    let output = run(&["verify", HARBOUR]);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    assert!(output.status.success());
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.json");
    let text = std::fs::read_to_string(HARBOUR).unwrap();
    std::fs::write(&broken, text.replace("\"text\":\"Oduya met Lindqvist", "\"text\":\"Oduya saw Lindqvist"))
        .unwrap();
    let output = run(&["verify", broken.to_str().unwrap(), "--format", "csv"]);
    assert_eq!(output.status.code(), Some(1));
    let found = String::from_utf8(output.stdout).unwrap();
    assert!(found.contains("e.met,words,"), "{found}");
}

#[test]
fn said_takes_the_stand_and_groups_by_speaker_and_topic() {
    let said = |options: &[&str]| ids(&[&["said", STANDS], options].concat()).len();
    assert_eq!(said(&["--stance", "opposes", "--about", "piracy"]), 2);
    assert_eq!(said(&["--stance", "supports", "--about", "piracy"]), 0);
    let groups = json(&["said", STANDS, "--by", "speaker"]);
    assert_eq!(groups[0]["group"]["id"], "official.ana-oduya");
    assert_eq!(groups[0]["statements"].as_array().unwrap().len(), 5);
    let stance = &groups[0]["statements"][0]["stance"][0];
    assert_eq!((&stance["position"], &stance["words"]), (&"supports".into(), &"supports".into()));
}

#[test]
fn a_network_has_rows_in_markdown_and_csv() {
    let rows = |format: &str| answer(&["network", STANDS, "--kind", "affiliation", "--format", format]);
    let markdown = rows("markdown");
    assert!(markdown.starts_with("| who"), "{markdown}");
    assert!(markdown.lines().any(|line| line.starts_with("| Ana Oduya | speaks-against")), "{markdown}");
    let csv = rows("csv");
    assert!(csv.lines().any(|line| line.contains("Ana Oduya") && line.contains(",speaks-against,")), "{csv}");
}

#[test]
fn a_network_is_a_graph_in_every_format() {
    for format in ["json", "graphml", "gexf", "graphology", "cytoscape"] {
        let written = answer(&["network", STANDS, "--kind", "conflict", "--format", format]);
        assert!(written.contains("official.ana-oduya") && written.contains("conflicts-with"), "{format}");
        assert!(!written.contains("official.tomas-lindqvist"), "{format}");
    }
    let shown = answer(&["network", STANDS, "--kind", "affiliation", "--about", "piracy"]);
    assert_eq!(shown.lines().filter(|line| line.contains("speaks-against")).count(), 2, "{shown}");
}
