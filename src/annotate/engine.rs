//! One sentence from words to tags, tree and lemmas.

use std::collections::BTreeSet;

use compact_str::CompactString;

use crate::annotate::finite::missed_past;
use crate::annotate::leftover::Hung;
use crate::annotate::leftover::settle;
use crate::annotate::lemma::{Irregular, lemma};
use crate::annotate::model::Model;
use crate::annotate::skeleton::tree_of;
use crate::annotate::tagger::tag;
use crate::annotate::transition::NONE;
use crate::annotate::word::Word;
use crate::model::Deprel;
use crate::model::Upos;
use crate::model::Xpos;

/// What is found out about a word.
#[derive(Debug, Clone)]
pub(crate) struct Analysis {
    /// Universal and Penn tag.
    pub(crate) tags: (Upos, Xpos),
    /// The head, as index into the sentence; none for the root.
    pub(crate) head: Option<usize>,
    /// Relation to the head.
    pub(crate) deprel: Deprel,
    /// Dictionary form.
    pub(crate) lemma: CompactString,
}

/// What the parser takes at once; its tables count words in sixteen bits.
const MOST: usize = 10_000;

/// Analyses one sentence, given its words as they stand and as the models see them (`seen`). Of a monstrous one, each part is read by itself and hung on the first root.
pub(crate) fn analyse(
    model: &Model,
    irregular: &Irregular,
    says: &BTreeSet<String>,
    forms: &[&str],
    seen: &[Word],
) -> Vec<Analysis> {
    let mut words = Vec::with_capacity(forms.len());
    let mut first_root = None;
    for (number, (part, seen)) in forms.chunks(MOST).zip(seen.chunks(MOST)).enumerate() {
        for mut word in analyse_part(model, irregular, says, part, seen) {
            word.head = word.head.map(|head| head + number * MOST);
            if word.head.is_none() {
                match first_root {
                    Some(_) => (word.head, word.deprel) = (first_root, Deprel::Parataxis),
                    None => first_root = Some(words.len()),
                }
            }
            words.push(word);
        }
    }
    words
}

fn analyse_part(
    model: &Model,
    irregular: &Irregular,
    says: &BTreeSet<String>,
    forms: &[&str],
    words: &[Word],
) -> Vec<Analysis> {
    let (Some(tagger), Some(parser)) = (model.tagger(), model.parser()) else { return Vec::new() };
    let mut tags = tag(words, tagger, model.tags.len());
    let read: Vec<_> =
        tags.iter().map(|&tag| model.tags.get(usize::from(tag)).copied().unwrap_or_default()).collect();
    if let Some(word) = missed_past(forms, &read)
        && let Some(past) = model.tags.iter().position(|tag| *tag == (Upos::Verb, Xpos::Vbd))
    {
        tags[word] = past as u8;
    }
    let mut tree: Vec<Hung> = tree_of(model, parser, says, forms, words, &tags)
        .into_iter()
        .zip(&tags)
        .map(|((head, label), &tag)| Hung {
            upos: model.tags.get(usize::from(tag)).copied().unwrap_or_default().0,
            head: (head != NONE).then_some(usize::from(head)),
            deprel: model.labels.get(usize::from(label)).copied().unwrap_or_default(),
        })
        .collect();
    settle(&mut tree);
    let rules = model.lemma_rules();
    forms
        .iter()
        .zip(tags)
        .zip(tree)
        .map(|((form, tag), Hung { head, deprel, .. })| {
            let tags = model.tags.get(usize::from(tag)).copied().unwrap_or_default();
            Analysis { tags, head, deprel, lemma: lemma(form, tags, irregular, rules, &model.scripts) }
        })
        .collect()
}
