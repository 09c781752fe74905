//! What a user decides, from file to graph.

use std::fs;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

const FIRST: &str = "Foreign Minister Ana Oduya of Kenya met reporters in Saltmouth. Oduya said the Harbour Accord would hold. \
                     The Harbour Accord will replace the Lake Pact.\n";
const SECOND: &str =
    "Baker said on Monday that the ports would open. Baker praised the dockers of Saltmouth.\n";
const THIRD: &str =
    "Transport Minister Jonas Baker of Norland opened the talks. Baker thanked the delegates.\n";

struct Corpus {
    folder: TempDir,
}

impl Corpus {
    fn new(texts: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("texts")).unwrap();
        for (name, text) in texts {
            fs::write(folder.path().join("texts").join(name), text).unwrap();
        }
        Self { folder }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// Builds the graph, obeying the judgements if there are any; standard error is handed back with it.
    fn build(&self, judgements: &str) -> (Value, String) {
        let (texts, graph, file) =
            (self.path("texts"), self.path("graph.json"), self.path("judgements.toml"));
        fs::write(&file, judgements).unwrap();
        let arguments = ["build", &texts, "-o", &graph, "--date", "2031-05-06", "--judgements", &file];
        let (success, _, error) = run(&arguments);
        assert!(success, "{error}");
        let (sound, found, _) = run(&["verify", &graph]);
        assert!(sound, "{found}");
        (serde_json::from_str(&fs::read_to_string(&graph).unwrap()).unwrap(), error)
    }
}

fn run(arguments: &[&str]) -> (bool, String, String) {
    let output = Command::cargo_bin("diplograph").unwrap().args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

fn ids(graph: &Value, kind: &str) -> Vec<String> {
    let nodes = graph["nodes"].as_array().unwrap().iter().filter(|node| node["kind"] == kind);
    nodes.map(|node| node["id"].as_str().unwrap().to_owned()).collect()
}

fn node<'g>(graph: &'g Value, id: &str) -> &'g Value {
    graph["nodes"].as_array().unwrap().iter().find(|node| node["id"] == id).unwrap()
}

fn edges<'g>(graph: &'g Value, kind: &str) -> Vec<&'g Value> {
    graph["edges"].as_array().unwrap().iter().filter(|edge| edge["kind"] == kind).collect()
}

#[test]
fn two_nodes_become_one_and_the_former_id_still_finds_it() {
    let corpus = Corpus::new(&[("a.txt", SECOND), ("b.txt", THIRD)]);
    let (before, _) = corpus.build("");
    assert_eq!(
        ids(&before, "official").len() + ids(&before, "person").len(),
        2,
        "{:?}",
        ids(&before, "official")
    );
    let both: Vec<_> = [ids(&before, "official"), ids(&before, "person")].concat();
    let (left, right) = (&both[0], &both[1]);
    let judgement = format!(
        "[[judgement]]\nverdict = \"same\"\nleft = \"{left}\"\nright = \"{right}\"\nby = \"ann\"\nreason = \"one harbour\"\n"
    );
    let (after, _) = corpus.build(&judgement);
    assert_eq!(ids(&after, "official"), ["official.jonas-baker"]);
    let joins = node(&after, "official.jonas-baker")["joins"].as_array().unwrap();
    assert!(joins.iter().any(|join| join["by"] == "ann" && join["why"] == "one harbour"), "{joins:?}");
    let graph = corpus.path("graph.json");
    for former in both {
        let (success, shown, _) = run(&["show", &graph, &former]);
        assert!(success && shown.contains("Jonas Baker"), "{former}: {shown}");
    }
    // Under the id that the judgement brought about the same can be said again.
    let again = format!(
        "{judgement}[[judgement]]\nverdict = \"rename\"\nleft = \"official.jonas-baker\"\nto = \"J. P. Baker\"\n"
    );
    let (renamed, error) = corpus.build(&again);
    assert_eq!(ids(&renamed, "official"), ["official.j-p-baker"], "{error}");
    assert_eq!(renamed["graph"]["redirects"]["official.jonas-baker"], "official.j-p-baker");
}

#[test]
fn an_automatic_join_is_told_with_its_reasons_and_can_be_undone() {
    let other =
        "Oduya of the Ministry of Fisheries spoke. Ana Oduya denied that the Harbour Accord failed.\n";
    let corpus = Corpus::new(&[("a.txt", FIRST), ("b.txt", other)]);
    let (joined, _) = corpus.build("");
    assert_eq!(ids(&joined, "official"), ["official.ana-oduya"]);
    let join = &node(&joined, "official.ana-oduya")["joins"][0];
    assert!(join["reasons"].as_array().unwrap().contains(&"same-name".into()), "{join}");
    let (_, explained, _) = run(&["explain", &corpus.path("graph.json"), "official.ana-oduya"]);
    assert!(explained.contains("same-name"), "{explained}");
    let mentions = node(&joined, "official.ana-oduya")["mentions"].as_array().unwrap();
    let place = |mention: &Value| format!("{}:{}", mention["document"].as_str().unwrap(), mention["start"]);
    let (one, two) =
        (&mentions[0], mentions.iter().find(|m| m["document"] != mentions[0]["document"]).unwrap());
    let judgement = format!(
        "[[judgement]]\nverdict = \"not-same\"\nleft = \"{}\"\nright = \"{}\"\n",
        place(one),
        place(two)
    );
    let (parted, error) = corpus.build(&judgement);
    assert_eq!(ids(&parted, "official").len() + ids(&parted, "person").len(), 2, "{error}");
    let (again, _) = corpus.build("");
    assert_eq!(ids(&again, "official"), ["official.ana-oduya"], "without the judgement all is as before");
}

#[test]
fn kinds_are_put_right_and_edges_rejected_or_corrected_by_key() {
    let corpus = Corpus::new(&[("a.txt", FIRST)]);
    let (before, _) = corpus.build("");
    let edge = edges(&before, "replaces")[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(edges(&before, "replaces")[0]["modality"], "planned");
    let correct = format!(
        "[[judgement]]\nverdict = \"correct\"\nedge = \"{edge}\"\nmodality = \"possible\"\nwhen = \"2032\"\n"
    );
    let (corrected, error) = corpus.build(&correct);
    let changed = edges(&corrected, "replaces")[0];
    assert_eq!((&changed["modality"], &changed["when"]), (&"possible".into(), &"2032".into()), "{error}");
    let (rejected, _) = corpus.build(&format!("[[judgement]]\nverdict = \"reject\"\nedge = \"{edge}\"\n"));
    assert!(edges(&rejected, "replaces").is_empty());
    // The key stays good where an end is renamed.
    let rename =
        "[[judgement]]\nverdict = \"rename\"\nleft = \"agreement.lake-pact\"\nto = \"Pact of the Lakes\"\n";
    let (both, error) =
        corpus.build(&format!("{rename}[[judgement]]\nverdict = \"reject\"\nedge = \"{edge}\"\n"));
    assert!(ids(&both, "agreement").contains(&"agreement.pact-of-the-lakes".to_owned()));
    assert!(edges(&both, "replaces").is_empty(), "{error}");
    let retype =
        "[[judgement]]\nverdict = \"retype\"\nleft = \"agreement.lake-pact\"\nto = \"organization\"\n";
    let (retyped, _) = corpus.build(retype);
    assert!(ids(&retyped, "organization").contains(&"organization.lake-pact".to_owned()));
    assert_eq!(retyped["graph"]["redirects"]["agreement.lake-pact"], "organization.lake-pact");
}

#[test]
fn a_wrong_file_is_told_with_its_line_and_an_idle_judgement_is_named() {
    let corpus = Corpus::new(&[("a.txt", FIRST)]);
    let (_, error) = corpus.build(
        "\n[[judgement]]\nverdict = \"same\"\nleft = \"official.nobody\"\nright = \"official.ana-oduya\"\n",
    );
    assert!(error.contains("judgements.toml:2: this judgement decides nothing"), "{error}");
    let file = corpus.path("wrong.csv");
    fs::write(&file, "verdict,left,right\nsome,a,b\n").unwrap();
    let graph = corpus.path("graph.json");
    let (success, _, error) = run(&["build", &corpus.path("texts"), "-o", &graph, "--judgements", &file]);
    assert!(!success && error.contains("wrong.csv:2: there is no verdict `some`"), "{error}");
}

#[test]
fn review_asks_writes_down_and_does_not_ask_again() {
    let corpus = Corpus::new(&[("a.txt", SECOND), ("b.txt", THIRD)]);
    let (graph, _) = corpus.build("");
    assert_eq!(graph["graph"]["doubts"].as_array().map(Vec::len), Some(1), "{}", graph["graph"]["doubts"]);
    let (path, decisions) = (corpus.path("graph.json"), corpus.path("decisions.toml"));
    let review = ["review", &path, "--judgements", &decisions, "--by", "ann"];
    let output =
        Command::cargo_bin("diplograph").unwrap().args(review).write_stdin("x\ns\n").output().unwrap();
    let asked = String::from_utf8(output.stdout).unwrap();
    assert!(asked.contains("[Baker] praised") || asked.contains("[Baker] said"), "{asked}");
    let (_, again, _) = run(&review);
    assert!(!again.contains("is this one thing"), "{again}");
    let (decided, _) = corpus.build(&fs::read_to_string(&decisions).unwrap());
    assert_eq!(ids(&decided, "official"), ["official.jonas-baker"]);
    assert!(decided["graph"]["doubts"].is_null());
}

#[test]
fn the_exported_list_decides_once_its_first_column_is_filled_in() {
    let corpus = Corpus::new(&[("a.txt", SECOND), ("b.txt", THIRD)]);
    corpus.build("");
    let (path, list) = (corpus.path("graph.json"), corpus.path("list.csv"));
    assert!(run(&["review", &path, "--export", &list]).0);
    let exported = fs::read_to_string(&list).unwrap();
    let mut lines = exported.lines();
    let (header, row) = (lines.next().unwrap(), lines.next().unwrap());
    fs::write(&list, format!("{header}\nsame{row}\n")).unwrap();
    let texts = corpus.path("texts");
    assert!(run(&["build", &texts, "-o", &path, "--date", "2031-05-06", "--judgements", &list]).0);
    let graph: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(ids(&graph, "official"), ["official.jonas-baker"]);
}

#[test]
fn copies_and_later_versions_are_linked_and_count_once() {
    let story = |end: &str| {
        format!(
            "Foreign Minister Ana Oduya of Kenya met Tomas Lindqvist of Norland in Saltmouth on Monday. The two spoke of the ports, \
             of the fishing fleets that wait before them, and of the dues that both governments raise on each ship. {end}\n"
        )
    };
    let texts = [
        ("a.txt", story("Talks go on in June.")),
        ("b.txt", story("Talks will go on in June, both said, and a third round may follow.")),
        ("c.txt", "Foreign Minister Ana Oduya of Kenya met Tomas Lindqvist of Norland in the old town hall, where the mayor served tea, and neither of the two said a word to those who had waited for them since the early morning.\n".to_owned()),
    ];
    let texts: Vec<_> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let corpus = Corpus::new(&texts);
    let (graph, _) = corpus.build("");
    let revisions = edges(&graph, "revises");
    assert_eq!(revisions.len(), 1, "{revisions:?}");
    let met = edges(&graph, "met-with");
    let documents: Vec<_> = met.iter().map(|edge| edge["evidence"].as_array().unwrap().len()).collect();
    let weights: f64 = met.iter().map(|edge| edge["weight"].as_f64().unwrap()).sum();
    assert_eq!((documents.iter().sum::<usize>(), weights as usize), (3, 2), "{met:?}");
}

#[test]
fn diff_tells_what_changed_between_two_versions_of_a_story() {
    let first = Corpus::new(&[("a.txt", "The new agreement may replace the Lake Pact.\n")]);
    let second = Corpus::new(&[(
        "a.txt",
        "The Harbour Accord will replace the Lake Pact. Foreign Minister Ana Oduya met Tomas Lindqvist.\n",
    )]);
    first.build("");
    second.build("");
    let (old, new) = (first.path("graph.json"), second.path("graph.json"));
    let (success, found, error) = run(&["diff", &old, &new, "--format", "json"]);
    assert!(success, "{error}");
    let found: Value = serde_json::from_str(&found).unwrap();
    let changed = &found[0];
    assert_eq!(changed["change"], "changed", "{found}");
    assert_eq!(changed["before"][0]["modality"], "possible");
    assert_eq!(changed["after"][0]["modality"], "planned");
    assert!(found.as_array().unwrap().iter().any(|one| one["change"] == "added"), "{found}");
    let (_, same, error) = run(&["diff", &new, &new, "--format", "json"]);
    assert_eq!((same.trim(), error.trim()), ("[]", "the two graphs say the same"));
}
