//! Names of persons, bodies and places that no list holds.

use std::sync::LazyLock;

use diplograph::model::{MentionForm, NodeKind};
use diplograph::pipeline::{Pipeline, PipelineOptions};
use diplograph::read::{ReadOptions, from_text};

static PIPELINE: LazyLock<Pipeline> =
    LazyLock::new(|| Pipeline::load(PipelineOptions::default()).expect("the embedded data load"));

fn names(text: &str) -> Vec<(String, String)> {
    let document = from_text("note", text, &ReadOptions::default()).unwrap();
    let extraction = PIPELINE.extract(&document);
    let named = extraction.mentions.iter().filter(|mention| mention.form == MentionForm::Name);
    named
        .filter_map(|mention| {
            let kind = mention.kind.as_ref().map(NodeKind::as_str)?.to_owned();
            Some((mention.name?.of(text).to_owned(), kind))
        })
        .collect()
}

fn kind_of(text: &str, name: &str) -> Option<String> {
    names(text).into_iter().find(|found| found.0 == name).map(|found| found.1)
}

#[test]
fn unknown_names_get_the_kind_that_their_place_tells() {
    let text = "Ilse Marchetti-Holt met members of the Progressive Harvest Party near Skarnvik.";
    assert_eq!(kind_of(text, "Ilse Marchetti-Holt").as_deref(), Some("official"));
    assert_eq!(kind_of(text, "Progressive Harvest Party").as_deref(), Some("organization"));
    assert_eq!(kind_of(text, "Skarnvik").as_deref(), Some("place"));
}

#[test]
fn initials_without_stops_belong_to_the_name_in_a_line_of_capitals() {
    let text = "SPEECH BY THE PRIME MINISTER, THE HON P J OAKFIELD, MP\n\nThe talks in Oslo went well.";
    assert!(names(text).iter().any(|(name, _)| name == "P J OAKFIELD"), "{:?}", names(text));
}

#[test]
fn a_family_name_stays_a_person_where_the_text_has_it_with_a_title() {
    let text = "Foreign Minister Ana Lumen opened the talks. Lumen said that they would be short.";
    assert!(names(text).iter().all(|(name, kind)| !name.ends_with("Lumen") || kind == "official"));
}

#[test]
fn a_family_name_that_is_also_a_title_stays_with_the_given_name() {
    let found = names("Defence Secretary Tom King promised aid. King Olav met the envoy.");
    assert!(found.iter().any(|(name, kind)| name == "Tom King" && kind == "official"), "{found:?}");
    assert!(found.iter().any(|(name, _)| name == "Olav"), "{found:?}");
    let member = names("The Hon John Howard MP spoke to the Chief of Staff. HOWARD MP left.");
    assert!(member.iter().all(|(name, _)| !name.ends_with("MP")), "{member:?}");
}

#[test]
fn a_direction_with_a_capital_names_another_people() {
    let found = names("Every South Australian voted. South Korean officials met Kenyan farmers.");
    assert!(found.iter().all(|(name, _)| name != "Australian"), "{found:?}");
}

#[test]
fn a_people_that_is_counted_is_no_person() {
    let found = names("Up to 100 ethnic Somalis met the minister in Kenya.");
    assert!(found.iter().any(|(name, kind)| name == "Somalis" && kind == "organization"), "{found:?}");
}

#[test]
fn a_minister_who_is_called_like_a_month_is_no_date() {
    let text =
        "Prime Minister May visited Kenya. In May she left. May said in Peru that the talks would go on.";
    let found = names(text);
    assert!(found.iter().any(|(name, kind)| name == "May" && kind == "official"), "{found:?}");
    assert!(found.iter().all(|(name, kind)| !name.contains("May") || kind == "official"), "{found:?}");
}

#[test]
fn a_state_is_not_cut_short_by_the_organization_whose_name_it_begins_with() {
    let found = names("The Commonwealth of Australia signed the pact. The Commonwealth met in Perth.");
    assert!(found.iter().any(|(name, kind)| name.ends_with("Australia") && kind == "country"), "{found:?}");
    assert!(
        found.iter().any(|(name, kind)| name.ends_with("Commonwealth") && kind == "organization"),
        "{found:?}"
    );
}

#[test]
fn a_word_of_every_day_with_a_capital_is_nobody() {
    let text = "The Department of Energy and Tourism met the envoys. Energy said little of it. Foreign Minister Ana Rice spoke; Rice then left.";
    let found = names(text);
    assert!(found.iter().all(|(name, kind)| name != "Energy" || kind != "official"), "{found:?}");
    assert!(found.iter().any(|(name, kind)| name.ends_with("Rice") && kind == "official"), "{found:?}");
}

#[test]
fn initials_behind_a_pair_of_states_are_their_pact_not_the_agency_so_called() {
    let text = "The Kenya-Norway EPA negotiations ended. The EPA in Washington said nothing.";
    let named = names(text);
    let agencies = named.iter().filter(|(_, kind)| kind == "agency").count();
    assert_eq!(agencies, 1, "{named:?}");
}

#[test]
fn a_plural_is_a_body_rather_than_one_person() {
    let found = names("The Lumenists attacked the convoy. The envoy blamed the Lumenists.");
    assert!(
        found.iter().any(|(name, kind)| name.ends_with("Lumenists") && kind == "organization"),
        "{found:?}"
    );
}

#[test]
fn a_body_of_two_fields_has_one_name() {
    let text =
        "Officials of the Fisheries and Harbours Commission met the Farmers' Council on Seeds in Oslo.";
    let found = names(text);
    for name in ["Fisheries and Harbours Commission", "Farmers' Council on Seeds"] {
        assert!(found.iter().any(|(known, kind)| known == name && kind == "agency"), "{name}: {found:?}");
    }
}

#[test]
fn the_name_of_a_pact_ends_before_what_it_does() {
    let text = "It was changed by the Agreement Amending the Harbour Treaty.\n\n\
                TREATY OF TRADE BETWEEN THE GOVERNMENT OF NORWAY AND THE GOVERNMENT OF KENYA";
    let found = names(text);
    assert!(found.iter().any(|(name, _)| name == "TREATY OF TRADE"), "{found:?}");
    assert!(found.iter().all(|(name, _)| !name.contains("Amending")), "{found:?}");
}

#[test]
fn a_transcript_that_begins_a_name_again_does_not_lengthen_it() {
    let found = names("President of Norway Ola Lumen Lumen OlaPresident of Norway: Thank you very much.");
    assert!(found.iter().any(|(name, kind)| name == "Ola Lumen" && kind == "official"), "{found:?}");
}
