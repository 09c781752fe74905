//! Which groups of mentions are things of the graph, and which only words.

use crate::coreference::cluster::Clusters;
use crate::coreference::cluster::is_human;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::NodeKind;
use crate::model::Upos;

/// Whether a group is worth a node: anything with a name, and descriptions of what acts or is certain.
pub(super) fn is_thing(clusters: &Clusters<'_, '_>, members: &[usize], kind: &NodeKind) -> bool {
    let named = members
        .iter()
        .any(|&m| matches!(clusters.mentions[m].form, MentionForm::Name | MentionForm::Demonym));
    if named {
        return true;
    }
    if *kind == NodeKind::COUNTRY {
        // *our country* is some country; without a name it is none of the graph.
        return false;
    }
    if !is_human(Some(kind)) {
        return true;
    }
    // Nobody knows who *the ministers* are to whom something is done; who speaks or acts is somebody.
    members.iter().any(|&m| acts(clusters, m))
}

/// Whether the mention is the subject or agent of a verb, or one of several that are.
fn acts(clusters: &Clusters<'_, '_>, mention: usize) -> bool {
    let mut token = clusters.mentions[mention].head as usize;
    // *thousands of **students** marched*
    if clusters.mentions[mention].attributes.contains_key("counted") {
        return true;
    }
    // *the **official** told* may be torn by tagger and parser; it is only named as one who speaks.
    if clusters.doc.tokens[token].upos == Upos::Adj {
        return true;
    }
    while clusters.doc.deprel(token) == Deprel::Conj {
        match clusters.doc.head(token) {
            Some(head) => token = head,
            None => break,
        }
    }
    let verb = clusters.doc.head(token).is_some_and(|head| {
        matches!(clusters.doc.tokens[head].upos, Upos::Verb | Upos::Aux | Upos::Adj | Upos::Noun)
    });
    let agent = matches!(clusters.doc.deprel(token), Deprel::Nsubj | Deprel::OblAgent | Deprel::NsubjPass);
    // *according to a senior official*: the source of what is said.
    let source = clusters.doc.deprel(token) == Deprel::Obl
        && clusters
            .doc
            .children_by(token, Deprel::Case)
            .any(|case| clusters.doc.child_by(case, Deprel::Fixed).is_some());
    agent && verb || source || clusters.doc.deprel(token) == Deprel::Root
}
