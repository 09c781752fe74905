//! Evidence: the words stand in the text, and both ends of the edge are mentioned in them.

use crate::graph::CharSpan;
use crate::graph::EdgeView;
use crate::graph::Evidence;
use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::graph::verify::characters::Texts;
use crate::graph::verify::mentions::MentionIndex;
use crate::graph::verify::violation::{Promise, Violation};
use crate::model::EdgeKind;
use crate::model::NodeKind;

pub(super) fn check(
    graph: &KnowledgeGraph,
    view: EdgeView<'_>,
    texts: &Texts<'_>,
    mentions: &MentionIndex<'_>,
    found: &mut Vec<Violation>,
) {
    let id = &view.edge.id;
    for place in &view.edge.evidence {
        let span = (place.start, place.end);
        texts.check((id, "evidence"), &place.document, span, Some(&place.text), found);
        for (name, part) in [("trigger", place.trigger), ("cue of the modality", place.modality_cue)] {
            if part.is_some_and(|part| !is_inside(part, place)) {
                let message = format!("the {name} lies outside the evidence {}..{}", place.start, place.end);
                found.push(Violation::new(Promise::Places, id, message));
            }
        }
        // A network is made of statements that do not stand in it.
        if view.edge.kind.is_of_network() {
            continue;
        }
        if let Some(statement) = &place.statement {
            let is_there = graph.node(statement).is_some_and(|node| node.kind == NodeKind::STATEMENT);
            if !is_there {
                let message = format!("the evidence stands in `{statement}`, which is no statement");
                found.push(Violation::new(Promise::References, id, message));
            }
        }
        for end in [view.source, view.target] {
            if !is_end_of(end, view, place, mentions) {
                let message = format!(
                    "`{}` is not mentioned in the evidence at {}..{}",
                    end.id, place.start, place.end
                );
                found.push(Violation::new(Promise::Ends, id, message));
            }
        }
    }
}

const fn is_inside(part: CharSpan, place: &Evidence) -> bool {
    place.start <= part.start && part.start < part.end && part.end <= place.end
}

fn is_end_of(end: &Node, view: EdgeView<'_>, place: &Evidence, mentions: &MentionIndex<'_>) -> bool {
    if let Some(detail) = &end.statement {
        return detail.document == place.document && detail.start < place.end && place.start < detail.end;
    }
    if end.kind == NodeKind::DOCUMENT {
        return is_document(view.source, place) || is_document(view.target, place);
    }
    // The speaker of a quotation that goes on is named before it, not in it.
    let goes_on = view.edge.kind == EdgeKind::SAID
        && view.target.statement.as_ref().is_some_and(|detail| detail.source.is_none());
    // *Our country*, *both countries* mean states in what is said without naming them.
    let meant = view.edge.kind == EdgeKind::ABOUT && end.kind == NodeKind::COUNTRY;
    end.inferred || goes_on || meant || mentions.has(&end.id, place)
}

fn is_document(node: &Node, place: &Evidence) -> bool {
    node.id.strip_prefix("document.") == Some(place.document.as_str())
}
