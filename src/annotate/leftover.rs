//! A greedy parser leaves words behind: it put them aside for a head that never came. They hang on the root without a relation of
//! their own; here they get the one that their tag and their neighbours tell.

use crate::model::Deprel;
use crate::model::Upos;

/// A word of a tree that is to be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hung {
    /// What sort of word it is.
    pub(crate) upos: Upos,
    /// The head, as index into the sentence; none for the root.
    pub(crate) head: Option<usize>,
    /// Relation to the head; of words left behind, [`Deprel::Root`] although they have a head.
    pub(crate) deprel: Deprel,
}

/// Gives the words left behind their places: the root is a word of content, prepositions and determiners go to the noun that follows,
/// and that noun to what stands before it. What stays without a place is [`Deprel::Parataxis`]. A clause that is joined to another without
/// a conjunction of its own takes the noun that the parser joined to a noun of the other: *she met him on Monday and Kenya signed*.
pub(crate) fn settle(tree: &mut [Hung]) {
    give_subjects(tree);
    join_pairs(tree);
    if tree.iter().any(is_left) {
        choose_root(tree);
        for word in 0..tree.len() {
            if is_left(&tree[word]) && matches!(tree[word].upos, Upos::Adp | Upos::Det) {
                hang_on_noun(tree, word);
            }
        }
    }
    for word in tree {
        match (word.head, word.deprel) {
            (None, _) => word.deprel = Deprel::Root,
            (Some(_), Deprel::Root) => word.deprel = Deprel::Parataxis,
            _ => {}
        }
    }
}

fn is_left(word: &Hung) -> bool {
    word.deprel == Deprel::Root && word.head.is_some()
}

const fn is_nominal(word: &Hung) -> bool {
    matches!(word.upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num)
}

/// *Lund and Oslo said*, where the first name was taken for a quality of the second: a conjunction joins two of a kind.
fn join_pairs(tree: &mut [Hung]) {
    for cc in 1..tree.len().saturating_sub(1) {
        let (first, second) = (cc - 1, cc + 1);
        let pair = tree[cc].deprel == Deprel::Cc
            && tree[cc].head == Some(second)
            && tree[first].head == Some(second)
            && matches!(tree[first].deprel, Deprel::Amod | Deprel::Compound)
            && tree[second].deprel != Deprel::Conj
            && tree[second].upos == Upos::Propn;
        if !pair {
            continue;
        }
        for word in &mut tree[..first] {
            if word.head == Some(second) {
                word.head = Some(first);
            }
        }
        (tree[first].head, tree[first].deprel) = (tree[second].head, tree[second].deprel);
        (tree[second].head, tree[second].deprel) = (Some(first), Deprel::Conj);
    }
}

/// In *A met B and C signed* the conjunction before *C* is that of the clause: verbs are not joined by a mere gap.
fn give_subjects(tree: &mut [Hung]) {
    for verb in 2..tree.len() {
        let Some(above) = tree[verb].head.filter(|&above| above < verb && tree[above].upos == Upos::Verb)
        else {
            continue;
        };
        let own =
            |sort: fn(Deprel) -> bool| tree.iter().any(|word| word.head == Some(verb) && sort(word.deprel));
        let starts = |word: usize| word < verb && tree[word].head == Some(verb);
        let joined = tree[verb].upos == Upos::Verb && tree[verb].deprel == Deprel::Conj;
        if !joined
            || own(|it| matches!(it, Deprel::Cc | Deprel::Nsubj | Deprel::NsubjPass))
            || (above..verb).any(starts)
        {
            continue;
        }
        let noun = verb - 1;
        let conjunction = (above..noun)
            .rev()
            .find(|&word| tree[word].head == Some(noun) && tree[word].deprel == Deprel::Cc);
        if !is_nominal(&tree[noun]) || tree[noun].deprel != Deprel::Conj {
            continue;
        }
        if let Some(conjunction) = conjunction {
            tree[conjunction].head = Some(verb);
            (tree[noun].head, tree[noun].deprel) = (Some(verb), Deprel::Nsubj);
        }
    }
}

/// A mark or a function word is no root where a word of content was left behind.
fn choose_root(tree: &mut [Hung]) {
    let Some(root) = tree.iter().position(|word| word.head.is_none()) else { return };
    if is_content(&tree[root]) {
        return;
    }
    let left = |sort: fn(&Hung) -> bool| {
        tree.iter().position(|word| is_left(word) && word.head == Some(root) && sort(word))
    };
    let Some(new) = left(|word| word.upos == Upos::Verb).or_else(|| left(is_content)) else { return };
    for word in tree.iter_mut() {
        if word.head == Some(root) && word.deprel == Deprel::Root {
            word.head = Some(new);
        }
    }
    tree[new].head = None;
    tree[root].head = Some(new);
    tree[root].deprel = if tree[root].upos == Upos::Punct { Deprel::Punct } else { Deprel::Root };
}

const fn is_content(word: &Hung) -> bool {
    is_nominal(word)
        || matches!(word.upos, Upos::Verb | Upos::Adj | Upos::Adv | Upos::Intj | Upos::X | Upos::Aux)
}

/// Hangs a preposition or determiner on the noun left behind after it, and the noun of a preposition on what stands before.
fn hang_on_noun(tree: &mut [Hung], word: usize) {
    let Some(noun) = (word + 1..tree.len()).find(|&next| is_left(&tree[next])) else { return };
    let inside = |mut token: usize| {
        while let Some(head) = tree[token].head.filter(|_| token != noun && token != word) {
            token = head;
        }
        token == noun || token == word
    };
    if !is_nominal(&tree[noun]) || !(word + 1..noun).all(inside) {
        return;
    }
    let top = tree[word].head;
    (tree[word].head, tree[word].deprel) =
        (Some(noun), if tree[word].upos == Upos::Adp { Deprel::Case } else { Deprel::Det });
    if tree[word].upos != Upos::Adp {
        return;
    }
    let verb = word.checked_sub(1).and_then(|before| verb_above(tree, before)).filter(|&verb| verb != noun);
    (tree[noun].head, tree[noun].deprel) = (verb.or(top), Deprel::Obl);
}

/// The word itself or the nearest above it that is a verb.
fn verb_above(tree: &[Hung], mut token: usize) -> Option<usize> {
    for _ in 0..tree.len() {
        if tree[token].upos == Upos::Verb {
            return Some(token);
        }
        token = tree[token].head?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(upos: Upos, head: Option<usize>, deprel: Deprel) -> Hung {
        Hung { upos, head, deprel }
    }

    /// *Lund got word from Oslo*, where the parser put the preposition aside.
    #[test]
    fn a_preposition_left_behind_takes_the_noun_that_follows_to_the_verb() {
        let mut tree = [
            word(Upos::Propn, Some(1), Deprel::Nsubj),
            word(Upos::Verb, None, Deprel::Root),
            word(Upos::Noun, Some(1), Deprel::Obj),
            word(Upos::Adp, Some(1), Deprel::Root),
            word(Upos::Propn, Some(1), Deprel::Root),
        ];
        settle(&mut tree);
        assert_eq!(tree[3], word(Upos::Adp, Some(4), Deprel::Case));
        assert_eq!(tree[4], word(Upos::Propn, Some(1), Deprel::Obl));
    }

    /// *Lund came on Monday and Oslo signed*.
    #[test]
    fn a_clause_without_a_conjunction_of_its_own_takes_that_of_the_noun_before_it() {
        let mut tree = [
            word(Upos::Propn, Some(1), Deprel::Nsubj),
            word(Upos::Verb, None, Deprel::Root),
            word(Upos::Adp, Some(3), Deprel::Case),
            word(Upos::Propn, Some(1), Deprel::Obl),
            word(Upos::Cconj, Some(5), Deprel::Cc),
            word(Upos::Propn, Some(3), Deprel::Conj),
            word(Upos::Verb, Some(1), Deprel::Conj),
        ];
        settle(&mut tree);
        assert_eq!(tree[5], word(Upos::Propn, Some(6), Deprel::Nsubj));
        assert_eq!(tree[4], word(Upos::Cconj, Some(6), Deprel::Cc));
    }

    #[test]
    fn two_names_with_a_conjunction_between_them_are_a_pair() {
        let mut tree = [
            word(Upos::Adj, Some(2), Deprel::Amod),
            word(Upos::Cconj, Some(2), Deprel::Cc),
            word(Upos::Propn, Some(3), Deprel::Nsubj),
            word(Upos::Verb, None, Deprel::Root),
        ];
        settle(&mut tree);
        assert_eq!(tree[0], word(Upos::Adj, Some(3), Deprel::Nsubj));
        assert_eq!(tree[2], word(Upos::Propn, Some(0), Deprel::Conj));
    }

    #[test]
    fn a_mark_is_no_root_beside_a_verb() {
        let mut tree = [
            word(Upos::Punct, None, Deprel::Root),
            word(Upos::Propn, Some(2), Deprel::Nsubj),
            word(Upos::Verb, Some(0), Deprel::Root),
        ];
        settle(&mut tree);
        assert_eq!(tree[0], word(Upos::Punct, Some(2), Deprel::Punct));
        assert_eq!(tree[2], word(Upos::Verb, None, Deprel::Root));
    }

    #[test]
    fn what_finds_no_place_stays_beside_the_root() {
        let mut tree = [word(Upos::Verb, None, Deprel::Root), word(Upos::Verb, Some(0), Deprel::Root)];
        settle(&mut tree);
        assert_eq!(tree[1], word(Upos::Verb, Some(0), Deprel::Parataxis));
    }

    /// Trees stay trees whatever is left behind.
    #[test]
    fn every_word_still_leads_to_the_root() {
        let sorts = [Upos::Adp, Upos::Propn, Upos::Verb, Upos::Det, Upos::Punct];
        for code in 0..sorts.len().pow(4) {
            let sort = |place: u32| sorts[code / sorts.len().pow(place) % sorts.len()];
            let mut tree: Vec<Hung> =
                (0..4).map(|at| word(sort(at), (at > 0).then_some(0), Deprel::Root)).collect();
            settle(&mut tree);
            for start in 0..tree.len() {
                let mut token = start;
                for _ in 0..tree.len() {
                    token = tree[token].head.unwrap_or(token);
                }
                assert_eq!(tree[token].head, None, "{tree:?}");
            }
        }
    }
}
