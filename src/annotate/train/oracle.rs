//! The dynamic oracle: how many right arcs each step makes impossible, in any state, reached rightly or not.

use crate::annotate::transition::State;
use crate::annotate::transition::Step;

/// The right tree of a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Gold {
    /// The head of each word; the number of words for the root.
    pub(crate) head: Vec<u16>,
    /// The label of each word.
    pub(crate) label: Vec<u8>,
    children: Vec<Vec<u16>>,
}

impl Gold {
    /// Indexes a tree.
    pub(crate) fn new(head: Vec<u16>, label: Vec<u8>) -> Self {
        let mut children = vec![Vec::new(); head.len() + 1];
        for (word, &above) in head.iter().enumerate() {
            children[usize::from(above)].push(word as u16);
        }
        Self { head, label, children }
    }

    fn children(&self, word: u16) -> &[u16] {
        &self.children[usize::from(word)]
    }

    fn head(&self, word: u16) -> Option<u16> {
        self.head.get(usize::from(word)).copied()
    }
}

/// What each kind of step costs in a state.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Costs {
    shift: u32,
    reduce: u32,
    left: u32,
    right: u32,
    /// The label, where the arc to the left is right.
    left_label: Option<u8>,
    /// The label, where the arc to the right is right.
    right_label: Option<u8>,
}

impl Costs {
    /// Counts what the steps cost.
    pub(crate) fn of(state: &State, gold: &Gold) -> Self {
        let next = state.next;
        let Some(&top) = state.stack.last() else {
            return Self { shift: 0, reduce: 9, left: 9, right: 9, left_label: None, right_label: None };
        };
        if state.at_end() {
            return Self::at_end(state, gold, top);
        }
        let on_stack = |word: u16| state.stack.contains(&word);
        let lost_below =
            gold.children(next).iter().filter(|&&child| !state.has_head(child) && on_stack(child)).count()
                as u32;
        let head = gold.head(next);
        let head_below = u32::from(head.is_some_and(on_stack));
        let lost_ahead = gold.children(top).iter().filter(|&&child| child >= next).count() as u32;
        let arc_right = head == Some(top);
        let arc_left = gold.head(top) == Some(next);
        let right_lost =
            if arc_right { 0 } else { head_below + u32::from(head.is_some_and(|head| head > next)) };
        let left_lost = u32::from(gold.head(top).is_some_and(|head| head > next));
        Self {
            shift: lost_below + head_below,
            reduce: lost_ahead,
            left: lost_ahead + left_lost,
            right: right_lost + lost_below,
            left_label: arc_left.then(|| gold.label[usize::from(top)]),
            right_label: arc_right.then(|| gold.label[usize::from(next)]),
        }
    }

    fn at_end(state: &State, gold: &Gold, top: u16) -> Self {
        let head = gold.head(top);
        let label = gold.label[usize::from(top)];
        let arc_left = head == Some(state.root());
        let arc_right = head == Some(state.stack_at(1));
        Self {
            shift: 9,
            reduce: 0,
            left: u32::from(!arc_left && arc_right),
            right: u32::from(!arc_right),
            left_label: arc_left.then_some(label),
            right_label: arc_right.then_some(label),
        }
    }

    /// The cost of a step.
    pub(crate) fn cost(&self, step: Step) -> u32 {
        let wrong = |right: Option<u8>, label: u8| u32::from(right.is_some_and(|right| right != label));
        match step {
            Step::Shift => self.shift,
            Step::Reduce => self.reduce,
            Step::Left(label) => self.left + wrong(self.left_label, label),
            Step::Right(label) => self.right + wrong(self.right_label, label),
        }
    }
}
