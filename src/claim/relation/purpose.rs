//! What those want who act in public: *marched **to demand** talks*.

use crate::claim::relation::predicate::Predicate;
use crate::claim::relation::tree::Argument;
use crate::claim::relation::tree::Tree;
use crate::model::Deprel;
use crate::model::Xpos;

impl Tree<'_> {
    /// Infinitives and gerunds of demanding below a predicate, its objects, or the verb that carries it.
    pub(super) fn purposes(self, predicate: &Predicate) -> Vec<Argument> {
        let doc = self.doc;
        let carrier = predicate.carrier.filter(|carrier| !carrier.is_circumstance());
        let mut above: Vec<usize> = predicate.words.clone();
        above.extend(carrier.map(|carrier| carrier.verb));
        // *blocked roads leading to the port **to press** their demands*
        let inner: Vec<usize> = above.iter().flat_map(|&word| doc.children_by(word, Deprel::Acl)).collect();
        above.extend(inner);
        above.sort_unstable();
        above.dedup();
        let aims = |&clause: &usize| {
            let infinitive = doc.children_by(clause, Deprel::Mark).any(|mark| self.xpos(mark) == Xpos::To);
            let gerund = self.xpos(clause) == Xpos::Vbg && !self.has(clause, Deprel::Mark);
            matches!(doc.deprel(clause), Deprel::Advcl | Deprel::Acl | Deprel::Xcomp)
                && (infinitive || gerund)
                && self.grammar.demanding.contains(doc.lemma(clause))
        };
        let clauses = above.into_iter().flat_map(|word| doc.children(word)).filter(aims);
        clauses.map(Argument::plain).collect()
    }
}
