//! What a stand is about: the things that the statement is about, as far as they stand where the words lead.

use std::collections::BTreeMap;

use crate::claim::stance::Scene;
use crate::model::Deprel;
use crate::model::MentionId;
use crate::model::Position;
use crate::model::Statement;
use crate::model::Upos;

/// How deep below a noun the thing may stand: *the importance of the extension of the pact*.
const DEPTH: usize = 4;

/// What a statement is about, by chain.
pub(super) struct Target<'s> {
    scene: &'s Scene<'s>,
    about: BTreeMap<usize, MentionId>,
}

impl<'s> Target<'s> {
    pub(super) fn new(scene: &'s Scene<'s>, statement: &Statement) -> Self {
        let about =
            statement.about.iter().filter_map(|&id| Some((scene.chain_of[id.index()]?, id))).collect();
        Self { scene, about }
    }

    /// The things under the head of a phrase, and the position that is taken on them.
    pub(super) fn of(&self, head: usize, position: Position) -> (Position, Vec<MentionId>) {
        let mut found = Vec::new();
        let turned = self.collect(head, 0, &mut found);
        (if turned { contrary(position) } else { position }, found)
    }

    /// Adds what stands under a word; true where a noun on the way turns the stand into its contrary.
    fn collect(&self, head: usize, depth: usize, found: &mut Vec<MentionId>) -> bool {
        let text = self.scene.text;
        let mut turned = false;
        if depth > DEPTH {
            return turned;
        }
        if !self.named(head, found) {
            let contrary = self.scene.is_lemma(head, &self.scene.lexicon.grammar.contraries)
                || self.scene.lexicon.verb(text.lemma(head)).iter().any(|cue| {
                    text.tokens[head].upos == Upos::Verb && cue.deed && cue.position == Position::Opposes
                });
            let before = found.len();
            for child in text.children(head) {
                match text.deprel(child) {
                    Deprel::Nmod | Deprel::Obj | Deprel::Obl | Deprel::Appos if found.len() == before => {
                        turned ^= self.collect(child, depth + 1, found);
                    }
                    Deprel::Compound | Deprel::Amod if found.len() == before => {
                        self.named(child, found);
                    }
                    _ => {}
                }
            }
            if found.len() > before {
                turned ^= contrary;
            }
        }
        for joined in text.children_by(head, Deprel::Conj) {
            if matches!(text.tokens[joined].upos, Upos::Noun | Upos::Propn) {
                self.collect(joined, depth + 1, found);
            }
        }
        turned
    }

    /// Adds what a word names, if the statement is about it.
    fn named(&self, head: usize, found: &mut Vec<MentionId>) -> bool {
        let things = self.scene.headed_by[head]
            .iter()
            .filter_map(|id| self.about.get(&self.scene.chain_of[id.index()]?).copied());
        let before = found.len();
        for id in things {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        found.len() > before
    }
}

pub(super) const fn contrary(position: Position) -> Position {
    match position {
        Position::Supports => Position::Opposes,
        Position::Opposes => Position::Supports,
        Position::Neutral => Position::Neutral,
    }
}
