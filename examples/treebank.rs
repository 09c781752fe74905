//! Scores tags, trees and lemmas on treebanks, given their words, and tells how fast they are read.
//!
//!     cargo run --release --example treebank -- FILE.conllu...
//!
//! With `--genres news,interview,speech` only documents of these genres of GUM.

#![expect(clippy::print_stdout, reason = "the table is the result")]

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::time::Instant;

use diplograph::annotate::Annotator;
use diplograph::annotate::conllu;
use diplograph::annotate::evaluate::Scores;
use diplograph::resource::Resources;

fn main() -> Result<(), Box<dyn Error>> {
    let mut genres = BTreeSet::new();
    let mut files = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--genres" {
            let names =
                arguments.next().ok_or("--genres lacks the names of genres: news,interview,speech")?;
            genres.extend(names.split(',').map(str::to_owned));
        } else {
            files.push(argument);
        }
    }
    if files.is_empty() {
        return Err("no treebank given: treebank FILE.conllu...".into());
    }
    let annotator = Annotator::load(&Resources::data(
        &std::env::var("LEX").ok().map(Into::into).into_iter().collect::<Vec<_>>(),
    ))?;
    println!(
        "{:<40} {:>7} {:>6} {:>6} {:>6} {:>6} {:>9}",
        "", "words", "UPOS", "UAS", "LAS", "lemma", "words/s"
    );
    for file in files {
        let text = fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
        let mut sentences = conllu::read(&file, &text)?;
        // GUM calls its documents GUM_genre_name.
        let is_wanted =
            |document: &str| document.split('_').nth(1).is_some_and(|genre| genres.contains(genre));
        sentences.retain(|sentence| genres.is_empty() || is_wanted(&sentence.document));
        let start = Instant::now();
        let scores = annotator.evaluate(&sentences);
        let seconds = start.elapsed().as_secs_f64();
        print_row(&file, &scores, seconds);
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a treebank has fewer words than a float counts")]
fn print_row(file: &str, scores: &Scores, seconds: f64) {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let percent = [scores.upos, scores.uas, scores.las, scores.lemma].map(|count| scores.percent(count));
    println!(
        "{name:<40} {:>7} {:>6.2} {:>6.2} {:>6.2} {:>6.2} {:>9.0}",
        scores.words,
        percent[0],
        percent[1],
        percent[2],
        percent[3],
        scores.words as f64 / seconds
    );
}
