//! Nodes: known kinds, mentions inside the text, statements with the words that stand there.

use crate::graph::BROADER;
use crate::graph::CharSpan;
use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::graph::StatementDetail;
use crate::graph::verify::characters::Texts;
use crate::graph::verify::violation::{Promise, Violation};
use crate::model::NodeKind;
use crate::model::PartialDate;
use crate::model::Position;
use crate::model::SpeechAct;
use crate::model::StatementForm;
use crate::model::When;
use crate::schema::Schema;

pub(super) fn check(graph: &KnowledgeGraph, schema: &Schema, texts: &Texts<'_>, found: &mut Vec<Violation>) {
    for node in graph.nodes() {
        if schema.node(&node.kind).is_none() {
            let message = format!("the schema has no node kind `{}`", node.kind);
            found.push(Violation::new(Promise::Schema, &node.id, message));
        }
        for mention in &node.mentions {
            let span = (mention.start, mention.end);
            texts.check((&node.id, "mention"), &mention.document, span, None, found);
        }
        for date in node.first_seen.iter().chain(&node.last_seen) {
            if date.parse::<PartialDate>().is_err() {
                found.push(Violation::new(Promise::Values, &node.id, format!("`{date}` is no date")));
            }
        }
        if let Some(broader) = node.attributes.get(BROADER) {
            refers(graph, node, "broader term", broader, found);
        }
        match &node.statement {
            Some(detail) => statement(graph, node, detail, texts, found),
            None if node.kind == NodeKind::STATEMENT => {
                found.push(Violation::new(Promise::Values, &node.id, "the statement has no words"));
            }
            None => {}
        }
    }
}

fn refers(graph: &KnowledgeGraph, node: &Node, name: &str, id: &str, found: &mut Vec<Violation>) {
    if graph.node(id).is_none_or(|there| there.id != id) {
        found.push(Violation::new(Promise::References, &node.id, format!("the {name} `{id}` is no node")));
    }
}

fn statement(
    graph: &KnowledgeGraph,
    node: &Node,
    detail: &StatementDetail,
    texts: &Texts<'_>,
    found: &mut Vec<Violation>,
) {
    let document = &detail.document;
    texts.check((&node.id, "statement"), document, (detail.start, detail.end), None, found);
    let parts = [("source", &detail.source), ("cue", &detail.cue)];
    for (name, &CharSpan { start, end }) in
        parts.iter().filter_map(|(name, span)| Some((name, span.as_ref()?)))
    {
        texts.check((&node.id, name), document, (start, end), None, found);
    }
    for span in &detail.content_spans {
        texts.check((&node.id, "content"), document, (span.start, span.end), None, found);
    }
    if texts.has(document) {
        let spans = detail.content_spans.iter();
        let words: Vec<&str> =
            spans.map(|span| texts.slice(document, span.start, span.end).unwrap_or_default()).collect();
        if words.join(" ") != detail.content {
            let message = "the content is not what stands at the places given";
            found.push(Violation::new(Promise::Words, &node.id, message));
        }
    }
    for (name, ids) in [("setting", &detail.setting), ("addressee", &detail.addressees)] {
        for id in ids {
            refers(graph, node, name, id, found);
        }
    }
    if let Some(CharSpan { start, end }) = detail.sentences {
        texts.check((&node.id, "sentences"), document, (start, end), None, found);
    }
    for stance in &detail.stance {
        texts.check((&node.id, "stance"), document, (stance.start, stance.end), None, found);
        if Position::named(&stance.position).is_none() {
            let message = format!("there is no position `{}`", stance.position);
            found.push(Violation::new(Promise::Values, &node.id, message));
        }
        for id in &stance.towards {
            refers(graph, node, "target of a stance", id, found);
        }
    }
    if let Some(outer) = &detail.within {
        refers(graph, node, "outer statement", outer, found);
    }
    let mut wrong = |message: String| found.push(Violation::new(Promise::Values, &node.id, message));
    if StatementForm::named(&detail.form).is_none() {
        wrong(format!("there is no form `{}`", detail.form));
    }
    if SpeechAct::named(&detail.act).is_none() {
        wrong(format!("there is no act `{}`", detail.act));
    }
    if let Some(when) = detail.when.as_ref().filter(|when| when.parse::<When>().is_err()) {
        wrong(format!("`{when}` is no date"));
    }
}
