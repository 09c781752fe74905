//! HTML: the article of a page, without what stands around it.

mod metadata;
mod walk;

use dom_smoothie::Config;
use dom_smoothie::Readability;

use crate::read::draft::Draft;
use crate::read::draft::Drafts;
use crate::read::draft::Refusal;
use crate::read::encoding;
use crate::read::extract::Extract;
use crate::read::guard::quietly;
use crate::read::options::ReadOptions;
use crate::read::reader::Reader;
use crate::read::reader::visible;

pub(crate) use walk::prose;

/// Web pages.
#[derive(Debug)]
pub(crate) struct Html;

/// On a longer page the article is not looked for: it would take minutes.
const LONGEST: usize = 20 << 20;
/// On a page nested deeper no article is looked for: the library's walk would overflow the stack.
const DEEPEST: usize = 500;

/// What nests deeper than that was never a page; the parser's time grows with the square of it.
const ENDLESS: usize = 10_000;

impl Reader for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn about(&self) -> &'static str {
        "a web page"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["html", "htm", "xhtml"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        let head = visible(head);
        let starts = |tag: &[u8]| {
            head.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag))
                && head.get(tag.len()).is_none_or(|b| !b.is_ascii_alphanumeric())
        };
        let tags: [&[u8]; 8] =
            [b"<!doctype", b"<html", b"<head", b"<body", b"<p", b"<div", b"<article", b"<h1"];
        tags.into_iter().any(starts)
            || (head.starts_with(b"<?xml")
                && head.windows(5).any(|window| window.eq_ignore_ascii_case(b"<html")))
    }

    fn read(&self, bytes: Vec<u8>, _options: &ReadOptions) -> Drafts {
        let draft = encoding::decode_declared(bytes).and_then(|page| {
            quietly(|| draft(&page)).unwrap_or_else(|| Err("the page is too broken to be read".to_owned()))
        });
        vec![draft.map_err(Refusal::new)]
    }
}

fn draft(page: &str) -> Result<Draft, String> {
    if walk::open_tags(page) > ENDLESS {
        return Err("its elements nest too deep for a page; save its words as text".to_owned());
    }
    let document = dom_query::Document::from(page);
    let mut origin = metadata::of(&document);
    let whole = prose(&document);
    let mut extract = whole;
    if page.len() <= LONGEST && walk::depth(&document) <= DEEPEST {
        let article = Readability::with_document(document, None, Some(Config::default()))
            .and_then(|mut readability| readability.parse());
        if let Ok(article) = article {
            let found = prose(&dom_query::Document::fragment(article.content));
            if is_article(&found, &extract) {
                extract = found;
            }
            origin.title = origin.title.or(Some(article.title).filter(|title| !title.is_empty()));
            origin.source = article.site_name.or(origin.source);
            let date = article.published_time.as_deref().and_then(crate::read::publication_date);
            origin.date = date.or(origin.date);
        }
    }
    origin.title = origin.title.map(|title| metadata::without_site(&title, origin.source.as_deref()));
    if extract.is_empty() {
        return Err(
            "the page holds no text of its own (its words may be loaded by scripts); save it from a browser"
                .to_owned(),
        );
    }
    Ok(extract.into_draft(origin))
}

/// Whether what was found is the article, and not one paragraph of a short page that has no frame around it.
fn is_article(found: &Extract, whole: &Extract) -> bool {
    found.len() >= 500 || found.len() * 2 >= whole.len()
}

#[cfg(test)]
mod tests;
