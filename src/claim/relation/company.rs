//! Those who are named beside a participant and do the same, and those who only stand nearby.

use crate::claim::relation::participant::Fits;
use crate::claim::relation::participant::Participant;
use crate::claim::relation::predicate::Predicate;
use crate::claim::relation::reading::Reading;
use crate::claim::relation::tree::Argument;
use crate::lexicon::relations::Path;
use crate::lexicon::relations::Sort;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;
use crate::model::Upos;
use crate::model::Xpos;

impl Reading<'_> {
    /// *Oduya, together with **Brandt**, met*; *Oduya, joined by **Brandt**, met*
    pub(super) fn companions_of(&self, token: usize) -> Vec<usize> {
        let (tree, doc) = (self.tree, self.tree.doc);
        let subject = matches!(doc.deprel(token), Deprel::Nsubj | Deprel::NsubjPass);
        let verb = doc.head(token).filter(|_| subject);
        let beside = verb.into_iter().flat_map(|verb| doc.children(verb)).filter(|&child| {
            doc.deprel(child) == Deprel::Obl
                && tree.cases(child).iter().any(|case| tree.grammar.accompanying.contains(case))
        });
        let mut found: Vec<usize> = beside.flat_map(|child| tree.conjuncts(child)).collect();
        // *the Minister, Oduya, the Chancellor, Brandt, met*: the tree may give a verb several subjects.
        let others = verb.into_iter().flat_map(|verb| doc.children(verb)).filter(|&other| {
            let named = self.headed(other).iter().any(|&id| self.mention(id).form == MentionForm::Name)
                || tree.has(other, Deprel::Appos);
            other < token && doc.deprel(other) == doc.deprel(token) && named
        });
        found.extend(others.flat_map(|other| tree.conjuncts(other)));
        for clause in doc.children(token).chain(verb.into_iter().flat_map(|verb| doc.children(verb))) {
            found.extend(self.companions_in(clause));
        }
        found
    }

    /// What stands after a preposition by mistake of the tree: *grateful to **you** for help to Norway* is not grateful to
    /// Norway, *the discussion of the **crisis** in Norway* was not there.
    pub(super) fn keep_nearest(&self, predicate: &Predicate, found: &mut Vec<Argument>) {
        let (tree, doc) = (self.tree, self.tree.doc);
        let addressed = |token: usize| {
            let pronoun = self.lexicon.mentions.pronoun(&tree.form(token));
            tree.upos(token) == Upos::Pron && pronoun.is_some_and(|pronoun| pronoun.person < 3)
        };
        if let Some(first) = found.first().copied().filter(|first| addressed(first.token)) {
            found.retain(|one| *one == first);
        }
        let event = |token: usize| {
            let is = |id: &MentionId| {
                let mention = self.mention(*id);
                let gathers = || {
                    let sort = mention.attributes.get("type");
                    sort.is_some_and(|sort| tree.grammar.gatherings.contains(sort.as_str()))
                };
                self.kind(*id).is_some_and(|kind| *kind == NodeKind::EVENT)
                    && mention.form == MentionForm::Description
                    && (predicate.sort == Sort::Mention || gathers())
            };
            self.headed(token).iter().any(is)
        };
        if matches!(predicate.sort, Sort::Mention | Sort::Verb) {
            found.retain(|one| {
                let above = doc.head(one.token).filter(|&above| one.steps > 0 && above != predicate.head);
                !above.is_some_and(event)
            });
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
        let subjects =
            tree.subjects(carrier.verb).into_iter().filter(|subject| subject.token > predicate.head);
        subjects.flat_map(|subject| self.members(subject.further(), fits)).collect()
    }

    /// Whether the tokens of a path are *each other*.
    pub(super) fn is_reciprocal(&self, predicate: &Predicate, paths: &[Path]) -> bool {
        let tree = self.tree;
        predicate.sort == Sort::Verb
            && paths.iter().any(|path| {
                self.tokens_at(predicate, path).iter().any(|argument| {
                    tree.grammar.reciprocal.contains(tree.doc.lemma(argument.token))
                        && tree.doc.children(argument.token).any(|child| {
                            matches!(tree.doc.deprel(child), Deprel::Det | Deprel::Fixed | Deprel::Nummod)
                        })
                })
            })
    }
}
