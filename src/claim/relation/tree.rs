//! Questions about dependency trees that every role asks: case, voice, relatives, conjuncts.

use compact_str::CompactString;

use crate::lexicon::relations::RelationGrammar;
use crate::model::Annotated;
use crate::model::Deprel;
use crate::model::Upos;
use crate::model::Xpos;

/// A word that fills a role, and by how many steps of inference it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Argument {
    pub(super) token: usize,
    pub(super) steps: u8,
}

impl Argument {
    pub(super) const fn plain(token: usize) -> Self {
        Self { token, steps: 0 }
    }

    pub(super) const fn further(self) -> Self {
        Self { token: self.token, steps: self.steps + 1 }
    }
}

/// A document's trees, with the words that the grammar needs to know.
#[derive(Clone, Copy)]
pub(super) struct Tree<'a> {
    pub(super) doc: &'a Annotated<'a>,
    pub(super) grammar: &'a RelationGrammar,
}

impl<'a> Tree<'a> {
    pub(super) fn form(self, token: usize) -> CompactString {
        CompactString::new(self.doc.form(token).to_lowercase())
    }

    pub(super) fn upos(self, token: usize) -> Upos {
        self.doc.tokens[token].upos
    }

    pub(super) fn xpos(self, token: usize) -> Xpos {
        self.doc.tokens[token].xpos
    }

    pub(super) fn is_nominal(self, token: usize) -> bool {
        matches!(self.upos(token), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::X | Upos::Sym)
    }

    pub(super) fn is_verb(self, token: usize) -> bool {
        self.upos(token) == Upos::Verb
    }

    /// Whether the token heads a clause: a verb, or anything with a copula or a subject.
    pub(super) fn is_predicate(self, token: usize) -> bool {
        self.is_verb(token)
            || self.doc.children(token).any(|child| {
                matches!(self.doc.deprel(child), Deprel::Cop | Deprel::Nsubj | Deprel::NsubjPass)
            })
    }

    pub(super) fn has(self, token: usize, deprel: Deprel) -> bool {
        self.doc.child_by(token, deprel).is_some()
    }

    /// Whether a genitive mark stands below the token.
    pub(super) fn is_genitive(self, token: usize) -> bool {
        self.doc.deprel(token) == Deprel::NmodPoss
            || self.doc.children_by(token, Deprel::Case).any(|case| self.xpos(case) == Xpos::Pos)
    }

    /// The prepositions before a token, each with the words fixed to it, and all of them joined.
    pub(super) fn cases(self, token: usize) -> Vec<CompactString> {
        let mut found: Vec<CompactString> = Vec::new();
        for case in self.doc.children_by(token, Deprel::Case) {
            if self.xpos(case) == Xpos::Pos {
                continue;
            }
            let mut words = vec![self.form(case)];
            words.extend(self.doc.children_by(case, Deprel::Fixed).map(|fixed| self.form(fixed)));
            found.push(CompactString::from(words.join(" ")));
        }
        if found.is_empty() {
            // *paid to trade, **as well as to** transport*, where the tree ties all of it together
            let tied = self
                .doc
                .children_by(token, Deprel::Cc)
                .filter_map(|cc| self.doc.children_by(cc, Deprel::Fixed).nth(2))
                .map(|last| self.form(last));
            return tied.collect();
        }
        // *outside of Kenya* is neither *outside* nor *of*.
        let case = CompactString::from(found.join(" "));
        if case.is_empty() {
            return Vec::new();
        }
        let first = self.doc.children_by(token, Deprel::Case).next().unwrap_or(token);
        vec![self.whole_preposition(first, &case).unwrap_or(case)]
    }

    /// *behalf of* is *on behalf of*, whatever the tree makes of its words.
    fn whole_preposition(self, last: usize, case: &str) -> Option<CompactString> {
        self.grammar
            .prepositions
            .iter()
            .find(|whole| {
                // A look at one byte spares most comparisons.
                let start = whole.len().checked_sub(case.len() + 1);
                let Some(before) = start
                    .filter(|&start| whole.as_bytes()[start] == b' ' && whole.ends_with(case))
                    .map(|start| &whole[..start])
                else {
                    return false;
                };
                let count = before.split(' ').count();
                last >= count
                    && before.split(' ').zip(last - count..).all(|(word, token)| self.form(token) == word)
            })
            .cloned()
    }

    pub(super) fn has_case(self, token: usize, preposition: &str) -> bool {
        self.cases(token).iter().any(|case| case == preposition)
    }

    /// Whether the grammatical subject of a verb is the one to whom it is done.
    pub(super) fn is_passive(self, verb: usize) -> bool {
        let doc = self.doc;
        if self.has(verb, Deprel::AuxPass)
            || self.has(verb, Deprel::NsubjPass)
            || self.has(verb, Deprel::CsubjPass)
        {
            return true;
        }
        let bare = matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd)
            && !self.has(verb, Deprel::Aux)
            && !self.has(verb, Deprel::Nsubj);
        if !bare {
            return false;
        }
        match doc.deprel(verb) {
            // A bare past tense behind a noun is a participle taken for one.
            Deprel::Acl => !self.has(verb, Deprel::Obj),
            _ if self.xpos(verb) == Xpos::Vbd => false,
            Deprel::AclRelcl | Deprel::Advcl | Deprel::Amod | Deprel::Xcomp => true,
            Deprel::Conj => doc.head(verb).is_some_and(|head| self.is_verb(head) && self.is_passive(head)),
            _ => self.agents(verb).next().is_some() && !self.has(verb, Deprel::Obj),
        }
    }

    /// Those who act in a passive or behind a noun: *by Brandt*.
    pub(super) fn agents(self, token: usize) -> impl Iterator<Item = usize> + 'a {
        self.doc.children(token).filter(move |&child| {
            let deprel = self.doc.deprel(child);
            deprel == Deprel::OblAgent
                || (matches!(deprel, Deprel::Obl | Deprel::Nmod)
                    && self.cases(child).iter().any(|case| self.grammar.agent.contains(case)))
        })
    }

    /// What a relative pronoun stands for; any other token stands for itself.
    pub(super) fn antecedent(self, token: usize) -> usize {
        if !self.is_relative(token) {
            return token;
        }
        std::iter::once(token)
            .chain(self.doc.ancestors(token))
            .find(|&above| self.doc.deprel(above) == Deprel::AclRelcl)
            .and_then(|clause| self.doc.head(clause))
            .or_else(|| self.noun_before(token))
            .unwrap_or(token)
    }

    /// The noun right before a relative pronoun, a comma or preposition apart.
    fn noun_before(self, pronoun: usize) -> Option<usize> {
        let start = self.doc.sentences[self.doc.sentence_of(pronoun)].tokens.start;
        let noun =
            (start..pronoun).rev().find(|&token| !matches!(self.upos(token), Upos::Punct | Upos::Adp))?;
        self.is_nominal(noun).then_some(noun)
    }

    /// Whether the token is *who*, *which*, *that* at the head of a relative clause.
    pub(super) fn is_relative(self, token: usize) -> bool {
        matches!(self.xpos(token), Xpos::Wdt | Xpos::Wp | Xpos::WpS)
            && self.grammar.relative.contains(self.form(token).as_str())
    }

    /// The relative clause that a verb heads or is the infinitive of.
    pub(super) fn relative_clause(self, verb: usize) -> Option<usize> {
        let mut at = verb;
        loop {
            match self.doc.deprel(at) {
                Deprel::AclRelcl => return Some(at),
                Deprel::Xcomp => at = self.doc.head(at)?,
                _ => return None,
            }
        }
    }

    /// A token and all that are coordinated with it below, nominal ones only.
    pub(super) fn conjuncts(self, token: usize) -> Vec<usize> {
        let mut all = vec![token];
        let mut next = 0;
        while let Some(&at) = all.get(next) {
            next += 1;
            for child in self.doc.children_by(at, Deprel::Conj) {
                let alike =
                    self.is_nominal(child) || (self.upos(child) == Upos::Adj && !self.is_predicate(child));
                let torn = || self.subject_torn_off(child).is_some();
                if alike && !self.is_predicate(child) && !all.contains(&child) && !torn() {
                    all.push(child);
                }
            }
        }
        all
    }

    /// The verb of which a name is the subject, though the tree joins it to what stands before the comma: *After talks
    /// with Oduya, **Brandt** left*.
    pub(super) fn subject_torn_off(self, name: usize) -> Option<usize> {
        let doc = self.doc;
        let span = doc.subtree(name);
        let comma = span.start.checked_sub(1).is_some_and(|before| doc.form(before) == ",")
            || doc.form(span.start) == ",";
        let joined = self.has(name, Deprel::Cc);
        let torn = matches!(doc.deprel(name), Deprel::Conj | Deprel::Appos) && comma && !joined;
        if !torn || !self.is_nominal(name) {
            return None;
        }
        let end = doc.sentences[doc.sentence_of(name)].tokens.end;
        let verb = (span.end..end).find(|&at| !matches!(self.upos(at), Upos::Adv | Upos::Aux))?;
        let bare = |at: usize| !self.has(at, Deprel::Nsubj) && !self.has(at, Deprel::NsubjPass);
        let finite = matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
            || (span.end..verb).any(|at| self.upos(at) == Upos::Aux);
        (self.is_verb(verb) && finite && bare(verb) && doc.deprel(verb) == Deprel::Root).then_some(verb)
    }
}
