//! Who says what: whole sentences through reader, parser and mentions to statements.

use std::sync::LazyLock;

use diplograph::model::Statement;
use diplograph::pipeline::{Pipeline, PipelineOptions};
use diplograph::read::{ReadOptions, from_text};

static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| Pipeline::load(PipelineOptions::default()).unwrap());

/// What `show` makes of the statements of a text.
fn each(text: &str, show: impl Fn(&Statement, &dyn Fn(&Statement) -> String) -> String) -> Vec<String> {
    let document = from_text("note", text, &ReadOptions::default()).unwrap();
    let extraction = PIPELINE.extract(&document);
    let speakers = |statement: &Statement| {
        let names =
            statement.speakers.iter().map(|id| extraction.mentions[id.index()].span.of(&document.text));
        names.collect::<Vec<_>>().join(" + ")
    };
    extraction.statements.iter().map(|statement| show(statement, &speakers)).collect()
}

/// `speakers | form/act | content` of each statement.
fn said(text: &str) -> Vec<String> {
    each(text, |statement, speakers| {
        let words: Vec<_> = statement.content.iter().map(|span| span.of(text)).collect();
        format!("{} | {}/{} | {}", speakers(statement), statement.form, statement.act, words.join(" ... "))
    })
}

#[test]
fn a_quotation_is_said_by_the_one_named_after_before_or_inside_it() {
    assert_eq!(
        said("\"The border will open in May,\" Foreign Minister Ana Oduya said."),
        ["Foreign Minister Ana Oduya | direct/say | The border will open in May"]
    );
    assert_eq!(
        said("“The border will open in May,” said Foreign Minister Ana Oduya."),
        ["Foreign Minister Ana Oduya | direct/say | The border will open in May"]
    );
    assert_eq!(
        said("Foreign Minister Ana Oduya said: \"The border will open in May. It will stay open.\""),
        ["Foreign Minister Ana Oduya | direct/say | The border will open in May. It will stay open."]
    );
    assert_eq!(
        said("\"The border,\" Foreign Minister Ana Oduya said, \"will open in May.\""),
        ["Foreign Minister Ana Oduya | direct/say | The border ... will open in May."]
    );
}

#[test]
fn a_quotation_after_the_cues_full_stop_is_a_statement_of_its_own() {
    assert_eq!(
        said("\"The border will open,\" President Lena Brandt said. \"We are ready.\""),
        [
            "President Lena Brandt | direct/say | The border will open",
            "President Lena Brandt | direct/say | We are ready."
        ]
    );
}

#[test]
fn paragraphs_that_reopen_a_quotation_keep_its_speaker() {
    assert_eq!(
        said("President Lena Brandt said: \"We have talked for a week.\n\n\"Now we want a result.\""),
        [
            "President Lena Brandt | direct/say | We have talked for a week.",
            "President Lena Brandt | direct/say | Now we want a result."
        ]
    );
}

#[test]
fn scare_quotes_and_quoted_headings_are_no_statements() {
    assert_eq!(said("The ministers toured the \"green corridor\" and left for Oslo."), Vec::<String>::new());
    assert_eq!(
        said(
            "President Lena Brandt said the border would open.\n\n'Ready and willing'\n\nTrucks waited in line."
        ),
        ["President Lena Brandt | indirect/say | the border would open"]
    );
}

#[test]
fn a_reported_clause_is_said_with_or_without_that() {
    assert_eq!(
        said("President Lena Brandt said on Monday that the border would open."),
        ["President Lena Brandt | indirect/say | the border would open"]
    );
    assert_eq!(
        said("The border would open in May, President Lena Brandt said."),
        ["President Lena Brandt | indirect/say | The border would open in May"]
    );
    assert_eq!(
        said("President Lena Brandt said the border \"will never close\" again."),
        ["President Lena Brandt | mixed/say | the border \"will never close\" again"]
    );
    assert_eq!(
        said("According to President Lena Brandt, the border will open in May."),
        ["President Lena Brandt | indirect/say | the border will open in May"]
    );
}

#[test]
fn what_is_not_said_is_declined() {
    assert_eq!(
        said("President Lena Brandt declined to say how much the plan would cost."),
        ["President Lena Brandt | indirect/decline | how much the plan would cost"]
    );
    assert_eq!(
        said("President Lena Brandt would not comment on whether the border would open."),
        ["President Lena Brandt | indirect/decline | whether the border would open"]
    );
}

#[test]
fn the_act_follows_the_cue() {
    let act = |text: &str| said(text)[0].split(" | ").nth(1).unwrap().to_owned();
    assert_eq!(act("President Lena Brandt denied that the talks had failed."), "indirect/deny");
    assert_eq!(act("President Lena Brandt urged Norway to open the border."), "indirect/urge");
    assert_eq!(act("President Lena Brandt called on Norway to open the border."), "indirect/urge");
    assert_eq!(act("President Lena Brandt warned that the talks could fail."), "indirect/warn");
    assert_eq!(act("President Lena Brandt promised to open the border."), "indirect/promise");
    assert_eq!(act("President Lena Brandt accused Norway of breaking the agreement."), "indirect/accuse");
    assert_eq!(act("President Lena Brandt praised the new agreement."), "indirect/praise");
    assert_eq!(act("President Lena Brandt condemned the attack on the embassy."), "indirect/condemn");
    assert_eq!(act("President Lena Brandt announced a new border agreement."), "indirect/announce");
    assert_eq!(act("President Lena Brandt asked whether the border would open."), "indirect/ask");
}

#[test]
fn a_readout_stresses_and_expresses() {
    assert_eq!(
        said("President Lena Brandt stressed the importance of trade with Norway."),
        ["President Lena Brandt | indirect/say | the importance of trade with Norway"]
    );
    assert_eq!(
        said("President Lena Brandt expressed the hope that the talks would succeed."),
        ["President Lena Brandt | indirect/say | the talks would succeed"]
    );
    assert_eq!(
        said("President Lena Brandt expressed gratitude to Norway for its help."),
        ["President Lena Brandt | indirect/praise | its help"]
    );
    assert_eq!(
        said("President Lena Brandt described the talks as the most useful in years."),
        ["President Lena Brandt | indirect/say | the talks as the most useful in years"]
    );
}

#[test]
fn a_report_of_speech_without_content_is_no_statement() {
    assert_eq!(said("President Lena Brandt outlined the parameters of the plan."), Vec::<String>::new());
    assert_eq!(said("The presidents discussed trade."), Vec::<String>::new());
    assert_eq!(said("President Lena Brandt spoke in Oslo on Monday."), Vec::<String>::new());
}

#[test]
fn coordinated_cues_and_participles_share_their_speaker() {
    assert_eq!(
        said("President Lena Brandt thanked Norway for its help and called on Sweden to join the talks."),
        [
            "President Lena Brandt | indirect/praise | Norway for its help",
            "President Lena Brandt | indirect/urge | Sweden to join the talks"
        ]
    );
    assert_eq!(
        said("President Lena Brandt said the talks had failed, adding that the border would stay closed."),
        [
            "President Lena Brandt | indirect/say | the talks had failed",
            "President Lena Brandt | indirect/say | the border would stay closed"
        ]
    );
}

#[test]
fn joint_speakers_speak_together() {
    assert_eq!(
        said("President Lena Brandt and Foreign Minister Ana Oduya said that the border would open."),
        ["President Lena Brandt + Foreign Minister Ana Oduya | indirect/say | the border would open"]
    );
}

#[test]
fn the_paragraphs_of_a_transcript_belong_to_the_last_label() {
    assert_eq!(
        said(
            "President Lena Brandt:\n\nWelcome to Oslo.\n\nThe talks were good.\n\nQUESTION:\n\nWill the border open?"
        ),
        [
            "President Lena Brandt | direct/say | Welcome to Oslo.",
            "President Lena Brandt | direct/say | The talks were good.",
            " | direct/ask | Will the border open?"
        ]
    );
}

#[test]
fn a_report_inside_a_statement_knows_the_one_around_it() {
    let within = each(
        "\"Minister Ana Oduya told us that the border would open,\" President Lena Brandt said.",
        |statement, speakers| {
            format!("{} in {:?}", speakers(statement), statement.within.map(|outer| outer.0))
        },
    );
    assert_eq!(within, ["President Lena Brandt in None", "Minister Ana Oduya in Some(0)"]);
}

#[test]
fn unbalanced_marks_leave_the_rest_of_the_text_alone() {
    assert_eq!(
        said("The \"old treaty is dead.\n\n\"The border will open,\" President Lena Brandt said.")
            .last()
            .unwrap(),
        "President Lena Brandt | direct/say | The border will open"
    );
}

#[test]
fn time_and_place_of_an_utterance_stand_beside_its_cue() {
    let text = "\"The border will open,\" President Lena Brandt said on 4 May 2020 in Oslo.";
    let document = from_text("note", text, &ReadOptions::default()).unwrap();
    let extraction = PIPELINE.extract(&document);
    let statement = &extraction.statements[0];
    assert_eq!(statement.when.map(|when| when.to_string()).as_deref(), Some("2020-05-04"));
    let places: Vec<_> =
        statement.setting.iter().map(|id| extraction.mentions[id.index()].span.of(text)).collect();
    assert_eq!(places, ["Oslo"]);
}

#[test]
fn a_list_after_a_colon_is_said_with_its_lead() {
    assert_eq!(
        said("President Lena Brandt said that the plan includes:\n\n- a new bridge;\n\n- a new road."),
        ["President Lena Brandt | indirect/say | the plan includes ... a new bridge; ... a new road."]
    );
}

#[test]
fn what_could_be_said_is_not_said() {
    assert_eq!(said("President Lena Brandt could say that the talks failed."), Vec::<String>::new());
}

#[test]
fn segments_of_a_joint_statement_share_their_speaker() {
    let acts = said(
        "President Lena Brandt welcomed the new treaty; stressed the importance of trade; urged Norway to join it.",
    );
    assert_eq!(
        acts,
        [
            "President Lena Brandt | indirect/praise | the new treaty",
            "President Lena Brandt | indirect/say | the importance of trade",
            "President Lena Brandt | indirect/urge | Norway to join it"
        ]
    );
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    /// Whatever the marks and words, nothing fails, and every span covers words of the text.
    #[test]
    fn any_mixture_of_words_and_marks_gives_spans_of_the_text(
        words in proptest::collection::vec(proptest::sample::select(vec![
            "\"", "“", "”", "‘", "’", "'", "''", "``", "«", "»", ",", ".", ":", ";", "—", "?", "said", "Ana Oduya", "that",
            "the talks", "failed", "according to", "and", "urged", "to", "not", "declined", "who", "as", "\n\n", "QUESTION:",
            "(", ")", "é", "he", "described", "is", "- item",
        ]), 1..60)
    ) {
        let text = words.join(" ");
        if let Ok(document) = from_text("note", &text, &ReadOptions::default()) {
            for statement in PIPELINE.extract(&document).statements {
                for span in statement.content.iter().chain(&statement.cue).chain(&statement.source) {
                    proptest::prop_assert!(!span.of(&document.text).trim().is_empty(), "{span:?} in {text:?}");
                }
            }
        }
    }
}

#[test]
fn words_in_brackets_and_between_commas_stand_between_speaker_and_cue() {
    assert_eq!(
        said("\"We cannot agree,\" Senator Ana Oduya (D-Ohio) said."),
        ["Senator Ana Oduya | direct/say | We cannot agree"]
    );
    assert_eq!(
        said("Senator Ana Oduya, D-Ohio, said she would resign."),
        ["Senator Ana Oduya | indirect/say | she would resign"]
    );
}

#[test]
fn somebody_of_whom_nothing_is_known_speaks_too() {
    assert_eq!(said("Someone asked how the talks would end."), [" | indirect/ask | how the talks would end"]);
}

#[test]
fn a_cue_parts_an_opening_phrase_from_its_clause() {
    assert_eq!(
        said("To understand the treaty, President Lena Brandt said, one should visit the border."),
        ["President Lena Brandt | indirect/say | To understand the treaty ... one should visit the border"]
    );
}

#[test]
fn a_dash_attributes_a_quotation_that_ended_its_sentence() {
    let found = said("\"We will win this.\" \u{2015} President Lena Brandt");
    assert!(found.len() == 1 && found[0].ends_with("| direct/say | We will win this."), "{found:?}");
}

#[test]
fn refusals_to_comment_keep_what_is_refused() {
    assert_eq!(
        said("President Lena Brandt declined to comment further."),
        ["President Lena Brandt | indirect/decline | to comment further"]
    );
    assert_eq!(
        said("President Lena Brandt declined to say how much it would cost."),
        ["President Lena Brandt | indirect/decline | how much it would cost"]
    );
}

#[test]
fn adjectives_and_owned_nouns_tell_what_somebody_holds() {
    assert_eq!(
        said("President Lena Brandt was confident that the talks would go on."),
        ["President Lena Brandt | indirect/say | the talks would go on"]
    );
    assert_eq!(
        said("The ministers rejected President Lena Brandt's call for a ceasefire."),
        ["President Lena Brandt | indirect/urge | a ceasefire"]
    );
}

#[test]
fn that_after_a_date_or_place_opens_what_is_said() {
    assert_eq!(
        said("President Lena Brandt said on Monday that Portugal supports the treaty."),
        ["President Lena Brandt | indirect/say | Portugal supports the treaty"]
    );
}

#[test]
fn the_card_of_a_person_is_a_label_too() {
    let text = "President of Kenya Ana Oduya: Colleagues, thank you for coming.\n\n\
                President of Norway Ola Brandt Brandt OlaPresident of Norway: We are glad to be here.";
    let found = told(text);
    assert!(found.iter().any(|one| one.starts_with("President of Norway Ola Brandt")), "{found:?}");
}

/// `speakers | first words | addressees` of each statement.
fn told(text: &str) -> Vec<String> {
    let document = from_text("note", text, &ReadOptions::default()).unwrap();
    let extraction = PIPELINE.extract(&document);
    let names = |ids: &[diplograph::model::MentionId]| {
        let spans = ids.iter().map(|id| extraction.mentions[id.index()].span.of(&document.text));
        spans.collect::<Vec<_>>().join(" + ")
    };
    let show = |it: &Statement| format!("{} | {}", names(&it.speakers), names(&it.addressees));
    extraction.statements.iter().map(show).collect()
}

#[test]
fn the_author_of_a_text_says_what_it_says_in_the_first_person() {
    let signed = "The harbour was closed for a week.\n\nI told the mayor that the pact would hold.\n\nPiet Vanderhoek\n";
    assert_eq!(said(signed), ["Piet Vanderhoek | indirect/say | the pact would hold"]);
    let headed =
        "# Statement by Foreign Minister Ana Oduya\n\nI welcome the return of the envoys to the talks.\n";
    assert_eq!(
        said(headed),
        ["Foreign Minister Ana Oduya | indirect/praise | the return of the envoys to the talks"]
    );
    let sent =
        "# Ambassador Piet Vanderhoek to Secretary Ana Oduya\n\nI told the mayor that the pact would hold.\n";
    assert_eq!(said(sent), ["Ambassador Piet Vanderhoek | indirect/say | the pact would hold"]);
    let themselves = "We, Piet Vanderhoek and Ana Oduya, affirm that the lake is drying out.\n\n\
                      We reaffirm our support for the lake pact.\n";
    assert_eq!(
        said(themselves),
        [
            "Piet Vanderhoek + Ana Oduya | indirect/say | the lake is drying out",
            "Piet Vanderhoek + Ana Oduya | indirect/say | our support for the lake pact"
        ]
    );
    let nobody = "The harbour was closed for a week.\n\nWe reaffirm our support for the lake pact.\n";
    assert_eq!(said(nobody), ["We | indirect/say | our support for the lake pact"]);
}

#[test]
fn the_first_person_of_joint_authors_is_all_of_them() {
    let text = "We reaffirm our support for the lake pact.\n\nPiet Vanderhoek\n\nAna Oduya\n";
    assert_eq!(said(text), ["Piet Vanderhoek + Ana Oduya | indirect/say | our support for the lake pact"]);
}

#[test]
fn the_office_of_a_heading_is_nobody_named_further_down() {
    let body = "The lake is deep.\n\n".repeat(9);
    let text = format!(
        "# Statement by the president\n\n{body}President Tomas Lindqvist met the mayors.\n\nI welcome the return of the envoys.\n"
    );
    assert!(said(&text).iter().all(|it| !it.contains("Lindqvist")), "{:?}", said(&text));
}

#[test]
fn we_of_a_joint_statement_are_those_who_speak_together_in_it() {
    let text = "# Joint statement on the lake\n\nKenya and Peru stressed that the lake is drying out.\n\n\
                We reaffirm our support for the pact.\n";
    assert_eq!(
        said(text),
        [
            "Kenya + Peru | indirect/say | the lake is drying out",
            "Kenya + Peru | indirect/say | our support for the pact"
        ]
    );
    let alone = text.replace("Joint statement", "Statement");
    assert_eq!(said(&alone)[1], "We | indirect/say | our support for the pact");
}

#[test]
fn a_letterhead_of_one_tells_nothing_of_we() {
    let text = "PRIME MINISTER\n\nWe reaffirm our support for the lake pact.\n";
    assert!(said(text).iter().all(|it| !it.starts_with("PRIME")), "{:?}", said(text));
}

#[test]
fn the_one_to_whom_a_letter_goes_is_addressed() {
    let text =
        "Foreign Minister Ana Oduya said in a letter to Ambassador Piet Vanderhoek that the pact would hold.";
    assert_eq!(told(text), ["Foreign Minister Ana Oduya | Ambassador Piet Vanderhoek"]);
}

#[test]
fn a_quotation_reopened_in_each_paragraph_keeps_its_speaker() {
    let text = "“The lake is drying out,” Foreign Minister Ana Oduya said. “We have waited for years.\n\n\
                “We cannot wait for another year.\n\n“The pact must come now.”";
    let found = said(text);
    assert!(found.len() > 2, "{found:?}");
    assert!(found.iter().all(|it| it.starts_with("Foreign Minister Ana Oduya | direct/say")), "{found:?}");
}

#[test]
fn a_colon_gives_the_words_to_the_one_before_it() {
    assert_eq!(
        said("Foreign Minister Ana Oduya: \"The border will open in May.\""),
        ["Foreign Minister Ana Oduya | direct/say | The border will open in May."]
    );
}

#[test]
fn a_dash_gives_a_quotation_to_the_one_with_a_title_behind_it() {
    assert_eq!(
        said("\"The border will open in May.\" - Foreign Minister Ana Oduya"),
        ["Foreign Minister Ana Oduya | direct/say | The border will open in May."]
    );
}

#[test]
fn those_who_ask_in_a_transcript_are_nobody_known() {
    for asker in ["QUESTION", "JOURNALIST", "REPORTER", "Q UESTION"] {
        let text = format!(
            "{asker}: Will the border open?\n\nMINISTER ODUYA: It will open in May.\n\n{asker}: When in May?\n\nMINISTER ODUYA: Early."
        );
        let document = from_text("note", &text, &ReadOptions::default()).unwrap();
        let extraction = PIPELINE.extract(&document);
        let speakers: Vec<usize> = extraction.statements.iter().map(|it| it.speakers.len()).collect();
        assert_eq!(speakers, [0, 1, 0, 1], "{asker}");
        let named = extraction.mentions.iter().any(|mention| mention.span.of(&text).contains(asker));
        assert!(!named, "{asker}");
    }
}

#[test]
fn initials_before_questions_and_answers_are_labels() {
    let text =
        "Q. Will the border open?\n\nA. It will open in May.\n\nQ. When in May?\n\nA. Early in the month.";
    let words: Vec<String> = said(text);
    assert_eq!(
        words,
        [
            " | direct/ask | Will the border open?",
            " | direct/say | It will open in May.",
            " | direct/ask | When in May?",
            " | direct/say | Early in the month."
        ]
    );
}

#[test]
fn attitudes_are_told_apart_from_statements() {
    use diplograph::annotate::Annotator;
    use diplograph::claim::attribution;
    use diplograph::lexicon::Lexicon;
    use diplograph::resource::Resources;
    use diplograph::schema::Schema;

    let text = "Foreign Minister Ana Oduya opposes the lake pact. The ministers plan to meet in May. \
                Ana Oduya said that Kenya wants to leave.";
    let data = Resources::data(&[]);
    let lexicon = Lexicon::load(&data, &Schema::load(&Resources::schema(&[])).unwrap()).unwrap();
    let document = from_text("note", text, &ReadOptions::default()).unwrap();
    let annotator = Annotator::load(&data).unwrap();
    let annotated = annotator.annotate(&document);
    let mentions = diplograph::mention::find(&annotated, &lexicon);
    let chains = diplograph::coreference::chains(&annotated, &mentions, &lexicon);
    let speech = vec![];
    let all = attribution::attitudes(&annotated, &mentions, &chains, &lexicon.cues, &speech);
    let cues = |found: &[diplograph::model::Attitude]| -> Vec<String> {
        found.iter().map(|it| it.cue.of(text).to_owned()).collect()
    };
    let statements = attribution::find(&annotated, &mentions, &chains, &lexicon.cues);
    let apart = attribution::attitudes(&annotated, &mentions, &chains, &lexicon.cues, &statements);
    assert!(cues(&all).contains(&"plan".to_owned()), "{all:?}");
    // What is said, and what is wanted in it, is no attitude that the author tells of.
    assert!(cues(&apart).iter().all(|cue| cue != "said" && cue != "wants"), "{apart:?}");
    for attitude in &apart {
        assert!(statements.iter().all(|it| it.cue != Some(attitude.cue)));
    }
}

/// What the statements of a text are about, in the words of the first mention of each.
fn matters(text: &str) -> Vec<String> {
    let document = from_text("note", text, &ReadOptions::default()).unwrap();
    let extraction = PIPELINE.extract(&document);
    let about = extraction.statements.iter().flat_map(|statement| &statement.about);
    about.map(|id| extraction.mentions[id.index()].span.of(&document.text).to_owned()).collect()
}

#[test]
fn the_speakers_own_state_is_meant_by_our_country() {
    let text = "Kenyan Foreign Minister Ana Oduya visited Norway. \"Our country wants peace,\" Oduya said.";
    let found = matters(text);
    assert!(found.iter().any(|words| words == "Kenyan"), "{found:?}");
    assert!(!found.iter().any(|words| words == "Norway"), "{found:?}");
}

#[test]
fn both_countries_are_those_of_which_the_text_tells() {
    let text = "Kenyan Foreign Minister Ana Oduya visited Norway. \"Both countries want peace,\" Oduya said.";
    let found = matters(text);
    assert!(["Kenyan", "Norway"].iter().all(|state| found.iter().any(|words| words == state)), "{found:?}");
}
