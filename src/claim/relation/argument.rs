//! What fills a role of a predicate.

use compact_str::CompactString;

use crate::claim::relation::predicate::Predicate;
use crate::claim::relation::tree::Argument;
use crate::claim::relation::tree::Tree;
use crate::lexicon::relations::Role;
use crate::lexicon::relations::Sort;
use crate::model::Deprel;
use crate::model::Upos;
use crate::model::Xpos;

/// How far above a noun its purpose may hang.
const HEIGHT: usize = 3;

impl Tree<'_> {
    /// The tokens that fill a role, without those coordinated with them.
    pub(super) fn fill(self, predicate: &Predicate, role: &Role) -> Vec<Argument> {
        let head = predicate.head;
        let clausal = matches!(predicate.sort, Sort::Verb | Sort::Adjective);
        match role {
            Role::Subject if predicate.sort == Sort::Adjective => self.bearer(head),
            Role::Subject if clausal => self.subjects(head),
            Role::Subject => self.noun_subjects(head, predicate.carrier),
            Role::Object if clausal => self.objects(head),
            Role::Object => self.owned(head),
            Role::Indirect => self.each(head, &[Deprel::Iobj]),
            Role::Complement => self.complements(predicate),
            Role::Clause => self.clauses(head),
            Role::Purpose => self.purposes(predicate),
            Role::Possessor => self.possessors(head),
            Role::Modifier => self.modifiers(head),
            Role::Owner => self.owners(head),
            Role::Itself => vec![Argument::plain(head)],
            Role::Apposition => self.beside(head),
            Role::Bearer if self.has(head, Deprel::Cop) => self.surface_subject(head).into_iter().collect(),
            // Neighbours in a list and speakers are known by their mentions alone.
            Role::Bearer | Role::Fellow | Role::Speaker | Role::Teller | Role::Side | Role::Gathering => {
                Vec::new()
            }
            Role::After(preposition) => self.after(predicate, preposition),
        }
    }

    fn each(self, head: usize, deprels: &[Deprel]) -> Vec<Argument> {
        self.doc
            .children(head)
            .filter(|&child| deprels.contains(&self.doc.deprel(child)))
            .map(|child| Argument::plain(self.antecedent(child)))
            .collect()
    }

    /// What an adjective is said of: the noun before which it stands, else the subject of its clause.
    fn bearer(self, adjective: usize) -> Vec<Argument> {
        let doc = self.doc;
        match doc.head(adjective) {
            Some(noun) if doc.deprel(adjective) == Deprel::Amod => vec![Argument::plain(noun)],
            Some(noun) if doc.deprel(adjective) == Deprel::Acl => vec![Argument::plain(noun)],
            _ => self.surface_subject(adjective).into_iter().collect(),
        }
    }

    fn complements(self, predicate: &Predicate) -> Vec<Argument> {
        let head = predicate.head;
        if self.has(head, Deprel::Cop) && self.cases(head).is_empty() && self.upos(head) != Upos::Adj {
            return vec![Argument::plain(head)];
        }
        // *the main topic was **trade***
        let told = self.doc.head(head).filter(|&above| {
            matches!(self.doc.deprel(head), Deprel::Nsubj | Deprel::NsubjOuter)
                && self.is_nominal(head)
                && self.has(above, Deprel::Cop)
                && self.cases(above).is_empty()
        });
        let below = self.doc.children_by(head, Deprel::Xcomp).filter(|&child| self.is_nominal(child));
        told.into_iter().chain(below).map(Argument::plain).collect()
    }

    /// The predicates of the clauses inside, with those coordinated, verbs like *help* looked through.
    fn clauses(self, head: usize) -> Vec<Argument> {
        let doc = self.doc;
        let mut open = Vec::new();
        // *a commitment to join a pact **to fight** smuggling*: of two infinitives the second is that of the noun before it.
        let mut wished = false;
        for child in doc.children(head) {
            let inside = match doc.deprel(child) {
                Deprel::Acl if self.is_nominal(head) && self.is_infinitive(child) => {
                    !std::mem::replace(&mut wished, true)
                }
                Deprel::Xcomp | Deprel::Ccomp | Deprel::Acl => true,
                Deprel::Advcl => {
                    let verb = doc.lemma(head);
                    self.grammar.oblique_control.contains_key(verb)
                        || self.grammar.object_control.contains(verb)
                }
                _ => false,
            };
            if inside {
                open.push(child);
            }
        }
        if self.is_nominal(head) {
            open.extend(self.purpose_behind(head));
        }
        let mut found: Vec<Argument> = Vec::new();
        while let Some(clause) = open.pop() {
            if found.iter().any(|known| known.token == clause) {
                continue;
            }
            found.push(Argument::plain(clause));
            open.extend(doc.children_by(clause, Deprel::Conj).filter(|&conj| self.is_predicate(conj)));
            if self.grammar.helping.contains(doc.lemma(clause)) {
                open.extend(doc.children_by(clause, Deprel::Xcomp));
            }
        }
        found.sort_by_key(|argument| argument.token);
        found
    }

    /// The infinitive that follows a noun at once, though the tree hangs it at the verb: *entered into a pact **to
    /// fight** smuggling*.
    fn purpose_behind(self, noun: usize) -> Option<usize> {
        let doc = self.doc;
        doc.head(noun).filter(|&verb| self.is_verb(verb))?;
        let end = doc.subtree(noun).end;
        let first = |clause: usize| doc.subtree(clause).start;
        doc.ancestors(noun)
            .take(HEIGHT)
            .flat_map(|above| doc.children(above))
            .filter(|&clause| matches!(doc.deprel(clause), Deprel::Advcl | Deprel::Acl))
            .find(|&clause| first(clause) == end && self.xpos(first(clause)) == Xpos::To)
    }

    fn beside(self, head: usize) -> Vec<Argument> {
        let doc = self.doc;
        let mut found = self.each(head, &[Deprel::Appos]);
        if doc.deprel(head) == Deprel::Appos {
            found.extend(doc.head(head).map(Argument::plain));
        }
        // *Norway is a member*; but the troops that are in a part of Norway are no part of it.
        if self.has(head, Deprel::Cop)
            && !self.cases(head).iter().any(|case| self.grammar.circumstance.contains(case))
        {
            found.extend(self.surface_subject(head));
        }
        // *Norway **became** a member*
        let copula = doc.head(head).filter(|&verb| {
            matches!(doc.deprel(head), Deprel::Xcomp | Deprel::Obj)
                && self.grammar.copulas.contains(doc.lemma(verb))
        });
        found.extend(copula.and_then(|verb| self.surface_subject(verb)));
        found
    }

    /// What stands after a preposition: below the predicate, below the verb that carries it, or where a parser may
    /// have hung it by mistake.
    fn after(self, predicate: &Predicate, preposition: &CompactString) -> Vec<Argument> {
        let doc = self.doc;
        let mut found = Vec::new();
        if self.has(predicate.head, Deprel::Cop) && self.has_case(predicate.head, preposition) {
            found.push(Argument::plain(predicate.head));
        }
        // *is welcome **in** Norway* is not there, *is back **in** Norway* is.
        if predicate.is_copular() && predicate.words.len() == 2 && self.upos(predicate.head) != Upos::Adv {
            return found;
        }
        for &word in &predicate.words {
            found.extend(
                self.oblique(word, preposition).filter(|argument| !predicate.words.contains(&argument.token)),
            );
        }
        if !found.is_empty() {
            return found;
        }
        if let Some(carrier) = predicate.carrier.filter(|carrier| !carrier.is_circumstance()) {
            found.extend(self.oblique(carrier.verb, preposition).filter(|a| a.token != predicate.head));
        }
        let stranded = |predicate: &Predicate| {
            predicate.sort == Sort::Verb
                && self.stranded(predicate.head).is_some_and(|token| self.form(token) == *preposition)
        };
        if stranded(predicate) {
            found.extend(self.gap(predicate.head));
        }
        if found.is_empty() {
            found.extend(self.misplaced_below(predicate, preposition));
        }
        if found.is_empty() {
            found.extend(self.shared_oblique(predicate, preposition));
        }
        if found.is_empty() {
            found.extend(self.hung_above(predicate, preposition));
        }
        if found.is_empty() && predicate.sort != Sort::Verb && !self.grammar.agent.contains(preposition) {
            let verb = doc.head(predicate.head).filter(|&verb| {
                self.is_verb(verb) && matches!(doc.deprel(predicate.head), Deprel::Obj | Deprel::NsubjPass)
            });
            if let Some(verb) = verb {
                let later =
                    self.oblique(verb, preposition).filter(|argument| argument.token > predicate.head);
                found.extend(later.map(Argument::further));
            }
        }
        found
    }

    /// The nouns below a token that stand after a preposition of one or more words.
    pub(super) fn oblique(self, token: usize, preposition: &CompactString) -> impl Iterator<Item = Argument> {
        let doc = self.doc;
        let mut found = self.gerunds(token, preposition);
        for child in doc.children(token) {
            if !matches!(
                doc.deprel(child),
                Deprel::Obl | Deprel::OblAgent | Deprel::Nmod | Deprel::OblUnmarked
            ) {
                continue;
            }
            if self.has_case(child, preposition) {
                found.push(Argument::plain(self.antecedent(child)));
            } else if let Some((outer, inner)) = preposition.rsplit_once(' ') {
                // *on behalf of Kenya* may be a tree of its own.
                let Some((before, noun)) = outer.rsplit_once(' ') else { continue };
                let opens = |case: &CompactString| case == before || case.ends_with(&format!(" {before}"));
                if doc.lemma(child) == noun && self.cases(child).iter().any(opens) {
                    let below = doc
                        .children_by(child, Deprel::Nmod)
                        .filter(|&low| self.has_case(low, inner) || self.has_case(low, preposition));
                    found.extend(below.map(|low| Argument::plain(self.antecedent(low))));
                }
            }
        }
        found.into_iter()
    }

    /// The gerunds behind a preposition: *focused **on resolving** disputes*, *a framework **for promoting** trade*.
    fn gerunds(self, token: usize, preposition: &str) -> Vec<Argument> {
        let doc = self.doc;
        let adverbs = doc.children_by(token, Deprel::Advmod);
        std::iter::once(token)
            .chain(adverbs)
            .flat_map(|above| doc.children(above))
            .filter(|&child| {
                matches!(doc.deprel(child), Deprel::Advcl | Deprel::Acl)
                    && child > token
                    && self.xpos(child) == Xpos::Vbg
                    && doc.children_by(child, Deprel::Mark).any(|mark| self.form(mark) == preposition)
            })
            .flat_map(|clause| {
                let more = doc.children_by(clause, Deprel::Conj).filter(|&conj| self.xpos(conj) == Xpos::Vbg);
                std::iter::once(clause).chain(more)
            })
            .map(Argument::plain)
            .collect()
    }
}
