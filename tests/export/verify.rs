//! A sound graph breaks no promise, and each broken promise is found.

use diplograph::graph::KnowledgeGraph;
use diplograph::graph::json::{self, WriteOptions};
use diplograph::graph::verify::{Promise, Violation, verify};
use diplograph::resource::Resources;
use diplograph::schema::Schema;
use serde_json::{Value, json};

use crate::export::tricky;

fn violations(graph: &KnowledgeGraph) -> Vec<Violation> {
    verify(graph, &Schema::load(&Resources::schema(&[])).unwrap())
}

/// The violations of the tricky graph once something in its file has been changed.
fn spoilt(change: impl Fn(&mut Value)) -> Vec<Violation> {
    let mut bytes = Vec::new();
    json::write(&tricky::graph(), &WriteOptions::default(), &mut bytes).unwrap();
    let mut value: Value = serde_json::from_slice(&bytes).unwrap();
    change(&mut value);
    violations(&json::read("graph.json", value.to_string().as_bytes()).unwrap())
}

fn of<'v>(graph: &'v mut Value, array: &str, id: &str) -> &'v mut Value {
    let elements = graph[array].as_array_mut().unwrap();
    elements.iter_mut().find(|element| element["id"] == id).unwrap()
}

fn edge<'v>(graph: &'v mut Value, id: &str) -> &'v mut Value {
    of(graph, "edges", id)
}

fn node<'v>(graph: &'v mut Value, id: &str) -> &'v mut Value {
    of(graph, "nodes", id)
}

#[test]
fn a_sound_graph_breaks_no_promise() {
    assert_eq!(violations(&tricky::graph()), []);
    assert_eq!(spoilt(|_| {}), []);
}

#[test]
fn a_graph_without_texts_is_checked_as_far_as_can_be() {
    let without = |graph: &mut Value| {
        for record in graph["graph"]["documents"].as_array_mut().unwrap() {
            record.as_object_mut().unwrap().remove("text");
        }
    };
    assert_eq!(spoilt(without), []);
    let found = spoilt(|graph| {
        without(graph);
        edge(graph, "e.01")["evidence"][0]["end"] = json!(9999);
    });
    assert_eq!(found.iter().map(|v| v.promise).collect::<Vec<_>>(), [Promise::Words]);
}

#[test]
fn each_broken_promise_is_found() {
    type Change = fn(&mut Value);
    let cases: &[(Promise, &str, Change)] = &[
        (Promise::Words, "the evidence is not what stands at", |g| {
            edge(g, "e.01")["evidence"][0]["text"] = json!("Oduya met nobody");
        }),
        (Promise::Words, "the content is not what stands", |g| {
            node(g, tricky::STATEMENT)["content"] = json!("The Lake Pact will end fishing.");
        }),
        (Promise::Words, "SHA-256", |g| {
            g["graph"]["documents"][1]["sha256"] = json!("0".repeat(64));
        }),
        (Promise::Places, "the evidence 9000..9999 lies outside the text", |g| {
            edge(g, "e.10")["evidence"][0]["start"] = json!(9000);
            edge(g, "e.10")["evidence"][0]["end"] = json!(9999);
        }),
        (Promise::Places, "the mention ends before it begins: 7..7", |g| {
            node(g, "place.lakeport")["mentions"][0]["start"] = json!(7);
            node(g, "place.lakeport")["mentions"][0]["end"] = json!(7);
        }),
        (Promise::Places, "the trigger lies outside the evidence", |g| {
            edge(g, "e.05")["evidence"][0]["trigger"] = json!({"start": 0, "end": 3});
        }),
        (Promise::References, "the evidence names the document `none`", |g| {
            edge(g, "e.02")["evidence"][0]["document"] = json!("none");
        }),
        (Promise::References, "asserted by `official.nobody`", |g| {
            edge(g, "e.06")["asserted_by"] = json!(["official.nobody"]);
        }),
        (Promise::References, "stands in `place.lakeport`, which is no statement", |g| {
            edge(g, "e.06")["evidence"][0]["statement"] = json!("place.lakeport");
        }),
        (Promise::References, "leads to `official.nobody`, which is no node", |g| {
            g["graph"]["redirects"]["official.former"] = json!("official.nobody");
        }),
        (Promise::References, "the setting `place.nowhere` is no node", |g| {
            node(g, tricky::STATEMENT)["setting"] = json!(["place.nowhere"]);
        }),
        (Promise::References, "the broader term `topic.none` is no node", |g| {
            node(g, "topic.fishing")["attributes"]["broader"] = json!("topic.none");
        }),
        (Promise::Schema, "visits does not lead from official to official", |g| {
            edge(g, "e.01")["kind"] = json!("visits");
        }),
        (Promise::Schema, "the schema has no edge kind `likes`", |g| {
            edge(g, "e.01")["kind"] = json!("likes");
        }),
        (Promise::Evidence, "the edge has no evidence", |g| {
            edge(g, "e.04")["evidence"] = json!([]);
        }),
        (Promise::Ends, "`country.norland` is not mentioned in the evidence", |g| {
            let met = edge(g, "e.01")["evidence"].clone();
            edge(g, "e.04")["evidence"] = met;
        }),
        (Promise::Values, "`in May` is no date", |g| {
            edge(g, "e.01")["when"] = json!("in May");
        }),
        (Promise::Values, "the weight 2 is not between 1 and 1", |g| {
            edge(g, "e.01")["weight"] = json!(2);
        }),
        (Promise::Values, "the confidence 0.5 is not between", |g| {
            edge(g, "e.01")["confidence"] = json!(0.5);
        }),
        (Promise::Values, "there is no act `mutter`", |g| {
            node(g, tricky::STATEMENT)["act"] = json!("mutter");
        }),
        (Promise::Ids, "the id is no NMTOKEN", |g| {
            edge(g, "e.01")["id"] = json!("edge one");
        }),
        (Promise::Ids, "the id is used twice", |g| {
            edge(g, "e.01")["id"] = json!("place.lakeport");
        }),
        (Promise::Ids, "it says the same as the edge `e.01`", |g| {
            let mut twin = edge(g, "e.01").clone();
            twin["id"] = json!("e.11");
            (twin["source"], twin["target"]) = (twin["target"].clone(), twin["source"].clone());
            g["edges"].as_array_mut().unwrap().push(twin);
        }),
    ];
    for (promise, message, change) in cases {
        let found = spoilt(change);
        assert!(
            found.iter().any(|v| v.promise == *promise && v.to_string().contains(message)),
            "{message}: {found:?}"
        );
        assert!(found.len() <= 3, "{message}: {found:?}");
    }
}

#[test]
fn the_speaker_of_a_quotation_that_goes_on_need_not_be_named_in_it() {
    let move_away = |graph: &mut Value| {
        node(graph, "official.ana-oduya")["mentions"].as_array_mut().unwrap().remove(0);
    };
    let said_by_ends = |found: Vec<Violation>| {
        found.into_iter().filter(|v| v.place == "e.08" && v.promise == Promise::Ends).count()
    };
    assert_eq!(said_by_ends(spoilt(move_away)), 1);
    let going_on = spoilt(|graph| {
        move_away(graph);
        node(graph, tricky::STATEMENT).as_object_mut().unwrap().remove("source");
    });
    assert_eq!(said_by_ends(going_on), 0);
}
