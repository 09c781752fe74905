//! What is named beside a thing, in examples, additions, lists and fields.

use crate::claim::relation::participant::Fits;
use crate::claim::relation::reading::Reading;
use crate::model::Deprel;
use crate::model::NodeKind;
use crate::model::Xpos;

/// How many words behind a noun its examples may stand.
const FARTHEST: usize = 15;

impl Reading<'_> {
    /// *officials including Brandt*, *Oduya together with Brandt*, *three envoys: A, B and C*; where an issue is asked
    /// for, *cooperation in trade and energy* too.
    pub(super) fn also_named(&self, token: usize, fits: Fits<'_>, tokens: &mut Vec<usize>) {
        let tree = self.tree;
        let grammar = tree.grammar;
        let itself = self.headed(token).iter().any(|&id| self.kind(id) == Some(&NodeKind::TOPIC));
        let fields = grammar.fields.get(tree.doc.lemma(token)).filter(|_| fits(&NodeKind::TOPIC));
        // *security cooperation in the north* is an issue itself, where no list tells more.
        let tells = |child: usize| !itself || tree.conjuncts(child).len() > 2;
        let matter = fits(&NodeKind::TOPIC) || fits(&NodeKind::EVENT) && !fits(&NodeKind::COUNTRY);
        if matter && !itself {
            // *a range of issues of mutual interest, **including** trade*
            let inside = (0..tree.doc.tokens.len()).skip(token + 1).take(FARTHEST).filter(|&below| {
                tree.doc.deprel(below) == Deprel::Nmod
                    && tree.cases(below).iter().any(|case| grammar.inclusive.contains(case))
                    && tree.doc.is_under(below, token)
            });
            for below in inside {
                tokens.extend(tree.conjuncts(below));
            }
        }
        for child in tree.doc.children(token) {
            let deprel = tree.doc.deprel(child);
            let adds = deprel == Deprel::Nmod
                && tree.cases(child).iter().any(|case| {
                    grammar.inclusive.contains(case)
                        || grammar.accompanying.contains(case)
                        || fields.is_some_and(|prepositions| prepositions.contains(case) && tells(child))
                });
            // *a ceasefire, the release of hostages and access*: issues are seldom explained by a list.
            let lists = deprel == Deprel::Appos
                && (fits(&NodeKind::TOPIC) || matches!(tree.xpos(token), Xpos::Nns | Xpos::Nnps | Xpos::Cd))
                && tree.has(child, Deprel::Conj);
            if lists && !fits(&NodeKind::TOPIC) {
                // *the ministers, Oduya and Brandt* are those two.
                tokens.retain(|&known| known != token);
            }
            if adds || lists {
                tokens.extend(tree.conjuncts(child));
            }
        }
    }
}
