//! Every example beside a wording, read by the whole pipeline.

use diplograph::lexicon::relations::Example;
use diplograph::lexicon::relations::Wording;
use diplograph::model::Block;
use diplograph::model::BlockKind;
use diplograph::model::Claim;
use diplograph::model::Document;
use diplograph::model::DocumentId;
use diplograph::model::Extraction;
use diplograph::model::MentionId;
use diplograph::model::OffsetBase;
use diplograph::model::Span;
use diplograph::pipeline::Pipeline;
use diplograph::pipeline::PipelineOptions;

fn document(text: &str) -> Document {
    Document {
        id: DocumentId("example".into()),
        path: "example".to_owned(),
        title: None,
        source: None,
        date: None,
        language: "en".into(),
        sha256: String::new(),
        offset_base: OffsetBase::Source,
        text: text.to_owned(),
        blocks: vec![Block { kind: BlockKind::Paragraph, spans: vec![Span::at(0, text.len())] }],
    }
}

/// Whether a mention, or one of the same thing, is written with those words.
fn is_named(extraction: &Extraction, text: &str, id: MentionId, words: &str) -> bool {
    let has = |id: MentionId| extraction.mentions[id.index()].span.of(text).contains(words);
    has(id)
        || extraction
            .chains
            .iter()
            .any(|chain| chain.mentions.contains(&id) && chain.mentions.iter().any(|&m| has(m)))
}

fn told(extraction: &Extraction, text: &str, claim: &Claim) -> String {
    let words = |id: MentionId| extraction.mentions[id.index()].span.of(text);
    format!("{}: {} -> {} ({})", claim.rule, words(claim.source), words(claim.target), claim.modality)
}

/// What is wrong with the claims of an example, if anything.
fn fault(pipeline: &Pipeline, wording: &Wording, example: &Example, must_match: bool) -> Option<String> {
    let document = document(&example.text);
    let extraction = pipeline.extract(&document);
    let text = document.text.as_str();
    let symmetric = pipeline.schema().is_symmetric(&wording.kind);
    let all: Vec<String> = extraction.claims.iter().map(|claim| told(&extraction, text, claim)).collect();
    if !must_match {
        let wrong = extraction.claims.iter().any(|claim| claim.rule == wording.rule);
        return wrong.then(|| format!("must not match: {all:?}"));
    }
    let missing = example.claims.iter().find(|expected| {
        !extraction.claims.iter().any(|claim| {
            let ends = |one: &str, other: &str| {
                is_named(&extraction, text, claim.source, one)
                    && is_named(&extraction, text, claim.target, other)
            };
            claim.kind == wording.kind
                && claim.modality.as_str() == expected.modality
                && (ends(&expected.source, &expected.target)
                    || (symmetric && ends(&expected.target, &expected.source)))
        })
    });
    missing.map(|claim| format!("lacks {} -> {} ({}): {all:?}", claim.source, claim.target, claim.modality))
}

#[test]
fn every_wording_has_an_example_that_matches_and_one_that_does_not() {
    let pipeline = Pipeline::load(PipelineOptions::default()).unwrap();
    let bare: Vec<_> = pipeline
        .lexicon()
        .relations
        .wordings()
        .iter()
        .filter(|wording| wording.matches.is_empty() || wording.no_matches.is_empty())
        .map(|wording| wording.rule.clone())
        .collect();
    assert!(bare.is_empty(), "without examples: {bare:?}");
}

#[test]
fn every_example_of_a_wording_is_read_as_it_says() {
    let pipeline = Pipeline::load(PipelineOptions::default()).unwrap();
    let mut faults = Vec::new();
    for wording in pipeline.lexicon().relations.wordings() {
        let examples = wording.matches.iter().map(|example| (example, true));
        for (example, must_match) in examples.chain(wording.no_matches.iter().map(|example| (example, false)))
        {
            if let Some(fault) = fault(&pipeline, wording, example, must_match) {
                faults.push(format!("{} line {}: {}\n    {fault}", wording.rule, example.line, example.text));
            }
        }
    }
    assert!(faults.is_empty(), "{} examples:\n{}", faults.len(), faults.join("\n"));
}
