//! What a page tells of itself in its head.

use dom_query::Document;
use dom_query::NodeRef;

use crate::read::draft::Origin;

/// Names under which `<meta>` gives the date of publication, best first.
const DATES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "date",
];

const TITLES: &[&str] = &["og:title", "dc.title", "dcterms.title", "twitter:title"];
const SITES: &[&str] = &["og:site_name", "dc.publisher", "dcterms.publisher", "application-name", "og:url"];

/// Title, site and date.
pub(crate) fn of(document: &Document) -> Origin {
    let metas = metas(document);
    let named = |names: &[&str]| {
        names
            .iter()
            .find_map(|name| metas.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()))
    };
    let dates = DATES.iter().flat_map(|name| metas.iter().filter(move |(key, _)| key == name));
    let date = structured_date(document)
        .or_else(|| dates.map(|(_, value)| value).find_map(|value| crate::read::publication_date(value)))
        .or_else(|| shown_date(document));
    let title =
        || first(document, "title").map(|node| one_line(&node.text())).filter(|title| !title.is_empty());
    let address = || first(document, "link[rel=canonical]").and_then(|node| attribute(&node, "href"));
    Origin {
        title: named(TITLES).or_else(title),
        source: named(SITES).or_else(address),
        date,
        language: None,
    }
}

/// A title without the name of the site at its end: `Talks stall | The Lakeside Post`.
pub(super) fn without_site(title: &str, site: Option<&str>) -> String {
    let bare = site.filter(|site| !site.is_empty()).and_then(|site| title.strip_suffix(site));
    let bare = bare.map(|title| title.trim_end_matches(|c: char| c.is_whitespace() || "-–—|·:»".contains(c)));
    bare.filter(|bare| !bare.is_empty()).unwrap_or(title).to_owned()
}

/// The `<meta>` elements: name in small letters, content.
fn metas(document: &Document) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for node in document.select("meta[content]").nodes() {
        let value = attribute(node, "content").unwrap_or_default();
        for key in ["property", "name", "itemprop"] {
            if let Some(name) = attribute(node, key)
                && !value.is_empty()
            {
                found.push((name.to_ascii_lowercase(), value.clone()));
            }
        }
    }
    found
}

/// `datePublished` of JSON-LD, wherever it stands in it.
fn structured_date(document: &Document) -> Option<crate::model::PartialDate> {
    document.select("script[type='application/ld+json']").nodes().iter().find_map(|node| {
        let value: serde_json::Value = serde_json::from_str(&node.text()).ok()?;
        let mut open = vec![&value];
        while let Some(value) = open.pop() {
            match value {
                serde_json::Value::Object(fields) => {
                    let date = fields.get("datePublished").and_then(serde_json::Value::as_str);
                    if let Some(date) = date.and_then(crate::read::publication_date) {
                        return Some(date);
                    }
                    open.extend(fields.values());
                }
                serde_json::Value::Array(items) => open.extend(items),
                _ => {}
            }
        }
        None
    })
}

/// The first `<time>` of the page that says a whole day, marked as the date of publication or not.
fn shown_date(document: &Document) -> Option<crate::model::PartialDate> {
    let marked = "time[pubdate], time[itemprop=datePublished], [itemprop=datePublished][datetime]";
    [marked, "article time[datetime]", "main time[datetime]", "time[datetime]"].iter().find_map(|selector| {
        let dates = document.select(selector);
        dates.nodes().iter().find_map(|node| {
            let date = attribute(node, "datetime").unwrap_or_else(|| one_line(&node.text()));
            crate::read::publication_date(&date).filter(|date| date.get_day().is_some())
        })
    })
}

fn first<'d>(document: &'d Document, selector: &str) -> Option<NodeRef<'d>> {
    document.select(selector).nodes().first().copied()
}

fn attribute(node: &NodeRef<'_>, name: &str) -> Option<String> {
    Some(one_line(&node.attr(name)?)).filter(|value| !value.is_empty())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
