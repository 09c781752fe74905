//! In whose words a claim stands.

use crate::claim::relation::reading::Reading;
use crate::model::MentionId;
use crate::model::Span;
use crate::model::StatementForm;
use crate::model::StatementId;

impl Reading<'_> {
    /// The same for what a name itself tells (*the Kenyan minister*): in reported speech the author gives people their titles.
    pub(super) fn asserted_in_own_words(&self, words: Span) -> (Option<StatementId>, Vec<MentionId>) {
        let (statement, speakers) = self.asserted(words);
        let form =
            statement.and_then(|number| self.statements.get(number.index())).map(|statement| statement.form);
        if form == Some(StatementForm::Direct) { (statement, speakers) } else { (None, Vec::new()) }
    }

    /// The innermost statement in whose content the words stand, and the speakers of it and of those around it,
    /// outermost first.
    pub(super) fn asserted(&self, words: Span) -> (Option<StatementId>, Vec<MentionId>) {
        let length =
            |number: usize| self.statements[number].content.iter().map(|span| span.len()).sum::<u32>();
        let innermost = (0..self.statements.len())
            .filter(|&number| self.statements[number].content.iter().any(|span| words.is_within(*span)))
            .min_by_key(|&number| (length(number), number));
        let Some(innermost) = innermost else { return (None, Vec::new()) };
        let mut speakers: Vec<MentionId> = Vec::new();
        let mut at = Some(innermost);
        // A statement that stands within itself would be a fault elsewhere: it must not hang this one.
        for _ in 0..self.statements.len() {
            let Some(statement) = at.and_then(|number| self.statements.get(number)) else { break };
            speakers.splice(0..0, statement.speakers.iter().copied());
            at = statement.within.map(StatementId::index);
        }
        (Some(StatementId(innermost as u32)), speakers)
    }
}
