//! What holds for every format, whoever opens it.

use std::sync::LazyLock;

use diplograph::export::{ExportOptions, FORMATS, Format, save, write};
use diplograph::graph::KnowledgeGraph;
use diplograph::graph::json;
use diplograph::model::Modality;
use diplograph::resource::Resources;
use diplograph::schema::Schema;
use proptest::prelude::*;
use quick_xml::events::Event;

use crate::export::{arbitrary, tricky};

static SCHEMA: LazyLock<Schema> = LazyLock::new(|| Schema::load(&Resources::schema(&[])).unwrap());

/// All files of an export, one after the other.
fn bytes(format: &dyn Format, graph: &KnowledgeGraph, options: &ExportOptions) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("export");
    save(format, graph, &SCHEMA, options, &path).unwrap();
    let files = format.files();
    if files.is_empty() {
        std::fs::read(path)
    } else {
        files
            .iter()
            .map(|file| std::fs::read(path.join(file)))
            .collect::<Result<Vec<_>, _>>()
            .map(|all| all.concat())
    }
    .unwrap()
}

fn text(format: &str, options: &ExportOptions) -> String {
    let format = diplograph::export::by_name(format).unwrap();
    String::from_utf8(bytes(format, &tricky::graph(), options)).unwrap()
}

/// All profiles of a format, with and without statements.
fn ways(format: &dyn Format) -> impl Iterator<Item = ExportOptions> {
    format.profiles().iter().flat_map(|profile| {
        [false, true].map(|with_statements| ExportOptions {
            profile: Some(profile.name.to_owned()),
            with_statements,
            ..ExportOptions::default()
        })
    })
}

fn assert_well_formed(bytes: &[u8]) {
    let mut reader = quick_xml::Reader::from_reader(bytes);
    let (mut buffer, mut depth) = (Vec::new(), 0);
    loop {
        match reader.read_event_into(&mut buffer).unwrap() {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
}

#[test]
fn the_same_graph_gives_the_same_bytes_in_whatever_order_it_was_made() {
    let graph = tricky::graph();
    let mut reversed = KnowledgeGraph::default();
    reversed.documents.clone_from(&graph.documents);
    reversed.redirects.clone_from(&graph.redirects);
    graph.nodes().collect::<Vec<_>>().into_iter().rev().for_each(|node| {
        reversed.add_node(node.clone());
    });
    graph.edges().collect::<Vec<_>>().into_iter().rev().for_each(|view| {
        reversed.add_edge(&view.source.id, &view.target.id, view.edge.clone());
    });
    for &format in FORMATS {
        for options in ways(format) {
            assert!(
                bytes(format, &graph, &options) == bytes(format, &reversed, &options),
                "{}",
                format.name()
            );
        }
    }
}

#[test]
fn no_control_character_leaves_the_graph() {
    for &format in FORMATS.iter().filter(|format| format.name() != "json") {
        for options in ways(format) {
            let text = String::from_utf8(bytes(format, &tricky::graph(), &options)).unwrap();
            assert!(!text.contains('\u{b}') && !text.contains("\\u000b"), "{}", format.name());
        }
    }
}

#[test]
fn pictures_show_what_happened_or_will_unless_more_is_asked_for() {
    let has =
        |text: &str, id: &str| text.contains(&format!("\"{id}\"")) || text.contains(&format!("\n{id},"));
    for (format, profile) in [("graphml", "gephi"), ("gexf", "gephi"), ("graphology", "gephi-lite")] {
        let options = ExportOptions { profile: Some(profile.to_owned()), ..ExportOptions::default() };
        let shown = text(format, &options);
        assert!(has(&shown, "e.01") && has(&shown, "e.03"), "{format}");
        assert!(!has(&shown, "e.05") && !has(&shown, "e.07"), "{format}: denied or possible");
        let asked = ExportOptions { modalities: Some(vec![Modality::Denied]), ..options };
        let shown = text(format, &asked);
        assert!(has(&shown, "e.05") && !has(&shown, "e.01"), "{format}");
    }
    let all =
        text("graphml", &ExportOptions { profile: Some("strict".to_owned()), ..ExportOptions::default() });
    assert!(has(&all, "e.05") && has(&all, "e.07"));
}

#[test]
fn statements_and_documents_are_nodes_only_when_asked_for() {
    for format in ["graphml", "gexf", "graphology", "cytoscape"] {
        let plain = text(format, &ExportOptions::default());
        assert!(!plain.contains(tricky::STATEMENT) || !plain.contains("\"e.08\""), "{format}");
        assert!(!plain.contains(&format!("document.{}", tricky::NEWS)), "{format}");
        let all = text(format, &ExportOptions { with_statements: true, ..ExportOptions::default() });
        assert!(all.contains("\"e.08\"") && all.contains(&format!("document.{}", tricky::NEWS)), "{format}");
    }
}

#[test]
fn unsure_edges_can_be_left_out_also_of_json() {
    let options = ExportOptions { min_confidence: 0.95, ..ExportOptions::default() };
    let graph = json::read("part.json", text("json", &options).as_bytes()).unwrap();
    assert_eq!((graph.edge_count(), graph.node_count()), (0, tricky::graph().node_count()));
    let bad = ExportOptions { min_confidence: 1.5, ..ExportOptions::default() };
    let error = write(FORMATS[0], &tricky::graph(), &SCHEMA, &bad, &mut Vec::new()).unwrap_err();
    assert_eq!(error.to_string(), "--min-confidence: 1.5 is not between 0 and 1");
}

#[test]
fn nodes_without_edges_can_be_left_out() {
    let shown = |connected| text("graphology", &ExportOptions { connected, ..ExportOptions::default() });
    assert!(shown(false).contains("\"topic.economy\"") && shown(false).contains("\"official.ana-oduya\""));
    assert!(!shown(true).contains("\"topic.economy\"") && shown(true).contains("\"official.ana-oduya\""));
}

#[test]
fn what_is_no_plain_fact_says_so_in_its_label() {
    let shown =
        text("gexf", &ExportOptions { modalities: Some(Modality::ALL.to_vec()), ..ExportOptions::default() });
    for label in ["label=\"met with\"", "label=\"negotiates with (planned)\"", "label=\"threatens (denied)\""]
    {
        assert!(shown.contains(label), "{label}");
    }
}

#[test]
fn of_much_evidence_an_edge_carries_the_surest_and_the_table_all() {
    let mut graph = tricky::graph();
    let view = graph.edge("e.04").unwrap();
    let (mut edge, source, target) = (view.edge.clone(), view.source.id.clone(), view.target.id.clone());
    let first = edge.evidence[0].clone();
    edge.evidence = (0..30u32)
        .map(|number| diplograph::graph::Evidence {
            text: format!("place {number:02}"),
            confidence: f64::from(number) / 100.0,
            ..first.clone()
        })
        .collect();
    edge.id = "e.99".to_owned();
    graph.add_edge(&source, &target, edge);
    let options = ExportOptions { evidence_limit: 2, ..ExportOptions::default() };
    let csv =
        String::from_utf8(bytes(diplograph::export::by_name("csv").unwrap(), &graph, &options)).unwrap();
    assert!(csv.contains("place 29 | place 28,30,"));
    assert!((0..30).all(|number| csv.contains(&format!(",place {number:02},"))));
}

#[test]
fn a_folder_cannot_be_written_to_a_stream() {
    let csv = diplograph::export::by_name("csv").unwrap();
    let error =
        write(csv, &tricky::graph(), &SCHEMA, &ExportOptions::default(), &mut Vec::new()).unwrap_err();
    assert!(error.to_string().contains("a folder of 6 files"), "{error}");
}

#[test]
fn the_readme_of_the_tables_tells_the_order_of_import_and_what_is_inside() {
    let readme =
        text("csv", &ExportOptions { profile: Some("gephi".to_owned()), ..ExportOptions::default() });
    assert!(readme.contains("Profile: gephi. Edges in these files have the modalities: actual, planned."));
    assert!(readme.contains("First nodes.csv") && readme.contains("Append to existing workspace"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_graph_can_be_written_in_any_format(graph in arbitrary::graph()) {
        for &format in FORMATS {
            for options in ways(format) {
                let written = bytes(format, &graph, &options);
                match format.name() {
                    "graphml" | "gexf" => assert_well_formed(&written),
                    "csv" => assert!(std::str::from_utf8(&written).is_ok()),
                    _ => assert!(serde_json::from_slice::<serde_json::Value>(&written).is_ok()),
                }
            }
        }
    }
}
