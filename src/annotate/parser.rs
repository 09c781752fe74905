//! The greedy parser: takes the best allowed step until every word has a head.

use crate::annotate::parse_features::{Sentence, features};
use crate::annotate::tagger::Features;
use crate::annotate::transition::{NONE, State, Step};
use crate::annotate::weights::{CLASSES, Scores, Weights, best};

/// The first classes are the steps without label; then come the labels to the left, then those to the right.
const FIRST_LABEL: usize = 2;

/// How classes of the model are steps.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Steps {
    /// The number of labels.
    pub(crate) labels: usize,
    /// The label of the root.
    pub(crate) root: u8,
}

impl Steps {
    /// The step of a class.
    pub(crate) const fn step(self, class: usize) -> Step {
        match class {
            0 => Step::Shift,
            1 => Step::Reduce,
            _ if class < FIRST_LABEL + self.labels => Step::Left((class - FIRST_LABEL) as u8),
            _ => Step::Right((class - FIRST_LABEL - self.labels) as u8),
        }
    }

    /// The classes that a state allows.
    pub(crate) fn allowed(self, state: &State) -> impl Iterator<Item = usize> {
        let root = FIRST_LABEL + usize::from(self.root);
        let lefts = FIRST_LABEL..FIRST_LABEL + self.labels;
        let rights = lefts.end..lefts.end + self.labels;
        let right_root = lefts.end + usize::from(self.root);
        let (left, right, end) = (state.can_left(), state.can_right(), state.at_end());
        let shift = state.can_shift().then_some(0);
        let reduce = state.can_reduce().then_some(1);
        let lefts = if left && !end { lefts } else { 0..0 };
        let left_root = (left && end).then_some(root);
        let rights = if right { rights } else { 0..0 };
        shift
            .into_iter()
            .chain(reduce)
            .chain(left_root)
            .chain(lefts.filter(move |&class| class != root))
            .chain(rights.filter(move |&class| class != right_root))
    }
}

/// Head and label of each word; the root's head is [`NONE`].
pub(crate) fn parse(sentence: &Sentence, weights: Weights<'_>, steps: Steps) -> Vec<(u16, u8)> {
    let mut state = State::new(sentence.len());
    let mut found = Features::default();
    while !state.is_done() {
        if state.at_end() && state.can_reduce() {
            // Nothing else is allowed.
            state.take(Step::Reduce);
            continue;
        }
        let mut scores: Scores = [0; CLASSES];
        if !state.stack.is_empty() {
            features(sentence, &state, &mut found);
            weights.add(&found.hashes, &mut scores);
        }
        let Some(class) = best(&scores, steps.allowed(&state)) else { break };
        state.take(steps.step(class));
    }
    single_root(&state, steps)
}

/// Makes the first word that hangs on the root the only one; the others hang on it.
fn single_root(state: &State, steps: Steps) -> Vec<(u16, u8)> {
    let size = usize::from(state.root());
    let mut tree: Vec<(u16, u8)> = (0..size).map(|word| (state.head[word], state.label[word])).collect();
    let mut root = None;
    for (word, (head, label)) in tree.iter_mut().enumerate() {
        if *head < state.root() {
            continue;
        }
        if let Some(root) = root {
            *head = root;
            *label = steps.root;
        } else {
            root = Some(word as u16);
            (*head, *label) = (NONE, steps.root);
        }
    }
    tree
}
