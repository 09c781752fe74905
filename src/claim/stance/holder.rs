//! Whose stand it is: that of the speaker, or of somebody whom the speaker speaks of.

use std::collections::BTreeSet;

use crate::claim::stance::Scene;
use crate::model::Deprel;
use crate::model::Statement;
use crate::model::Upos;
use crate::model::Xpos;

/// How far up a tree a subject is looked for.
const HEIGHT: usize = 6;

/// The speaker of a statement, to be told apart from others.
pub(super) struct Holder<'s> {
    scene: &'s Scene<'s>,
    /// The verb or noun by which it is said.
    pub(super) cue: Option<usize>,
    chains: BTreeSet<usize>,
}

impl<'s> Holder<'s> {
    pub(super) fn new(scene: &'s Scene<'s>, statement: &Statement) -> Self {
        let text = scene.text;
        let cue = statement.cue.and_then(|span| {
            text.tokens_in(span)
                .rev()
                .find(|&token| matches!(text.tokens[token].upos, Upos::Verb | Upos::Noun))
        });
        let mut chains = BTreeSet::new();
        for id in &statement.speakers {
            let Some(chain) = scene.chain_of[id.index()] else { continue };
            chains.insert(chain);
            // *Norland's minister* speaks for Norland.
            chains.extend(scene.principals[chain].iter().copied());
        }
        Self { scene, cue, chains }
    }

    /// Whether a word names the speaker: *we*, a name or a pronoun that stands for the speaker.
    pub(super) fn is(&self, token: usize) -> bool {
        self.scene.is(token, &self.scene.lexicon.grammar.first_person)
            || self.scene.headed_by[token]
                .iter()
                .any(|id| self.scene.chain_of[id.index()].is_some_and(|chain| self.chains.contains(&chain)))
    }

    /// Whether the speaker does what a verb or predicate says.
    pub(super) fn does(&self, word: usize) -> bool {
        let text = self.scene.text;
        let mut at = word;
        for _ in 0..HEIGHT {
            if Some(at) == self.cue {
                return true;
            }
            if let Some(subject) = subject(self.scene, at) {
                return self.is(subject);
            }
            // *we urge them to support it*: they shall, but it is the speaker who wants it.
            let joined = matches!(
                text.deprel(at),
                Deprel::Conj
                    | Deprel::Xcomp
                    | Deprel::Advcl
                    | Deprel::Ccomp
                    | Deprel::Obl
                    | Deprel::Obj
                    | Deprel::Acl
                    | Deprel::Nmod
            );
            match text.head(at) {
                Some(above) if joined => at = above,
                _ => return text.tokens[at].xpos == Xpos::Vb && at == word,
            }
        }
        false
    }

    /// Whether the speaker calls for the deed of a verb or promises it.
    pub(super) fn calls_for(&self, verb: usize) -> bool {
        let (text, grammar) = (self.scene.text, &self.scene.lexicon.grammar);
        let auxiliaries = || text.children(verb).filter(|&child| text.deprel(child) == Deprel::Aux);
        if auxiliaries().any(|modal| self.scene.is(modal, &grammar.obligation)) {
            return true;
        }
        if auxiliaries().any(|modal| self.scene.is(modal, &grammar.intention)) {
            return self.does(verb);
        }
        if text.tokens[verb].xpos != Xpos::Vb || auxiliaries().next().is_some() {
            return false;
        }
        let Some(above) = text.head(verb) else { return subject(self.scene, verb).is_none() };
        let infinitive = text.children(verb).any(|child| text.tokens[child].xpos == Xpos::To);
        if !infinitive {
            return text.deprel(verb) == Deprel::Conj && self.calls_for(above);
        }
        let wanted = Some(above) == self.cue || grammar.obligation.contains(text.lemma(above));
        let general = subject(self.scene, above).is_some_and(|subject| {
            text.deprel(subject) == Deprel::Expl || text.lemma(subject) == text.lemma(above)
        });
        wanted || general || self.does(above)
    }
}

/// The subject of a verb or predicate in the tree.
pub(super) fn subject(scene: &Scene<'_>, word: usize) -> Option<usize> {
    let subjects = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter, Deprel::Expl];
    scene.text.children(word).find(|&child| subjects.contains(&scene.text.deprel(child)))
}
