//! A sentence is parsed without what parsers stumble over: marks of quotation, sums before nouns, and the speaker behind what is
//! said.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::annotate::attribution_tail::tail_start;
use crate::annotate::model::Model;
use crate::annotate::parse_features::Sentence;
use crate::annotate::parser::parse;
use crate::annotate::quotes::hang_quotes;
use crate::annotate::quotes::unquoted;
use crate::annotate::sums::hang_sum;
use crate::annotate::sums::sums_before_nouns;
use crate::annotate::transition::NONE;
use crate::annotate::weights::Weights;
use crate::annotate::word::Word;
use crate::annotate::word::words;
use crate::model::Deprel;
use crate::model::Upos;

/// Head and label of each word of a tagged sentence; the root's head is [`NONE`].
pub(crate) fn tree_of(
    model: &Model,
    parser: Weights<'_>,
    says: &BTreeSet<String>,
    forms: &[&str],
    known: &[Word],
    tags: &[u8],
) -> Vec<(u16, u8)> {
    let read = |word: usize| model.tags.get(usize::from(tags[word])).copied().unwrap_or_default();
    let kept = unquoted(forms, |word| read(word).0);
    let sorts: Vec<Upos> = kept.iter().map(|&word| read(word).0).collect();
    let sums = sums_before_nouns(&sorts);
    let in_sum = |place: usize| sums.iter().any(|sum| sum.contains(&place));
    let bare: Vec<usize> = (0..kept.len()).filter(|&place| !in_sum(place)).map(|place| kept[place]).collect();
    let bare_forms: Vec<&str> = bare.iter().map(|&word| forms[word]).collect();
    let bare_tags: Vec<u8> = bare.iter().map(|&word| tags[word]).collect();
    let whole_tags: Vec<_> = bare.iter().map(|&word| read(word)).collect();
    let tail = tail_start(&bare_forms, &whole_tags, says);
    if bare.len() == forms.len() && tail.is_none() {
        return parse(&Sentence::new(known, tags, &model.kinds), parser, model.steps);
    }
    let part = |range: Range<usize>| {
        let part_words = words(&bare_forms[range.clone()], model.words());
        parse(&Sentence::new(&part_words, &bare_tags[range], &model.kinds), parser, model.steps)
    };
    let tree = match tail {
        Some(comma) => {
            let (said, speaking) = (part(0..comma), part(comma + 1..bare.len()));
            joined(&said, &speaking, label_of(model, Deprel::Parataxis), label_of(model, Deprel::Punct))
        }
        None => part(0..bare.len()),
    };
    let mut whole = vec![(NONE, label_of(model, Deprel::Punct)); forms.len()];
    for (&(head, label), &word) in tree.iter().zip(&bare) {
        whole[word] = (bare.get(usize::from(head)).map_or(NONE, |&head| head as u16), label);
    }
    let (compound, amod) = (label_of(model, Deprel::Compound), label_of(model, Deprel::Amod));
    for sum in &sums {
        let mut noun = kept[sum.end];
        while [compound, amod].contains(&whole[noun].1)
            && usize::from(whole[noun].0) > noun
            && whole[noun].0 != NONE
        {
            noun = usize::from(whole[noun].0);
        }
        let places = sum.clone().map(|place| kept[place]).collect::<Vec<_>>();
        for (word, head, relation) in hang_sum(&(0..places.len()), usize::MAX) {
            let head = places.get(head).copied().unwrap_or(noun);
            whole[places[word]] = (head as u16, label_of(model, relation));
        }
    }
    hang_quotes(&mut whole, &kept, label_of(model, Deprel::Punct));
    whole
}

fn label_of(model: &Model, wanted: Deprel) -> u8 {
    model.labels.iter().position(|label| *label == wanted).unwrap_or_default() as u8
}

/// Two trees and the comma between them as one: the clause of speaking hangs on what is said.
fn joined(said: &[(u16, u8)], speaking: &[(u16, u8)], parataxis: u8, punct: u8) -> Vec<(u16, u8)> {
    let offset = said.len() + 1;
    let root_of = |tree: &[(u16, u8)]| tree.iter().position(|word| word.0 == NONE).unwrap_or_default();
    let (above, below) = (root_of(said) as u16, (root_of(speaking) + offset) as u16);
    let mut whole = said.to_vec();
    whole.push((below, punct));
    whole.extend(
        speaking.iter().map(
            |&(head, label)| {
                if head == NONE { (above, parataxis) } else { (head + offset as u16, label) }
            },
        ),
    );
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clause_of_speaking_hangs_on_what_is_said() {
        let whole = joined(&[(1, 4), (NONE, 0)], &[(1, 4), (NONE, 0)], 7, 9);
        assert_eq!(whole, [(1, 4), (NONE, 0), (4, 9), (4, 4), (1, 7)]);
    }
}
