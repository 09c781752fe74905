//! Walks from the root of a tree down to a predicate and combines what each word on the way makes of the next.

use crate::claim::modality::state::State;
use crate::lexicon::modality::Effect;
use crate::lexicon::modality::Frame;
use crate::lexicon::modality::ModalityLexicon;
use crate::lexicon::modality::Operator;
use crate::model::Annotated;
use crate::model::Deprel;
use crate::model::Modality;
use crate::model::Upos;
use crate::model::Xpos;

/// How far up one looks. Sentences that are deeper are lists and errors of the parser.
pub(super) const HEIGHT: usize = 40;

/// The trees of a document with the words of modality.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a, 'd> {
    pub(super) annotated: &'a Annotated<'d>,
    pub(super) lexicon: &'a ModalityLexicon,
}

impl Scope<'_, '_> {
    /// What holds of a predicate.
    pub(super) fn state(&self, token: usize, height: usize) -> State {
        self.context(token, height).around(self.own(token))
    }

    pub(super) fn upos(&self, token: usize) -> Upos {
        self.annotated.tokens[token].upos
    }

    pub(super) fn xpos(&self, token: usize) -> Xpos {
        self.annotated.tokens[token].xpos
    }

    pub(super) fn form(&self, token: usize) -> String {
        self.annotated.form(token).to_lowercase()
    }

    pub(super) fn is_noun(&self, token: usize) -> bool {
        matches!(self.upos(token), Upos::Noun | Upos::Propn)
    }

    /// The word that marks a clause, or the preposition before a gerund.
    pub(super) fn mark(&self, clause: usize) -> Option<usize> {
        self.annotated.child_by(clause, Deprel::Mark)
    }

    pub(super) fn is_infinitive(&self, clause: usize) -> bool {
        self.infinitive_mark(clause).is_some()
    }

    pub(super) fn infinitive_mark(&self, clause: usize) -> Option<usize> {
        self.annotated.children_by(clause, Deprel::Mark).find(|&mark| self.xpos(mark) == Xpos::To)
    }

    pub(super) fn has_subject(&self, clause: usize) -> bool {
        self.annotated
            .children(clause)
            .any(|child| matches!(self.annotated.deprel(child).base(), "nsubj" | "csubj" | "expl"))
    }

    /// Whether the verb, or the first of its auxiliaries, has tense.
    pub(super) fn is_finite(&self, verb: usize) -> bool {
        let tensed = |token: usize| matches!(self.xpos(token), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md);
        tensed(verb) || self.auxiliaries(verb).any(tensed)
    }

    pub(super) fn is_past(&self, verb: usize) -> bool {
        let past = |token: usize| self.xpos(token) == Xpos::Vbd;
        let carrier = self.annotated.head(verb).filter(|_| self.annotated.deprel(verb) == Deprel::Obj);
        std::iter::once(verb).chain(carrier).any(|at| past(at) || self.auxiliaries(at).any(past))
    }

    pub(super) fn is_present(&self, verb: usize) -> bool {
        let present = |token: usize| matches!(self.xpos(token), Xpos::Vbz | Xpos::Vbp);
        let helped = self.auxiliaries(verb).next();
        helped
            .map_or(present(verb), |aux| present(aux) && !self.lexicon.is_perfect(self.annotated.lemma(aux)))
    }

    pub(super) fn operator(&self, word: usize, frame: &Frame) -> Option<&Operator> {
        // The particle of "called off the talks" may hang on the noun.
        let beside = |with: &str| {
            let is = |token: usize| self.annotated.lemma(token) == with;
            self.annotated
                .children(word)
                .any(|child| is(child) || self.annotated.children_by(child, Deprel::Case).any(is))
                // *Has yet to ratify*: the adverb may hang on the infinitive.
                || self.annotated.children_by(word, Deprel::Xcomp).any(|inner| self.annotated.children(inner).any(is))
        };
        self.carried_operator(word, frame)
            .or_else(|| self.lexicon.operator(&self.form(word), self.annotated.lemma(word), frame, beside))
    }

    /// *Had an **opportunity** to meet*: a noun that is an operator together with the verb of which it is the object.
    fn carried_operator(&self, noun: usize, frame: &Frame) -> Option<&Operator> {
        let doc = self.annotated;
        let of = |verb: usize| self.lexicon.operator_under(doc.lemma(noun), doc.lemma(verb), frame);
        let verb = doc.head(noun).filter(|_| doc.deprel(noun) == Deprel::Obj)?;
        // *Extended an invitation to visit Kenya, which was **accepted***
        let behind = || {
            let mut rest = noun + 1..doc.sentences[doc.sentence_of(noun)].tokens.end;
            let told = rest.find(|&clause| {
                doc.deprel(clause) == Deprel::AclRelcl && self.is_passive_of_relative(clause)
            });
            told.and_then(of)
        };
        of(verb).or_else(behind)
    }

    /// What holds in the place where a predicate stands.
    pub(super) fn context(&self, token: usize, height: usize) -> State {
        if let Some(state) = self.of_fused(token) {
            return state;
        }
        let (Some(head), Some(height)) = (self.annotated.head(token), height.checked_sub(1)) else {
            return self.of_sentence(token);
        };
        match self.annotated.deprel(token) {
            Deprel::Conj => self.of_conjunct(token, head, height),
            Deprel::Appos => self.state(head, height),
            Deprel::Xcomp | Deprel::Ccomp | Deprel::Csubj | Deprel::CsubjPass | Deprel::CsubjOuter => {
                self.of_complement(token, head, height)
            }
            Deprel::Advcl => self.of_adverbial_clause(token, head, height),
            Deprel::Acl => self.of_noun_clause(token, head, height),
            Deprel::Parataxis if self.is_order(token) => State::new(Modality::Possible, token),
            Deprel::AclRelcl if self.is_content(token) => self.of_noun_clause(token, head, height),
            Deprel::AclRelcl => {
                let host = self.state(head, height);
                if self.is_present(token) && !self.is_definite(head) { host.if_open() } else { State::ACTUAL }
            }
            Deprel::Obj | Deprel::NsubjPass => self.of_object(token, head, height),
            Deprel::Nsubj | Deprel::NsubjOuter => self.of_subject(token, head, height),
            Deprel::Obl | Deprel::Nmod | Deprel::NmodPoss | Deprel::OblUnmarked => {
                self.of_oblique(token, head, height)
            }
            _ => State::ACTUAL,
        }
    }

    /// *Is due to begin*, where the tree takes *due to* for a preposition before the verb.
    fn of_fused(&self, token: usize) -> Option<State> {
        let bare = self.xpos(token) == Xpos::Vb;
        let word = self.annotated.child_by(token, Deprel::Case).filter(|_| bare)?;
        self.annotated.child_by(word, Deprel::Fixed)?;
        self.operator(word, &Frame::Infinitive).map(|operator| State::ACTUAL.under(operator, word, false))
    }

    /// A question leaves open what it asks; an order, what it orders.
    fn of_sentence(&self, root: usize) -> State {
        let tokens = self.annotated.sentences[self.annotated.sentence_of(root)].tokens.clone();
        let asked =
            self.annotated.children_by(root, Deprel::Punct).find(|&mark| self.annotated.form(mark) == "?");
        let open = |token: usize| matches!(self.xpos(token), Xpos::Wp | Xpos::Wdt | Xpos::Wrb | Xpos::WpS);
        if let Some(mark) = asked
            && !tokens.clone().take_while(|&token| token <= root).any(open)
        {
            return State::new(Modality::Possible, mark);
        }
        // "Ministers to meet in Doha".
        if let Some(to) = self.infinitive_mark(root).filter(|_| self.auxiliaries(root).next().is_none()) {
            return State::new(Modality::Planned, to);
        }
        if let Some(mark) = self.leaves_open(root) {
            return State::new(Modality::Possible, mark);
        }
        if self.is_order(root) { State::new(Modality::Possible, root) } else { State::ACTUAL }
    }

    /// The conjunction that leaves open whether its clause is so: *if*, *whether*.
    pub(super) fn leaves_open(&self, clause: usize) -> Option<usize> {
        self.mark(clause).filter(|&mark| {
            let conjunction = self.lexicon.conjunction(self.annotated.lemma(mark));
            conjunction.is_some_and(|conjunction| conjunction.effect == Effect::Possible)
        })
    }

    /// A bare verb by itself: *sign the treaty*.
    pub(super) fn is_order(&self, verb: usize) -> bool {
        self.xpos(verb) == Xpos::Vb
            && !self.has_subject(verb)
            && self.auxiliaries(verb).next().is_none()
            && self.mark(verb).is_none()
    }

    /// A bare verb with a subject: *urged that the parties sign*.
    pub(super) fn is_subjunctive(&self, verb: usize) -> bool {
        let bare = |token: usize| self.xpos(token) == Xpos::Vb;
        let first = self.auxiliaries(verb).next();
        self.has_subject(verb) && !self.is_infinitive(verb) && first.map_or(bare(verb), bare)
    }

    /// Coordinated words stand in the same place.
    fn of_conjunct(&self, token: usize, first: usize, height: usize) -> State {
        // "Agreed to an exchange and to meet".
        if self.is_infinitive(token)
            && !self.is_infinitive(first)
            && let Some(operator) = self.operator(first, &Frame::Infinitive)
        {
            return self.state(first, height).under(operator, first, self.is_past(first));
        }
        // *Looked forward to meeting her **and to discussing** it*
        let twin = || {
            let mark =
                self.mark(token).filter(|_| self.xpos(token) == Xpos::Vbg && !self.is_finite(token))?;
            self.annotated.children_by(first, Deprel::Advcl).find(|&clause| {
                let same = |other: usize| self.annotated.lemma(other) == self.annotated.lemma(mark);
                self.xpos(clause) == Xpos::Vbg && clause < token && self.mark(clause).is_some_and(same)
            })
        };
        if let Some(twin) = twin() {
            return self.context(twin, height);
        }
        // *The chances of trade and **their** commitment to it*: what has an owner stands beside what has an article.
        let owner = |noun: usize| self.annotated.child_by(noun, Deprel::NmodPoss).is_some();
        let above = self.annotated.head(first).filter(|&above| {
            self.annotated.deprel(first) == Deprel::Nmod
                && self.upos(token) == Upos::Noun
                && owner(token)
                && !self.is_definite(first)
                && self.is_definite(above)
        });
        let place = self.first_conjunct(token, above.unwrap_or(first));
        // *Would harm trade and **Kenya's** ties with Norway*: each is known or not by itself.
        match (self.annotated.deprel(place), self.annotated.head(place)) {
            (Deprel::Obj | Deprel::NsubjPass, Some(verb)) if self.is_noun(place) && self.is_noun(token) => {
                self.of_object(token, verb, height)
            }
            _ => self.context(place, height),
        }
    }

    /// The word with which another is coordinated, wherever the parser puts it: a finite verb does not stand with an
    /// infinitive (*agreed to meet and signed*), nor a bare verb with a gerund (*will begin meeting and sign*).
    pub(super) fn first_conjunct(&self, token: usize, head: usize) -> usize {
        let bare = self.xpos(token) == Xpos::Vb
            && !self.is_infinitive(token)
            && !self.has_subject(token)
            && self.auxiliaries(token).next().is_none();
        let fits = |above: usize| {
            if self.is_finite(token) {
                return self.is_finite(above);
            }
            !bare || self.xpos(above) == Xpos::Vb || self.annotated.child_by(above, Deprel::Cop).is_some()
        };
        let climbs = |above: &usize| {
            matches!(
                self.annotated.deprel(*above),
                Deprel::Xcomp | Deprel::Advcl | Deprel::Acl | Deprel::Conj | Deprel::Obj | Deprel::Obl
            )
        };
        let way = std::iter::successors(Some(head), |above| {
            self.annotated.head(*above).filter(|_| !fits(*above) && climbs(above))
        });
        way.take(HEIGHT).find(|&above| fits(above)).unwrap_or(head)
    }
}
