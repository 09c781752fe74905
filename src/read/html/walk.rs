//! The words of a page, block by block.

use dom_query::Document;
use dom_query::NodeRef;

use crate::model::BlockKind;
use crate::read::extract::Extract;

/// Elements whose words are no prose of the page.
const HIDDEN: &[&str] = &[
    "head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas", "audio",
    "video", "button", "select", "textarea", "nav", "aside", "footer", "form",
];

/// Elements that begin and end a block.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "body",
    "html",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "td",
    "th",
    "figure",
    "figcaption",
    "address",
    "details",
    "summary",
    "fieldset",
    "hr",
    "center",
];

/// A step of the walk.
enum Step<'d> {
    Enter(NodeRef<'d>),
    Leave { block: bool, kind: Option<BlockKind>, quote: bool },
}

/// The prose of a page or of a part of one. The walk keeps its own stack: pages may nest without end.
pub(crate) fn prose(document: &Document) -> Extract {
    let mut extract = Extract::default();
    let mut words = String::new();
    let mut kinds = vec![BlockKind::Paragraph];
    let mut steps = vec![Step::Enter(document.root())];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) if node.is_text() => {
                // A line break of the source is a blank; `<br>` is the line break of the page.
                words.extend(node.text().chars().map(|c| if c.is_whitespace() { ' ' } else { c }));
            }
            Step::Enter(node) => {
                let name = node.node_name().unwrap_or_default();
                let name: &str = &name;
                if HIDDEN.contains(&name) || is_reference(name, &node) {
                    continue;
                }
                if name == "br" {
                    words.push('\n');
                    continue;
                }
                let block = BLOCKS.contains(&name);
                let kind = kind(name);
                let quote = name == "q";
                if block {
                    flush(&mut extract, &mut words, &kinds);
                }
                kinds.extend(kind);
                words.extend(quote.then_some('“'));
                steps.push(Step::Leave { block, kind, quote });
                if name == "pre" {
                    words.push_str(&node.text());
                } else {
                    steps.extend(node.children_it(true).map(Step::Enter));
                }
            }
            Step::Leave { block, kind, quote } => {
                words.extend(quote.then_some('”'));
                if block {
                    flush(&mut extract, &mut words, &kinds);
                }
                if kind.is_some() {
                    kinds.pop();
                }
            }
        }
    }
    flush(&mut extract, &mut words, &kinds);
    extract
}

fn flush(extract: &mut Extract, words: &mut String, kinds: &[BlockKind]) {
    let kind = kinds.last().copied().unwrap_or(BlockKind::Paragraph);
    // Two line breaks are how old pages part paragraphs.
    extract.push(kind, words);
    words.clear();
}

fn kind(name: &str) -> Option<BlockKind> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Heading),
        "li" => Some(BlockKind::Item),
        _ => None,
    }
}

/// A raised link is the number of a note.
fn is_reference(name: &str, node: &NodeRef<'_>) -> bool {
    name == "sup" && node.element_children().iter().any(|child| child.has_name("a"))
}

/// How deep a page nests.
pub(crate) fn depth(document: &Document) -> usize {
    let mut deepest = 0;
    let mut open = vec![(document.root(), 1)];
    while let Some((node, depth)) = open.pop() {
        deepest = deepest.max(depth);
        open.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    deepest
}

/// The most elements open at one time, as the tags tell before anything is parsed: those that need no end are left out.
pub(crate) fn open_tags(page: &str) -> usize {
    const WITHOUT_END: &[&str] = &[
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
        "optgroup", "colgroup", "html", "head", "body",
    ];
    let (mut open, mut most) = (0usize, 0);
    for tag in page.split('<').skip(1) {
        let name = |tag: &str| tag.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (ends, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let name = &tag[..name(tag)];
        if name.is_empty() || WITHOUT_END.iter().any(|other| name.eq_ignore_ascii_case(other)) {
            continue;
        }
        open = if ends { open.saturating_sub(1) } else { open + 1 };
        most = most.max(open);
    }
    most
}
