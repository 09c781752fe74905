//! What a text is about: whole sentences through reader, parser and mentions to issue areas.

use std::sync::LazyLock;

use diplograph::model::NodeKind;
use diplograph::pipeline::{Pipeline, PipelineOptions};
use diplograph::read::{ReadOptions, from_text};

static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| Pipeline::load(PipelineOptions::default()).unwrap());

/// The issues named in a text, each with the area of the schema that it is or falls under.
fn issues(text: &str) -> Vec<(String, String)> {
    let document = from_text("note", text, &ReadOptions::default()).unwrap();
    let mentions = PIPELINE.extract(&document).mentions;
    let topics = mentions.iter().filter(|mention| mention.kind.as_ref() == Some(&NodeKind::TOPIC));
    topics
        .map(|mention| {
            let broader = mention.attributes.get("broader").cloned().unwrap_or_default();
            let area = mention.entry.as_ref().map_or(broader, |key| key.replace("topic.", "= "));
            (mention.span.of(text).to_owned(), area)
        })
        .collect()
}

fn named(text: &str) -> Vec<String> {
    issues(text).into_iter().map(|(words, _)| words).collect()
}

#[test]
fn each_issue_of_a_list_is_one_of_its_own() {
    assert_eq!(
        named("The two countries agreed to fight drug trafficking, money laundering and corruption."),
        ["drug trafficking", "money laundering", "corruption"]
    );
}

#[test]
fn an_issue_in_the_texts_own_words_falls_under_an_area_of_the_schema() {
    let found = issues("Kenya and Uganda discussed cross-border livestock trade and human rights.");
    assert!(found.contains(&("human rights".to_owned(), "= human-rights".to_owned())), "{found:?}");
    assert!(
        found.iter().any(|(words, area)| words.ends_with("livestock trade") && area == "trade"),
        "{found:?}"
    );
}

#[test]
fn what_is_discussed_or_worked_on_is_an_issue_whatever_its_words() {
    for (text, issue) in [
        ("Kenya and Uganda discussed the militarization of Zembla.", "militarization of Zembla"),
        ("The ministers held talks on battleship quotas.", "battleship quotas"),
        ("Oduya promised to improve the quality of management.", "quality of management"),
        ("Oduya raised the question of lake tolls.", "lake tolls"),
        ("The presidents exchanged views on the latest developments in Zembla.", "developments in Zembla"),
        ("Special attention was paid to the situation in the Lake Region.", "situation in the Lake Region"),
        ("The ministers held talks on the delivery of maize.", "delivery of maize"),
        ("Kenya banned the export of copper and cobalt.", "export of copper and cobalt"),
        ("The ministers discussed lake tolls and the repair of harbours.", "repair of harbours"),
        ("The talks covered issues such as lake tolls and port fees.", "port fees"),
    ] {
        assert!(named(text).iter().any(|words| words == issue), "{:?}: {text}", named(text));
    }
}

#[test]
fn what_only_happens_to_stand_behind_such_words_is_none() {
    for text in [
        "The ministers discussed it at a round table.",
        "They raised their glasses.",
        "Oduya improved his time.",
    ] {
        assert_eq!(named(text), [""; 0], "{text}");
    }
}

#[test]
fn words_that_say_nothing_of_the_matter_are_no_issues() {
    for text in [
        "The ministers discussed the matter at length.",
        "The ministers discussed the situation",
        "Relations have improved, the envoy said.",
        "They praised the new approach and the good progress.",
    ] {
        assert_eq!(named(text), [""; 0], "{text}");
    }
}

#[test]
fn an_article_that_points_back_names_no_issue() {
    assert!(named("Minister Brandt expressed interest in the partnership.").is_empty());
    assert_eq!(named("Minister Brandt expressed interest in energy partnership."), ["energy partnership"]);
}

#[test]
fn relations_of_two_states_are_no_diplomatic_relations_and_transnational_crime_is_not_organized_crime() {
    let found =
        issues("Kenya and Uganda discussed bilateral relations, transnational crime and agriculture.");
    let area = |words: &str| found.iter().find(|one| one.0 == words).map(|one| one.1.as_str());
    assert_eq!(area("bilateral relations"), Some("= bilateral-relations"), "{found:?}");
    assert_eq!(area("transnational crime"), Some("= transnational-crime"), "{found:?}");
    assert_eq!(area("agriculture"), Some("= agriculture"), "{found:?}");
}

#[test]
fn an_issue_ends_where_its_name_ends() {
    for (text, issue) in [
        (
            "Kenya signed an agreement on the exemption of income or the exemption of goods.",
            "exemption of income",
        ),
        (
            "Oduya discussed the situation around the Lisbon Plan of Action.",
            "situation around the Lisbon Plan of Action",
        ),
        ("Kenya adopted a Convention to prevent the tragic loss of life at sea.", "tragic loss of life"),
        ("The ministers discussed the maintenance of the rule of law.", "maintenance of the rule of law"),
        ("The pact improves the environment for two-way investment.", "environment for two-way investment"),
    ] {
        assert!(named(text).iter().any(|words| words == issue), "{text}: {:?}", named(text));
    }
    let through =
        named("Oduya underlined the desire to enhance the relationship through practical cooperation.");
    assert!(!through.iter().any(|words| words.contains("through")), "{through:?}");
}

#[test]
fn what_only_says_that_something_is_done_together_is_no_issue_where_its_field_stands_behind_it() {
    let found =
        named("Kenya provides a framework for cooperation between our countries on nuclear technology.");
    assert!(found.iter().any(|words| words == "nuclear technology"), "{found:?}");
    assert!(!found.iter().any(|words| words == "cooperation"), "{found:?}");
}

#[test]
fn one_word_of_a_coordination_that_shares_the_others_words_is_no_issue() {
    let found = named("The summit will fight tax avoidance and evasion.");
    assert!(!found.iter().any(|words| words == "evasion"), "{found:?}");
}
