//! Who does it to whom: subjects and objects of verbs, through voice, coordination, control and relative clauses.

use crate::claim::relation::tree::Argument;
use crate::claim::relation::tree::Tree;
use crate::model::Deprel;
use crate::model::Upos;
use crate::model::Xpos;

/// Trees are shallow: a longer way up is a parse gone wrong.
const FARTHEST: u8 = 6;

impl Tree<'_> {
    /// Who does what the verb says.
    pub(super) fn subjects(self, verb: usize) -> Vec<Argument> {
        if self.is_passive(verb) {
            let own: Vec<_> = self.agents(verb).map(Argument::plain).collect();
            if !own.is_empty() {
                return own;
            }
            // *was welcomed at the airport by Brandt*, where *by Brandt* hangs at *the airport*
            let known = |place: usize| self.upos(place) == Upos::Propn || self.has(place, Deprel::Det);
            let places =
                self.doc.children_by(verb, Deprel::Obl).filter(|&place| place > verb && known(place));
            // *was accused of misusing funds by Brandt*: who does what the gerund says is its subject, not its agent.
            let gerunds = self.doc.children(verb).filter(|&clause| {
                matches!(self.doc.deprel(clause), Deprel::Advcl | Deprel::Xcomp | Deprel::Ccomp)
                    && self.xpos(clause) == Xpos::Vbg
                    && self.has(clause, Deprel::Obj)
            });
            let objects = gerunds.clone().flat_map(|clause| self.doc.children_by(clause, Deprel::Obj));
            let below = places.chain(gerunds).chain(objects).flat_map(|place| self.agents(place));
            return below.map(|agent| Argument::plain(agent).further()).collect();
        }
        self.surface_subject(verb).into_iter().collect()
    }

    /// To whom it is done.
    pub(super) fn objects(self, verb: usize) -> Vec<Argument> {
        if self.is_passive(verb) {
            return self.surface_subject(verb).into_iter().collect();
        }
        let own: Vec<_> = self
            .doc
            .children_by(verb, Deprel::Obj)
            .map(|object| Argument::plain(self.antecedent(object)))
            .collect();
        if !own.is_empty() {
            return own;
        }
        if let Some(gap) = self.gap(verb).filter(|_| self.stranded(verb).is_none()) {
            return vec![gap];
        }
        if let Some(shared) = self.shared_object(verb) {
            return vec![shared];
        }
        let closed = self.has(verb, Deprel::Ccomp) || self.has(verb, Deprel::Xcomp);
        self.doc
            .children_by(verb, Deprel::Obl)
            .find(|&child| !closed && child > verb && self.is_nominal(child) && self.cases(child).is_empty())
            .map(|object| Argument::plain(self.antecedent(object)).further())
            .into_iter()
            .collect()
    }

    /// The grammatical subject, from wherever it is understood.
    pub(super) fn surface_subject(self, predicate: usize) -> Option<Argument> {
        self.subject_within(predicate, 0)
    }

    fn subject_within(self, predicate: usize, steps: u8) -> Option<Argument> {
        if steps > FARTHEST {
            return None;
        }
        let doc = self.doc;
        let subjects = || {
            doc.children(predicate).filter(|&child| {
                matches!(doc.deprel(child), Deprel::Nsubj | Deprel::NsubjPass | Deprel::NsubjOuter)
            })
        };
        // Of two the tree has torn one from the other's name: the nearest before the predicate holds.
        let own = subjects().take_while(|&subject| subject < predicate).last().or_else(|| subjects().next());
        if let Some(own) = own {
            return Some(Argument { token: self.antecedent(own), steps: steps.min(2) });
        }
        if doc.deprel(predicate) == Deprel::Root {
            let start = doc.sentences[doc.sentence_of(predicate)].tokens.start;
            let torn =
                (start..predicate).rev().find(|&name| self.subject_torn_off(name) == Some(predicate))?;
            return Some(Argument { token: torn, steps: steps + 1 });
        }
        let head = doc.head(predicate)?;
        match doc.deprel(predicate) {
            Deprel::Conj if self.is_predicate(head) || self.upos(head) == Upos::Adj => {
                self.subject_within(head, steps)
            }
            Deprel::Xcomp => self.controller(predicate, head, steps),
            Deprel::AclRelcl => Some(Argument { token: head, steps }),
            Deprel::Acl => self.modified(predicate, head, steps),
            Deprel::Advcl
                if self.is_controlled_object(predicate, head) || self.is_gerund_of(predicate, head) =>
            {
                self.controller(predicate, head, steps)
            }
            Deprel::Advcl => self
                .oblique_controller(predicate, head, steps)
                .or_else(|| self.invited(predicate, head, steps))
                .or_else(|| self.praised(predicate, head, steps))
                .or_else(|| self.is_predicate(head).then(|| self.subject_within(head, steps + 1)).flatten()),
            Deprel::Ccomp
                if matches!(self.xpos(predicate), Xpos::Vbn | Xpos::Vbd)
                    && self.grammar.auxiliaries.contains(doc.lemma(head)) =>
            {
                self.subject_within(head, steps)
            }
            Deprel::Ccomp | Deprel::Obl | Deprel::Obj | Deprel::Csubj
                if self.xpos(predicate) == Xpos::Vbg && self.is_predicate(head) =>
            {
                self.subject_within(head, steps + 1)
            }
            _ => None,
        }
    }

    /// *urged Brandt **to sign***, taken for a purpose
    fn is_controlled_object(self, clause: usize, governor: usize) -> bool {
        self.is_infinitive(clause)
            && self.grammar.object_control.contains(self.doc.lemma(governor))
            && (self.has(governor, Deprel::Obj) || self.has(governor, Deprel::Iobj))
    }

    /// *thanked Brandt **for hosting** it*
    fn is_gerund_of(self, clause: usize, governor: usize) -> bool {
        self.xpos(clause) == Xpos::Vbg
            && self.is_marked(clause)
            && clause > governor
            && self.grammar.gerund_control.contains(self.doc.lemma(governor))
    }

    /// *welcomed **the programme** to promote trade*: the purpose is that of what is praised.
    fn praised(self, clause: usize, verb: usize, steps: u8) -> Option<Argument> {
        let doc = self.doc;
        let object = doc.children_by(verb, Deprel::Obj).find(|&object| verb < object && object < clause)?;
        (self.is_praise(verb) && self.is_infinitive(clause) && !self.is_passive(verb))
            .then_some(Argument { token: self.antecedent(object), steps: steps + 1 })
    }

    fn is_praise(self, verb: usize) -> bool {
        let lemma = self.doc.lemma(verb);
        self.grammar.performatives.contains(lemma) && !self.grammar.light_verbs.contains(lemma)
    }

    fn is_marked(self, clause: usize) -> bool {
        self.has(clause, Deprel::Mark) || self.has(clause, Deprel::Case)
    }

    pub(super) fn is_infinitive(self, clause: usize) -> bool {
        self.doc.children_by(clause, Deprel::Mark).any(|mark| self.xpos(mark) == Xpos::To)
    }

    /// Who does what an infinitive says: the object of its governor, else the subject of it.
    fn controller(self, infinitive: usize, governor: usize, steps: u8) -> Option<Argument> {
        let doc = self.doc;
        if let Some(found) = self.oblique_controller(infinitive, governor, steps) {
            return Some(found);
        }
        let passive = self.is_passive(governor);
        if self.is_verb(governor) && !passive && !self.grammar.subject_control.contains(doc.lemma(governor)) {
            let object = doc
                .children(governor)
                .find(|&child| matches!(doc.deprel(child), Deprel::Obj | Deprel::Iobj) && child < infinitive);
            if let Some(object) = object {
                return Some(Argument { token: self.antecedent(object), steps });
            }
        }
        self.subject_within(governor, steps)
    }

    /// *called **on Brandt** to sign*
    fn oblique_controller(self, infinitive: usize, governor: usize, steps: u8) -> Option<Argument> {
        let doc = self.doc;
        let prepositions = self.grammar.oblique_control.get(doc.lemma(governor))?;
        if !self.is_infinitive(infinitive) {
            return None;
        }
        let called = |above: usize| {
            doc.children(above).find(|&child| {
                matches!(doc.deprel(child), Deprel::Obl | Deprel::Nmod)
                    && child < infinitive
                    && self.cases(child).iter().any(|case| prepositions.contains(case))
            })
        };
        let verb = doc.head(governor).filter(|_| self.is_nominal(governor));
        let child = called(governor).or_else(|| verb.and_then(called))?;
        Some(Argument { token: self.antecedent(child), steps })
    }

    /// *extended an invitation **to Brandt** to come*, where the infinitive hangs at the verb
    fn invited(self, infinitive: usize, verb: usize, steps: u8) -> Option<Argument> {
        let mut objects = self.doc.children_by(verb, Deprel::Obj).filter(|&object| object < infinitive);
        objects.find_map(|object| self.oblique_controller(infinitive, object, steps))
    }

    /// The subject of a clause that modifies a noun: *officials **attending***, *a treaty **signed***, *a plan **to sign***.
    fn modified(self, clause: usize, noun: usize, steps: u8) -> Option<Argument> {
        if self.has(noun, Deprel::Cop) || self.has(noun, Deprel::Nsubj) {
            return self.subject_within(noun, steps + 1);
        }
        // *the honour **of meeting** her* is not what meets.
        let gerund = self.xpos(clause) == Xpos::Vbg && self.is_marked(clause);
        if matches!(self.xpos(clause), Xpos::Vbg | Xpos::Vbn | Xpos::Vbd) && !gerund {
            return Some(Argument { token: noun, steps });
        }
        // *an invitation **to Brandt** to come*
        self.oblique_controller(clause, noun, steps + 1).or_else(|| self.nominal_subject(noun, steps + 1))
    }

    /// Who has the plan, makes the attempt, takes the decision.
    fn nominal_subject(self, noun: usize, steps: u8) -> Option<Argument> {
        let doc = self.doc;
        let taken =
            |verb: usize| doc.deprel(noun) == Deprel::Obj && self.grammar.taking_up.contains(doc.lemma(verb));
        // *accepted **her** invitation to come*: who accepts comes.
        let invited = self.grammar.oblique_control.contains_key(doc.lemma(noun));
        if let Some(verb) = doc.head(noun).filter(|&verb| invited && taken(verb) && !self.is_passive(verb)) {
            return self.subject_within(verb, steps + 1);
        }
        if let Some(owner) = doc.child_by(noun, Deprel::NmodPoss) {
            return Some(Argument { token: self.antecedent(owner), steps });
        }
        if let Some(agent) = self.agents(noun).next() {
            return Some(Argument { token: agent, steps });
        }
        let verb = doc.head(noun)?;
        let carried = matches!(doc.deprel(noun), Deprel::Obj | Deprel::Xcomp | Deprel::Obl)
            && self.is_verb(verb)
            && (self.grammar.light_verbs.contains(doc.lemma(verb))
                || self.grammar.taking_up.contains(doc.lemma(verb)) && !self.is_praise(verb));
        (carried && !self.is_passive(verb)).then(|| self.subject_within(verb, steps + 1)).flatten()
    }

    /// What a relative clause without object leaves out: *the minister [that] Oduya met*.
    pub(super) fn gap(self, verb: usize) -> Option<Argument> {
        let clause = self.relative_clause(verb)?;
        let doc = self.doc;
        let own_subject = doc.child_by(clause, Deprel::Nsubj)?;
        if self.is_relative(own_subject) {
            return None;
        }
        let filled = doc.subtree(clause).any(|token| {
            self.is_relative(token)
                && doc.is_under(token, clause)
                && doc.deprel(token) != Deprel::Obj
                && doc.deprel(token) != Deprel::Mark
        });
        (!filled).then_some(())?;
        Some(Argument { token: doc.head(clause)?, steps: 1 })
    }

    /// The preposition that stands without its noun: *the minister Oduya met **with***.
    pub(super) fn stranded(self, verb: usize) -> Option<usize> {
        let doc = self.doc;
        doc.children(verb).find(|&child| {
            child > verb
                && self.upos(child) == Upos::Adp
                && doc.children(child).next().is_none()
                && doc.deprel(child) != Deprel::CompoundPrt
        })
    }

    /// The object that coordinated verbs have in common: *signed and ratified the treaty*.
    fn shared_object(self, verb: usize) -> Option<Argument> {
        let doc = self.doc;
        let closed = |verb: usize| {
            doc.children(verb).any(|child| matches!(doc.deprel(child), Deprel::Ccomp | Deprel::Xcomp))
        };
        if closed(verb) {
            return None;
        }
        if doc.deprel(verb) == Deprel::Conj {
            let first = doc.head(verb).filter(|&head| self.is_verb(head) && !self.is_passive(head))?;
            let object = doc.children_by(first, Deprel::Obj).find(|&object| object > verb)?;
            return Some(Argument { token: self.antecedent(object), steps: 1 });
        }
        let last = doc.children_by(verb, Deprel::Conj).find(|&conj| conj > verb && self.is_verb(conj))?;
        let between = doc.tokens[verb + 1..last]
            .iter()
            .all(|token| matches!(token.upos, Upos::Cconj | Upos::Punct | Upos::Adv | Upos::Aux));
        let object = doc.child_by(last, Deprel::Obj).filter(|_| between)?;
        Some(Argument { token: self.antecedent(object), steps: 1 })
    }
}
