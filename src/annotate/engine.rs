//! One sentence from words to tags, tree and lemmas.

use compact_str::CompactString;

use crate::annotate::lemma::{Irregular, lemma};
use crate::annotate::model::Model;
use crate::annotate::parse_features::Sentence;
use crate::annotate::parser::parse;
use crate::annotate::quotes::unquoted;
use crate::annotate::quotes::with_quotes;
use crate::annotate::tagger::tag;
use crate::annotate::transition::NONE;
use crate::annotate::word::words;
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

/// Analyses the words of one sentence. Of a monstrous one, each part is read by itself and hung on the first root.
pub(crate) fn analyse(model: &Model, irregular: &Irregular, forms: &[&str]) -> Vec<Analysis> {
    let mut words = Vec::with_capacity(forms.len());
    let mut first_root = None;
    for (number, part) in forms.chunks(MOST).enumerate() {
        for mut word in analyse_part(model, irregular, part) {
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

fn analyse_part(model: &Model, irregular: &Irregular, forms: &[&str]) -> Vec<Analysis> {
    let (Some(tagger), Some(parser)) = (model.tagger(), model.parser()) else { return Vec::new() };
    let words = words(forms, model.words());
    let tags = tag(&words, tagger, model.tags.len());
    let kept = unquoted(forms);
    let tree = if kept.len() == forms.len() {
        parse(&Sentence::new(&words, &tags, &model.kinds), parser, model.steps)
    } else {
        let bare: Vec<&str> = kept.iter().map(|&word| forms[word]).collect();
        let bare_tags: Vec<_> = kept.iter().map(|&word| tags[word]).collect();
        let bare_words = crate::annotate::word::words(&bare, model.words());
        let tree = parse(&Sentence::new(&bare_words, &bare_tags, &model.kinds), parser, model.steps);
        let punct = model.labels.iter().position(|label| *label == Deprel::Punct).unwrap_or_default();
        with_quotes(&tree, &kept, forms.len(), punct as u8)
    };
    let rules = model.lemma_rules();
    forms
        .iter()
        .zip(tags)
        .zip(tree)
        .map(|((form, tag), (head, label))| {
            let tags = model.tags.get(usize::from(tag)).copied().unwrap_or_default();
            let head = (head != NONE).then_some(usize::from(head));
            let deprel = model.labels.get(usize::from(label)).copied().unwrap_or_default();
            let deprel = match (head, deprel) {
                (None, _) => Deprel::Root,
                (Some(_), Deprel::Root) => Deprel::Parataxis,
                (Some(_), other) => other,
            };
            Analysis { tags, head, deprel, lemma: lemma(form, tags, irregular, rules, &model.scripts) }
        })
        .collect()
}
