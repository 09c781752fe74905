//! Offices and names by turns: *the President of Ardenia, Samuel Otieno, the Prime Minister of Norland, Ola Berg, met*.

use std::collections::BTreeMap;

use crate::coreference::cluster::Clusters;
use crate::coreference::cluster::is_human;
use crate::model::MentionForm;

/// Joins offices and names that follow each other by turns between commas, and tells for each of them with which it goes: a tree may
/// hang all of them at the first.
pub(super) fn alternations(clusters: &mut Clusters<'_, '_>) -> BTreeMap<usize, usize> {
    let mut pairs = BTreeMap::new();
    let mut run: Vec<usize> = Vec::new();
    for mention in (0..clusters.mentions.len()).map(Some).chain([None]) {
        if let Some(mention) = mention {
            if !is_element(clusters, mention) {
                continue;
            }
            if run.last().is_some_and(|&last| follows(clusters, last, mention)) {
                run.push(mention);
                continue;
            }
        }
        let paired = if run.len() == 2 { explains(clusters, &run) } else { run.len().is_multiple_of(2) };
        for pair in run.chunks_exact(2).filter(|_| paired) {
            pairs.extend([(pair[0], pair[1]), (pair[1], pair[0])]);
            clusters.join(pair[0], pair[1]);
        }
        run = mention.into_iter().collect();
    }
    pairs
}

/// *the Australian Minister for Trade, Mark Vale, ...*: a name between commas behind an office.
fn explains(clusters: &Clusters<'_, '_>, run: &[usize]) -> bool {
    let &[office, name] = run else { return false };
    let end = clusters.mentions[name].tokens.end as usize;
    let closed = clusters.doc.tokens.get(end).is_some() && clusters.doc.form(end) == ",";
    closed && clusters.is_office(office) && clusters.countries_agree(office, name)
}

fn is_element(clusters: &Clusters<'_, '_>, mention: usize) -> bool {
    let m = &clusters.mentions[mention];
    let name = m.form == MentionForm::Name && !m.attributes.contains_key("title");
    is_human(m.kind.as_ref()) && !clusters.is_plural(mention) && (name || clusters.is_office(mention))
}

/// Whether only a comma stands between the two, one of which is an office and one a name.
fn follows(clusters: &Clusters<'_, '_>, earlier: usize, later: usize) -> bool {
    let (end, start) =
        (clusters.mentions[earlier].tokens.end as usize, clusters.mentions[later].tokens.start as usize);
    let comma = start == end + 1 && clusters.doc.form(end) == ",";
    comma
        && clusters.sentence(earlier) == clusters.sentence(later)
        && clusters.is_office(earlier) != clusters.is_office(later)
}
