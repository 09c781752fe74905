//! Scores tags, trees and lemmas against a treebank, on its own words.

use std::collections::BTreeSet;

use crate::annotate::conllu::TreeSentence;
use crate::annotate::engine::analyse;
use crate::annotate::lemma::Irregular;
use crate::annotate::model::Model;
use crate::annotate::word::words;

/// How many words were right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scores {
    /// Words scored.
    pub words: usize,
    /// With the right universal tag.
    pub upos: usize,
    /// With the right Penn tag.
    pub xpos: usize,
    /// With the right head.
    pub uas: usize,
    /// With the right head and relation, subtype included.
    pub las: usize,
    /// With the right lemma, in the treebank's own case.
    pub lemma: usize,
}

impl Scores {
    /// A count as share of the words, in percent.
    #[must_use]
    pub fn percent(&self, count: usize) -> f64 {
        100.0 * count as f64 / self.words.max(1) as f64
    }
}

impl std::fmt::Display for Scores {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let part = |count| self.percent(count);
        write!(
            out,
            "{} words: UPOS {:.2} XPOS {:.2} UAS {:.2} LAS {:.2} lemma {:.2}",
            self.words,
            part(self.upos),
            part(self.xpos),
            part(self.uas),
            part(self.las),
            part(self.lemma)
        )
    }
}

/// Analyses the words of a treebank and compares.
pub(crate) fn evaluate_with(
    model: &Model,
    irregular: &Irregular,
    says: &BTreeSet<String>,
    sentences: &[TreeSentence],
) -> Scores {
    let mut scores = Scores::default();
    for sentence in sentences {
        let forms: Vec<&str> = sentence.words.iter().map(|word| word.form.as_str()).collect();
        let seen = words(&forms, model.words());
        for (word, found) in sentence.words.iter().zip(analyse(model, irregular, says, &forms, &seen)) {
            let (upos, xpos) = found.tags;
            scores.words += 1;
            scores.upos += usize::from(upos.as_str() == word.upos);
            scores.xpos += usize::from(xpos.as_str() == word.xpos);
            let head = found.head == word.head;
            scores.uas += usize::from(head);
            scores.las += usize::from(head && found.deprel.as_str() == word.deprel);
            scores.lemma += usize::from(found.lemma == word.lemma);
        }
    }
    scores
}
