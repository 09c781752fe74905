//! Which mentions of events, bodies and offices are one thing, and which are not.

use std::sync::LazyLock;

use diplograph::pipeline::Pipeline;
use diplograph::pipeline::PipelineOptions;
use diplograph::read::ReadOptions;
use diplograph::read::from_text;

static PIPELINE: LazyLock<Pipeline> =
    LazyLock::new(|| Pipeline::load(PipelineOptions::default()).expect("the embedded data load"));

/// Whether two phrases of a text, each the first of its words, name one thing.
fn are_one(text: &str, one: &str, other: &str) -> bool {
    let document = from_text("example", text, &ReadOptions::default()).unwrap();
    let extraction = PIPELINE.extract(&document);
    let chain = |words: &str| {
        let named =
            |id: &diplograph::model::MentionId| extraction.mentions[id.index()].span.of(text) == words;
        let found = extraction.chains.iter().position(|chain| chain.mentions.iter().any(named));
        found.unwrap_or_else(|| panic!("{words} is in no chain"))
    };
    chain(one) == chain(other)
}

#[test]
fn the_next_meeting_is_not_the_meeting() {
    let text = "The envoys agreed on the next meeting in Lisbon. The meeting lasted eight hours.";
    assert!(!are_one(text, "the next meeting", "The meeting"));
}

#[test]
fn a_meeting_elsewhere_is_another_one() {
    let text = "President Oduya opened the regional summit in Oslo. Ministers prepared the summit in Lima.";
    assert!(!are_one(text, "the regional summit", "the summit"));
    let text = "President Oduya opened the regional summit in Oslo. Ministers praised the summit in Oslo.";
    assert!(are_one(text, "the regional summit", "the summit"));
}

#[test]
fn her_visit_is_not_that_of_another_of_whom_nobody_spoke_since() {
    let text = "The pact was made on President Brandt's visit. Trade grew. Roads were built. Chancellor Ana Oduya will come in May. \
                Her visit will be short.";
    assert!(!are_one(text, "President Brandt's visit", "Her visit"));
    let text = "The pact was made on President Ana Oduya's visit. Her visit was short.";
    assert!(are_one(text, "President Ana Oduya's visit", "Her visit"));
}

#[test]
fn governments_of_two_states_stay_two() {
    let text = "The Norwegian government replied. It persuaded the government and people of Kenya to wait.";
    assert!(!are_one(text, "The Norwegian government", "the government"));
}

#[test]
fn who_was_chief_is_not_the_chief() {
    let text = "He thanked Ola Brandt, the former chief of the Defence Force. The chief of the Defence Force arrived.";
    assert!(!are_one(text, "Ola Brandt", "The chief of the Defence Force"));
}

#[test]
fn two_memoranda_on_two_matters_are_two() {
    let text = "Ministers signed a memorandum of understanding on fishing rights. \
                The Memorandum of Understanding between the Oslo Institute and the Lima Bureau is older.";
    assert!(!are_one(text, "a memorandum of understanding", "The Memorandum of Understanding"));
}

#[test]
fn a_pact_told_in_full_is_none_of_before() {
    let text = "Ministers signed a bilateral agreement on cooperation. A protocol amends the Agreement between the Cabinet of Norway and \
                the Government of Kenya on Cooperation of Police Bodies.";
    assert!(!are_one(text, "a bilateral agreement", "the Agreement"));
}

#[test]
fn the_card_of_a_person_behind_the_name_is_the_same_person() {
    let text = "President of Kenya Ana Oduya Oduya AnaPresident of Kenya: Thank you. I visited Norway.";
    assert!(are_one(text, "President of Kenya Ana Oduya", "Oduya Ana"));
}

#[test]
fn an_office_as_label_is_nobody_who_is_only_spoken_of() {
    let text = "MIDDLETON: Welcome to the programme.\n\nPM: Thank you. I spoke to Prime Minister Ola Brandt of Norway.\n\n\
                MIDDLETON: What did he say?\n\nPM: We back the treaty.";
    assert!(!are_one(text, "PM", "Prime Minister Ola Brandt"));
}
