//! Trains the language model: `cargo run --release --example train -- OUT DEV.. -- TREEBANK..`
#![expect(clippy::print_stdout, reason = "a program that reports its figures")]
use std::path::PathBuf;

use diplograph::annotate::train::{TrainOptions, run};

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut parts = arguments.split(|argument| argument == "--");
    let first = parts.next().unwrap_or_default();
    let treebanks = parts.next().unwrap_or_default().iter().map(PathBuf::from).collect();
    let number =
        |name: &str, usual: usize| std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(usual);
    let usual = TrainOptions::default();
    let options = TrainOptions {
        treebanks,
        dev: first.iter().skip(1).map(PathBuf::from).collect(),
        tagger_epochs: number("TAGGER_EPOCHS", usual.tagger_epochs),
        parser_epochs: number("PARSER_EPOCHS", usual.parser_epochs),
        tagger_least: number("TAGGER_LEAST", usual.tagger_least as usize) as u32,
        parser_least: number("PARSER_LEAST", usual.parser_least as usize) as u32,
        ..usual
    };
    let report = run(&options)?;
    println!("{} sentences, {} words; sizes {:?}", report.sentences, report.words, report.sizes);
    for (path, scores) in &report.dev {
        println!("{}: {scores}", path.display());
    }
    if let Some(out) = first.first() {
        std::fs::write(out, &report.model)?;
    }
    Ok(())
}
