//! A host whom the tree takes for the guest: *At the invitation of the President, Samuel Otieno, **the Prime Minister of Norland**,
//! Ola Berg, paid a visit*.

use crate::claim::relation::reading::Reading;
use crate::claim::relation::tree::Argument;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;

impl Reading<'_> {
    /// The person behind a name that only explains an office in a phrase of its own; the argument itself otherwise.
    pub(super) fn past_explained(&self, argument: Argument) -> Argument {
        let behind = self.headed(argument.token).iter().copied().find_map(|id| self.behind_explained(id));
        behind.map_or(argument, |id| {
            Argument { token: self.mention(id).head as usize, steps: argument.steps }.further()
        })
    }

    fn behind_explained(&self, name: MentionId) -> Option<MentionId> {
        let doc = self.tree.doc;
        let mention = self.mention(name);
        let comma = |token: usize| doc.tokens.get(token).is_some() && doc.form(token) == ",";
        let (start, end) = (mention.tokens.start as usize, mention.tokens.end as usize);
        let before = start.checked_sub(1).filter(|&token| comma(token))?;
        let office = self.person_at(|tokens| tokens.end as usize == before)?;
        let governed = !self.tree.cases(self.mention(office).head as usize).is_empty();
        if mention.form != MentionForm::Name || !governed || !self.same(office, name) || !comma(end) {
            return None;
        }
        let next = self.person_at(|tokens| tokens.start as usize == end + 1)?;
        (!self.same(next, name) && doc.sentence_of(end + 1) == doc.sentence_of(start)).then_some(next)
    }

    fn person_at(&self, fits: impl Fn(&std::ops::Range<u32>) -> bool) -> Option<MentionId> {
        let mut ids = (0..self.mentions.len()).map(|number| MentionId(number as u32));
        ids.find(|&id| {
            fits(&self.mention(id).tokens) && self.kind(id).is_some_and(|kind| *kind == NodeKind::OFFICIAL)
        })
    }
}
