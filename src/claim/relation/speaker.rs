//! The speaker, who stands for those whom the words do not name.

use crate::claim::relation::participant::Fits;
use crate::claim::relation::participant::Participant;
use crate::claim::relation::reading::Reading;
use crate::model::Deprel;

/// The speaker in a role costs as much as so many steps of inference.
const STEPS: u8 = 3;

impl Reading<'_> {
    /// *we*, which the speaker says of himself and others.
    pub(super) fn is_speaking_plural(&self, token: usize) -> bool {
        let pronoun = self.lexicon.mentions.pronoun(&self.tree.form(token));
        self.tree.doc.deprel(token) == Deprel::Nsubj
            && pronoun.is_some_and(|pronoun| pronoun.person == 1 && pronoun.plural)
    }

    /// Those in whose words a token stands.
    pub(super) fn speakers(&self, token: usize, fits: Fits<'_>) -> Vec<Participant> {
        let (statement, _) = self.asserted(self.tree.doc.tokens[token].span);
        let speakers = statement.and_then(|id| self.statements.get(id.index())).map(|it| &it.speakers);
        speakers
            .into_iter()
            .flatten()
            .filter(|&&id| self.kind(id).is_some_and(fits))
            .map(|&mention| Participant { mention, steps: STEPS, spoken: true })
            .collect()
    }
}
