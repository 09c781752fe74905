//! Any graph at all, for property tests.

use diplograph::graph::{
    CharSpan, DocumentRecord, Edge, Evidence, KnowledgeGraph, MentionRef, Node, StanceDetail, StatementDetail,
};
use diplograph::model::{EdgeKind, Modality, NodeKind, OffsetBase};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;

fn id(prefix: &'static str) -> impl Strategy<Value = String> {
    "[a-z0-9]{1,6}".prop_map(move |rest| format!("{prefix}.{rest}"))
}

fn span() -> impl Strategy<Value = CharSpan> {
    (any::<u32>(), any::<u32>()).prop_map(|(start, end)| CharSpan { start, end })
}

fn stance() -> impl Strategy<Value = StanceDetail> {
    (any::<String>(), span(), vec(id("topic"), 1..3)).prop_map(
        |(position, CharSpan { start, end }, towards)| StanceDetail { position, start, end, towards },
    )
}

fn detail() -> impl Strategy<Value = StatementDetail> {
    (
        (any::<String>(), any::<String>(), any::<String>(), id("d"), span()),
        (option::of(span()), option::of(span()), vec(span(), 0..3), option::of(any::<String>())),
        (vec(id("place"), 0..2), vec(id("official"), 0..2), option::of(id("statement"))),
        (vec(stance(), 0..2), option::of(span())),
    )
        .prop_map(
            |(
                (content, form, act, document, CharSpan { start, end }),
                (source, cue, content_spans, when),
                (setting, addressees, within),
                (stance, sentences),
            )| {
                StatementDetail {
                    content,
                    form,
                    act,
                    document,
                    start,
                    end,
                    source,
                    cue,
                    content_spans,
                    when,
                    setting,
                    addressees,
                    within,
                    stance,
                    sentences,
                }
            },
        )
}

fn mention() -> impl Strategy<Value = MentionRef> {
    (id("d"), span(), any::<String>()).prop_map(|(document, CharSpan { start, end }, chain)| MentionRef {
        document,
        start,
        end,
        chain,
    })
}

fn node() -> impl Strategy<Value = Node> {
    (
        prop_oneof![id("official"), id("topic"), id("statement")],
        any::<String>(),
        vec(any::<String>(), 0..3),
        btree_map("[a-z_]{1,8}", any::<String>(), 0..3),
        vec(mention(), 0..3),
        option::of(any::<String>()),
        option::of(any::<String>()),
        any::<bool>(),
        detail(),
    )
        .prop_map(
            |(id, label, aliases, attributes, mentions, first_seen, last_seen, inferred, statement)| {
                let kind = NodeKind::named(id.split('.').next().unwrap());
                let statement = (kind == NodeKind::STATEMENT).then_some(statement);
                let attributes =
                    attributes.into_iter().map(|(name, value)| (name.as_str().into(), value)).collect();
                Node {
                    id,
                    kind,
                    label,
                    aliases,
                    attributes,
                    mentions,
                    first_seen,
                    last_seen,
                    inferred,
                    joins: Vec::new(),
                    statement,
                }
            },
        )
}

fn evidence() -> impl Strategy<Value = Evidence> {
    (
        id("d"),
        span(),
        any::<String>(),
        option::of(span()),
        option::of(span()),
        any::<String>(),
        0.0..=1.0,
        option::of(id("statement")),
    )
        .prop_map(
            |(
                document,
                CharSpan { start, end },
                text,
                trigger,
                modality_cue,
                rule,
                confidence,
                statement,
            )| {
                Evidence { document, start, end, text, trigger, modality_cue, rule, confidence, statement }
            },
        )
}

fn edge() -> impl Strategy<Value = Edge> {
    (
        any::<String>(),
        proptest::sample::select(Modality::ALL.to_vec()),
        vec(id("official"), 0..3),
        option::of(any::<String>()),
        0.0..1e300,
        0.0..=1.0,
        vec(evidence(), 0..3),
    )
        .prop_map(|(kind, modality, asserted_by, when, weight, confidence, evidence)| Edge {
            id: String::new(),
            kind: EdgeKind::named(&kind),
            modality,
            asserted_by,
            when,
            weight,
            confidence,
            evidence,
        })
}

fn document() -> impl Strategy<Value = DocumentRecord> {
    (
        any::<String>(),
        option::of(any::<String>()),
        option::of(any::<String>()),
        option::of(any::<String>()),
        any::<String>(),
        any::<bool>(),
        option::of(any::<String>()),
    )
        .prop_map(|(path, title, source, date, sha256, is_source, text)| DocumentRecord {
            id: String::new(),
            path,
            title,
            source,
            date,
            sha256,
            language: "en".into(),
            offset_base: if is_source { OffsetBase::Source } else { OffsetBase::Extracted },
            text,
        })
}

/// A graph whose ids are sound; everything else is free.
pub(super) fn graph() -> impl Strategy<Value = KnowledgeGraph> {
    (
        btree_map(id("d"), document(), 0..3),
        btree_map(id("former"), id("official"), 0..3),
        vec(node(), 1..6),
        vec((edge(), any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..8),
    )
        .prop_map(|(documents, redirects, nodes, edges)| {
            let mut graph = KnowledgeGraph::default();
            graph.redirects = redirects;
            graph.documents =
                documents.into_iter().map(|(id, document)| DocumentRecord { id, ..document }).collect();
            for node in nodes {
                graph.add_node(node);
            }
            let ids: Vec<String> = graph.nodes().map(|node| node.id.clone()).collect();
            for (number, (edge, source, target)) in edges.into_iter().enumerate() {
                let edge = Edge { id: format!("e.{number}"), ..edge };
                graph.add_edge(source.get::<String>(&ids), target.get::<String>(&ids), edge);
            }
            graph
        })
}
