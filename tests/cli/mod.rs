//! The command as a user meets it: graphs, answers, errors, exit codes.

mod building;
mod errors;
mod examples;
mod questions;

use std::path::PathBuf;
use std::process::Output;

use assert_cmd::Command;

/// A graph of two invented texts.
const HARBOUR: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/harbour.json");

/// The graph of the texts in `tests/cli/stands`, on which ministers differ.
const STANDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/stands.json");

/// The command, away from the settings of whoever runs the tests.
fn diplograph() -> Command {
    let mut command = Command::cargo_bin("diplograph").unwrap();
    command.env_remove("NO_COLOR").env("COLUMNS", "120");
    command
}

fn run(arguments: &[&str]) -> Output {
    diplograph().args(arguments).output().unwrap()
}

/// Standard output of a command that must go well.
fn answer(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Exit code and standard error of a command that must fail, with nothing on standard output.
fn failure(arguments: &[&str]) -> (i32, String) {
    let output = run(arguments);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{arguments:?}");
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

/// Compares with `tests/cli/golden/<name>`; `UPDATE=1` writes it instead, for a person to read.
fn golden(name: &str, found: &str) {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests/cli/golden", name].iter().collect();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, found).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(found, expected, "{} differs; UPDATE=1 writes it anew", path.display());
}
