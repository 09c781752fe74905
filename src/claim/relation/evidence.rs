//! The words that state a claim.

use crate::claim::relation::predicate::Predicate;
use crate::claim::relation::reading::Reading;
use crate::model::Deprel;
use crate::model::MentionId;
use crate::model::Span;

/// Sentences of more tokens are cut down to the clause.
const LONG_SENTENCE: usize = 60;

impl Reading<'_> {
    /// The sentence of a predicate; in a very long one, the smallest clause that holds predicate, both ends and the words
    /// of the modality.
    pub(super) fn evidence(&self, predicate: &Predicate, ends: [MentionId; 2], cue: Option<Span>) -> Span {
        let evidence = self.sentence_or_clause(predicate, ends, cue);
        // A speaker who stands for *we* may be named only behind what is said.
        let later = ends.map(|end| self.mention(end).span).into_iter().filter(|span| span.end > evidence.end);
        cue.into_iter().chain(later).fold(evidence, Span::cover)
    }

    fn sentence_or_clause(&self, predicate: &Predicate, ends: [MentionId; 2], cue: Option<Span>) -> Span {
        let doc = self.tree.doc;
        let sentence = &doc.sentences[doc.sentence_of(predicate.head)];
        let whole = doc.span(sentence.tokens.clone());
        let spans = ends.map(|end| self.mention(end).span);
        if let Some(earlier) = spans.iter().map(|span| span.start).filter(|&start| start < whole.start).min()
        {
            // A plural that stands for what another sentence names.
            let first = doc.sentence_of(doc.token_at(earlier).min(predicate.head));
            return doc.span(doc.sentences[first].tokens.clone()).cover(whole);
        }
        if sentence.tokens.len() <= LONG_SENTENCE {
            return whole;
        }
        let needed = spans.into_iter().chain(cue).fold(self.trigger(predicate), Span::cover);
        std::iter::once(predicate.head)
            .chain(doc.ancestors(predicate.head))
            .filter(|&token| {
                matches!(
                    doc.deprel(token),
                    Deprel::Ccomp
                        | Deprel::Advcl
                        | Deprel::Parataxis
                        | Deprel::Conj
                        | Deprel::AclRelcl
                        | Deprel::Root
                ) && self.tree.is_predicate(token)
            })
            .map(|token| doc.span(doc.subtree(token)))
            .find(|&clause| needed.is_within(clause))
            .filter(|clause| clause.is_within(whole))
            .unwrap_or(whole)
    }

    /// The words of the predicate, with the verb that carries it.
    pub(super) fn trigger(&self, predicate: &Predicate) -> Span {
        let doc = self.tree.doc;
        let carrier =
            predicate.carrier.filter(|carrier| !carrier.is_circumstance()).map(|carrier| carrier.verb);
        predicate
            .words
            .iter()
            .copied()
            .chain(carrier)
            .map(|token| doc.tokens[token].span)
            .fold(doc.tokens[predicate.head].span, Span::cover)
    }
}
