//! A node as it stands in the file: what belongs to statements alone lies flat beside the rest.

use serde::Deserialize;

use crate::graph::CharSpan;
use crate::graph::MentionRef;
use crate::graph::Node;
use crate::graph::StanceDetail;
use crate::graph::StatementDetail;
use crate::model::Attributes;
use crate::model::Join;
use crate::model::NodeKind;

/// The keys of a node.
#[derive(Deserialize)]
pub(in crate::graph) struct NodeRecord {
    id: String,
    kind: NodeKind,
    label: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    attributes: Attributes,
    #[serde(default)]
    mentions: Vec<MentionRef>,
    #[serde(default)]
    first_seen: Option<String>,
    #[serde(default)]
    last_seen: Option<String>,
    #[serde(default)]
    inferred: bool,
    #[serde(default)]
    joins: Vec<Join>,
    content: Option<String>,
    form: Option<String>,
    act: Option<String>,
    document: Option<String>,
    start: Option<u32>,
    end: Option<u32>,
    source: Option<CharSpan>,
    cue: Option<CharSpan>,
    content_spans: Option<Vec<CharSpan>>,
    when: Option<String>,
    #[serde(default)]
    setting: Vec<String>,
    #[serde(default)]
    addressees: Vec<String>,
    within: Option<String>,
    #[serde(default)]
    stance: Vec<StanceDetail>,
    sentences: Option<CharSpan>,
}

impl TryFrom<NodeRecord> for Node {
    type Error = String;

    fn try_from(record: NodeRecord) -> Result<Self, String> {
        let statement = if record.kind == NodeKind::STATEMENT {
            let lacks = |key: &str| format!("the statement `{}` lacks `{key}`", record.id);
            Some(StatementDetail {
                content: record.content.ok_or_else(|| lacks("content"))?,
                form: record.form.ok_or_else(|| lacks("form"))?,
                act: record.act.ok_or_else(|| lacks("act"))?,
                document: record.document.ok_or_else(|| lacks("document"))?,
                start: record.start.ok_or_else(|| lacks("start"))?,
                end: record.end.ok_or_else(|| lacks("end"))?,
                source: record.source,
                cue: record.cue,
                content_spans: record.content_spans.ok_or_else(|| lacks("content_spans"))?,
                when: record.when,
                setting: record.setting,
                addressees: record.addressees,
                within: record.within,
                stance: record.stance,
                sentences: record.sentences,
            })
        } else {
            None
        };
        Ok(Self {
            id: record.id,
            kind: record.kind,
            label: record.label,
            aliases: record.aliases,
            attributes: record.attributes,
            mentions: record.mentions,
            first_seen: record.first_seen,
            last_seen: record.last_seen,
            inferred: record.inferred,
            joins: record.joins,
            statement,
        })
    }
}
