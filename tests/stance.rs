//! Where speakers stand: whole sentences through reader, parser, mentions and statements.

use std::sync::LazyLock;

use diplograph::pipeline::{Pipeline, PipelineOptions};
use diplograph::read::{ReadOptions, from_text};

static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| Pipeline::load(PipelineOptions::default()).unwrap());

/// `position (words) thing` of each stand in a text.
fn stands(text: &str) -> Vec<String> {
    let document = from_text("note", text, &ReadOptions::default()).unwrap();
    let extraction = PIPELINE.extract(&document);
    let stances = extraction.statements.iter().flat_map(|statement| &statement.stances);
    let shown = stances.map(|stance| {
        let things: Vec<_> =
            stance.towards.iter().map(|id| extraction.mentions[id.index()].span.of(&document.text)).collect();
        format!("{} ({}) {}", stance.position, stance.words.of(&document.text), things.join(" + "))
    });
    shown.collect()
}

#[test]
fn verbs_of_the_speaker_show_a_stand() {
    assert_eq!(
        stands("\"We support the Lisbon Treaty,\" President Lena Brandt said."),
        ["supports (support) the Lisbon Treaty"]
    );
    assert_eq!(
        stands("President Lena Brandt condemned the missile tests."),
        ["opposes (condemned) missile tests"]
    );
    assert_eq!(
        stands("President Lena Brandt said that she opposed the Lisbon Treaty."),
        ["opposes (opposed) the Lisbon Treaty"]
    );
}

#[test]
fn a_negation_turns_it() {
    assert_eq!(
        stands("\"We do not support the Lisbon Treaty,\" President Lena Brandt said."),
        ["opposes (not support) the Lisbon Treaty"]
    );
    assert_eq!(
        stands("\"We do not oppose the Lisbon Treaty,\" President Lena Brandt said."),
        Vec::<String>::new()
    );
}

#[test]
fn the_stand_of_another_is_not_the_speakers() {
    assert_eq!(
        stands("President Lena Brandt said that Turkey opposed the Lisbon Treaty."),
        Vec::<String>::new()
    );
}

#[test]
fn deeds_show_a_stand_where_they_are_called_for() {
    assert_eq!(
        stands("\"All states must ratify the Lisbon Treaty,\" President Lena Brandt said."),
        ["supports (ratify) the Lisbon Treaty"]
    );
    assert_eq!(
        stands("President Lena Brandt called for an end to the arms trade."),
        ["opposes (called for) arms trade"]
    );
    assert_eq!(
        stands("President Lena Brandt said that Turkey had ratified the Lisbon Treaty."),
        Vec::<String>::new()
    );
}

#[test]
fn nouns_and_what_is_said_of_a_thing_show_a_stand() {
    assert_eq!(
        stands("President Lena Brandt stressed the importance of the Lisbon Treaty."),
        ["supports (importance of) the Lisbon Treaty"]
    );
    assert_eq!(
        stands("\"The arms trade is a disgrace,\" President Lena Brandt said."),
        ["opposes (disgrace) arms trade"]
    );
    assert_eq!(
        stands("President Lena Brandt expressed deep concern about migration."),
        ["opposes (concern about) migration"]
    );
}
