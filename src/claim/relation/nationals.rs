//! People to whom something is done, who stand for their country: *deported ten Kenyan students*.

use crate::claim::relation::participant::Fits;
use crate::claim::relation::participant::Participant;
use crate::claim::relation::predicate::Predicate;
use crate::claim::relation::reading::Reading;
use crate::lexicon::relations::Path;

/// That the country is meant is a step of inference.
const STEPS: u8 = 1;

impl Reading<'_> {
    /// The countries of the people who stand where a role is filled.
    pub(super) fn nationals(
        &self,
        predicate: &Predicate,
        paths: &[Path],
        fits: Fits<'_>,
    ) -> Vec<Participant> {
        let tree = self.tree;
        let mut found: Vec<Participant> = Vec::new();
        for argument in paths.iter().flat_map(|path| self.tokens_at(predicate, path)) {
            for token in tree.conjuncts(argument.token) {
                let people = std::iter::once(token)
                    .chain(tree.owned(token).into_iter().map(|owned| owned.token))
                    .find(|&one| tree.grammar.nationals.contains(tree.doc.lemma(one)));
                for mention in people.map(|one| self.stood_for(one, fits, 0)).unwrap_or_default() {
                    if !found.iter().any(|known| known.mention == mention) {
                        found.push(Participant { mention, steps: argument.steps + STEPS, spoken: false });
                    }
                }
            }
        }
        found
    }
}
