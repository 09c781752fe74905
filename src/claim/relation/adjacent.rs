//! Subject and object by their place in the line, where the tree has lost them.

use crate::claim::relation::predicate::Predicate;
use crate::claim::relation::reading::Reading;
use crate::claim::relation::tree::Argument;
use crate::lexicon::relations::Role;
use crate::lexicon::relations::Sort;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::Upos;
use crate::model::Xpos;

/// A guess from the line costs as much as so many steps of inference.
const STEPS: u8 = 2;

impl Reading<'_> {
    /// The name right before a verb as its subject, the name right after it as its object: *Oduya on Friday **hosted**
    /// Brandt*, which a parser may take for a noun with its modifiers.
    pub(super) fn adjacent(&self, predicate: &Predicate, role: &Role) -> Option<Argument> {
        if predicate.sort != Sort::Verb || !self.may_be_active(predicate.head) {
            return None;
        }
        let before = self.name_before(predicate.head)?;
        let root = self.tree.doc.deprel(predicate.head) == Deprel::Root;
        let token = match role {
            Role::Subject if root => before,
            Role::Subject => self.name_after(predicate.head).map(|_| before)?,
            Role::Object => self.name_after(predicate.head)?,
            Role::Indirect
            | Role::Complement
            | Role::Clause
            | Role::Purpose
            | Role::Teller
            | Role::Possessor
            | Role::Modifier
            | Role::Owner
            | Role::Itself
            | Role::Apposition
            | Role::Bearer
            | Role::Fellow
            | Role::Speaker
            | Role::Side
            | Role::Gathering
            | Role::After(_) => return None,
        };
        Some(Argument { token, steps: STEPS })
    }

    /// A finite verb, or a participle that the tree hangs before a noun though a name stands before it.
    fn may_be_active(&self, verb: usize) -> bool {
        let tree = self.tree;
        let passive = tree.has(verb, Deprel::AuxPass) || tree.has(verb, Deprel::NsubjPass);
        let finite = matches!(tree.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp);
        let torn = tree.xpos(verb) == Xpos::Vbn && tree.doc.deprel(verb) == Deprel::Amod;
        !passive && (finite || torn)
    }

    fn name_before(&self, verb: usize) -> Option<usize> {
        let start = self.tree.doc.sentences[self.tree.doc.sentence_of(verb)].tokens.start;
        let mut at = verb;
        while at > start {
            at -= 1;
            if let Some(head) = self.name_ending(at) {
                return Some(head);
            }
            if !self.is_passed_over(at) {
                return None;
            }
        }
        None
    }

    fn name_after(&self, verb: usize) -> Option<usize> {
        let end = self.tree.doc.sentences[self.tree.doc.sentence_of(verb)].tokens.end;
        for at in verb + 1..end {
            if let Some(head) = self.name_beginning(at) {
                return Some(head);
            }
            if !self.is_passed_over(at) {
                return None;
            }
        }
        None
    }

    fn name_ending(&self, token: usize) -> Option<usize> {
        self.around(token)
            .iter()
            .rev()
            .map(|&id| self.mention(id))
            .find(|mention| mention.form == MentionForm::Name && mention.tokens.end as usize == token + 1)
            .map(|mention| mention.head as usize)
    }

    fn name_beginning(&self, token: usize) -> Option<usize> {
        self.around(token)
            .iter()
            .rev()
            .map(|&id| self.mention(id))
            .find(|mention| {
                let named = matches!(mention.form, MentionForm::Name | MentionForm::Description);
                named && mention.tokens.start as usize == token
            })
            .map(|mention| mention.head as usize)
    }

    /// Dates, with the preposition before them, and adverbs may stand between a verb and its own.
    fn is_passed_over(&self, token: usize) -> bool {
        let upos = self.tree.upos(token);
        upos == Upos::Adv
            || self.is_dated(token)
            || (matches!(upos, Upos::Adp | Upos::Det) && self.is_dated(token + 1))
    }
}
