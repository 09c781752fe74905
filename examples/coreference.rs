//! Writes the noun phrases of treebank documents and which of them are one thing, as JSON, to be scored against GUM:
//! `cargo run --release --example coreference -- DEV.conllu news,interview,speech > found.json`, then `examples/coreference.py`.
//!
//! Words and sentences are those of the treebank; tags and trees are our own.

#![expect(clippy::print_stdout, reason = "it prints its answer")]

use diplograph::annotate::conllu;
use diplograph::coreference;
use diplograph::coreference::PhraseForm;
use diplograph::mention;
use diplograph::pipeline::Pipeline;
use diplograph::pipeline::PipelineOptions;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(file), Some(genres)) = (arguments.next(), arguments.next()) else {
        anyhow::bail!("usage: coreference FILE.conllu GENRE,GENRE");
    };
    let pipeline = Pipeline::load(PipelineOptions::default())?;
    let sentences = conllu::read(&file, &std::fs::read_to_string(&file)?)?;
    let wanted = |id: &str| genres.split(',').any(|genre| id.contains(&format!("_{genre}_")));
    let mut answer = serde_json::Map::new();
    for sentences in sentences.chunk_by(|a, b| a.document == b.document) {
        let Some(id) = sentences.first().map(|sentence| sentence.document.clone()).filter(|id| wanted(id))
        else {
            continue;
        };
        let (document, words) = conllu::document(&id, sentences);
        let doc = pipeline.annotator().annotate_words(&document, &words);
        let mentions = mention::find(&doc, pipeline.lexicon());
        let chains = coreference::chains(&doc, &mentions, pipeline.lexicon());
        let groups = coreference::phrase_chains(&doc, &mentions, &chains, pipeline.lexicon());
        let group = |phrases: &Vec<coreference::Phrase>| {
            let phrase = |phrase: &coreference::Phrase| {
                let pronoun = phrase.form == PhraseForm::Pronoun;
                serde_json::json!([phrase.tokens.start, phrase.tokens.end - 1, pronoun])
            };
            phrases.iter().map(phrase).collect::<serde_json::Value>()
        };
        answer.insert(id, groups.iter().map(group).collect());
    }
    println!("{}", serde_json::Value::Object(answer));
    Ok(())
}
