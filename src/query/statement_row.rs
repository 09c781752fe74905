//! A statement as rows show it.

use serde::Serialize;

use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::graph::StanceDetail;
use crate::graph::StatementDetail;
use crate::model::EdgeKind;
use crate::query::Citation;
use crate::query::Moment;
use crate::query::NodeRef;
use crate::query::excerpt;

/// Where a speaker stands on what is spoken of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct StanceRow<'g> {
    /// `supports`, `opposes` or `neutral`.
    pub position: &'g str,
    /// What it is about.
    pub towards: Vec<NodeRef<'g>>,
    /// The words that show it; empty where the graph is without texts.
    pub words: &'g str,
}

impl<'g> StanceRow<'g> {
    fn all(graph: &'g KnowledgeGraph, detail: &'g StatementDetail) -> Vec<Self> {
        let text = graph.document(&detail.document).and_then(|record| record.text.as_deref());
        let of = |stance: &'g StanceDetail| Self {
            position: &stance.position,
            towards: NodeRef::all(graph, &stance.towards),
            words: text.and_then(|text| excerpt::slice(text, stance.start, stance.end)).unwrap_or_default(),
        };
        detail.stance.iter().map(of).collect()
    }
}

fn sentences<'g>(graph: &'g KnowledgeGraph, detail: &'g StatementDetail) -> Option<&'g str> {
    let (span, text) = (detail.sentences?, graph.document(&detail.document)?.text.as_deref()?);
    excerpt::slice(text, span.start, span.end)
}

/// Who said what, about what, when and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatementRow<'g> {
    /// Id of the statement.
    pub id: &'g str,
    /// Who said it; several where they spoke together, none where it cannot be told.
    pub speakers: Vec<NodeRef<'g>>,
    /// What is done by saying it.
    pub act: &'g str,
    /// `direct`, `indirect` or `mixed`.
    pub form: &'g str,
    /// The words said.
    pub content: &'g str,
    /// What it is about.
    pub about: Vec<NodeRef<'g>>,
    /// When it was said.
    #[serde(flatten)]
    pub moment: Moment<'g>,
    /// Where or at which event it was said.
    pub setting: Vec<NodeRef<'g>>,
    /// To whom it was said.
    pub addressees: Vec<NodeRef<'g>>,
    /// Where the speaker stands, as far as the words show it.
    pub stance: Vec<StanceRow<'g>>,
    /// The whole sentences that cue and content stand in; none where the graph is without texts.
    pub sentences: Option<&'g str>,
    /// The statement in whose content this one stands.
    pub within: Option<&'g str>,
    /// Cue and content, and where they stand.
    #[serde(flatten)]
    pub citation: Citation<'g>,
}

impl<'g> StatementRow<'g> {
    /// None where the node is no statement.
    pub(crate) fn of(graph: &'g KnowledgeGraph, node: &'g Node) -> Option<Self> {
        let detail = node.statement.as_ref()?;
        let (mut speakers, mut about) = (Vec::new(), Vec::new());
        for view in graph.edges_of(&node.id) {
            if view.edge.kind == EdgeKind::SAID && view.target.id == node.id {
                speakers.push(NodeRef::of(view.source));
            } else if view.edge.kind == EdgeKind::ABOUT && view.source.id == node.id {
                about.push(NodeRef::of(view.target));
            }
        }
        for nodes in [&mut speakers, &mut about] {
            nodes.sort_unstable();
            nodes.dedup();
        }
        Some(Self {
            id: &node.id,
            speakers,
            act: &detail.act,
            form: &detail.form,
            content: &detail.content,
            about,
            moment: Moment::of_statement(graph, detail),
            setting: NodeRef::all(graph, &detail.setting),
            addressees: NodeRef::all(graph, &detail.addressees),
            stance: StanceRow::all(graph, detail),
            sentences: sentences(graph, detail),
            within: detail.within.as_deref(),
            citation: Citation::of_statement(graph, detail),
        })
    }

    /// By time, document and place.
    pub(crate) fn sort(rows: &mut [Self]) {
        rows.sort_by(|a, b| a.order().cmp(&b.order()));
    }

    pub(crate) fn order(&self) -> impl Ord + use<'g> {
        (self.moment.order(), self.citation, self.id)
    }
}
