//! Words that modality needs to know of beside its cues: conjunctions, prepositions, auxiliaries.

use crate::lexicon::modality::ModalityLexicon;

impl ModalityLexicon {
    /// Whether an auxiliary makes the perfect: *have*.
    #[must_use]
    pub fn is_perfect(&self, lemma: &str) -> bool {
        self.grammar.perfect.contains(lemma)
    }

    /// Whether the negation of one conjunct reaches over this conjunction: *or*, not *but*.
    #[must_use]
    pub fn is_joint(&self, lemma: &str) -> bool {
        self.grammar.joint.contains(lemma)
    }

    /// Whether the preposition adds what goes along with the clause, so that a negation behind it stays there.
    #[must_use]
    pub fn is_attendant(&self, lemma: &str) -> bool {
        self.grammar.attendant.contains(lemma)
    }

    /// Whether the word picks one out of those who did the same: *the **first** to visit*.
    #[must_use]
    pub fn is_singling(&self, lemma: &str) -> bool {
        self.grammar.singling.contains(lemma)
    }

    /// Whether the verb settles what shall be done: *agreed that they should meet*.
    #[must_use]
    pub fn is_settling(&self, lemma: &str) -> bool {
        self.grammar.settling.contains(lemma)
    }

    /// Whether a determiner takes its noun as known: *the*.
    #[must_use]
    pub fn is_definite(&self, lemma: &str) -> bool {
        self.grammar.definite.contains(lemma)
    }

    /// Whether what stands after a preposition is when the verb is: *at a summit*, not *after a summit*.
    #[must_use]
    pub fn is_simultaneous(&self, preposition: &str) -> bool {
        self.grammar.simultaneous.contains(preposition)
    }

    /// Whether what stands after a preposition is one of the things before it: *including*.
    #[must_use]
    pub fn is_inclusive(&self, preposition: &str) -> bool {
        self.grammar.inclusive.contains(preposition)
    }

    /// Whether a pronoun stands for who speaks or for who is spoken to: *we*, *your*.
    #[must_use]
    pub fn is_addressing(&self, lemma: &str) -> bool {
        self.grammar.addressing.contains(lemma)
    }

    /// Whether a noun names what goes on without a date of its own: *its aggression will be punished*.
    #[must_use]
    pub fn is_ongoing(&self, lemma: &str) -> bool {
        self.grammar.ongoing.contains(lemma)
    }

    /// Whether an adverb calls for what comes of it: *so concerned that she called*.
    #[must_use]
    pub fn is_degree(&self, lemma: &str) -> bool {
        self.grammar.degree.contains(lemma)
    }

    /// Whether a word before *this year* puts it off: *later*.
    #[must_use]
    pub fn is_later(&self, form: &str) -> bool {
        self.grammar.later.contains(form)
    }

    /// The preposition that says what the possessive says: *of*.
    #[must_use]
    pub fn genitive(&self) -> &str {
        &self.grammar.genitive
    }
}
