//! The JSON form: nothing is lost, errors name the place, and the JSON Schema tells the truth.

use std::sync::LazyLock;

use diplograph::export::{self, ExportOptions, FORMATS};
use diplograph::graph::json::{self, NodeLinkKey, TWIN_LIMIT, WriteOptions};
use diplograph::graph::verify::verify;
use diplograph::graph::{Edge, KnowledgeGraph};
use diplograph::resource::Resources;
use diplograph::schema::Schema;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::export::{arbitrary, tricky};

static SCHEMA: LazyLock<Schema> = LazyLock::new(|| Schema::load(&Resources::schema(&[])).unwrap());

fn bytes(graph: &KnowledgeGraph, options: &WriteOptions) -> Vec<u8> {
    let mut out = Vec::new();
    json::write(graph, options, &mut out).unwrap();
    out
}

fn value(graph: &KnowledgeGraph) -> Value {
    serde_json::from_slice(&bytes(graph, &WriteOptions::default())).unwrap()
}

/// All that a graph holds, in the order in which it holds it.
fn whole(graph: &KnowledgeGraph) -> impl PartialEq + std::fmt::Debug + use<> {
    let edges: Vec<(String, Edge, String)> = graph
        .edges()
        .map(|view| (view.source.id.clone(), view.edge.clone(), view.target.id.clone()))
        .collect();
    let nodes: Vec<_> = graph.nodes().cloned().collect();
    (graph.documents.clone(), graph.redirects.clone(), nodes, edges)
}

fn error_of(text: &str) -> String {
    json::read("some/graph.json", text.as_bytes()).unwrap_err().to_string()
}

#[test]
fn a_graph_read_back_is_the_graph_that_was_written() {
    let graph = tricky::graph();
    for node_link_key in [None, Some(NodeLinkKey::Edges), Some(NodeLinkKey::Links), Some(NodeLinkKey::Both)] {
        let written = bytes(&graph, &WriteOptions { node_link_key, text: true });
        let again = json::read("graph.json", written.as_slice()).unwrap();
        assert_eq!(whole(&again), whole(&graph));
        assert_eq!(bytes(&again, &WriteOptions { node_link_key, text: true }), written);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_graph_survives_writing_and_reading(graph in arbitrary::graph()) {
        let written = bytes(&graph, &WriteOptions::default());
        let again = json::read("graph.json", written.as_slice()).unwrap();
        prop_assert_eq!(whole(&again), whole(&graph));
        prop_assert_eq!(bytes(&again, &WriteOptions::default()), written);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn a_damaged_file_is_an_error_or_a_graph_but_never_a_panic(
        place in any::<prop::sample::Index>(),
        length in 0usize..40,
        instead in any::<Vec<u8>>(),
    ) {
        let mut damaged = bytes(&tricky::graph(), &WriteOptions::default());
        let start = place.index(damaged.len());
        let end = (start + length).min(damaged.len());
        damaged.splice(start..end, instead);
        if let Ok(graph) = json::read("graph.json", damaged.as_slice()) {
            let schema = &*SCHEMA;
            let _ = verify(&graph, schema);
            for &format in FORMATS.iter().filter(|format| format.files().is_empty()) {
                export::write(format, &graph, schema, &ExportOptions::default(), &mut Vec::new()).unwrap();
            }
        }
    }
}

#[test]
fn the_order_in_which_edges_were_added_does_not_show() {
    let graph = tricky::graph();
    let mut reversed = KnowledgeGraph::default();
    reversed.documents.clone_from(&graph.documents);
    reversed.redirects.clone_from(&graph.redirects);
    let nodes: Vec<_> = graph.nodes().collect();
    nodes.iter().rev().for_each(|&node| {
        reversed.add_node(node.clone());
    });
    let edges: Vec<_> = graph.edges().collect();
    for view in edges.iter().rev() {
        reversed.add_edge(&view.source.id, &view.target.id, view.edge.clone());
    }
    assert_eq!(bytes(&reversed, &WriteOptions::default()), bytes(&graph, &WriteOptions::default()));
}

#[test]
fn every_edge_has_its_id_as_key() {
    for edge in value(&tricky::graph())["edges"].as_array().unwrap() {
        assert!(edge["id"].is_string());
        assert_eq!(edge["id"], edge["key"]);
    }
}

#[test]
fn small_graphs_have_their_edges_under_both_names_and_large_ones_once() {
    let small = value(&tricky::graph());
    assert_eq!(small["edges"], small["links"]);

    let mut large = KnowledgeGraph::default();
    let graph = tricky::graph();
    let view = graph.edge("e.01").unwrap();
    large.add_node(view.source.clone());
    large.add_node(view.target.clone());
    for number in 0..=TWIN_LIMIT {
        let edge = Edge { id: format!("e.{number}"), ..view.edge.clone() };
        large.add_edge(&view.source.id, &view.target.id, edge);
    }
    let large = value(&large);
    assert!(large["edges"].is_array());
    assert!(large.get("links").is_none());
}

#[test]
fn texts_can_be_left_out() {
    let written = bytes(&tricky::graph(), &WriteOptions { node_link_key: None, text: false });
    let value: Value = serde_json::from_slice(&written).unwrap();
    assert!(
        value["graph"]["documents"].as_array().unwrap().iter().all(|record| record.get("text").is_none())
    );
}

#[test]
fn edges_may_stand_before_the_nodes() {
    let value = value(&tricky::graph());
    let text = format!(
        r#"{{"edges":{},"nodes":{},"graph":{},"version":1,"format":"diplograph","note":[1]}}"#,
        value["edges"], value["nodes"], value["graph"]
    );
    assert_eq!(whole(&json::read("graph.json", text.as_bytes()).unwrap()), whole(&tricky::graph()));
}

#[test]
fn errors_name_the_file_the_element_and_the_line() {
    let head = r#"{"format":"diplograph","version":1,"graph":{},"#;
    let node = r#"{"id":"place.lakeport","kind":"place","label":"Lakeport"}"#;
    let edge = r#"{"id":"e.1","source":"place.lakeport","kind":"located-in","target":"country.norland"}"#;
    let cases = [
        ("  \n", "the file is empty"),
        ("{", "EOF while parsing an object at line 1 column 1: the file was cut off; write it again"),
        ("<graphml/>", "expected value at line 1 column 1: this is no JSON"),
        ("[1]", "invalid type: sequence, expected a graph of diplograph"),
        (r#"{"nodes":[],"links":[]}"#, "the key `format` is missing: this is no graph of diplograph"),
        (r#"{"format":"other"}"#, "`format` is `other`, not `diplograph`"),
        (r#"{"format":"diplograph","version":2}"#, "take a newer diplograph"),
        (&format!(r#"{head}"nodes":[{node}]}}"#), "the key `edges` is missing"),
        (
            &format!(r#"{head}"nodes":[{node},{{"id":1}}],"edges":[]}}"#),
            "nodes[1]: invalid type: integer `1`",
        ),
        (
            &format!("{head}\n\"nodes\":[{node},\n{node}],\"edges\":[]}}"),
            "nodes[1]: there is another node with the id",
        ),
        (
            &format!("{head}\n\"nodes\":[{node}],\n\"edges\":[\n{edge}]}}"),
            "edges[0]: the target of edge `e.1`, `country.norland`, is no node",
        ),
        (
            &format!(
                r#"{head}"nodes":[{{"id":"statement.1","kind":"statement","label":"x","content":"x"}}],"edges":[]}}"#
            ),
            "nodes[0]: the statement `statement.1` lacks `form`",
        ),
    ];
    for (text, message) in cases {
        let error = error_of(text);
        assert!(error.starts_with("some/graph.json: "), "{error}");
        assert!(error.contains(message), "{error} should say {message}");
    }
    let placed = error_of(&format!("{head}\n\"nodes\":[{node}],\n\"edges\":[\n{edge}]}}"));
    assert!(placed.contains("line 4"), "{placed}");
}

#[test]
fn a_file_is_replaced_only_by_a_whole_graph() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("graph.json");
    json::save(&tricky::graph(), &WriteOptions::default(), &path).unwrap();
    assert_eq!(whole(&json::load(&path).unwrap()), whole(&tricky::graph()));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);

    let nowhere = folder.path().join("missing").join("graph.json");
    let error = json::save(&tricky::graph(), &WriteOptions::default(), &nowhere).unwrap_err().to_string();
    assert!(error.contains("missing"), "{error}");
}

fn schema() -> Value {
    serde_json::from_str(include_str!("../../schema/graph.schema.json")).unwrap()
}

fn complaints(graph: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    validator.iter_errors(graph).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn what_is_written_fits_the_json_schema() {
    assert_eq!(complaints(&value(&tricky::graph())), Vec::<String>::new());
    assert_eq!(complaints(&value(&KnowledgeGraph::default())), Vec::<String>::new());
}

#[test]
fn the_json_schema_refuses_what_is_not_ours() {
    let good = value(&tricky::graph());
    let spoil = |change: fn(&mut Value)| {
        let mut bad = good.clone();
        change(&mut bad);
        bad
    };
    let cases: &[fn(&mut Value)] = &[
        |graph| graph["version"] = json!(2),
        |graph| graph["edges"][0]["modality"] = json!("likely"),
        |graph| graph["edges"][0]["when"] = json!("May 2031"),
        |graph| graph["edges"][0]["weight"] = json!(0),
        |graph| graph["nodes"][0]["id"] = json!("Lake Pact"),
        |graph| graph["nodes"][0]["attributes"]["year"] = json!(2031),
        |graph| graph["graph"]["documents"][0]["date"] = json!("4 May 2031"),
        |graph| {
            let nodes = graph["nodes"].as_array_mut().unwrap();
            let statement = nodes.iter_mut().find(|node| node["kind"] == "statement").unwrap();
            statement.as_object_mut().unwrap().remove("act");
        },
    ];
    for (number, &case) in cases.iter().enumerate() {
        assert!(!complaints(&spoil(case)).is_empty(), "case {number}");
    }
}

#[test]
fn the_json_schema_describes_every_key_that_is_written() {
    let schema = schema();
    let graph = value(&tricky::graph());
    let parts =
        [("edge", &graph["edges"]), ("node", &graph["nodes"]), ("document", &graph["graph"]["documents"])];
    for (name, elements) in parts {
        for element in elements.as_array().unwrap() {
            for key in element.as_object().unwrap().keys() {
                let own = &schema["$defs"][name]["properties"][key];
                let of_statements = &schema["$defs"]["statement"]["properties"][key];
                assert!(own.is_object() || (name == "node" && of_statements.is_object()), "{name}: {key}");
            }
        }
    }
}
