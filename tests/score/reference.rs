//! The same figures as the script that defines them, on gold graphs with faults thrown in.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use diplograph::resource::Resources;
use diplograph::schema::Schema;
use diplograph::score::{Comparison, Scorer, compare_files};
use serde_json::Value;

use crate::score::noise::Noisy;

fn shared_gold() -> Option<PathBuf> {
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    let python =
        Command::new("python3").arg("--version").output().is_ok_and(|output| output.status.success());
    if gold.join("score.py").is_file() && python {
        return Some(gold);
    }
    println!("skipped: ../shared/gold/score.py or python3 is not here");
    None
}

fn ours(gold: &Path, graphs: &Path) -> Comparison {
    let schema = Schema::load(&Resources::schema(&[])).unwrap();
    let scorer = Scorer::load(&Resources::data(&[]), &schema).unwrap();
    compare_files(&scorer, gold, &[graphs.to_owned()]).unwrap()
}

/// The table on standard output and the figures as JSON.
fn theirs(script: &Path, gold: &Path, graphs: &Path) -> (String, Value) {
    let json = graphs.join("../figures.out");
    let output = Command::new("python3")
        .arg(script)
        .arg("--gold")
        .arg(gold)
        .arg("--graphs")
        .arg(graphs)
        .arg("--json")
        .arg(&json)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let figures = serde_json::from_str(&fs::read_to_string(json).unwrap()).unwrap();
    (String::from_utf8(output.stdout).unwrap(), figures)
}

#[test]
fn the_figures_are_those_of_the_reference_script() {
    let Some(shared) = shared_gold() else { return };
    let gold = shared.join("graphs");
    for seed in 1..=3 {
        let folder = tempfile::tempdir().unwrap();
        let graphs = folder.path().join("graphs");
        fs::create_dir(&graphs).unwrap();
        for (number, entry) in fs::read_dir(&gold).unwrap().enumerate() {
            let path = entry.unwrap().path();
            // One text is left without a graph.
            if path.file_stem().unwrap() != "main-010" {
                let text: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
                let graph = Noisy::graph(&text, seed * 100 + number as u64);
                fs::write(graphs.join(path.file_name().unwrap()), graph.to_string()).unwrap();
            }
        }
        let comparison = ours(&gold, &graphs);
        let (table, figures) = theirs(&shared.join("score.py"), &gold, &graphs);
        assert_eq!(comparison.report.to_string(), table, "seed {seed}");
        assert_eq!(serde_json::to_value(&comparison.report).unwrap(), figures, "seed {seed}");
        assert_eq!(comparison.without_graph, ["main-010"]);
        assert!(comparison.without_gold.is_empty());
    }
}
