//! Nouns as predicates: who carries them, whose they are, what stands before them.

use compact_str::CompactString;

use crate::claim::relation::tree::Argument;
use crate::claim::relation::tree::Tree;
use crate::model::Deprel;
use crate::model::Upos;

/// How a verb carries a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Carrying {
    /// *Oduya **held** talks*: its subject is the noun's.
    Light,
    /// *Talks **took place***: it tells of place, time and partners.
    Occurring,
    /// *Oduya **said** during talks*: its subject may be the noun's.
    Circumstance,
}

/// The verb that carries a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Carrier {
    pub(super) verb: usize,
    carrying: Carrying,
}

impl Carrier {
    /// Whether the noun only stands beside the verb.
    pub(super) fn is_circumstance(self) -> bool {
        self.carrying == Carrying::Circumstance
    }
}

impl Tree<'_> {
    /// The verb that carries a noun, light verbs first; `under` are further ones.
    pub(super) fn carrier(self, noun: usize, under: &[CompactString]) -> Option<Carrier> {
        let doc = self.doc;
        let light = |verb: usize| {
            let lemma = doc.lemma(verb);
            self.is_verb(verb)
                && (self.grammar.light_verbs.contains(lemma) || under.iter().any(|verb| verb == lemma))
        };
        let clause = doc.children(noun).find(|&child| {
            matches!(doc.deprel(child), Deprel::Acl | Deprel::AclRelcl)
                && light(child)
                && (self.is_passive(child) || self.gap(child).is_some() || self.relative_object(child))
        });
        if let Some(verb) = clause {
            return Some(Carrier { verb, carrying: Carrying::Light });
        }
        let head = doc.head(noun)?;
        let deprel = doc.deprel(noun);
        match deprel {
            Deprel::Obj | Deprel::NsubjPass | Deprel::Xcomp | Deprel::Obl
                if light(head) && (deprel != Deprel::Obl || self.is_entered(noun)) =>
            {
                Some(Carrier { verb: head, carrying: Carrying::Light })
            }
            Deprel::Nsubj | Deprel::NsubjPass
                if self.is_verb(head) && self.grammar.occurrence_verbs.contains(doc.lemma(head)) =>
            {
                Some(Carrier { verb: head, carrying: Carrying::Occurring })
            }
            Deprel::Conj if self.is_nominal(head) => self.carrier(head, under),
            Deprel::Nmod
                if self.grammar.transparent.contains(doc.lemma(head))
                    && !self.grammar.themes.contains(doc.lemma(head)) =>
            {
                self.carrier(head, under)
            }
            Deprel::Obl | Deprel::Advcl if self.is_predicate(head) => self
                .cases(noun)
                .iter()
                .any(|case| self.grammar.circumstance.contains(case))
                .then_some(Carrier { verb: head, carrying: Carrying::Circumstance }),
            _ => None,
        }
    }

    /// *entered **into** talks*; but *left **after** talks* says when.
    fn is_entered(self, noun: usize) -> bool {
        let cases = self.cases(noun);
        cases.is_empty() || cases.iter().any(|case| self.grammar.entering.contains(case))
    }

    fn relative_object(self, verb: usize) -> bool {
        self.doc.children_by(verb, Deprel::Obj).any(|object| self.is_relative(object))
    }

    /// Who does what a noun says.
    pub(super) fn noun_subjects(self, noun: usize, carrier: Option<Carrier>) -> Vec<Argument> {
        let doc = self.doc;
        let own: Vec<_> = doc
            .children(noun)
            .filter(|&child| {
                // *Oduya is in talks*; but *it was his visit* says what it was.
                matches!(doc.deprel(child), Deprel::Nsubj | Deprel::NsubjOuter)
                    && self.has(noun, Deprel::Cop)
                    && !self.cases(noun).is_empty()
            })
            .map(|subject| Argument::plain(self.antecedent(subject)))
            .collect();
        if !own.is_empty() {
            return own;
        }
        let owners = self.possessors(noun);
        let light = carrier.filter(|carrier| carrier.carrying == Carrying::Light);
        // *The envoys held **their** talks*: the subject tells more than the pronoun.
        let named = |owner: &Argument| self.upos(owner.token) != Upos::Pron || light.is_none();
        if owners.iter().any(named) {
            return owners;
        }
        let mut agents: Vec<_> = self.agents(noun).map(Argument::plain).collect();
        if agents.is_empty() {
            // *the signing of the pact by Kenya*, where *by Kenya* hangs at *the pact*
            let below =
                self.owned(noun).into_iter().flat_map(|owned| self.agents(owned.token).collect::<Vec<_>>());
            agents = below.map(|agent| Argument::plain(agent).further()).collect();
        }
        if !agents.is_empty() {
            return agents;
        }
        match carrier {
            Some(Carrier { verb, carrying: Carrying::Light }) => self.subjects(verb),
            Some(Carrier { verb, carrying: Carrying::Circumstance }) => {
                self.subjects(verb).into_iter().map(Argument::further).collect()
            }
            Some(Carrier { carrying: Carrying::Occurring, .. }) | None => Vec::new(),
        }
    }

    /// Those in the genitive before a noun.
    pub(super) fn possessors(self, noun: usize) -> Vec<Argument> {
        let doc = self.doc;
        let own: Vec<_> = doc
            .children_by(noun, Deprel::NmodPoss)
            .map(|owner| Argument::plain(self.antecedent(owner)))
            .collect();
        if own.is_empty() && doc.deprel(noun) == Deprel::Conj {
            let first = doc.head(noun).filter(|&head| self.is_nominal(head));
            return first.map(|first| self.possessors(first)).unwrap_or_default();
        }
        own
    }

    /// The words that stand before a noun and modify it, those that modify them too: *US - Mexico border*.
    pub(super) fn modifiers(self, noun: usize) -> Vec<Argument> {
        let doc = self.doc;
        let mut found = Vec::new();
        let mut open: Vec<usize> =
            doc.children(noun).filter(|&child| child < noun && self.modifies(child)).collect();
        while let Some(at) = open.pop() {
            found.push(at);
            open.extend(doc.children(at).filter(|&child| {
                child < noun && (self.modifies(child) || doc.deprel(child) == Deprel::Conj)
            }));
        }
        found.sort_unstable();
        found.into_iter().map(Argument::plain).collect()
    }

    fn modifies(self, token: usize) -> bool {
        !self.is_genitive(token)
            && matches!(
                self.doc.deprel(token),
                Deprel::Compound
                    | Deprel::Amod
                    | Deprel::NmodUnmarked
                    | Deprel::NmodDesc
                    | Deprel::Flat
                    | Deprel::Dep
                    | Deprel::Nmod
            )
            && self.cases(token).is_empty()
    }

    /// Whose a noun is: genitive, *by*, *of*, adjective; the first that there is.
    pub(super) fn owners(self, noun: usize) -> Vec<Argument> {
        let possessors = self.possessors(noun);
        if !possessors.is_empty() {
            return possessors;
        }
        let agents: Vec<_> = self.agents(noun).map(Argument::plain).collect();
        if !agents.is_empty() {
            return agents;
        }
        let mut found = self.modifiers(noun);
        found.extend(self.owned(noun));
        found
    }

    /// What follows a noun after *of* and the like.
    pub(super) fn owned(self, noun: usize) -> Vec<Argument> {
        self.doc
            .children(noun)
            .filter(|&child| {
                matches!(self.doc.deprel(child), Deprel::Nmod | Deprel::Obl)
                    && self.cases(child).iter().any(|case| self.grammar.owning.contains(case))
            })
            .map(|child| Argument::plain(self.antecedent(child)))
            .collect()
    }
}
