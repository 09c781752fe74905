//! A module may import only from the layers below it.

use std::fs;
use std::path::{Path, PathBuf};

const LAYERS: &[&[&str]] = &[
    &["model", "error"],
    &["resource"],
    &["schema"],
    &["lexicon"],
    &["read", "annotate", "mention", "coreference", "claim", "resolve"],
    &["graph"],
    &["export"],
    &["query"],
    &["score"],
    &["pipeline"],
    &["cli", "python"],
];

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|names| names.contains(&module))
}

fn rust_files(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

fn sources() -> (PathBuf, Vec<PathBuf>) {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    files.sort();
    (src, files)
}

fn owner(src: &Path, file: &Path) -> String {
    let first = file.strip_prefix(src).unwrap().iter().next().unwrap();
    first.to_str().unwrap().trim_end_matches(".rs").to_owned()
}

#[test]
fn modules_import_only_from_lower_layers() {
    let (src, files) = sources();
    let mut upward = Vec::new();
    for file in &files {
        let owner = owner(&src, file);
        let Some(own) = layer(&owner) else { continue };
        for (number, line) in fs::read_to_string(file).unwrap().lines().enumerate() {
            for used in line.split("crate::").skip(1) {
                let name: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if name != owner && layer(&name).is_some_and(|l| l >= own) {
                    let place = file.strip_prefix(&src).unwrap().display().to_string();
                    upward.push(format!("{place}:{}: {owner} imports {name}", number + 1));
                }
            }
        }
    }
    assert!(upward.is_empty(), "{}", upward.join("\n"));
}

#[test]
fn every_module_has_a_layer_and_imports_are_written_so_that_the_test_sees_them() {
    let (src, files) = sources();
    let mut blind = Vec::new();
    for file in &files {
        let owner = owner(&src, file);
        if !["lib", "main", "build"].contains(&owner.as_str()) && layer(&owner).is_none() {
            blind.push(format!("{owner} stands in no layer"));
        }
        let text = fs::read_to_string(file).unwrap();
        for form in ["use super::super", "use crate::{"] {
            if text.contains(form) {
                blind.push(format!("{}: {form}", file.strip_prefix(&src).unwrap().display()));
            }
        }
    }
    assert!(blind.is_empty(), "{}", blind.join("\n"));
}
