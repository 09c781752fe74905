//! A sentence needs a finite verb: where a tagger has found none, the first participle that stands where one would is it.

use crate::model::Upos;
use crate::model::Xpos;

/// The word to be read as a verb in the past: a participle right behind a noun or pronoun, in a sentence that ends with a full stop
/// and has no finite verb.
pub(crate) fn missed_past(forms: &[&str], tags: &[(Upos, Xpos)]) -> Option<usize> {
    let finite = |tag: &(Upos, Xpos)| {
        tag.0 == Upos::Aux || matches!(tag.1, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
    };
    let ends = forms.iter().rev().find(|form| form.chars().any(|c| c.is_alphanumeric() || c == '.'));
    if ends != Some(&".") || tags.iter().any(finite) {
        return None;
    }
    (1..tags.len()).find(|&word| {
        let before = tags[..word].iter().rposition(|tag| tag.0 != Upos::Adv);
        let subject = before.is_some_and(|before| {
            matches!(tags[before].0, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num)
        });
        tags[word].1 == Xpos::Vbn && tags[word].0 == Upos::Verb && subject
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DET: (Upos, Xpos) = (Upos::Det, Xpos::Dt);
    const NOUN: (Upos, Xpos) = (Upos::Noun, Xpos::Nn);
    const PARTICIPLE: (Upos, Xpos) = (Upos::Verb, Xpos::Vbn);
    const PAST: (Upos, Xpos) = (Upos::Verb, Xpos::Vbd);
    const STOP: (Upos, Xpos) = (Upos::Punct, Xpos::Period);

    #[test]
    fn the_participle_behind_the_noun_is_the_verb_that_a_sentence_lacks() {
        assert_eq!(missed_past(&["The", "envoy", "left", "."], &[DET, NOUN, PARTICIPLE, STOP]), Some(2));
    }

    #[test]
    fn a_sentence_with_a_verb_and_a_headline_stay_as_they_are() {
        assert_eq!(missed_past(&["Pact", "signed", "worked", "."], &[NOUN, PARTICIPLE, PAST, STOP]), None);
        assert_eq!(missed_past(&["Pact", "signed"], &[NOUN, PARTICIPLE]), None);
    }
}
