//! Writes the noun phrases of treebank documents and which of them are one thing, as JSON, to be scored against GUM:
//! `cargo run --release --example coreference -- DEV.conllu news,interview,speech > found.json`, then `examples/coreference.py`.
//!
//! With a third file, `{document: {"first-last": entity}}` as `data/compile/antecedents.py` makes it, it writes what that script learns from: the
//! phrases of each document and what speaks for each antecedent of each.
//!
//! Words and sentences are those of the treebank; tags and trees are our own.

#![expect(clippy::print_stdout, reason = "it prints its answer")]

use diplograph::annotate::conllu;
use diplograph::coreference;
use diplograph::coreference::PhraseForm;
use diplograph::lexicon::AntecedentWeights;
use diplograph::mention;
use diplograph::model::Annotated;
use diplograph::model::Chain;
use diplograph::model::Mention;
use diplograph::pipeline::Pipeline;
use diplograph::pipeline::PipelineOptions;
use diplograph::resource::Resources;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(file), Some(genres)) = (arguments.next(), arguments.next()) else {
        anyhow::bail!("usage: coreference FILE.conllu GENRE,GENRE");
    };
    let pipeline = Pipeline::load(PipelineOptions::default())?;
    let weights = AntecedentWeights::load(&Resources::data(&[]))?;
    let sentences = conllu::read(&file, &std::fs::read_to_string(&file)?)?;
    let known: Option<serde_json::Value> = match arguments.next() {
        Some(file) => Some(serde_json::from_str(&std::fs::read_to_string(file)?)?),
        None => None,
    };
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
        if let Some(known) = &known {
            answer.insert(id.clone(), choices(&doc, &mentions, &chains, &pipeline, &known[&id]));
            continue;
        }
        let groups = coreference::phrase_chains(&doc, &mentions, &chains, pipeline.lexicon(), &weights);
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

/// The phrases as first and last word, and of each that is not certain the marks of what it may go back to.
fn choices(
    doc: &Annotated<'_>,
    mentions: &[Mention],
    chains: &[Chain],
    pipeline: &Pipeline,
    known: &serde_json::Value,
) -> serde_json::Value {
    let place = |phrase: &coreference::Phrase| format!("{}-{}", phrase.tokens.start, phrase.tokens.end - 1);
    let same = |a: &coreference::Phrase, b: &coreference::Phrase| {
        known.get(place(a)).is_some_and(|entity| Some(entity) == known.get(place(b)))
    };
    let (phrases, choices) = coreference::phrase_choices(doc, mentions, chains, pipeline.lexicon(), &same);
    let places: Vec<String> = phrases.iter().map(place).collect();
    let choice =
        |choice: &coreference::Choice| serde_json::json!([choice.phrase, choice.first, choice.antecedents]);
    serde_json::json!([places, choices.iter().map(choice).collect::<serde_json::Value>()])
}
