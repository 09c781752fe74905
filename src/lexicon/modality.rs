//! The words that make a claim planned, possible, negated or denied, from `data/en/modality.toml`.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::error::Result;
pub use crate::lexicon::modality_effect::{Auxiliary, Conjunction, Effect, Frame, Operator};
use crate::lexicon::modality_file::AuxiliaryWords;
use crate::lexicon::modality_file::File;
use crate::lexicon::modality_file::Grammar;
use crate::lexicon::modality_file::Listed;
use crate::lexicon::modality_file::Negation;
use crate::resource::Resources;

/// The inventory of cues of modality.
#[derive(Debug, Clone, Default)]
pub struct ModalityLexicon {
    auxiliaries: BTreeMap<String, Auxiliary>,
    negation: Negation,
    adverbs: BTreeMap<String, Effect>,
    conjunctions: BTreeMap<String, Conjunction>,
    concessions: BTreeSet<String>,
    attributes: BTreeMap<String, Effect>,
    prepositions: BTreeMap<String, Effect>,
    operators: BTreeMap<String, Vec<Operator>>,
    reports: BTreeSet<String>,
    carriers: BTreeSet<String>,
    happenings: BTreeSet<String>,
    settled: BTreeSet<String>,
    pub(super) grammar: Grammar,
}

fn spread<T: Copy>(into: &mut BTreeMap<String, T>, words: Vec<String>, value: T) {
    into.extend(words.into_iter().map(|word| (word, value)));
}

impl ModalityLexicon {
    /// Reads the embedded list and those of the user.
    ///
    /// # Errors
    /// Where a file is no TOML of the expected form.
    pub fn load(resources: &Resources) -> Result<Self> {
        let mut all = Self::default();
        for file in resources.read("en/modality.toml")? {
            all.add(file.toml()?);
        }
        Ok(all)
    }

    fn add(&mut self, file: File) {
        for AuxiliaryWords { words, auxiliary } in file.auxiliary {
            spread(&mut self.auxiliaries, words, auxiliary);
        }
        for Listed { words, effect, main } in file.conjunction {
            spread(&mut self.conjunctions, words, Conjunction { effect, main });
        }
        let tables = [
            (file.adverb, &mut self.adverbs),
            (file.attribute, &mut self.attributes),
            (file.preposition, &mut self.prepositions),
        ];
        for (entries, into) in tables {
            for Listed { words, effect, .. } in entries {
                spread(into, words, effect);
            }
        }
        for operator in file.operator {
            for word in &operator.names {
                self.operators.entry(word.clone()).or_default().push(operator.clone());
            }
        }
        let Negation { negators, additive, determiners, longer, pending } = file.negation;
        self.negation.negators.extend(negators);
        self.negation.additive.extend(additive);
        self.negation.determiners.extend(determiners);
        self.negation.longer.extend(longer);
        self.negation.pending.extend(pending);
        self.concessions.extend(file.concession.words);
        self.reports.extend(file.reports.words);
        self.carriers.extend(file.carriers.words);
        self.happenings.extend(file.happenings.words);
        self.settled.extend(file.settled.words);
        self.grammar.perfect.extend(file.grammar.perfect);
        self.grammar.joint.extend(file.grammar.joint);
        self.grammar.settling.extend(file.grammar.settling);
        self.grammar.attendant.extend(file.grammar.attendant);
        self.grammar.singling.extend(file.grammar.singling);
        self.grammar.definite.extend(file.grammar.definite);
        self.grammar.simultaneous.extend(file.grammar.simultaneous);
        self.grammar.inclusive.extend(file.grammar.inclusive);
        self.grammar.addressing.extend(file.grammar.addressing);
        self.grammar.ongoing.extend(file.grammar.ongoing);
        self.grammar.degree.extend(file.grammar.degree);
        self.grammar.later.extend(file.grammar.later);
        if !file.grammar.genitive.is_empty() {
            self.grammar.genitive = file.grammar.genitive;
        }
    }

    /// The modal auxiliary of that lemma.
    #[must_use]
    pub fn auxiliary(&self, lemma: &str) -> Option<Auxiliary> {
        self.auxiliaries.get(lemma).copied()
    }

    /// What an adverb does to the word beside which it stands: *possibly*.
    #[must_use]
    pub fn adverb(&self, lemma: &str) -> Option<Effect> {
        self.adverbs.get(lemma).copied()
    }

    /// What a conjunction, or the preposition before a gerund, does.
    #[must_use]
    pub fn conjunction(&self, lemma: &str) -> Option<Conjunction> {
        self.conjunctions.get(lemma).copied()
    }

    /// Whether the word before a conjunction takes the condition from the main clause: *even if*.
    #[must_use]
    pub fn is_concession(&self, lemma: &str) -> bool {
        self.concessions.contains(lemma)
    }

    /// What an adjective does to its noun: *planned*.
    #[must_use]
    pub fn attribute(&self, lemma: &str) -> Option<Effect> {
        self.attributes.get(lemma).copied()
    }

    /// What a preposition does to the event noun after it: *without*.
    #[must_use]
    pub fn preposition(&self, lemma: &str) -> Option<Effect> {
        self.prepositions.get(lemma).copied()
    }

    /// The operator of a form, else of a lemma, that works on a tie. `stands_with` says whether a word is among the dependents.
    #[must_use]
    pub fn operator(
        &self,
        form: &str,
        lemma: &str,
        frame: &Frame,
        stands_with: impl Fn(&str) -> bool,
    ) -> Option<&Operator> {
        let works = |operator: &&Operator| {
            operator.frames.contains(frame)
                && operator.under().is_empty()
                && operator.with().is_none_or(&stands_with)
        };
        let of = |word: &str| {
            let list = || self.operators.get(word).into_iter().flatten().filter(works);
            list().find(|operator| operator.with().is_some()).or_else(|| list().next())
        };
        of(form).or_else(|| of(lemma))
    }

    /// The operator of a noun that works on a tie where the noun is the object of that verb.
    #[must_use]
    pub fn operator_under(&self, noun: &str, verb: &str, frame: &Frame) -> Option<&Operator> {
        let works = |operator: &&Operator| operator.frames.contains(frame) && operator.under().contains(verb);
        self.operators.get(noun).into_iter().flatten().find(works)
    }

    /// Whether the word is a verb, noun or adjective of speech or opinion, what follows it being somebody's words.
    #[must_use]
    pub fn is_said(&self, lemma: &str) -> bool {
        self.operators.get(lemma).is_some_and(|all| {
            all.iter().any(|one| one.effect == Effect::Said && one.frames.contains(&Frame::Clause))
        })
    }

    /// *Not*, *never*.
    #[must_use]
    pub fn is_negator(&self, lemma: &str) -> bool {
        self.negation.negators.contains(lemma)
    }

    /// *Only* in *not only*.
    #[must_use]
    pub fn is_additive(&self, lemma: &str) -> bool {
        self.negation.additive.contains(lemma)
    }

    /// *No*, *nobody*.
    #[must_use]
    pub fn is_negative_determiner(&self, lemma: &str) -> bool {
        self.negation.determiners.contains(lemma)
    }

    /// *Longer* in *no longer*.
    #[must_use]
    pub fn is_longer(&self, lemma: &str) -> bool {
        self.negation.longer.contains(lemma)
    }

    /// *Yet* in *has yet to*.
    #[must_use]
    pub fn is_pending(&self, lemma: &str) -> bool {
        self.negation.pending.contains(lemma)
    }

    /// Whether a noun stands for what somebody has said: *claim*.
    #[must_use]
    pub fn is_report(&self, lemma: &str) -> bool {
        self.reports.contains(lemma)
    }

    /// Whether a verb says little more than that its object takes place: *hold*.
    #[must_use]
    pub fn is_carrier(&self, lemma: &str) -> bool {
        self.carriers.contains(lemma)
    }

    /// Whether a verb says of its subject that it takes place: *begin*.
    #[must_use]
    pub fn is_happening(&self, lemma: &str) -> bool {
        self.happenings.contains(lemma)
    }

    /// Whether what is done for a purpose after the verb is done by doing it: *met to discuss*.
    #[must_use]
    pub fn is_settled(&self, lemma: &str) -> bool {
        self.settled.contains(lemma)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> ModalityLexicon {
        ModalityLexicon::load(&Resources::data(&[])).unwrap()
    }

    fn effect(lemma: &str, frame: &Frame, with: &str) -> Option<Effect> {
        lexicon().operator(lemma, lemma, frame, |word| word == with).map(|operator| operator.effect)
    }

    #[test]
    fn a_verb_works_on_its_own_frames_only() {
        assert_eq!(effect("agree", &Frame::Infinitive, ""), Some(Effect::Planned));
        assert_eq!(effect("agree", &Frame::Clause, ""), Some(Effect::Said));
        assert_eq!(effect("prevent", &Frame::After("from".into()), ""), Some(Effect::Negated));
        assert_eq!(effect("prevent", &Frame::After("on".into()), ""), None);
    }

    #[test]
    fn a_particle_makes_another_verb() {
        assert_eq!(effect("call", &Frame::Object, "off"), Some(Effect::Negated));
        assert_eq!(effect("call", &Frame::Object, ""), None);
        assert_eq!(effect("rule", &Frame::Object, ""), None);
    }
}
