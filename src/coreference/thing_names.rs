//! Shorter names of things: *the Commission* for *the Border Commission*.

use crate::coreference::cluster::Clusters;
use crate::coreference::concern::is_ours;
use crate::coreference::name_match::is_doubtful;
use crate::coreference::name_match::without_article;
use crate::lexicon::Lexicon;
use crate::lexicon::WordSet;
use crate::model::MentionForm;
use crate::model::NodeKind;
use crate::model::normal_name;
/// Joins a poorer name of a thing to the fuller one: *Delta* or *the Initiative* to *the Delta Initiative*.
pub(super) fn partial_things(clusters: &mut Clusters<'_, '_>, lexicon: &Lexicon) {
    for mention in 0..clusters.mentions.len() {
        let m = &clusters.mentions[mention];
        // *my Government* is not the *Government of Kenya* that the text names too.
        if m.form != MentionForm::Name || m.kind.is_none() || m.entry.is_some() || is_ours(clusters, m) {
            continue;
        }
        let Some(name) = clusters.name(mention).map(normal_name) else { continue };
        let name = without_article(&name).to_owned();
        let doubtful = is_doubtful(clusters, mention);
        let fuller: Vec<usize> = (0..clusters.mentions.len())
            .filter(|&other| {
                !clusters.same(mention, other) && clusters.mentions[other].form == MentionForm::Name
            })
            .filter(|&other| is_nameable(clusters.mentions[other].kind.as_ref()))
            .filter(|&other| {
                doubtful || clusters.mentions[other].kind == m.kind && m.attributes.contains_key("type")
            })
            .filter(|&other| doubtful || clusters.lemma(other).eq_ignore_ascii_case(clusters.lemma(mention)))
            .filter(|&other| clusters.years_agree(mention, other))
            .filter(|&other| !is_of_region(clusters, mention, other))
            .filter(|&other| {
                clusters.name(other).map(normal_name).is_some_and(|full| {
                    extends(&full, &name, doubtful) && !is_set_apart(&full, &name, lexicon)
                })
            })
            .collect();
        let Some(&first) = fuller.first() else { continue };
        let one = fuller.iter().all(|&other| clusters.same(first, other));
        let before = fuller.iter().copied().rfind(|&other| other < mention).filter(|_| !doubtful);
        if let Some(found) = if one { Some(first) } else { before } {
            clusters.join(found, mention);
        }
    }
}

/// *the **West** Kenyan Government* is not the *Kenyan Government*: what stands before the nation makes it another.
fn is_of_region(clusters: &Clusters<'_, '_>, short: usize, full: usize) -> bool {
    let start = |mention: usize| clusters.mentions[mention].name.map(|name| name.start);
    let opens_with_nation = |mention: usize| {
        clusters
            .mentions
            .iter()
            .any(|inner| inner.kind == Some(NodeKind::COUNTRY) && Some(inner.span.start) == start(mention))
    };
    let body = clusters.mentions[short].kind == Some(NodeKind::AGENCY);
    body && opens_with_nation(short) && !opens_with_nation(full)
}

fn is_nameable(kind: Option<&NodeKind>) -> bool {
    kind.is_some_and(|kind| {
        [NodeKind::AGREEMENT, NodeKind::ORGANIZATION, NodeKind::AGENCY, NodeKind::EVENT].contains(kind)
    })
}

/// *the New Harbour Treaty*, *the Second Lake Accord*: what the full name adds tells it from the other.
fn is_set_apart(full: &str, short: &str, lexicon: &Lexicon) -> bool {
    let added = full.strip_suffix(short).unwrap_or_default();
    added.split(' ').any(|word| lexicon.mentions.has(WordSet::Distinguishing, word))
}

/// Whether the full name is the short one with its head noun behind it, or with what specifies a head noun around it.
fn extends(full: &str, short: &str, doubtful: bool) -> bool {
    let full = without_article(full);
    let behind = full.strip_prefix(short).filter(|rest| rest.starts_with(' '));
    if doubtful {
        return behind.is_some_and(|rest| rest.trim().split(' ').count() == 1);
    }
    behind.is_some() || full.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '))
}
