//! Nodes of statements.

use crate::graph::CharSpan;
use crate::graph::Node;
use crate::graph::StanceDetail;
use crate::graph::StatementDetail;
use crate::graph::document_node::bare_node;
use crate::graph::edge_key::digest;
use crate::model::ChainId;
use crate::model::ChainStatement;
use crate::model::DocumentRecord;
use crate::model::NodeKind;
use crate::model::Quote;
use crate::model::StatementId;

/// The node of a statement; `ids` are those of all statements of the document, `all` gives the ids of things by their chains.
pub(super) fn statement_node(
    record: &DocumentRecord,
    id: &str,
    statement: &ChainStatement,
    ids: &[String],
    all: &dyn Fn(&[ChainId]) -> Vec<String>,
) -> Node {
    let content = content(statement);
    let span = |quote: &Quote| CharSpan { start: quote.start, end: quote.end };
    let detail = StatementDetail {
        content: content.clone(),
        form: statement.form.as_str().to_owned(),
        act: statement.act.as_str().to_owned(),
        document: record.id.clone(),
        start: statement.evidence.start,
        end: statement.evidence.end,
        source: statement.source.as_ref().map(span),
        cue: statement.cue.as_ref().map(span),
        content_spans: statement.content.iter().map(span).collect(),
        when: statement.when.map(|when| when.to_string()),
        setting: all(&statement.setting),
        addressees: all(&statement.addressees),
        within: statement.within.and_then(|StatementId(number)| ids.get(number as usize)).cloned(),
        stance: statement
            .stances
            .iter()
            .map(|stance| StanceDetail {
                position: stance.position.as_str().to_owned(),
                start: stance.words.start,
                end: stance.words.end,
                towards: all(&stance.towards),
            })
            .filter(|stance| !stance.towards.is_empty())
            .collect(),
        sentences: Some(CharSpan { start: statement.sentences.0, end: statement.sentences.1 }),
    };
    Node { statement: Some(detail), ..bare_node(id, NodeKind::STATEMENT, shorten(&content), record) }
}

fn content(statement: &ChainStatement) -> String {
    statement.content.iter().map(|quote| quote.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// The id of a statement: made of its document, place and words.
pub(super) fn statement_id(record: &DocumentRecord, statement: &ChainStatement) -> String {
    let start = statement.evidence.start.to_string();
    digest("statement", &[&record.id, &start, &content(statement)])
}

/// The words of a statement as a label: at most 80 characters, cut between words.
fn shorten(content: &str) -> String {
    let words = content.split_whitespace();
    let mut label = String::new();
    for word in words {
        if label.chars().count() + word.chars().count() > 78 {
            label.push_str(" \u{2026}");
            return label;
        }
        if !label.is_empty() {
            label.push(' ');
        }
        label.push_str(word);
    }
    label
}
