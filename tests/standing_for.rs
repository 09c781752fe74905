//! Whom plural nouns, pronouns and headings stand for.

use std::sync::LazyLock;

use diplograph::model::Extraction;
use diplograph::model::MentionId;
use diplograph::pipeline::Pipeline;
use diplograph::pipeline::PipelineOptions;
use diplograph::read::ReadOptions;
use diplograph::read::from_text;

static PIPELINE: LazyLock<Pipeline> =
    LazyLock::new(|| Pipeline::load(PipelineOptions::default()).expect("the embedded data load"));

/// The claims of a text, each thing by its first mention.
fn claims(text: &str) -> Vec<String> {
    let document = from_text("note", text, &ReadOptions::default()).unwrap();
    let extraction = PIPELINE.extract(&document);
    let of = |id| extraction.mentions[first(&extraction, id).index()].span.of(&document.text);
    extraction
        .claims
        .iter()
        .map(|claim| {
            format!("{} {}: {} -> {}", claim.kind, claim.modality, of(claim.source), of(claim.target))
        })
        .collect()
}

fn first(extraction: &Extraction, id: MentionId) -> MentionId {
    extraction.chains.iter().find(|chain| chain.mentions.contains(&id)).map_or(id, |chain| chain.mentions[0])
}

fn has(text: &str, claim: &str) {
    let found = claims(text);
    assert!(found.iter().any(|one| one == claim), "{claim} is not among {found:?}");
}

#[test]
fn officials_of_two_states_act_for_each_and_are_no_group_of_their_own() {
    let text = "US and Kenyan officials met on Monday.";
    has(text, "met-with actual: US -> Kenyan");
    assert!(claims(text).iter().all(|claim| !claim.contains("officials")), "{:?}", claims(text));
    let agreed = "Senior Kenyan and Norwegian officials agreed on Wednesday to cooperate.";
    has(agreed, "agrees-with actual: Kenyan -> Norwegian");
    assert!(
        claims(agreed).iter().all(|claim| claim.starts_with("represents") || !claim.contains("officials")),
        "{:?}",
        claims(agreed)
    );
    // As a source they are somebody.
    let told = "US and Kenyan officials said that the talks would go on.";
    assert!(claims(told).iter().any(|claim| claim.contains("officials")), "{:?}", claims(told));
}

#[test]
fn officials_of_an_administration_act_for_it() {
    let text =
        "The Falk administration has a plan. Falk administration officials met Norwegian counterparts.";
    has(text, "met-with actual: The Falk administration -> Norwegian");
}

#[test]
fn a_source_in_the_administration_belongs_to_the_only_one_that_is_named() {
    let told = "A senior administration official said that the talks would go on.";
    let one = format!("The Falk administration has a plan. {told}");
    has(&one, "member-of-body actual: A senior administration official -> The Falk administration");
    let two = format!("The Falk administration has a plan. The Brandt administration had none. {told}");
    assert!(claims(&two).iter().all(|claim| !claim.starts_with("member-of-body")), "{:?}", claims(&two));
}

#[test]
fn of_two_things_side_by_side_the_second_belongs_to_whom_the_first_does() {
    let text = "President Oduya praised Norway's support for Kenya's territorial integrity and sovereignty, as well as \
                its decision to sign the Lisbon Accord.";
    has(text, "supports actual: Norway -> Kenya");
    has(text, "signed planned: Norway -> the Lisbon Accord");
}

#[test]
fn a_memorandum_of_a_conversation_tells_who_talked() {
    let text = "Memorandum of Conversation Between the Minister of State (Oduya) and the Norwegian Chargé (Brandt)\n\n\
                Mr. Oduya told Mr. Brandt that the talks had been short.";
    let document = from_text("note", text, &ReadOptions::default()).unwrap();
    let found: Vec<_> =
        PIPELINE.extract(&document).claims.into_iter().map(|claim| claim.rule.to_string()).collect();
    assert!(found.iter().any(|rule| rule == "met-with/conversation-between"), "{found:?}");
}

#[test]
fn the_agreement_of_two_states_is_no_agency() {
    let document =
        from_text("note", "They concluded the Norway-Kenya EPA negotiations.", &ReadOptions::default())
            .unwrap();
    let kinds = |text: &diplograph::model::Document| -> Vec<String> {
        PIPELINE.extract(text).chains.iter().map(|chain| chain.kind.to_string()).collect()
    };
    assert!(!kinds(&document).contains(&"agency".to_owned()), "{:?}", kinds(&document));
    let body = from_text("note", "The US EPA warned Norway.", &ReadOptions::default()).unwrap();
    assert!(kinds(&body).contains(&"agency".to_owned()), "{:?}", kinds(&body));
}

#[test]
fn a_known_official_without_a_state_in_the_text_speaks_for_the_one_that_the_gazetteer_knows() {
    let text = "Antony Blinken came to Lima. \"US law stays as it is. We are working closely with Peru,\" Blinken said.";
    has(text, "cooperates-with actual: US -> Peru");
}

#[test]
fn leaders_who_welcome_what_both_states_do_do_not_back_their_own() {
    let text = "Norwegian Prime Minister Ola Brandt and Kenyan President Ana Oduya met in Lisbon. \
                Both leaders welcomed the programmes of Kenya and Norway.";
    has(text, "supports actual: Norwegian Prime Minister Ola Brandt -> Kenyan");
    assert!(
        claims(text).iter().all(|claim| claim != "supports actual: Kenyan President Ana Oduya -> Kenyan"),
        "{:?}",
        claims(text)
    );
}

#[test]
fn who_is_invited_makes_the_visit() {
    let text = "President Ana Oduya extended an invitation to Prime Minister Ola Brandt to visit Kenya.";
    has(text, "visits possible: Prime Minister Ola Brandt -> Kenya");
    assert!(claims(text).iter().all(|claim| !claim.contains("Oduya -> Kenya")), "{:?}", claims(text));
}

#[test]
fn what_a_state_pursues_another_that_backs_it_does_not_do() {
    for text in [
        "Kenya supports Norway's pursuit of cooperation with Peru.",
        "Kenyan President Ana Oduya urged Norway to stress the need for cooperation with Peru.",
    ] {
        assert!(
            claims(text).iter().all(|claim| !claim.contains("Kenya") || !claim.contains("-> Peru")),
            "{:?}",
            claims(text)
        );
    }
}

#[test]
fn the_name_of_a_town_stands_behind_the_noun() {
    let place = "located-in actual: the besieged Kenyan town -> Kenyan";
    has("Engineers restored power in the besieged Kenyan town of Kitale on Friday.", place);
    let found = claims("Engineers restored power in the besieged Kenyan town of Kitale on Friday.");
    assert_eq!(found.iter().filter(|claim| claim.starts_with("located-in")).count(), 1, "{found:?}");
    has("He flew to the outskirts of Bergen in Norway.", "located-in actual: Bergen -> Norway");
}

#[test]
fn an_agreement_written_with_a_capital_is_the_one_that_the_text_writes_so() {
    let text = "Kenya and Norway signed the Agreement on Energy on Monday. The Agreement replaces the existing \
                fisheries agreement. The Agreement addresses climate change.";
    has(text, "addresses actual: the Agreement on Energy -> climate change");
}

#[test]
fn a_government_is_not_the_regime_of_another_state() {
    let text = "The Sudanese regime arrested ten protesters in Khartoum. The Government will tackle drug trafficking.";
    has(text, "addresses planned: The Government -> drug trafficking");
}

#[test]
fn a_programme_to_do_something_is_about_it_whatever_comes_of_it() {
    let text = "Both leaders welcomed Kenya's development programme to enhance education and trade.";
    has(text, "addresses actual: Kenya's development programme -> education");
    assert!(!claims(text).iter().any(|claim| claim.starts_with("addresses possible")), "{:?}", claims(text));
}

#[test]
fn my_government_is_none_that_the_text_names_beside_it() {
    let text = "The Kenyan Government signed a treaty with the Government of Peru in March. I welcome it. \
                My Government has acted to reform taxation.";
    assert!(!claims(text).iter().any(|claim| claim.contains("Peru -> taxation")), "{:?}", claims(text));
    let text =
        "The Kenyan government faces an insurgency. The Government will boost funding for counter-terrorism.";
    assert!(
        !claims(text).iter().any(|claim| claim.starts_with("addresses planned: The Kenyan")),
        "{:?}",
        claims(text)
    );
}

#[test]
fn they_are_the_subject_of_the_sentence_before_rather_than_what_it_names_by_the_way() {
    let text = "The ministers discussed smuggling, which enriches criminal networks. They emphasised their commitment \
                to fight corruption.";
    has(text, "addresses planned: The ministers -> corruption");
}

#[test]
fn their_readiness_is_that_of_those_who_note_it() {
    let text = "Norwegian Prime Minister Ola Brandt and Kenyan President Ana Oduya met in Lisbon. Norway and Kenya \
                back the pact. The two leaders expressed their readiness to promote trade.";
    has(text, "addresses planned: Norwegian Prime Minister Ola Brandt -> trade");
}

#[test]
fn the_government_is_neither_the_former_one_nor_those_of_the_states() {
    for before in ["State Governments have asked for more money.", "The former Government left the pact."] {
        let text = format!("{before} The Government invited Norway to the talks.");
        has(&text, "requests actual: The Government -> Norway");
    }
}

#[test]
fn who_is_named_among_those_met_is_not_who_meets_them() {
    let text = "In meetings with President Ken Tanaka and Prime Minister Ola Brandt, the Prime Minister discussed trade.";
    assert!(claims(text).iter().all(|claim| !claim.starts_with("met-with")), "{:?}", claims(text));
}

#[test]
fn states_that_somebody_visits_do_not_talk_with_each_other() {
    let text =
        "The ministers discussed Brandt's visit to Kenya, Norway and Peru. They discussed fishing too.";
    assert!(claims(text).iter().all(|claim| !claim.starts_with("met-with")), "{:?}", claims(text));
}

#[test]
fn a_visit_that_is_announced_is_planned_wherever_it_is_named() {
    let text = "President Ana Oduya will visit Norway in May. President Oduya's visit to Norway underlines old ties.";
    has(text, "visits planned: President Ana Oduya -> Norway");
    assert!(
        claims(text)
            .iter()
            .all(|claim| !claim.starts_with("attended actual") && !claim.starts_with("located-in actual")),
        "{:?}",
        claims(text)
    );
}

#[test]
fn each_border_is_of_its_own_states() {
    let text = "They met at the Norwegian-Kenyan and Peruvian-Kenyan borders.";
    let found = claims(text);
    assert!(!found.iter().any(|claim| claim.contains("Peruvian-Kenyan borders -> Norwegian")), "{found:?}");
}
