use super::*;
use crate::model::BlockKind;

fn read(page: &str) -> Draft {
    Html.read(page.as_bytes().to_vec(), &ReadOptions::default()).remove(0).unwrap()
}

fn blocks(draft: &Draft) -> Vec<(BlockKind, &str)> {
    draft.blocks.iter().map(|block| (block.kind, block.cover().of(&draft.text))).collect()
}

fn article() -> String {
    let long = "The envoys of the two lake states met on Monday to speak about the water treaty, and they parted \
                without a date for a further round of talks, their spokesmen said. ";
    format!(
        "<!DOCTYPE html><html lang=en><head><title>Lake talks stall - The Lakeside Post</title>\
         <meta property='og:site_name' content='The Lakeside Post'>\
         <script type='application/ld+json'>{{\"@graph\":[{{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-10-08T10:00:00Z\"}}]}}</script>\
         </head><body><nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>\
         <div class='sidebar'><a href='/x'>Most read this week</a></div>\
         <article><h1>Lake talks stall</h1><p>{long}{long}</p><p>The <a href='/t'>water\ntreaty</a> of 1952<sup><a href='#n'>1</a></sup> \
         &amp; its annexes stay in force.</p><h2>What next?</h2><p>{long}</p><ul><li>Talks on <b>dams</b></li><li>Talks on fish</li></ul>\
         <p>{long}</p></article><footer>Copyright of somebody</footer></body></html>"
    )
}

#[test]
fn the_article_is_taken_and_its_frame_left() {
    let draft = read(&article());
    for frame in ["Home", "Most read", "Copyright"] {
        assert!(!draft.text.contains(frame), "{frame}");
    }
    let blocks = blocks(&draft);
    assert!(
        blocks.contains(&(BlockKind::Paragraph, "The water treaty of 1952 & its annexes stay in force."))
    );
    assert!(blocks.contains(&(BlockKind::Heading, "What next?")));
    assert!(blocks.contains(&(BlockKind::Item, "Talks on dams")));
}

#[test]
fn the_head_tells_title_site_and_date() {
    let origin = read(&article()).origin;
    assert_eq!(origin.title.as_deref(), Some("Lake talks stall"));
    assert_eq!(origin.source.as_deref(), Some("The Lakeside Post"));
    assert_eq!(origin.date.unwrap().to_string(), "2021-10-08");
}

#[test]
fn every_usual_place_of_the_date_is_known() {
    for (head, body) in [
        ("<meta property='article:published_time' content='2021-10-08T10:00:00Z'>", ""),
        ("<meta name='DC.date.issued' content='8 October 2021'>", ""),
        ("<meta name='pubdate' content='20211008'>", ""),
        ("", "<time datetime='2021-10-08T10:00'>Friday</time>"),
        ("", "<time>2001</time><time datetime='2020'></time><time pubdate>October 8, 2021</time>"),
        ("<script type='application/ld+json'>{\"datePublished\": \"2021-10-08\"}</script>", ""),
    ] {
        let page = format!("<html><head>{head}</head><body>{body}<p>The envoys met.</p></body></html>");
        let date = read(&page).origin.date.map(|date| date.to_string());
        assert_eq!(date.as_deref(), Some("2021-10-08"), "{head}{body}");
    }
}

#[test]
fn short_pages_and_fragments_keep_all_their_paragraphs() {
    let draft = read(
        "<p>The envoys met.</p><p>They <q>agreed</q>.</p><div>No date<br>was set.<br><br>They left.</div>",
    );
    assert_eq!(
        blocks(&draft),
        [
            (BlockKind::Paragraph, "The envoys met."),
            (BlockKind::Paragraph, "They “agreed”."),
            (BlockKind::Paragraph, "No date\nwas set."),
            (BlockKind::Paragraph, "They left."),
        ]
    );
}

#[test]
fn the_declared_encoding_is_obeyed() {
    let page = b"<html><head><meta charset=iso-8859-2></head><body><p>Premier Wa\xb3\xeasa przyby\xb3.</p></body></html>";
    let draft = Html.read(page.to_vec(), &ReadOptions::default()).remove(0).unwrap();
    assert_eq!(draft.text, "Premier Wałęsa przybył.");
}

#[test]
fn pages_that_nest_deep_are_read_and_those_without_end_refused() {
    let nested = |depth| format!("{}The envoys met.{}", "<div>".repeat(depth), "</div>".repeat(depth));
    assert_eq!(read(&nested(3000)).text, "The envoys met.");
    let refusal = Html.read(nested(100_000).into_bytes(), &ReadOptions::default()).remove(0).unwrap_err();
    assert!(refusal.reason.contains("nest too deep"), "{}", refusal.reason);
}

#[test]
fn a_page_without_words_is_refused() {
    let refusal = Html.read(b"<html><script>x()</script></html>".to_vec(), &ReadOptions::default()).remove(0);
    assert!(refusal.unwrap_err().reason.contains("no text"));
}
