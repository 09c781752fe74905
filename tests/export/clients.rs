//! The exports as the programs see them for which they are made. Skipped where these are not installed: see
//! `tests/clients/install.sh`.

use std::path::{Path, PathBuf};
use std::process::Command;

use diplograph::export::{ExportOptions, Table, Value, by_name, save};
use diplograph::graph::KnowledgeGraph;
use diplograph::model::Modality;
use diplograph::resource::Resources;
use diplograph::schema::Schema;
use serde_json::Value as Json;

use crate::export::tricky;

/// The folder of the programs.
fn installed() -> Option<PathBuf> {
    let folder = std::env::var_os("DIPLOGRAPH_CLIENTS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join(".clients"), PathBuf::from);
    if folder.join("python/bin/python").exists() && folder.join("node/node_modules").exists() {
        return Some(folder);
    }
    println!("skipped: no programs in {}; install them with tests/clients/install.sh", folder.display());
    None
}

/// What programs see in files. Those of one language share a process: starting one takes longer than its work.
fn seen(folder: &Path, tasks: &[(&str, &Path)]) -> Vec<Json> {
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients");
    let is_python = |client: &str| PYTHON.iter().any(|name| client.starts_with(name));
    let run = |mut command: Command, python: bool| -> Vec<Json> {
        let own: Vec<_> = tasks.iter().filter(|(client, _)| is_python(client) == python).collect();
        if own.is_empty() {
            return Vec::new();
        }
        for (client, path) in own {
            command.arg(client).arg(path);
        }
        let output = command.output().unwrap();
        let complaints = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{complaints}");
        assert!(!complaints.to_lowercase().contains("warning"), "{complaints}");
        let lines = String::from_utf8(output.stdout).unwrap();
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let mut python = Command::new(folder.join("python/bin/python"));
    python.arg(scripts.join("open.py"));
    let mut node = Command::new("node");
    node.arg(scripts.join("open.mjs")).arg(folder);
    let (mut of_python, mut of_node) = (run(python, true).into_iter(), run(node, false).into_iter());
    tasks
        .iter()
        .map(|(client, _)| if is_python(client) { of_python.next() } else { of_node.next() }.unwrap())
        .collect()
}

/// The programs in Python; all others are in JavaScript.
const PYTHON: [&str; 4] = ["networkx", "igraph", "pandas", "lxml"];

/// An export in a folder of its own.
struct Exported {
    graph: KnowledgeGraph,
    schema: Schema,
    options: ExportOptions,
    format: &'static str,
    _folder: tempfile::TempDir,
    path: PathBuf,
}

impl Exported {
    fn new(format: &'static str, options: ExportOptions) -> Self {
        let graph = tricky::graph();
        let schema = Schema::load(&Resources::schema(&[])).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("export");
        save(by_name(format).unwrap(), &graph, &schema, &options, &path).unwrap();
        Self { graph, schema, options, format, _folder: folder, path }
    }

    /// Every node and edge with every value is what the program sees; `lost` are columns that it is known to lose.
    fn is_seen(&self, seen: &Json, client: &str, lost: &[&str]) {
        assert_eq!(seen["directed"], true, "{client}");
        assert_eq!(seen["multigraph"], true, "{client}");
        let table =
            Table::new(&self.graph, &self.schema, by_name(self.format).unwrap(), &self.options).unwrap();
        assert_eq!(seen["nodes"].as_object().unwrap().len(), table.selection.nodes.len(), "{client}");
        assert_eq!(seen["edges"].as_object().unwrap().len(), table.selection.edges.len(), "{client}");
        for &node in &table.selection.nodes {
            for (column, value) in table.node_columns.iter().zip(table.node(node)) {
                let found = &seen["nodes"][&node.id][&column.name];
                assert!(
                    same(&value, found) || lost.contains(&column.name.as_str()),
                    "{client}: {} {} is {found}, not {value:?}",
                    node.id,
                    column.name
                );
            }
        }
        for &view in &table.selection.edges {
            let edge = &seen["edges"][&view.edge.id];
            assert_eq!(edge["source"], view.source.id, "{client}");
            assert_eq!(edge["target"], view.target.id, "{client}");
            for (column, value) in table.edge_columns.iter().zip(table.edge(view)) {
                let found = &edge["attributes"][&column.name];
                assert!(
                    same(&value, found) || lost.contains(&column.name.as_str()),
                    "{client}: {} {} is {found}, not {value:?}",
                    view.edge.id,
                    column.name
                );
            }
        }
    }
}

/// Whether the program sees the value. An empty text is no value at all to some.
fn same(value: &Value<'_>, found: &Json) -> bool {
    match value {
        Value::Text(text) => found.as_str().unwrap_or_default() == text,
        Value::Double(number) => found.as_f64().is_some_and(|found| (found - number).abs() < 1e-12),
        Value::Integer(number) => found.as_f64().is_some_and(|found| (found - *number as f64).abs() < 1e-12),
        Value::Boolean(truth) => found.as_bool() == Some(*truth),
    }
}

fn profile(name: &str) -> ExportOptions {
    ExportOptions { profile: Some(name.to_owned()), ..ExportOptions::default() }
}

fn everything(name: &str) -> ExportOptions {
    ExportOptions { with_statements: true, modalities: Some(Modality::ALL.to_vec()), ..profile(name) }
}

#[test]
fn graphml_is_seen_whole_by_networkx_igraph_and_gephi_lite() {
    let Some(folder) = installed() else { return };
    let exports: Vec<Exported> =
        [everything("gephi"), profile("gephi"), profile("strict"), profile("neo4j"), profile("cytoscape")]
            .map(|options| Exported::new("graphml", options))
            .into();
    let clients = ["networkx-graphml", "igraph-graphml", "graphology-graphml", "lxml"];
    let tasks: Vec<_> =
        exports.iter().flat_map(|export| clients.map(|client| (client, &*export.path))).collect();
    for (export, seen) in exports.iter().zip(seen(&folder, &tasks).chunks(clients.len())) {
        for (client, seen) in clients.iter().zip(&seen[..3]) {
            export.is_seen(seen, client, &[]);
            assert_eq!(seen["graph"]["generator"], concat!("diplograph ", env!("CARGO_PKG_VERSION")));
        }
        let xml = &seen[3]["graph"];
        assert_eq!(xml["for"], serde_json::json!(["edge", "graph", "node"]));
        assert_eq!(xml["types"], serde_json::json!(["boolean", "double", "int", "string"]));
        let has_label = xml["xml"]["edge"].as_array().unwrap().contains(&"label".into());
        assert_eq!(has_label, matches!(export.options.profile.as_deref(), Some("gephi" | "neo4j")));
    }
}

#[test]
fn gexf_is_seen_whole_by_networkx_and_gephi_lite() {
    let Some(folder) = installed() else { return };
    let exports: Vec<Exported> = [profile("gephi"), profile("strict"), everything("gephi")]
        .map(|options| Exported::new("gexf", options))
        .into();
    let clients = ["networkx-gexf", "graphology-gexf", "lxml"];
    let tasks: Vec<_> =
        exports.iter().flat_map(|export| clients.map(|client| (client, &*export.path))).collect();
    let all = seen(&folder, &tasks);
    for (export, seen) in exports.iter().zip(all.chunks(clients.len())) {
        for (client, seen) in clients.iter().zip(&seen[..2]) {
            export.is_seen(seen, client, &[]);
        }
    }
    let planned = &all[0]["edges"]["e.03"]["attributes"];
    assert_eq!((&planned["start"], &planned["end"]), (&"2031-06-01".into(), &"2031-06-30".into()));
    let open = &all[0]["edges"]["e.04"]["attributes"];
    assert_eq!((&open["start"], open.get("end")), (&"2031-01-01".into(), None));
    assert_eq!(all[1]["nodes"]["country.norland"]["color"], "rgb(213,94,0)");
    assert!(all[4]["nodes"]["country.norland"].get("color").is_none());
}

#[test]
fn json_is_seen_whole_by_networkx_under_either_name_of_the_edges() {
    let Some(folder) = installed() else { return };
    let exported = Exported::new("json", ExportOptions::default());
    let seen = &seen(&folder, &[("networkx-json", &exported.path)])[0];
    let written: Json = serde_json::from_str(&std::fs::read_to_string(&exported.path).unwrap()).unwrap();
    assert_eq!(seen["graph"], written["graph"]);
    assert_eq!(seen["nodes"].as_object().unwrap().len(), written["nodes"].as_array().unwrap().len());
    for edge in written["edges"].as_array().unwrap() {
        let found = &seen["edges"][edge["key"].as_str().unwrap()];
        assert_eq!((&found["source"], &found["target"]), (&edge["source"], &edge["target"]));
        assert_eq!(found["attributes"]["evidence"], edge["evidence"]);
        assert_eq!(found["attributes"]["id"], edge["id"]);
    }
}

#[test]
fn tables_are_seen_whole_by_pandas() {
    let Some(folder) = installed() else { return };
    // Two columns begin like a formula somewhere, and networkx keeps the key of an edge outside its attributes.
    let guarded = ["aliases", "evidence", "edge_id"];
    let exports = [profile("plain"), everything("plain")].map(|options| Exported::new("csv", options));
    let tasks: Vec<_> = exports.iter().map(|export| ("pandas-csv", &*export.path)).collect();
    for (export, seen) in exports.iter().zip(seen(&folder, &tasks)) {
        export.is_seen(&seen, "pandas", &guarded);
        assert_eq!(seen["nodes"]["agreement.lake-pact"]["aliases"], "'=SUM(1)");
        let statement = &seen["graph"]["statements"][0];
        assert_eq!(statement["speakers"], "Ana Oduya");
        assert_eq!(statement["about"], "fishing");
        assert_eq!(statement["content"], "The Lake Pact\nwill curb <illegal> fishing &\tdumping.");
        let places = seen["graph"]["evidence"].as_array().unwrap();
        assert!(places.iter().any(|place| place["text"] == "'=SUM(1) is what Norland calls the Lake Pact"));
    }
}

#[test]
fn tables_for_gephi_have_its_headers_and_no_column_that_it_takes_for_a_set_of_times() {
    let Some(folder) = installed() else { return };
    let exported = Exported::new("csv", profile("gephi"));
    let seen = &seen(&folder, &[("pandas-csv", &exported.path)])[0];
    exported.is_seen(seen, "pandas", &["aliases", "label", "kind", "weight", "edge_id", "when"]);
    let names = |table: &str| -> Vec<String> {
        let header = seen["graph"]["header"][table].as_array().unwrap();
        header.iter().map(|name| name.as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names("nodes")[..2], ["Id", "Label"]);
    assert_eq!(names("edges")[..8], ["Source", "Target", "Type", "Kind", "Id", "Label", "Weight", "Timeset"]);
    for table in ["nodes", "edges"] {
        let mut lower: Vec<String> = names(table).iter().map(|name| name.to_lowercase()).collect();
        assert!(lower.iter().all(|name| !name.contains("interval") && !name.contains("timestamp")));
        let all = lower.len();
        lower.sort();
        lower.dedup();
        assert_eq!(lower.len(), all, "{table}");
    }
    let edge = |id: &str| seen["edges"][id]["attributes"].clone();
    assert_eq!(edge("e.01")["Timeset"], "[2031-05-03, 2031-05-03]");
    assert_eq!(edge("e.03")["Timeset"], "[2031-06-01, 2031-06-30]");
    assert_eq!(edge("e.04")["Timeset"], "[2031-01-01, Infinity]");
    assert_eq!(edge("e.02")["Timeset"], "");
    assert_eq!(edge("e.06")["when"], "2031-01-01/2031-12-31");
    assert_eq!(edge("e.01")["Type"], "Directed");
    assert_eq!(edge("e.01")["Kind"], "met-with");
}

#[test]
fn json_of_the_libraries_is_seen_whole_by_them() {
    let Some(folder) = installed() else { return };
    let all = ExportOptions { with_statements: true, ..ExportOptions::default() };
    let exports = [("graphology", "graphology-json"), ("cytoscape", "cytoscape")].map(|(format, client)| {
        [
            (client, Exported::new(format, ExportOptions::default())),
            (client, Exported::new(format, all.clone())),
        ]
    });
    let exports: Vec<_> = exports.into_iter().flatten().collect();
    let tasks: Vec<_> = exports.iter().map(|(client, export)| (*client, &*export.path)).collect();
    for ((client, export), seen) in exports.iter().zip(seen(&folder, &tasks)) {
        export.is_seen(&seen, client, &[]);
    }
}
