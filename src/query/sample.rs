//! A small graph made by hand, over two invented texts.

use crate::graph::CharSpan;
use crate::graph::DocumentRecord;
use crate::graph::Edge;
use crate::graph::Evidence;
use crate::graph::KnowledgeGraph;
use crate::graph::MentionRef;
use crate::graph::Node;
use crate::graph::StatementDetail;
use crate::model::EdgeKind;
use crate::model::Modality;
use crate::model::NodeKind;
use crate::model::OffsetBase;

const FIRST: &str = "Ana Oduya, the foreign minister of Norland, met Tomás Lindqvist in Saltmouth on 3 May. \
    “Piracy must end,” Oduya said after their meeting. \
    Tomás Lindqvist denied on 2 May that Oduya had met Piet Vanderhoek: no talks took place. \
    Lindqvist replaced Vanderhoek at the Ministry of Ports on 1 May.";

const SECOND: &str = "Tomás Lindqvist visited Norland on 10 June. Ana Oduya may hold talks with Estmark. \
    The envoys left the quay. The Lagoon Compact will replace the Harbour Accord in 2032. \
    Oduya said that the Harbour Accord had served its time.";

fn text(document: &str) -> &'static str {
    if document == "d1" { FIRST } else { SECOND }
}

/// The place of some words, in characters.
fn place(document: &str, words: &str) -> CharSpan {
    let at = text(document).find(words).unwrap_or_else(|| panic!("no `{words}` in {document}"));
    let start = text(document)[..at].chars().count() as u32;
    CharSpan { start, end: start + words.chars().count() as u32 }
}

fn record(id: &str, path: &str, date: &str) -> DocumentRecord {
    DocumentRecord {
        id: id.to_owned(),
        path: path.to_owned(),
        title: None,
        source: None,
        date: Some(date.to_owned()),
        sha256: String::new(),
        language: "en".to_owned(),
        offset_base: OffsetBase::Source,
        text: Some(text(id).to_owned()),
    }
}

fn node(kind: &NodeKind, name: &str, label: &str, named: &[(&str, &str)]) -> Node {
    Node {
        id: format!("{kind}.{name}"),
        kind: kind.clone(),
        label: label.to_owned(),
        aliases: named.iter().map(|&(_, words)| words.to_owned()).filter(|words| words != label).collect(),
        attributes: [].into(),
        mentions: named
            .iter()
            .map(|&(document, words)| {
                let CharSpan { start, end } = place(document, words);
                MentionRef { document: document.to_owned(), start, end, chain: name.to_owned() }
            })
            .collect(),
        first_seen: None,
        last_seen: None,
        inferred: false,
        statement: None,
    }
}

fn with(mut node: Node, attributes: &[(&str, &str)]) -> Node {
    node.attributes = attributes.iter().map(|&(name, value)| (name.into(), value.to_owned())).collect();
    node
}

fn statement(
    id: &str,
    document: &str,
    act: &str,
    form: &str,
    content: &str,
    whole: &str,
    when: Option<&str>,
) -> Node {
    let CharSpan { start, end } = place(document, whole);
    let detail = StatementDetail {
        content: content.to_owned(),
        form: form.to_owned(),
        act: act.to_owned(),
        document: document.to_owned(),
        start,
        end,
        source: None,
        cue: None,
        content_spans: vec![place(document, content)],
        when: when.map(str::to_owned),
        setting: Vec::new(),
        addressees: Vec::new(),
        within: None,
    };
    Node { statement: Some(detail), ..node(&NodeKind::STATEMENT, id, content, &[]) }
}

fn edge(id: &str, kind: &EdgeKind, modality: Modality, when: Option<&str>, weight: f64) -> Edge {
    Edge {
        id: id.to_owned(),
        kind: kind.clone(),
        modality,
        asserted_by: Vec::new(),
        when: when.map(str::to_owned),
        weight,
        confidence: 0.9,
        evidence: Vec::new(),
    }
}

fn evidence(document: &str, words: &str, rule: &str) -> Evidence {
    let CharSpan { start, end } = place(document, words);
    Evidence {
        document: document.to_owned(),
        start,
        end,
        text: words.to_owned(),
        trigger: None,
        modality_cue: None,
        rule: rule.to_owned(),
        confidence: 0.9,
        statement: None,
    }
}

fn add_nodes(graph: &mut KnowledgeGraph) {
    let ana = [("d1", "Ana Oduya"), ("d1", "Oduya"), ("d2", "Ana Oduya"), ("d2", "Oduya")];
    let nodes = [
        with(node(&NodeKind::OFFICIAL, "ana-oduya", "Ana Oduya", &ana), &[("title", "foreign minister")]),
        node(&NodeKind::OFFICIAL, "tomas-lindqvist", "Tomás Lindqvist", &[("d1", "Tomás Lindqvist")]),
        node(&NodeKind::OFFICIAL, "jonas-lindqvist", "Jonas Lindqvist", &[]),
        with(
            node(&NodeKind::OFFICIAL, "piet-vanderhoek", "Piet Vanderhoek", &[("d1", "Vanderhoek")]),
            &[("country", "XEM")],
        ),
        node(&NodeKind::AGENCY, "ministry-of-ports", "Ministry of Ports", &[("d1", "the Ministry of Ports")]),
        node(&NodeKind::COUNTRY, "norland", "Norland", &[("d1", "Norland"), ("d2", "Norland")]),
        with(node(&NodeKind::COUNTRY, "estmark", "Estmark", &[("d2", "Estmark")]), &[("iso3", "XEM")]),
        node(&NodeKind::AGREEMENT, "harbour-accord", "Harbour Accord", &[("d2", "the Harbour Accord")]),
        node(&NodeKind::AGREEMENT, "lagoon-compact", "Lagoon Compact", &[("d2", "The Lagoon Compact")]),
        with(
            node(&NodeKind::TOPIC, "piracy", "piracy", &[("d1", "Piracy")]),
            &[("broader", "topic.security")],
        ),
        Node { inferred: true, ..node(&NodeKind::TOPIC, "security", "security", &[]) },
        node(&NodeKind::DOCUMENT, "d1", "first.txt", &[]),
        statement(
            "s1",
            "d1",
            "say",
            "direct",
            "Piracy must end",
            "“Piracy must end,” Oduya said",
            Some("2031-05-03"),
        ),
        statement(
            "s2",
            "d1",
            "deny",
            "indirect",
            "no talks took place",
            "Tomás Lindqvist denied on 2 May that Oduya had met Piet Vanderhoek: no talks took place",
            Some("2031-05-02"),
        ),
        statement(
            "s3",
            "d2",
            "say",
            "indirect",
            "the Harbour Accord had served its time",
            "Oduya said that the Harbour Accord had served its time",
            None,
        ),
    ];
    for node in nodes {
        graph.add_node(node);
    }
}

fn add_relations(graph: &mut KnowledgeGraph) {
    let met = "Ana Oduya, the foreign minister of Norland, met Tomás Lindqvist in Saltmouth on 3 May";
    let replaced = "Lindqvist replaced Vanderhoek at the Ministry of Ports on 1 May";
    let compact = Evidence {
        trigger: Some(place("d2", "replace")),
        modality_cue: Some(place("d2", "will")),
        ..evidence("d2", "The Lagoon Compact will replace the Harbour Accord", "replaces/replace")
    };
    let denial = Evidence {
        statement: Some("statement.s2".to_owned()),
        ..evidence("d1", "Oduya had met Piet Vanderhoek", "met-with/meet")
    };
    let actual = Modality::Actual;
    let relations = [
        (
            "official.ana-oduya",
            edge("e.represents", &EdgeKind::REPRESENTS, actual, None, 1.0),
            "country.norland",
        )
            .because(evidence(
                "d1",
                "Ana Oduya, the foreign minister of Norland",
                "represents/title",
            )),
        (
            "official.ana-oduya",
            edge("e.met", &EdgeKind::MET_WITH, actual, Some("2031-05-03"), 2.0),
            "official.tomas-lindqvist",
        )
            .because(evidence("d1", met, "met-with/meet")),
        (
            "official.ana-oduya",
            edge("e.denied", &EdgeKind::MET_WITH, Modality::Denied, None, 1.0),
            "official.piet-vanderhoek",
        )
            .because(denial),
        (
            "official.tomas-lindqvist",
            edge("e.succession", &EdgeKind::REPLACES, actual, Some("2031-05-01"), 1.0),
            "official.piet-vanderhoek",
        )
            .because(evidence("d1", replaced, "replaces/replace")),
        (
            "official.tomas-lindqvist",
            edge("e.member", &EdgeKind::MEMBER_OF_BODY, actual, None, 1.0),
            "agency.ministry-of-ports",
        )
            .because(evidence("d1", replaced, "member-of-body/at")),
        (
            "official.tomas-lindqvist",
            edge("e.visit", &EdgeKind::VISITS, actual, Some("2031-06-10"), 1.0),
            "country.norland",
        )
            .because(evidence("d2", "Tomás Lindqvist visited Norland on 10 June", "visits/visit")),
        (
            "official.ana-oduya",
            edge("e.possible-talks", &EdgeKind::NEGOTIATES_WITH, Modality::Possible, None, 1.0),
            "country.estmark",
        )
            .because(evidence(
                "d2",
                "Ana Oduya may hold talks with Estmark",
                "negotiates-with/talks",
            )),
        (
            "agreement.lagoon-compact",
            edge("e.new-accord", &EdgeKind::REPLACES, Modality::Planned, Some("2032"), 1.0),
            "agreement.harbour-accord",
        )
            .because(compact),
    ];
    for (source, mut edge, target) in relations {
        if edge.id == "e.denied" {
            edge.asserted_by.push("official.tomas-lindqvist".to_owned());
        }
        graph.add_edge(source, target, edge).unwrap();
    }
}

trait Because {
    fn because(self, evidence: Evidence) -> Self;
}

impl Because for (&str, Edge, &str) {
    fn because(mut self, evidence: Evidence) -> Self {
        self.1.evidence.push(evidence);
        self
    }
}

fn add_speech(graph: &mut KnowledgeGraph) {
    let links = [
        ("official.ana-oduya", EdgeKind::SAID, "statement.s1"),
        ("official.tomas-lindqvist", EdgeKind::SAID, "statement.s2"),
        ("official.ana-oduya", EdgeKind::SAID, "statement.s3"),
        ("statement.s1", EdgeKind::ABOUT, "topic.piracy"),
        ("statement.s2", EdgeKind::ABOUT, "topic.security"),
        ("statement.s3", EdgeKind::ABOUT, "agreement.harbour-accord"),
        ("document.d1", EdgeKind::MENTIONS, "official.ana-oduya"),
    ];
    for (number, (source, kind, target)) in links.into_iter().enumerate() {
        let edge = edge(&format!("e.link{number}"), &kind, Modality::Actual, None, 1.0);
        graph.add_edge(source, target, edge).unwrap();
    }
}

pub(crate) fn graph() -> KnowledgeGraph {
    let mut graph = KnowledgeGraph::default();
    graph.documents = vec![record("d1", "first.txt", "2031-05-04"), record("d2", "second.txt", "2031-06-20")];
    graph.redirects = [("official.oduya".to_owned(), "official.ana-oduya".to_owned())].into();
    add_nodes(&mut graph);
    add_relations(&mut graph);
    add_speech(&mut graph);
    graph
}
