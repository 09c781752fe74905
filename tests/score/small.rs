//! Figures on a text of our own, small enough to count by hand.

use std::fs;
use std::path::Path;

use diplograph::resource::Resources;
use diplograph::schema::Schema;
use diplograph::score::{Comparison, FindingKind, Scorer, compare_files};
use serde_json::{Value, json};

fn gold() -> Value {
    json!({
        "text": "lake.txt", "date": "2031-05-04",
        "nodes": [
            {"id": "oduya", "kind": "official", "label": "Ana Oduya", "aliases": ["Oduya", "Minister Ana Oduya"]},
            {"id": "brandt", "kind": "official", "label": "Tomas Brandt", "aliases": ["Brandt"]},
            {"id": "fishing", "kind": "topic", "label": "illegal fishing", "aliases": ["illegal fishing"]},
            {"id": "lake", "kind": "place", "label": "the lake", "aliases": ["the lake"], "must": false},
        ],
        "edges": [
            {"source": "oduya", "kind": "met-with", "target": "brandt", "modality": "actual", "when": "2031-05-03",
             "asserted_by": null, "evidence": "Oduya met Brandt on Saturday", "must": true},
            {"source": "brandt", "kind": "supports", "target": "oduya", "modality": "denied", "when": null,
             "asserted_by": "brandt", "evidence": "Brandt denied that he backs her", "must": true},
        ],
        "statements": [
            {"speaker": "oduya", "content": "illegal fishing must end this year on every lake", "form": "direct",
             "act": "say", "topics": ["fishing"], "about": [], "evidence": "x"},
        ],
    })
}

fn node(id: &str, kind: &str, label: &str) -> Value {
    json!({"id": id, "kind": kind, "label": label, "content": label, "form": "direct", "act": "warn", "document": "d",
        "start": 0, "end": 1, "content_spans": []})
}

fn edge(id: &str, source: &str, kind: &str, target: &str, more: &Value) -> Value {
    let mut edge = json!({"id": id, "source": source, "kind": kind, "target": target});
    edge.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    edge
}

fn graph() -> Value {
    let met = json!({"modality": "planned", "when": "2031-05-03", "evidence": [
        {"document": "d", "start": 0, "end": 1, "text": "met Brandt", "rule": "r", "confidence": 1, "statement": null}]});
    json!({
        "format": "diplograph", "version": 1, "graph": {},
        "nodes": [
            node("official.ana-oduya", "official", "Minister Ana Oduya"),
            node("person.brandt", "person", "Brandt"),
            node("topic.fishing", "topic", "the fishing"),
            node("country.norland", "country", "Norland"),
            node("statement.1", "statement", "illegal fishing must end this year on every lake shore"),
        ],
        "edges": [
            edge("e.1", "person.brandt", "met-with", "official.ana-oduya", &met),
            edge("e.2", "official.ana-oduya", "supports", "person.brandt", &json!({})),
            edge("e.3", "official.ana-oduya", "said", "statement.1", &json!({})),
            edge("e.4", "statement.1", "about", "topic.fishing", &json!({})),
            edge("e.5", "statement.1", "about", "country.norland", &json!({})),
        ],
    })
}

fn compared(gold: &Value, graphs: &[(&str, &Value)]) -> Comparison {
    let folder = tempfile::tempdir().unwrap();
    let golds = folder.path().join("gold");
    fs::create_dir(&golds).unwrap();
    fs::write(golds.join("lake.json"), gold.to_string()).unwrap();
    let write = |(name, graph): &(&str, &Value)| {
        let path = folder.path().join(name);
        fs::write(&path, graph.to_string()).unwrap();
        path
    };
    let paths: Vec<_> = graphs.iter().map(write).collect();
    let schema = Schema::load(&Resources::schema(&[])).unwrap();
    let scorer = Scorer::load(&Resources::data(&[]), &schema).unwrap();
    compare_files(&scorer, &golds, &paths).unwrap()
}

#[test]
fn each_family_is_counted_as_by_hand() {
    let (gold, graph) = (gold(), graph());
    let comparison = compared(&gold, &[("lake.json", &graph)]);
    let counts = |family: &str| {
        let count = comparison.report.0.of(family);
        (count.hit, count.pred, count.found, count.gold)
    };
    // Brandt is found under a kind that is near; that pairs him, but is not right. Norland is spurious.
    assert_eq!(counts("node"), (1, 3, 1.0, 2));
    // *fishing* is half of the words of *illegal fishing*.
    assert_eq!(counts("topic"), (1, 1, 1.0, 1));
    // A meeting is the same from both ends, support is not.
    assert_eq!(counts("action"), (1, 2, 1.0, 2));
    assert_eq!(counts("edge"), (1, 2, 1.0, 2));
    assert_eq!(counts("modality"), (0, 0, 0.0, 1));
    assert_eq!(counts("asserter"), (0, 0, 1.0, 1));
    assert_eq!(counts("when"), (0, 0, 1.0, 1));
    assert_eq!(counts("evidence"), (0, 0, 1.0, 1));
    assert_eq!(counts("statement"), (1, 1, 1.0, 1));
    assert_eq!(counts("act"), (0, 0, 0.0, 1));
    assert_eq!(counts("about"), (1, 2, 1.0, 1));
    let kinds: Vec<_> = comparison.findings["lake"].iter().map(|finding| finding.kind).collect();
    assert_eq!(
        kinds,
        [
            FindingKind::MissingNode,
            FindingKind::MissingOptionalNode,
            FindingKind::SpuriousNode,
            FindingKind::SpuriousNode,
            FindingKind::Modality,
            FindingKind::MissingEdge,
            FindingKind::SpuriousEdge,
        ]
    );
}

#[test]
fn a_text_without_graph_counts_as_not_found_and_a_graph_without_gold_is_named() {
    let (gold, graph) = (gold(), graph());
    let comparison = compared(&gold, &[("river.json", &graph)]);
    assert_eq!(comparison.without_graph, ["lake"]);
    assert_eq!(
        comparison.without_gold.iter().map(|p| p.file_name().unwrap()).collect::<Vec<_>>(),
        ["river.json"]
    );
    assert_eq!(comparison.report.0.of("node").gold, 2);
    assert!(comparison.report.rate("node").recall < f64::EPSILON);
}

#[test]
fn a_gold_graph_that_is_none_is_reported_with_its_name() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("lake.json"), "{\"nodes\": 1}").unwrap();
    let schema = Schema::load(&Resources::schema(&[])).unwrap();
    let scorer = Scorer::load(&Resources::data(&[]), &schema).unwrap();
    let error = compare_files(&scorer, folder.path(), &[]).unwrap_err().to_string();
    assert!(error.contains("lake.json: invalid type: integer `1`"), "{error}");
    let missing = compare_files(&scorer, Path::new("no/such/folder"), &[]).unwrap_err().to_string();
    assert!(missing.starts_with("no/such/folder: "), "{missing}");
}
