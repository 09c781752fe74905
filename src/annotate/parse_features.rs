//! What the parser looks at: the templates of Zhang and Nivre (2011), and the ends of words, which stand in for words never seen.

use crate::annotate::tagger::Features;
use crate::annotate::transition::{NONE, State};
use crate::annotate::word::Word;

/// The words of a sentence with their tags, then the root, then the absent word.
#[derive(Debug)]
pub(crate) struct Sentence {
    words: Vec<u64>,
    tags: Vec<u64>,
    endings: Vec<u64>,
    clusters: Vec<u64>,
    /// Whether the model knows clusters at all.
    clustered: bool,
    /// For each word how many marks stand before it.
    marks: Vec<u16>,
    /// For each word how many verbs stand before it.
    verbs: Vec<u16>,
}

impl Sentence {
    /// Joins words and tags. `kinds` tells for each class of tag whether it is a mark (1) or a verb (2).
    pub(crate) fn new(words: &[Word], tags: &[u8], kinds: &[u8]) -> Self {
        let mut joined = Self {
            words: words.iter().map(|word| word.lower).chain([1, 2]).collect(),
            tags: tags.iter().map(|&tag| u64::from(tag)).chain([125, 126]).collect(),
            endings: words.iter().map(|word| word.suffix[2]).chain([1, 2]).collect(),
            clustered: words.first().is_some_and(|word| word.clustered),
            clusters: words.iter().map(|word| word.cluster).chain([1, 2]).collect(),
            marks: vec![0],
            verbs: vec![0],
        };
        let (mut marks, mut verbs) = (0, 0);
        for &tag in tags {
            let kind = kinds.get(usize::from(tag)).copied().unwrap_or(0);
            marks += u16::from(kind == 1);
            verbs += u16::from(kind == 2);
            joined.marks.push(marks);
            joined.verbs.push(verbs);
        }
        joined
    }

    /// The number of words.
    pub(crate) fn len(&self) -> usize {
        self.words.len() - 2
    }
}

struct Node {
    at: usize,
    word: u64,
    tag: u64,
    ending: u64,
    cluster: u64,
}

/// What is looked at in a state. `s0` is the top of the stack and `n0` the next word; `h`, `l` and `r` are head, leftmost and
/// rightmost dependent, `2` the second of them.
#[expect(clippy::similar_names, reason = "the literature's names")]
#[expect(clippy::too_many_lines, reason = "a list of templates")]
pub(crate) fn features(sentence: &Sentence, state: &State, out: &mut Features) {
    let absent = sentence.len() + 1;
    let node = |at: u16| {
        let at = if at == NONE { absent } else { usize::from(at) };
        Node {
            at,
            word: sentence.words[at],
            tag: sentence.tags[at],
            ending: sentence.endings[at],
            cluster: sentence.clusters[at],
        }
    };
    let ahead = |offset: u16| {
        let at = state.next + offset;
        node(if at <= state.root() { at } else { NONE })
    };
    out.clear();
    let s0 = node(state.stack_at(0));
    let s1 = node(state.stack_at(1));
    let s2 = node(state.stack_at(2));
    let (n0, n1, n2, n3) = (ahead(0), ahead(1), ahead(2), ahead(3));
    let before = node(state.next.checked_sub(1).unwrap_or(NONE));
    let s0h = node(state.head[s0.at]);
    let s0h2 = node(state.head[s0h.at]);
    let [s0l, s0l2] = state.left[s0.at].map(node);
    let [s0r, s0r2] = state.right[s0.at].map(node);
    let [n0l, n0l2] = state.left[n0.at].map(node);
    let label = |node: &Node| u64::from(state.label[node.at]);
    let distance = if s0.at == absent { 15 } else { bucket(n0.at - s0.at) };
    let [s0vl, s0vr] = state.valency[s0.at].map(|count| u64::from(count.min(5)));
    let n0vl = u64::from(state.valency[n0.at][0].min(5));
    let [s0sl, s0sr] = state.labels[s0.at];
    let n0sl = state.labels[n0.at][0];
    let (marks, verbs) = if s0.at == absent {
        (7, 7)
    } else {
        let between = |counts: &[u16]| u64::from((counts[n0.at] - counts[s0.at + 1]).min(3));
        (between(&sentence.marks), between(&sentence.verbs))
    };
    let headed = u64::from(state.head[s0.at] != NONE) << 32;
    let s0t = s0.tag | headed;

    out.one(headed);
    for node in [&s0, &n1] {
        out.two(node.word, node.tag);
        out.one(node.word);
        out.one(node.tag);
        out.one(node.ending);
    }
    out.two(n0.word, n0.tag);
    out.one(n0.ending);
    out.one(n2.tag);
    out.one(n2.ending);
    out.one(n3.tag);
    out.three(s0.word, s0t, n0.tag);
    out.three(s0t, n0.word, n0.tag);
    out.two(s0.word, n0.word);
    out.two(n0.tag, n1.tag);
    out.two(s0.ending, n0.ending);
    out.two(s0.ending, n0.word);
    out.two(s0.word, n0.ending);
    out.three(s0t, n0.ending, n0.tag);
    out.three(n0.tag, n1.tag, n2.tag);
    out.three(s0t, n0.tag, n1.tag);
    out.three(s0t, n0.tag, n1.word);
    out.three(s0h.tag, s0t, n0.tag);
    out.three(s0t, s0l.tag, n0.tag);
    out.three(s0t, s0r.tag, n0.tag);
    out.three(s0t, n0.tag, n0l.tag);
    out.two(s0.word, distance);
    out.two(s0t, distance);
    out.two(n0.word, distance);
    out.two(n0.tag, distance);
    out.three(s0.word, n0.word, distance);
    out.three(s0t, n0.tag, distance);
    out.two(s0.word, s0vr);
    out.two(s0t, s0vr);
    out.two(s0.word, s0vl);
    out.two(s0t, s0vl);
    out.two(n0.word, n0vl);
    out.one(s0h.word);
    out.one(s0h.tag);
    out.one(label(&s0));
    for node in [&s0l, &n0l] {
        out.one(node.word);
        out.one(node.tag);
        out.one(label(node));
    }
    out.one(s0h2.word);
    out.one(s0h2.tag);
    out.one(label(&s0h) + 64);
    for node in [&s0l2, &n0l2] {
        out.one(node.word);
        out.one(node.tag);
        out.one(label(node));
    }
    out.three(s0t, s0l.tag, s0l2.tag);
    out.three(s0t, s0r.tag, s0r2.tag);
    out.two(s0.word, s0sr);
    out.two(s0t, s0sr);
    out.two(s0.word, s0sl);
    out.two(s0t, s0sl);
    out.two(n0.word, n0sl);
    out.three(s1.word, s0t, n0.tag);
    out.two(s1.word, n0.word);
    out.three(s2.tag, s1.tag, s0t);
    out.two(s1.tag, n0.tag);
    out.three(s0t, before.tag, n0.tag);
    out.three(before.tag, n0.tag, n1.tag);
    out.three(s0t, n0.tag, marks << 2 | verbs);
    out.three(s0.word, n0.tag, n1.ending);
    out.three(s0h.word, n0.word, n0.tag);
    out.three(s0h.ending, s0.ending, n0.tag);
    out.three(s0t, label(&s0), n0.tag);
    out.three(s0.word, s0r.word, n0.tag);
    out.three(s0t << 8 | n0.tag, s0sr, s0sl);
    if !sentence.clustered {
        return;
    }
    out.two(s0.cluster, n0.cluster);
    out.two(s0.cluster, n0.word);
    out.two(s0.word, n0.cluster);
    out.three(s0t, n0.tag, n1.cluster);
    out.three(s0h.cluster, s0.word, n0.cluster);
    out.three(s0.cluster, s0r.word, n0.tag);
    out.three(s1.cluster, s0t, n0.cluster);
    out.three(s0t, n0l.word, n0.cluster);
}

fn bucket(distance: usize) -> u64 {
    match distance {
        0..=5 => distance as u64,
        6..=8 => 6,
        9..=14 => 7,
        15..=24 => 8,
        _ => 9,
    }
}
