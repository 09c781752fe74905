//! In whose words a claim stands.

use crate::claim::relation::reading::Reading;
use crate::model::MentionId;
use crate::model::Span;
use crate::model::Statement;
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
        let innermost = self.innermost(words);
        (innermost, self.speakers_from(innermost))
    }

    /// Who tells that a statement was made: the statement in which it stands, with its speakers and those around them.
    pub(super) fn told_of(&self, statement: StatementId) -> (Option<StatementId>, Vec<MentionId>) {
        let outer = self.statements.get(statement.index()).and_then(|statement| statement.within);
        (outer, self.speakers_from(outer))
    }

    /// Whether a token stands beside what is said, as the verb of speech does.
    pub(super) fn is_outside(&self, statement: StatementId, token: usize) -> bool {
        let word = self.tree.doc.tokens[token].span;
        self.statements
            .get(statement.index())
            .is_some_and(|statement| !statement.content.iter().any(|content| word.is_within(*content)))
    }

    /// The innermost statement in whose content a token stands.
    pub(super) fn statement_around(&self, token: usize) -> Option<(StatementId, &Statement)> {
        let id = self.innermost(self.tree.doc.tokens[token].span)?;
        Some((id, self.statements.get(id.index())?))
    }

    fn innermost(&self, words: Span) -> Option<StatementId> {
        let length =
            |number: usize| self.statements[number].content.iter().map(|span| span.len()).sum::<u32>();
        (0..self.statements.len())
            .filter(|&number| self.statements[number].content.iter().any(|span| words.is_within(*span)))
            .min_by_key(|&number| (length(number), number))
            .map(|number| StatementId(number as u32))
    }

    /// The speakers of a statement and of those around it, outermost first.
    fn speakers_from(&self, statement: Option<StatementId>) -> Vec<MentionId> {
        let mut speakers: Vec<MentionId> = Vec::new();
        let mut at = statement.map(StatementId::index);
        // A statement that stands within itself would be a fault elsewhere: it must not hang this one.
        for _ in 0..self.statements.len() {
            let Some(statement) = at.and_then(|number| self.statements.get(number)) else { break };
            speakers.splice(0..0, statement.speakers.iter().copied());
            at = statement.within.map(StatementId::index);
        }
        speakers
    }
}
