//! What a thing's own name or description tells: *the **US-Kenya** Trade Pact*, *Ambassador of **Kenya** Ana Oduya*.

use compact_str::CompactString;

use crate::claim::relation::participant::Fits;
use crate::claim::relation::participant::Participant;
use crate::claim::relation::reading::Reading;
use crate::lexicon::relations::Role;
use crate::model::Deprel;
use crate::model::MentionId;
use crate::model::Upos;

impl Reading<'_> {
    /// The mentions in a thing's own name or description that stand in a role: ***US-Kenya** Trade Pact*.
    pub(super) fn inside(&self, itself: MentionId, role: &Role, fits: Fits<'_>) -> Vec<Participant> {
        let head = self.mention(itself).head as usize;
        let in_role = |id: MentionId, token: usize| {
            let mut cases = self.tree.cases(token);
            if cases.is_empty() {
                cases.extend(self.preposition_before(id, itself));
            }
            match role {
                Role::Modifier => cases.is_empty() && !self.tree.is_genitive(token) && token < head,
                Role::Possessor => self.tree.is_genitive(token) && token < head,
                Role::Owner => {
                    cases.is_empty() || cases.iter().any(|case| self.tree.grammar.owning.contains(case))
                }
                Role::After(preposition) => cases.contains(preposition),
                Role::Subject
                | Role::Object
                | Role::Indirect
                | Role::Complement
                | Role::Clause
                | Role::Purpose
                | Role::Teller
                | Role::Itself
                | Role::Apposition
                | Role::Bearer
                | Role::Fellow
                | Role::Speaker
                | Role::Side
                | Role::Gathering => false,
            }
        };
        let nested = self.nested(itself);
        let first_case = |id: MentionId| {
            // *between Kenya and Norway*: the case stands at the first of those coordinated.
            let mut token = self.mention(id).head as usize;
            while self.tree.doc.deprel(token) == Deprel::Conj && self.tree.cases(token).is_empty() {
                let Some(above) = self.tree.doc.head(token) else { break };
                token = above;
            }
            token
        };
        nested
            .into_iter()
            .filter(|&id| self.kind(id).is_some_and(fits) && in_role(id, first_case(id)))
            .map(|mention| Participant { mention, steps: 0, spoken: false })
            .collect()
    }

    /// The preposition right before a part of a thing's name, where the tree has lost it: *Ambassador **of** Kenya Ana Oduya*.
    fn preposition_before(&self, part: MentionId, whole: MentionId) -> Option<CompactString> {
        let first = self.mention(whole).tokens.start as usize;
        let before = (self.mention(part).tokens.start as usize).checked_sub(1).filter(|&at| at >= first)?;
        (self.tree.upos(before) == Upos::Adp).then(|| self.tree.form(before))
    }
}
