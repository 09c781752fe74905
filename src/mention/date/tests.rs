//! Without trees: tenses are not told, so that what is open lies where it is nearest.

use super::*;
use crate::lexicon::dates::DateLexicon;
use crate::model::BlockKind;
use crate::model::Document;
use crate::model::DocumentId;
use crate::model::OffsetBase;
use crate::model::Sentence;
use crate::model::Span;
use crate::model::Token;
use crate::model::Upos;
use crate::model::Xpos;
use crate::resource::Resources;

fn document(text: &str, date: &str) -> Document {
    Document {
        id: DocumentId("0".into()),
        path: "-".into(),
        title: None,
        source: None,
        date: date.parse().ok(),
        language: "en".into(),
        sha256: String::new(),
        offset_base: OffsetBase::Source,
        text: text.to_owned(),
        blocks: Vec::new(),
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(' ') {
        let word = piece.trim_end();
        let core = word.trim_end_matches([',', '.', ')']);
        let core =
            if core.len() + 1 == word.len() && word.ends_with('.') && core.len() <= 4 { word } else { core };
        let number =
            if core.ends_with("rs") || core.ends_with("ks") || core.ends_with("hs") || core.ends_with("ps") {
                Xpos::Nns
            } else {
                Xpos::Nn
            };
        let mut push = |from: usize, to: usize, xpos, upos| {
            let span = Span::at(start + from, start + to);
            let lemma = text[start + from..start + to].to_lowercase().into();
            tokens.push(Token { span, upos, xpos, lemma, head: None, deprel: Deprel::Root });
        };
        push(0, core.len(), number, Upos::Noun);
        if core.len() < word.len() {
            push(core.len(), word.len(), Xpos::Period, Upos::Punct);
        }
        start += piece.len();
    }
    tokens
}

fn dates(text: &str, published: &str) -> String {
    let document = document(text, published);
    let tokens = tokens(text);
    let sentence = Sentence { tokens: 0..tokens.len(), block: 0, kind: BlockKind::Paragraph };
    let annotated = Annotated::new(&document, vec![sentence], tokens);
    let lexicon = DateLexicon::load(&Resources::data(&[])).unwrap();
    let shown = |mention: Mention| {
        let when = mention.when.map_or_else(|| "?".to_owned(), |when| when.to_string());
        format!("{}={when}", mention.span.of(text))
    };
    find(&annotated, &lexicon).into_iter().map(shown).collect::<Vec<_>>().join("; ")
}

/// Friday.
const FRIDAY: &str = "2021-10-08";

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(dates(text, FRIDAY), *expected, "in: {text}");
    }
}

#[test]
fn a_full_date_reads_alike_in_every_order() {
    check(&[
        ("signed on 8 October 2021", "8 October 2021=2021-10-08"),
        ("signed on October 8, 2021, in Oslo", "October 8, 2021=2021-10-08"),
        ("signed on Friday, Oct. 8, 2021", "Friday, Oct. 8, 2021=2021-10-08"),
        ("signed on the 5th of June 1992", "the 5th of June 1992=1992-06-05"),
        ("a note of 16 October 1861", "16 October 1861=1861-10-16"),
        ("dated 2014-03-18", "2014-03-18=2014-03-18"),
        ("dated 18.3.2014", "18.3.2014=2014-03-18"),
        ("dated 18/3/2014", "18/3/2014=2014-03-18"),
        ("this 12th day of April 1997", "this 12th day of April 1997=1997-04-12"),
        ("the twenty-first of May 2003", "the twenty-first of May 2003=2003-05-21"),
    ]);
}

#[test]
fn a_numeric_date_that_may_be_read_two_ways_gives_its_year() {
    check(&[("dated 3/4/2014", "3/4/2014=2014")]);
}

#[test]
fn what_is_named_without_year_lies_near_publication() {
    check(&[
        ("met on October 12", "October 12=2021-10-12"),
        ("met on Dec. 20", "Dec. 20=2021-12-20"),
        ("met in March", "March=2021-03"),
        ("met last March", "last March=2021-03"),
        ("met on 15 December this year", "15 December this year=2021-12-15"),
        ("met in May last year", "May last year=2020-05"),
        ("met on Christmas Day", "Christmas Day=2021-12-25"),
        ("on New Year's Eve 1999", "New Year's Eve 1999=1999-12-31"),
    ]);
    assert_eq!(dates("met on 3 January", "2021-12-30"), "3 January=2022-01-03");
}

#[test]
fn ranges_and_lists_share_month_and_year() {
    check(&[
        ("met on 3-4 May 2022", "3-4 May 2022=2022-05-03/2022-05-04"),
        ("met on May 3 to 5, 2022", "May 3 to 5, 2022=2022-05-03/2022-05-05"),
        ("from 30 December to 2 January 2020", "30 December to 2 January 2020=2019-12-30/2020-01-02"),
        ("from 1994 to 2000", "1994 to 2000=1994/2000"),
        ("between March and May 2022", "March and May 2022=2022-03/2022-05"),
        ("in March and May 2022", "March=2022-03; May 2022=2022-05"),
        ("on 3, 9 and 15 May 2022", "3=2022-05-03; 9=2022-05-09; 15 May 2022=2022-05-15"),
        ("in the 2008-09 budget", "2008-09=2008/2009"),
        ("in March, April and May 2022", "March=2022-03; April=2022-04; May 2022=2022-05"),
        ("had its start in March 1915", "March 1915=1915-03"),
        ("in 2014 and 2016", "2014=2014; 2016=2016"),
        ("from Monday to Wednesday", "Monday to Wednesday=2021-10-04/2021-10-06"),
    ]);
}

#[test]
fn periods_are_intervals() {
    check(&[
        ("in the 1990s", "the 1990s=1990/1999"),
        ("in the early 1990s", "the early 1990s=1990/1999"),
        ("in the mid-1980s", "the mid-1980s=1980/1989"),
        ("in the ’90s", "the ’90s=1990/1999"),
        ("in the nineties", "the nineties=1990/1999"),
        ("in the 19th century", "the 19th century=1801/1900"),
        ("the second half of 2022", "the second half of 2022=2022-07/2022-12"),
        ("in the third quarter of 2021", "the third quarter of 2021=2021-07/2021-09"),
        ("in fiscal year 2023", "fiscal year 2023=2023"),
        ("in FY2023", "FY2023=2023"),
        ("at the end of 2022", "the end of 2022=2022"),
        ("in late November", "late November=2021-11"),
        ("in the spring of 2022", "the spring of 2022=2022"),
    ]);
}

#[test]
fn relative_times_count_from_publication() {
    check(&[
        ("today", "today=2021-10-08"),
        ("held yesterday", "yesterday=2021-10-07"),
        ("held the day before yesterday", "the day before yesterday=2021-10-06"),
        ("held last month", "last month=2021-09"),
        ("held last week", "last week=2021-09-27/2021-10-03"),
        ("held next week", "next week=2021-10-11/2021-10-17"),
        ("held earlier this week", "earlier this week=2021-10-04/2021-10-10"),
        ("held later this year", "later this year=2021"),
        ("held two days ago", "two days ago=2021-10-06"),
        ("held 3 years ago", "3 years ago=2018"),
        ("held a week ago", "a week ago=2021-09-27/2021-10-03"),
        ("held several years ago", "several years ago=?"),
        ("over the past five years", "the past five years=2016/2021"),
        ("over the next two weeks", "the next two weeks=2021-10-08/2021-10-22"),
        ("in recent years", ""),
        ("over the last day or so", ""),
        ("held last night", "last night=2021-10-07"),
        ("by year-end", "year-end=../2021"),
    ]);
}

#[test]
fn days_of_the_week_lie_around_publication() {
    check(&[
        ("Friday's meetings", "Friday=2021-10-08"),
        ("Monday's meetings", "Monday=2021-10-11"),
        ("Tuesday's meetings", "Tuesday=2021-10-05"),
        ("held last Friday", "last Friday=2021-10-01"),
        ("held next Friday", "next Friday=2021-10-15"),
        ("held on Tuesday of last week", "Tuesday of last week=2021-09-28"),
        ("held on Tuesday evening", "Tuesday=2021-10-05"),
    ]);
}

#[test]
fn some_times_count_from_the_date_named_before() {
    check(&[
        ("on 3 May 2019 and the same day", "3 May 2019=2019-05-03; the same day=2019-05-03"),
        ("on 3 May 2019 and the following day", "3 May 2019=2019-05-03; the following day=2019-05-04"),
        ("in 2015 against a year earlier", "2015=2015; a year earlier=2014"),
        ("in 2015 and later that year", "2015=2015; later that year=2015"),
        ("the same day", "the same day=?"),
    ]);
}

#[test]
fn since_until_and_by_open_an_end() {
    check(&[
        ("since 2014", "2014=2014/.."),
        ("until March 2022", "March 2022=../2022-03"),
        ("by 2030", "2030=../2030"),
    ]);
}

#[test]
fn numbers_ages_and_durations_are_no_dates() {
    check(&[
        ("paid $2014 to 1,914 people", ""),
        ("resolution 1973 of the council", ""),
        ("on the books for 13 years", ""),
        ("a two-year plan for 2000 teachers", ""),
        ("aged 45, of flight 1549", ""),
        ("at 14:30 with A2014", ""),
    ]);
}

#[test]
fn a_year_of_another_calendar_gives_no_date() {
    check(&[
        ("on 5 May 2562", "5 May 2562=?"),
        ("in 2562", ""),
        ("in 1442 AH", ""),
        ("in May 2560 BE", "May 2560=?"),
    ]);
}

#[test]
fn without_day_of_publication_relative_dates_have_no_value() {
    assert_eq!(dates("today, Friday, last month", ""), "today=?; Friday=?; last month=?");
    assert_eq!(dates("in May, in 2014", ""), "May=?; 2014=2014");
    assert_eq!(
        dates("last year, yesterday, last month", "2021-10"),
        "last year=2020; yesterday=?; last month=2021-09"
    );
}
