//! Finds mentions by where they begin and end and by their heads.

use crate::model::Mention;
use crate::model::MentionForm;
use crate::model::MentionId;

/// The mentions of a document by their tokens; dates and amounts, which cannot speak, are left out.
pub(super) struct MentionIndex {
    by_head: Vec<Vec<MentionId>>,
    by_start: Vec<Vec<MentionId>>,
    by_end: Vec<Vec<MentionId>>,
    around: Vec<Option<MentionId>>,
    dates_by_start: Vec<Option<MentionId>>,
    dates_by_end: Vec<Option<MentionId>>,
}

impl MentionIndex {
    pub(super) fn new(tokens: usize, mentions: &[Mention]) -> Self {
        let mut index = Self {
            by_head: vec![Vec::new(); tokens],
            by_start: vec![Vec::new(); tokens],
            by_end: vec![Vec::new(); tokens + 1],
            around: vec![None; tokens],
            dates_by_start: vec![None; tokens],
            dates_by_end: vec![None; tokens + 1],
        };
        for (number, mention) in mentions.iter().enumerate() {
            let id = MentionId(number as u32);
            let (start, end) = (mention.tokens.start as usize, mention.tokens.end as usize);
            if start >= end || end > tokens || mention.head as usize >= tokens {
                continue;
            }
            if mention.form == MentionForm::Date {
                index.dates_by_start[start] = Some(id);
                index.dates_by_end[end] = Some(id);
            }
            if matches!(mention.form, MentionForm::Date | MentionForm::Amount) {
                continue;
            }
            index.by_head[mention.head as usize].push(id);
            index.by_start[start].push(id);
            index.by_end[end].push(id);
            if end - start > 1 {
                for place in &mut index.around[start..end] {
                    let shorter = place.is_none_or(|one| mentions[one.index()].tokens.len() > end - start);
                    if shorter {
                        *place = Some(id);
                    }
                }
            }
        }
        index
    }

    pub(super) fn headed_by(&self, token: usize) -> &[MentionId] {
        self.by_head.get(token).map_or(&[], Vec::as_slice)
    }

    pub(super) fn starting_at(&self, token: usize) -> &[MentionId] {
        self.by_start.get(token).map_or(&[], Vec::as_slice)
    }

    /// Those of which the last token stands before `token`.
    pub(super) fn ending_at(&self, token: usize) -> &[MentionId] {
        self.by_end.get(token).map_or(&[], Vec::as_slice)
    }

    /// The shortest one of several words around a token.
    pub(super) fn around(&self, token: usize) -> Option<MentionId> {
        self.around.get(token).copied().flatten()
    }

    pub(super) fn date_starting_at(&self, token: usize) -> Option<MentionId> {
        self.dates_by_start.get(token).copied().flatten()
    }

    pub(super) fn date_ending_at(&self, token: usize) -> Option<MentionId> {
        self.dates_by_end.get(token).copied().flatten()
    }
}
