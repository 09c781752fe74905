use proptest::prelude::*;

use super::*;
use crate::model::BlockKind;

/// The prose of each block, lines parted by `/`, headings after `#`, items after `-`.
fn prose(text: &str) -> Vec<String> {
    blocks(text, 0..text.len())
        .iter()
        .map(|block| {
            let words: Vec<&str> = block.spans.iter().map(|span| span.of(text)).collect();
            let sign = match block.kind {
                BlockKind::Paragraph => "",
                BlockKind::Heading => "# ",
                BlockKind::Item => "- ",
            };
            format!("{sign}{}", words.join(" / "))
        })
        .collect()
}

#[test]
fn a_line_is_a_paragraph_where_lines_are_long() {
    let text = "The envoys of both lake states met in the capital on Monday, and their talks went on until the evening of the next day.\n\
                They agreed on a first text.\nNo date was set for the signing of the water treaty, said the spokesman of the northern delegation.\n";
    assert_eq!(prose(text), text.lines().collect::<Vec<_>>());
}

#[test]
fn lines_broken_at_a_width_are_one_paragraph() {
    let text = "The envoys of both lake states met in the capital on Monday, and their\n\
                talks went on until the evening of the next day. They agreed on a first\n\
                text of the\nwater treaty.\n\nNo date was set for the signing, said the spokesman of the northern\nMinistry of Waters.\n";
    assert_eq!(
        prose(text),
        [
            "The envoys of both lake states met in the capital on Monday, and their / talks went on until the evening of the \
             next day. They agreed on a first / text of the / water treaty.",
            "No date was set for the signing, said the spokesman of the northern / Ministry of Waters.",
        ]
    );
}

#[test]
fn two_lines_may_break_before_a_name() {
    let text = "The envoys of both lake states met in the capital with Prime Minister\nAna Oduya on Monday.";
    assert_eq!(prose(text).len(), 1);
}

#[test]
fn scanned_lines_with_empty_lines_between_are_joined() {
    let text = "STATEMENT BY THE PRIME MINISTER\n\nWATER POLICY\n\nThe Government welcomes the news that the southern state may be willing to\n\n\
                sign the water treaty, which sets a limit to the use of the lake, and to close\n\n\
                the old dam.\n\nThe offer was made by an official of the southern Ministry of Waters in talks with\n\n\
                Ambassador Brandt.\n\n-2-\n\nIf this position is confirmed at the meeting of the Joint Lake\n\n2\n\n\
                Commission today, it would be a step forward.\n\nCAPITAL 8 October 2021\n";
    assert_eq!(
        prose(text),
        [
            "# STATEMENT BY THE PRIME MINISTER",
            "# WATER POLICY",
            "The Government welcomes the news that the southern state may be willing to / sign the water treaty, which sets a \
             limit to the use of the lake, and to close / the old dam.",
            "The offer was made by an official of the southern Ministry of Waters in talks with / Ambassador Brandt.",
            "If this position is confirmed at the meeting of the Joint Lake / Commission today, it would be a step forward.",
            "CAPITAL 8 October 2021",
        ]
    );
}

#[test]
fn capitals_make_no_headings_where_all_is_in_capitals() {
    let text = "THE GOVERNMENTS OF THE LAKE STATES CONSIDER THAT THE OLD TREATY OF THE\n\nWATERS IS A BURDEN TO THE PEOPLE OF THE REGION AND TO THE\n\n\
                FISHERMEN OF THE TOWNS. THEY AGREE THAT A NEW TREATY MUST BE MADE BY THE\n\nEND OF THE YEAR.\n\nA. THE DAMS WILL BE OPEN TO THE \
                INSPECTORS OF THE COMMISSION OF THE\n\nLAKE.\n\nB. THE TOLLS WILL BE LOWERED BY A HALF ON THE FIRST DAY OF THE MONTH OF\n\nMAY.\n";
    let prose = prose(text);
    assert_eq!(prose.len(), 3, "{prose:#?}");
    assert!(prose[1].starts_with("- THE DAMS") && prose[2].starts_with("- THE TOLLS"), "{prose:#?}");
}

#[test]
fn a_sentence_that_a_link_broke_is_joined() {
    let text = "The envoys of the two lake states met on Monday to speak of the old water treaty, and parted without a date, their spokesmen said later.\n\
                Asked about the removal of\nKarran fishermen\n from the shore, she said the talks would go on.\n\
                She spoke of the treaty.\n'Fair and lasting'\nThe accord will replace a treaty of 1952.\n";
    assert_eq!(
        prose(text)[1..],
        [
            "Asked about the removal of / Karran fishermen / from the shore, she said the talks would go on.",
            "She spoke of the treaty.",
            "# 'Fair and lasting'",
            "The accord will replace a treaty of 1952.",
        ]
    );
}

#[test]
fn a_full_stop_alone_on_its_line_ends_the_sentence() {
    assert_eq!(
        prose("The envoys met the leader of the\nLake League\n.\n"),
        ["The envoys met the leader of the / Lake League / ."]
    );
}

#[test]
fn list_marks_are_masked() {
    let text = "The parties agreed on:\n\n(a) trade, and\n\n(b) borders.\n\n• dams\n\n1. Fish\n\na)\n\nThe rest will follow.\n\nJ. Brandt\n";
    assert_eq!(
        prose(text),
        [
            "The parties agreed on:",
            "- trade, and",
            "- borders.",
            "- dams",
            "- Fish",
            "- The rest will follow.",
            "J. Brandt"
        ]
    );
}

#[test]
fn a_mark_with_nothing_behind_it_is_kept() {
    assert_eq!(prose("The parties agreed on:\n\na)\n"), ["The parties agreed on:", "a)"]);
}

#[test]
fn short_lines_without_an_end_are_headings() {
    let text = "Elements of the accord\n\nThe accord has three parts, and each will be signed on its own.\n\n[Telegram]\n\nIt was sent late.\n\nBrandt\n";
    assert_eq!(
        prose(text),
        [
            "# Elements of the accord",
            "The accord has three parts, and each will be signed on its own.",
            "# [Telegram]",
            "It was sent late.",
            "Brandt",
        ]
    );
}

#[test]
fn a_text_without_full_stops_is_no_list_of_headings() {
    let text = "The envoys met in the capital today\nThey spoke of the treaty\nThey agreed on a date for more talks\nThe press was not told\n";
    assert!(prose(text).iter().all(|line| !line.starts_with('#')), "{:#?}", prose(text));
    assert_eq!(prose("The envoys met"), ["The envoys met"]);
}

#[test]
fn a_speaker_on_a_line_alone_opens_the_turn() {
    let text = "PRIME MINISTER ODUYA:\n\nThank you all for coming.\n\nWe have signed.\n\nQuestion:\n\nWhen?\n\nQuestion:\n\nWhy?\n";
    assert_eq!(
        prose(text),
        [
            "PRIME MINISTER ODUYA: / Thank you all for coming.",
            "We have signed.",
            "Question: / When?",
            "Question: / Why?"
        ]
    );
}

#[test]
fn a_short_answer_is_no_heading() {
    let text = "PRIME MINISTER ODUYA:\n\nNo\n\nPM: Not yet\n\nWe will speak of the treaty in the spring, and of the dams too.\n";
    assert!(prose(text).iter().all(|line| !line.starts_with('#')), "{:#?}", prose(text));
}

#[test]
fn carriage_returns_are_no_prose() {
    let text = "The envoys met on the lake and\r\nparted.\r\n\r\nThey left.\r\n";
    assert_eq!(prose(text), ["The envoys met on the lake and / parted.", "They left."]);
}

proptest! {
    /// Whatever the text: spans lie on character boundaries, in order, without overlaps, and no letter or digit is lost but the
    /// numbers of pages and items.
    #[test]
    fn nothing_is_lost(lines in proptest::collection::vec("(\\PC{0,12}|[ \t]{0,3}[a-zA-Z0-9.:;()'\"*–• -]{0,90}|[a-z ,]{50,80})", 0..24), end in "(\n|\r\n|\n\n|\r|\u{2028})") {
        let text = lines.join(&end);
        let mut at = 0;
        let mut lost = String::new();
        for span in blocks(&text, 0..text.len()).iter().flat_map(|block| &block.spans) {
            let (start, stop) = (span.start as usize, span.end as usize);
            prop_assert!(at <= start && start < stop && stop <= text.len());
            prop_assert!(text.is_char_boundary(start) && text.is_char_boundary(stop));
            lost.push_str(&text[at..start]);
            lost.push('\n');
            at = stop;
        }
        lost.push_str(&text[at..]);
        for line in lost.split(|c: char| c.is_control() || c == '\u{2028}') {
            let kept: Vec<char> = line.chars().filter(|c| c.is_alphanumeric()).collect();
            let is_mark = kept.len() <= 7 && line.trim_end().ends_with(['.', ')']);
            let is_page = kept.len() <= 3 && kept.iter().all(char::is_ascii_digit);
            prop_assert!(kept.is_empty() || is_mark || is_page, "lost {:?} of {:?}", line, text);
        }
    }
}
