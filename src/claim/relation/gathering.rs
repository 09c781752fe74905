//! The meeting or call of which a text tells what was talked about there: *The talks were short. Trade **was discussed**.*

use crate::claim::relation::participant::Fits;
use crate::claim::relation::participant::Participant;
use crate::claim::relation::predicate::Predicate;
use crate::claim::relation::reading::Reading;
use crate::lexicon::relations::Sort;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;
use crate::model::StatementForm;

/// What the words do not say costs as much as so many steps of inference.
const STEPS: u8 = 2;

/// How many sentences back the gathering may be named.
const FARTHEST: usize = 6;

impl Reading<'_> {
    /// The gathering named last before a verb that tells of nobody who acts, or a noun that only is.
    pub(super) fn gathering(&self, predicate: &Predicate, fits: Fits<'_>) -> Option<Participant> {
        let tree = self.tree;
        let head = predicate.head;
        let agentless = |verb: usize| tree.is_passive(verb) && tree.agents(verb).next().is_none();
        let copular = || {
            let above = tree.doc.head(head).filter(|_| tree.doc.deprel(head) == Deprel::Nsubj);
            std::iter::once(head).chain(above).any(|token| tree.has(token, Deprel::Cop))
        };
        let told = match (predicate.sort, predicate.carrier) {
            // *the **agenda** included trade*
            (Sort::Verb, _) => {
                agentless(head)
                    || predicate.words.iter().skip(1).any(|&word| tree.doc.deprel(word) == Deprel::Nsubj)
            }
            (_, Some(carrier)) => agentless(carrier.verb),
            (_, None) => copular(),
        };
        let quoted = self
            .statement_around(head)
            .is_some_and(|(_, statement)| statement.form != StatementForm::Indirect);
        if !told || quoted || !fits(&NodeKind::EVENT) {
            return None;
        }
        let here = tree.doc.sentence_of(head);
        let types = &tree.grammar.gatherings;
        let last = (0..self.mentions.len()).map(|number| MentionId(number as u32)).rev().find(|&id| {
            let mention = self.mention(id);
            let at = mention.head as usize;
            let is_gathering = || {
                self.kind(id) == Some(&NodeKind::EVENT)
                    && mention.form != MentionForm::Name
                    && mention.attributes.get("type").is_some_and(|kind| types.contains(kind.as_str()))
            };
            at < head && here - tree.doc.sentence_of(at) <= FARTHEST && is_gathering()
        })?;
        Some(Participant { mention: last, steps: STEPS, spoken: false })
    }
}
