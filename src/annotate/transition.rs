//! The arc-eager transition system, with the root behind the last word.

/// No word.
pub(crate) const NONE: u16 = u16::MAX;

/// A step of the parser; labels are classes of the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Puts the next word on the stack.
    Shift,
    /// Takes the top, which has a head, off the stack.
    Reduce,
    /// Makes the next word the head of the top.
    Left(u8),
    /// Makes the top the head of the next word, or, at the end, the word below the top the head of the top.
    Right(u8),
}

/// A partial tree.
#[derive(Debug, Clone)]
pub(crate) struct State {
    /// Words that may still get dependents, the latest last.
    pub(crate) stack: Vec<u16>,
    /// The next word; the number of words once only the root is left.
    pub(crate) next: u16,
    /// The head of each word, with the root as the number of words.
    pub(crate) head: Vec<u16>,
    /// The label of each word.
    pub(crate) label: Vec<u8>,
    /// The outermost and the second dependents to the left.
    pub(crate) left: Vec<[u16; 2]>,
    /// The outermost and the second dependents to the right.
    pub(crate) right: Vec<[u16; 2]>,
    /// How many dependents each word has to the left and to the right.
    pub(crate) valency: Vec<[u8; 2]>,
    /// The labels of the dependents to the left and to the right, one bit each.
    pub(crate) labels: Vec<[u64; 2]>,
    size: u16,
}

impl State {
    /// All words unread. The tables have room for the root and for the absent word.
    pub(crate) fn new(size: usize) -> Self {
        Self {
            stack: Vec::with_capacity(size),
            next: 0,
            head: vec![NONE; size + 2],
            label: vec![63; size + 2],
            left: vec![[NONE; 2]; size + 2],
            right: vec![[NONE; 2]; size + 2],
            valency: vec![[0; 2]; size + 2],
            labels: vec![[0; 2]; size + 2],
            size: size as u16,
        }
    }

    /// The number of words, which is also the root's place.
    pub(crate) const fn root(&self) -> u16 {
        self.size
    }

    /// Whether all words have been read and placed.
    pub(crate) fn is_done(&self) -> bool {
        self.next == self.size && self.stack.is_empty()
    }

    /// Whether only the root is left to read.
    pub(crate) const fn at_end(&self) -> bool {
        self.next == self.size
    }

    /// The word `depth` places below the top of the stack.
    #[inline]
    pub(crate) fn stack_at(&self, depth: usize) -> u16 {
        self.stack.len().checked_sub(depth + 1).map_or(NONE, |at| self.stack[at])
    }

    /// Whether a word has a head.
    #[inline]
    pub(crate) fn has_head(&self, word: u16) -> bool {
        self.head[usize::from(word)] != NONE
    }

    pub(crate) fn can_shift(&self) -> bool {
        !self.at_end()
    }

    pub(crate) fn can_reduce(&self) -> bool {
        self.stack.last().is_some_and(|&top| self.has_head(top))
    }

    pub(crate) fn can_left(&self) -> bool {
        self.stack.last().is_some_and(|&top| !self.has_head(top))
    }

    pub(crate) fn can_right(&self) -> bool {
        !self.stack.is_empty() && (!self.at_end() || self.stack.len() > 1 && self.can_left())
    }

    fn attach(&mut self, dependent: u16, head: u16, label: u8) {
        let (d, h) = (usize::from(dependent), usize::from(head));
        self.head[d] = head;
        self.label[d] = label;
        let side = usize::from(dependent > head);
        let outer = if side == 0 { &mut self.left[h] } else { &mut self.right[h] };
        *outer = [dependent, outer[0]];
        self.valency[h][side] = self.valency[h][side].saturating_add(1);
        self.labels[h][side] |= 1 << (label % 64);
    }

    /// Takes a step, which must be allowed.
    pub(crate) fn take(&mut self, step: Step) {
        match step {
            Step::Shift => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Step::Reduce => {
                self.stack.pop();
            }
            Step::Left(label) => {
                if let Some(top) = self.stack.pop() {
                    self.attach(top, self.next, label);
                }
            }
            Step::Right(label) if self.at_end() => {
                if let Some(top) = self.stack.pop() {
                    let below = self.stack_at(0);
                    self.attach(top, below, label);
                }
            }
            Step::Right(label) => {
                let head = self.stack_at(0);
                self.attach(self.next, head, label);
                self.stack.push(self.next);
                self.next += 1;
            }
        }
    }
}
