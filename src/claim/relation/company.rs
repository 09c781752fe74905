//! Those who are named beside a participant and do the same: examples, companions, members of a list.

use crate::claim::relation::participant::Fits;
use crate::claim::relation::participant::Participant;
use crate::claim::relation::predicate::Predicate;
use crate::claim::relation::reading::Reading;
use crate::model::Deprel;
use crate::model::Xpos;

impl Reading<'_> {
    /// *officials including Brandt*, *Oduya together with Brandt*, *Oduya, joined by Brandt*, *three envoys: A, B and C*
    pub(super) fn also_named(&self, token: usize, tokens: &mut Vec<usize>) {
        let (tree, doc) = (self.tree, self.tree.doc);
        for child in doc.children(token) {
            let adds = doc.deprel(child) == Deprel::Nmod
                && tree.cases(child).iter().any(|case| {
                    tree.grammar.inclusive.contains(case) || tree.grammar.accompanying.contains(case)
                });
            let lists = doc.deprel(child) == Deprel::Appos
                && matches!(tree.xpos(token), Xpos::Nns | Xpos::Nnps | Xpos::Cd)
                && tree.has(child, Deprel::Conj);
            if adds || lists {
                tokens.extend(tree.conjuncts(child));
            }
            tokens.extend(self.companions_in(child));
        }
        let subject = matches!(doc.deprel(token), Deprel::Nsubj | Deprel::NsubjPass);
        let Some(verb) = doc.head(token).filter(|_| subject) else { return };
        for child in doc.children(verb) {
            let beside = doc.deprel(child) == Deprel::Obl
                && tree.cases(child).iter().any(|case| tree.grammar.accompanying.contains(case));
            if beside {
                tokens.extend(tree.conjuncts(child));
            }
            tokens.extend(self.companions_in(child));
        }
    }

    /// *accompanied by **Brandt***
    fn companions_in(&self, clause: usize) -> Vec<usize> {
        let tree = self.tree;
        let participle = matches!(tree.xpos(clause), Xpos::Vbn | Xpos::Vbd)
            && matches!(tree.doc.deprel(clause), Deprel::Acl | Deprel::Advcl)
            && tree.grammar.companionship.contains(tree.doc.lemma(clause));
        if !participle {
            return Vec::new();
        }
        tree.agents(clause).flat_map(|agent| tree.conjuncts(agent)).collect()
    }

    /// *During **her** visit to Kenya, **Oduya** said*: the pronoun points forward, to the subject of the clause.
    pub(super) fn named_behind(&self, predicate: &Predicate, fits: Fits<'_>) -> Vec<Participant> {
        let tree = self.tree;
        let Some(carrier) = predicate.carrier.filter(|carrier| carrier.is_circumstance()) else {
            return Vec::new();
        };
        let subjects = tree.subjects(carrier.verb).into_iter().filter(|subject| subject.token > predicate.head);
        subjects.flat_map(|subject| self.members(subject.further(), fits)).collect()
    }
}
