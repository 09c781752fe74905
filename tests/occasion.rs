//! When encounters were, where another sentence tells the day.

use diplograph::model::EdgeKind;
use diplograph::pipeline::Pipeline;
use diplograph::pipeline::PipelineOptions;
use diplograph::read::ReadOptions;
use diplograph::read::from_text;

/// The edges of a kind in a text published on Friday, 8 October 2021, each with its date.
fn dated(kind: &EdgeKind, text: &str) -> Vec<String> {
    let text = format!("---\ndate: 2021-10-08\n---\n\n{text}\n");
    let pipeline = Pipeline::load(PipelineOptions::default()).unwrap();
    let document = from_text("example", &text, &ReadOptions::default()).unwrap();
    let extraction = pipeline.extract(&document);
    let words = |id: diplograph::model::MentionId| extraction.mentions[id.index()].span.of(&text);
    extraction
        .claims
        .iter()
        .filter(|claim| claim.kind == *kind)
        .map(|claim| {
            let when = claim.when.map_or_else(|| "none".to_owned(), |when| when.to_string());
            format!("{} -> {}: {when}", words(claim.source), words(claim.target))
        })
        .collect()
}

#[test]
fn what_an_official_did_besides_was_on_the_one_day_that_is_told() {
    let text = "Ana Oduya visited Norway on Thursday. Ana Oduya met Lars Brandt.";
    assert_eq!(dated(&EdgeKind::MET_WITH, text), ["Ana Oduya -> Lars Brandt: 2021-10-07"]);
}

#[test]
fn of_two_days_neither_is_guessed() {
    let text = "Ana Oduya visited Norway on Thursday. Ana Oduya visited Ghana on Tuesday. Ana Oduya met Lars Brandt.";
    assert_eq!(dated(&EdgeKind::MET_WITH, text), ["Ana Oduya -> Lars Brandt: none"]);
}

#[test]
fn a_day_long_ago_says_nothing_of_the_news() {
    let text = "Ana Oduya visited Norway on 3 May 2019. Ana Oduya met Lars Brandt.";
    assert_eq!(dated(&EdgeKind::MET_WITH, text), ["Ana Oduya -> Lars Brandt: none"]);
}

#[test]
fn the_day_behind_an_event_and_its_place_is_its_own() {
    let text = "Ministers praised the outcome of the summit in Lisbon on 3 May 2021.";
    assert_eq!(dated(&EdgeKind::LOCATED_IN, text), ["the summit -> Lisbon: 2021-05-03"]);
}
