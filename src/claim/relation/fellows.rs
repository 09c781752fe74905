//! Officials who are of a state because those beside them in a list are.

use crate::claim::relation::participant::Fits;
use crate::claim::relation::participant::Participant;
use crate::claim::relation::reading::Reading;
use crate::lexicon::relations::Role;
use crate::model::MentionId;
use crate::model::NodeKind;

impl Reading<'_> {
    /// *President Tanaka and **other Kenyan** officials*; ***Kenyan** Foreign Minister Oduya and President Tanaka*.
    pub(super) fn of_fellows(&self, itself: MentionId, fits: Fits<'_>) -> Vec<Participant> {
        let list = self.list_of(itself);
        let doc = self.tree.doc;
        let titled = |id: MentionId| {
            let mention = self.mention(id);
            mention.name.is_some_and(|name| mention.span.start < name.start)
        };
        let other = list.last().copied().filter(|&last| {
            last != itself
                && doc
                    .children(self.mention(last).head as usize)
                    .any(|child| self.tree.grammar.fellows.contains(doc.lemma(child)))
        });
        // The head of an organization is of no country for standing beside its leaders.
        let acts_for_state = self
            .mention(itself)
            .attributes
            .get("acts-for")
            .is_some_and(|whom| *whom == NodeKind::COUNTRY.to_string());
        let first = list
            .first()
            .copied()
            .filter(|&first| first != itself && titled(first) && titled(itself) && acts_for_state);
        for fellow in other.into_iter().chain(first) {
            let found: Vec<_> = self
                .inside(fellow, &Role::Modifier, fits)
                .into_iter()
                .map(|participant| Participant { mention: participant.mention, steps: 1, spoken: false })
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }
}
