//! A small graph with everything that formats stumble over.

use diplograph::graph::{
    CharSpan, DocumentRecord, Edge, Evidence, KnowledgeGraph, MentionRef, Node, StatementDetail,
};
use diplograph::model::{EdgeKind, Modality, NodeKind, OffsetBase};
use sha2::{Digest, Sha256};

/// Quotation marks, a line break, `&`, `<`, a control character, and a character outside the basic plane before all.
pub(super) const TEXT: &str = "\u{1f54a} Minister Ana Oduya said: \"The Lake Pact\nwill curb <illegal> fishing &\t\u{b}dumping.\" \
    Oduya met Tomas Brandt of End, Inc. in Lakeport on 3 May 2031. \
    She will negotiate with Norland in June, and Oduya supports Norland. \
    Brandt denied that\r\nNorland threatens End, Inc. =SUM(1) is what Norland calls the Lake Pact.";

/// Id of the first document.
pub(super) const NEWS: &str = "a1b2c3d4e5f60718";
/// Id of the second document, which has no date and no title, and whose text is left out.
pub(super) const NOTE: &str = "00ff00ff00ff00ff";

/// Characters, not bytes, of the first place of `words` in the text.
pub(super) fn place(words: &str) -> CharSpan {
    let at = TEXT.find(words).unwrap_or_else(|| panic!("`{words}` is not in the text"));
    let start = TEXT[..at].chars().count() as u32;
    CharSpan { start, end: start + words.chars().count() as u32 }
}

fn node(id: &str, label: &str, aliases: &[&str], attributes: &[(&str, &str)], named: &[&str]) -> Node {
    let kind = id.split('.').next().unwrap();
    let mut mentions: Vec<MentionRef> = named
        .iter()
        .flat_map(|words| TEXT.match_indices(words))
        .map(|(at, words)| {
            let start = TEXT[..at].chars().count() as u32;
            let end = start + words.chars().count() as u32;
            MentionRef { document: NEWS.into(), start, end, chain: format!("{NEWS}.{id}") }
        })
        .collect();
    mentions.sort();
    let seen = (!mentions.is_empty()).then(|| "2031-05-04".to_owned());
    Node {
        id: id.into(),
        kind: NodeKind::named(kind),
        label: label.into(),
        aliases: aliases.iter().map(|&alias| alias.into()).collect(),
        attributes: attributes.iter().map(|&(name, value)| (name.into(), value.into())).collect(),
        mentions,
        first_seen: seen.clone(),
        last_seen: seen,
        inferred: false,
        joins: Vec::new(),
        statement: None,
    }
}

fn evidence(words: &str, rule: &str, statement: Option<&str>) -> Evidence {
    let CharSpan { start, end } = place(words);
    Evidence {
        document: NEWS.into(),
        start,
        end,
        text: words.into(),
        trigger: None,
        modality_cue: None,
        rule: rule.into(),
        confidence: 0.93,
        statement: statement.map(Into::into),
    }
}

fn edge(id: &str, kind: &str, modality: Modality, when: Option<&str>, evidence: Vec<Evidence>) -> Edge {
    Edge {
        id: id.into(),
        kind: EdgeKind::named(kind),
        modality,
        asserted_by: Vec::new(),
        when: when.map(Into::into),
        weight: 1.0,
        confidence: 0.93,
        evidence,
    }
}

fn documents() -> Vec<DocumentRecord> {
    let news = DocumentRecord {
        id: NEWS.into(),
        path: "texts/lake pact, \"final\".txt".into(),
        title: Some("Pact & fish: <a first look>".into()),
        source: Some("Lakeport Herald".into()),
        date: Some("2031-05-04".into()),
        sha256: format!("{:x}", Sha256::digest(TEXT)),
        language: "en".into(),
        offset_base: OffsetBase::Source,
        text: Some(TEXT.into()),
    };
    let note = DocumentRecord {
        id: NOTE.into(),
        path: "texts/note.txt".into(),
        title: None,
        source: None,
        date: None,
        sha256: "0".repeat(64),
        language: "en".into(),
        offset_base: OffsetBase::Extracted,
        text: None,
    };
    vec![note, news]
}

/// The statement of the text.
pub(super) const STATEMENT: &str = "statement.0123456789abcdef";

fn statement() -> Node {
    let said =
        place("Minister Ana Oduya said: \"The Lake Pact\nwill curb <illegal> fishing &\t\u{b}dumping.\"");
    let content = "The Lake Pact\nwill curb <illegal> fishing &\t\u{b}dumping.";
    Node {
        id: STATEMENT.into(),
        kind: NodeKind::STATEMENT,
        label: "The Lake Pact will curb".into(),
        aliases: Vec::new(),
        attributes: [].into(),
        mentions: Vec::new(),
        first_seen: Some("2031-05-04".into()),
        last_seen: Some("2031-05-04".into()),
        inferred: false,
        joins: Vec::new(),
        statement: Some(StatementDetail {
            content: content.into(),
            form: "direct".into(),
            act: "say".into(),
            document: NEWS.into(),
            start: said.start,
            end: said.end,
            source: Some(place("Minister Ana Oduya")),
            cue: Some(place("said")),
            content_spans: vec![place(content)],
            when: Some("2031-05-03".into()),
            setting: vec!["place.lakeport".into()],
            addressees: vec!["organization.end".into()],
            within: None,
            stance: Vec::new(),
            sentences: None,
        }),
    }
}

/// The graph.
pub(super) fn graph() -> KnowledgeGraph {
    let mut graph = KnowledgeGraph::default();
    graph.documents = documents();
    graph.redirects.insert("official.oduya".into(), "official.ana-oduya".into());

    let title = [("title", "Minister"), ("country", "NRL")];
    graph.add_node(node(
        "official.ana-oduya",
        "Ana Oduya",
        &["Minister Ana Oduya", "Oduya"],
        &title,
        &["Oduya"],
    ));
    graph.add_node(node("official.tomas-brandt", "Tomas Brandt", &["Brandt"], &[], &["Brandt"]));
    graph.add_node(node("organization.end", "end", &["End, Inc."], &[("type", "company")], &["End, Inc."]));
    graph.add_node(node("country.norland", "Norland", &[], &[("iso3", "NRL")], &["Norland"]));
    graph.add_node(node("place.lakeport", "Lakeport", &[], &[("size", "small")], &["Lakeport"]));
    graph.add_node(node(
        "agreement.lake-pact",
        "Lake Pact",
        &["=SUM(1)"],
        &[("year", "2031")],
        &["Lake Pact"],
    ));
    graph.add_node(node("topic.fishing", "fishing", &["illegal fishing"], &[], &["fishing"]));
    graph.add_node(Node { inferred: true, ..node("topic.economy", "economy", &[], &[], &[]) });
    graph.add_node(node(&format!("document.{NEWS}"), "Pact & fish", &[], &[], &[]));
    graph.add_node(node(&format!("document.{NOTE}"), "texts/note.txt", &[], &[], &[]));
    graph.add_node(statement());

    // Two kinds between one pair, one of them symmetric.
    let met =
        evidence("Oduya met Tomas Brandt of End, Inc. in Lakeport on 3 May 2031", "met-with/meet", None);
    graph.add_edge(
        "official.ana-oduya",
        "official.tomas-brandt",
        edge("e.01", "met-with", Modality::Actual, Some("2031-05-03"), vec![met.clone()]),
    );
    graph.add_edge(
        "official.tomas-brandt",
        "organization.end",
        edge("e.02", "represents", Modality::Actual, None, vec![met]),
    );
    let talks = evidence(
        "Oduya met Tomas Brandt of End, Inc. in Lakeport on 3 May 2031. She will negotiate with Norland in June, and Oduya supports Norland",
        "negotiates-with/negotiate",
        None,
    );
    graph.add_edge(
        "official.ana-oduya",
        "country.norland",
        edge("e.03", "negotiates-with", Modality::Planned, Some("2031-06"), vec![talks]),
    );
    let support = evidence("Oduya supports Norland", "supports/support", None);
    graph.add_edge(
        "official.ana-oduya",
        "country.norland",
        edge("e.04", "supports", Modality::Actual, Some("2031/.."), vec![support]),
    );
    // Said in somebody's words, and denied there.
    let mut threat =
        evidence("Brandt denied that\r\nNorland threatens End, Inc.", "threatens/threaten", None);
    threat.trigger = Some(place("threatens"));
    threat.modality_cue = Some(place("denied"));
    let mut denied = edge("e.05", "threatens", Modality::Denied, None, vec![threat]);
    denied.asserted_by = vec!["official.tomas-brandt".into(), "official.ana-oduya".into()];
    graph.add_edge("country.norland", "organization.end", denied);
    // Evidence with all that must be escaped.
    let curb = evidence(
        "\"The Lake Pact\nwill curb <illegal> fishing &\t\u{b}dumping.\"",
        "addresses/curb",
        Some(STATEMENT),
    );
    let mut addresses = edge("e.06", "addresses", Modality::Actual, Some("2031"), vec![curb]);
    addresses.asserted_by = vec!["official.ana-oduya".into()];
    graph.add_edge("agreement.lake-pact", "topic.fishing", addresses);
    // A cell that a spreadsheet would compute.
    let formula = evidence("=SUM(1) is what Norland calls the Lake Pact", "rejects/call", None);
    graph.add_edge(
        "country.norland",
        "agreement.lake-pact",
        edge("e.07", "rejects", Modality::Possible, None, vec![formula]),
    );

    let quote = "Minister Ana Oduya said: \"The Lake Pact\nwill curb <illegal> fishing &\t\u{b}dumping.\"";
    let said = |rule| vec![evidence(quote, rule, Some(STATEMENT))];
    graph.add_edge(
        "official.ana-oduya",
        STATEMENT,
        edge("e.08", "said", Modality::Actual, None, said("said/attribution")),
    );
    graph.add_edge(
        STATEMENT,
        "topic.fishing",
        edge("e.09", "about", Modality::Actual, None, said("about/content")),
    );
    graph.add_edge(
        &format!("document.{NEWS}"),
        "country.norland",
        edge("e.10", "mentions", Modality::Actual, None, vec![evidence("Norland", "mentions/name", None)]),
    );
    graph
}
