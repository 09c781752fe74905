//! Statements by speaker or by topic.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::NodeKind;
use crate::query::NodeRef;
use crate::query::StatementRow;

/// What statements are put together by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupBy {
    /// Who said it.
    Speaker,
    /// The topics that it is about.
    Topic,
}

/// The statements of one speaker or on one topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SaidGroup<'g> {
    /// The speaker or topic; none for statements whose speaker cannot be told, or that are about no topic.
    pub group: Option<NodeRef<'g>>,
    /// In the order of the rows.
    pub statements: Vec<StatementRow<'g>>,
}

/// The rows by speaker or topic, the largest group first, those without one last. A row stands in each group that it
/// belongs to: joint speakers, several topics.
#[must_use]
pub fn grouped<'g>(rows: &[StatementRow<'g>], by: GroupBy) -> Vec<SaidGroup<'g>> {
    let mut groups: BTreeMap<Option<NodeRef<'g>>, Vec<StatementRow<'g>>> = BTreeMap::new();
    for row in rows {
        let keys: Vec<NodeRef<'g>> = match by {
            GroupBy::Speaker => row.speakers.clone(),
            GroupBy::Topic => {
                row.about.iter().filter(|node| *node.kind == NodeKind::TOPIC).copied().collect()
            }
        };
        if keys.is_empty() {
            groups.entry(None).or_default().push(row.clone());
        }
        for key in keys {
            groups.entry(Some(key)).or_default().push(row.clone());
        }
    }
    let mut groups: Vec<_> =
        groups.into_iter().map(|(group, statements)| SaidGroup { group, statements }).collect();
    groups.sort_by_key(|group| (group.group.is_none(), std::cmp::Reverse(group.statements.len())));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::SaidQuery;
    use crate::query::said;
    use crate::query::sample;

    #[test]
    fn statements_are_grouped_by_speaker_and_by_topic() {
        let graph = sample::graph();
        let rows = said(&graph, &SaidQuery::default());
        let show = |by| -> Vec<(Option<&str>, usize)> {
            let groups = grouped(&rows, by);
            groups.iter().map(|group| (group.group.map(|node| node.id), group.statements.len())).collect()
        };
        assert_eq!(
            show(GroupBy::Speaker),
            [(Some("official.ana-oduya"), 2), (Some("official.tomas-lindqvist"), 1)]
        );
        assert_eq!(show(GroupBy::Topic), [(Some("topic.piracy"), 1), (Some("topic.security"), 1), (None, 1)]);
    }
}
