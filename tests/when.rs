//! Which date dates a predicate, over the embedded model. The predicate stands between asterisks; published on a Friday.

use diplograph::annotate::Annotator;
use diplograph::claim::when;
use diplograph::lexicon::dates::DateLexicon;
use diplograph::lexicon::modality::ModalityLexicon;
use diplograph::mention::date;
use diplograph::resource::Resources;

use crate::modality::document;

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    let resources = Resources::data(&[]);
    let annotator = Annotator::load(&resources).unwrap();
    let dates = DateLexicon::load(&resources).unwrap();
    let lexicon = ModalityLexicon::load(&resources).unwrap();
    let mut wrong = Vec::new();
    for (marked, expected) in cases {
        let document = document(&marked.replace('*', ""), "2021-10-08");
        let annotated = annotator.annotate(&document);
        let mentions = date::find(&annotated, &dates);
        let predicate = annotated.token_at(marked.find('*').unwrap() as u32);
        let found = when::of(&annotated, predicate, &mentions, &lexicon);
        let found = found.map_or_else(|| "none".to_owned(), |when| when.to_string());
        if found != *expected {
            wrong.push(format!("{found}, not {expected}: {marked}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_date_in_the_clause_dates_the_predicate() {
    check(&[
        ("The two ministers *met* in Lisbon on Monday.", "2021-10-04"),
        ("The two ministers will *meet* in Lisbon on Monday.", "2021-10-11"),
        ("On Monday, the minister *met* the king.", "2021-10-04"),
        ("The minister *met* the envoys in Doha Thursday.", "2021-10-07"),
        ("The pact was *signed* in 1994.", "1994"),
        ("The parties have *met* since 2014.", "2014/.."),
    ]);
}

#[test]
fn an_event_has_the_date_beside_its_noun_or_its_verb() {
    check(&[
        ("Monday's *talks* will focus on water.", "2021-10-11"),
        ("On Monday they prepared the *talks*.", "none"),
        (
            "Two ministers were in *Doha* to meet with the emir and other officials Friday and discuss water.",
            "2021-10-08",
        ),
        ("The *talks* began on Monday.", "2021-10-04"),
        ("They held *talks* on Monday.", "2021-10-04"),
        ("They held *talks* on Monday morning.", "2021-10-04"),
        ("The *talks* are scheduled for Monday.", "2021-10-11"),
        ("They welcomed the *agreement* signed in May 2019.", "2019-05"),
        ("The minister spoke on Wednesday at a *conference* in Paris.", "2021-10-06"),
    ]);
}

#[test]
fn the_date_of_speaking_is_not_that_of_what_is_said() {
    check(&[
        ("The minister said on Monday that Ghana had *left* the pact.", "none"),
        ("The deal will *replace* the pact, officials said Thursday.", "none"),
        ("The two sides *voiced* their wish to meet in May 2022.", "none"),
        ("The minister agreed on Monday to *visit* Accra.", "none"),
        ("The minister said the two *met* on Monday.", "2021-10-04"),
        ("The minister *said* on Monday that the two would meet in May.", "2021-10-04"),
    ]);
}

#[test]
fn the_date_of_a_named_thing_stays_with_it() {
    check(&[
        ("Ghana *criticised* the agreement of May 2019.", "none"),
        ("Ghana *supports* the 2015 accord.", "none"),
    ]);
}

#[test]
fn verbs_of_one_subject_share_a_date() {
    check(&[
        ("On Monday the minister met the king and *signed* the pact.", "2021-10-04"),
        ("The minister will *lead* the mission and meet the king on Monday.", "2021-10-11"),
        ("The minister met the king on Monday and Kenya *signed* the pact.", "none"),
    ]);
}

#[test]
fn what_one_goes_for_is_done_when_one_goes() {
    check(&[
        ("The envoy flew to Lisbon on Monday to *meet* the king.", "2021-10-04"),
        ("The ministers were in Doha to *meet* with the emir and other officials Friday.", "2021-10-08"),
        ("The ministers were in *Doha* to meet the emir on Friday.", "2021-10-08"),
        ("Monday's visit was her third *trip* to Accra.", "2021-10-04"),
        ("The talks are expected to *begin* on Monday.", "2021-10-11"),
    ]);
}
