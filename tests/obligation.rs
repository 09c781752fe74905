//! What a speaker says that another must do is a request.

use diplograph::model::EdgeKind;
use diplograph::pipeline::Pipeline;
use diplograph::pipeline::PipelineOptions;
use diplograph::read::ReadOptions;
use diplograph::read::from_text;

fn requests(text: &str) -> Vec<String> {
    claims(text, &EdgeKind::REQUESTS)
}

fn claims(text: &str, kind: &EdgeKind) -> Vec<String> {
    let pipeline = Pipeline::load(PipelineOptions::default()).unwrap();
    let document = from_text("example", text, &ReadOptions::default()).unwrap();
    let extraction = pipeline.extract(&document);
    let words = |id: diplograph::model::MentionId| extraction.mentions[id.index()].span.of(text);
    extraction
        .claims
        .iter()
        .filter(|claim| claim.kind == *kind)
        .map(|claim| format!("{} -> {} ({})", words(claim.source), words(claim.target), claim.modality))
        .collect()
}

#[test]
fn who_says_what_another_must_do_asks_for_it() {
    assert_eq!(
        requests("Chancellor Brandt said that Kenya must withdraw its ships."),
        ["Chancellor Brandt -> Kenya (actual)"]
    );
}

#[test]
fn what_ones_own_country_must_do_is_asked_of_nobody() {
    assert!(requests("Kenyan President Oduya said that Kenya must withdraw its ships.").is_empty());
}

#[test]
fn what_must_be_so_is_asked_of_nobody() {
    assert!(requests("Chancellor Brandt said that Kenya must remain independent.").is_empty());
}

#[test]
fn the_us_is_no_we() {
    assert_eq!(
        requests("Chancellor Brandt said that the US must withdraw its ships."),
        ["Chancellor Brandt -> the US (actual)"]
    );
}

#[test]
fn what_the_own_side_must_do_is_planned_and_what_another_must_do_is_not() {
    let addressed = |text: &str| claims(text, &EdgeKind::ADDRESSES);
    assert_eq!(
        addressed("\"We must combat drug trafficking,\" Brandt said."),
        ["Brandt -> drug trafficking (planned)"]
    );
    assert_eq!(
        addressed("\"Norway should combat drug trafficking,\" Kenyan President Oduya said."),
        ["Norway -> drug trafficking (possible)"]
    );
}
