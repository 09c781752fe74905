//! Plurals that stand for things named before: *both countries*, *the two leaders*, *they*.

use std::collections::BTreeMap;

use crate::claim::relation::participant::Fits;
use crate::claim::relation::reading::Reading;
use crate::model::Claim;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;
use crate::model::Upos;
use crate::model::Xpos;

/// How many sentences back a plural may reach.
const FARTHEST: usize = 3;

/// How many where it names persons without a number: *the leaders* of a readout are the same to its end.
const FARTHEST_PERSONS: usize = 10;

/// What a plural may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Persons,
    States,
    Either,
}

/// A plural that names nobody itself.
#[derive(Debug, Clone, Copy)]
struct Plural {
    count: Option<usize>,
    class: Class,
    /// Whether only those fit who are told to have done something with each other.
    mutual: bool,
}

/// Things that a text has named together.
#[derive(Debug, Clone)]
pub(super) struct Group {
    token: usize,
    mentions: Vec<MentionId>,
    mutual: bool,
    /// Whether it is what a clause is about: a plural rather points to that.
    subject: bool,
}

impl Reading<'_> {
    /// Whether any plural of the document asks for groups.
    pub(super) fn has_plurals(&self) -> bool {
        (0..self.tree.doc.tokens.len()).any(|token| self.plural(token).is_some())
    }

    /// The groups that coordination and mutual relations make, in order of the text.
    pub(super) fn group(&mut self, claims: &[Claim]) {
        let mut groups = Vec::new();
        for token in 0..self.tree.doc.tokens.len() {
            if self.tree.doc.deprel(token) == Deprel::Conj {
                continue;
            }
            // *on the Kenyan and Norwegian borders* names no group.
            if matches!(self.tree.doc.deprel(token), Deprel::Amod | Deprel::Compound) {
                continue;
            }
            let conjuncts = self.tree.conjuncts(token);
            let mentions: Vec<_> = conjuncts.iter().filter_map(|&one| self.actor(one)).collect();
            // *the Kenyan and Norwegian borders* name neither state.
            let stands = |noun| self.tree.grammar.stand_ins.contains(self.tree.doc.lemma(noun));
            let named = self.tree.is_nominal(token) || self.tree.doc.head(token).is_some_and(stands);
            // *a visit to Kenya and Norway. They discussed it*: neither did.
            let states = mentions.iter().all(|&id| self.kind(id) == Some(&NodeKind::COUNTRY));
            let cases = self.tree.cases(token);
            let aside = states && cases.iter().any(|case| !self.tree.grammar.grouping.contains(case));
            if named && !aside && mentions.len() > 1 && mentions.len() == conjuncts.len() {
                let subject = matches!(self.tree.doc.deprel(token), Deprel::Nsubj | Deprel::NsubjPass);
                groups.push(Group { token, mentions, mutual: false, subject });
            }
        }
        let mut together: BTreeMap<usize, Group> = BTreeMap::new();
        for claim in claims.iter().filter(|claim| self.schema.is_symmetric(&claim.kind)) {
            let token = self.mention(claim.source).head.max(self.mention(claim.target).head) as usize;
            let pair = vec![claim.source, claim.target];
            let sentence = self.tree.doc.sentence_of(token);
            let all = together.entry(sentence).or_insert_with(|| Group {
                token,
                mentions: Vec::new(),
                mutual: true,
                subject: true,
            });
            all.token = all.token.max(token);
            for &one in &pair {
                if !all.mentions.iter().any(|&known| self.same(known, one)) {
                    all.mentions.push(one);
                }
            }
            groups.push(Group { token, mentions: pair, mutual: true, subject: true });
        }
        groups.extend(together.into_values().filter(|all| all.mentions.len() > 2));
        groups.sort_by_key(|group| group.token);
        self.groups = groups;
    }

    fn actor(&self, token: usize) -> Option<MentionId> {
        let actors = [
            NodeKind::OFFICIAL,
            NodeKind::PERSON,
            NodeKind::COUNTRY,
            NodeKind::AGENCY,
            NodeKind::ORGANIZATION,
        ];
        self.headed(token).iter().copied().find(|&id| self.kind(id).is_some_and(|kind| actors.contains(kind)))
    }

    /// Those for whom a plural stands, where it is one.
    pub(super) fn several_before(&self, token: usize, fits: Fits<'_>) -> Option<Vec<MentionId>> {
        let plural = self.plural(token)?;
        let here = self.tree.doc.sentence_of(token);
        let meant = self.subject_meant(token).and_then(|subject| self.several_before(subject, fits));
        if meant.is_some() {
            return meant;
        }
        let farthest =
            if plural.mutual && plural.class == Class::Persons { FARTHEST_PERSONS } else { FARTHEST };
        let right = |group: &&Group| {
            group.token < token
                && (group.mutual || !plural.mutual)
                && here - self.tree.doc.sentence_of(group.token) <= farthest
                && plural.count.is_none_or(|count| count == group.mentions.len())
                && group
                    .mentions
                    .iter()
                    .all(|&id| self.kind(id).is_some_and(|kind| fits(kind) && plural.class.holds(kind)))
        };
        let Some(last) = self.groups.iter().rev().find(right) else {
            return self.usual(token, plural, fits);
        };
        let near = |group: &&Group| {
            let way = self.tree.doc.sentence_of(last.token) - self.tree.doc.sentence_of(group.token);
            group.subject && way <= 1 && group.mentions.len() >= last.mentions.len()
        };
        let subject = self.groups.iter().rev().filter(right).find(near);
        Some(subject.unwrap_or(last).mentions.clone())
    }

    /// *The two leaders* noted **their** readiness*: the plural that is the subject of the clause.
    fn subject_meant(&self, token: usize) -> Option<usize> {
        let doc = self.tree.doc;
        let owner = self.tree.upos(token) == Upos::Pron && doc.deprel(token) == Deprel::NmodPoss;
        let verb = doc.ancestors(token).find(|&above| owner && self.tree.is_predicate(above))?;
        let subject = doc.child_by(verb, Deprel::Nsubj).filter(|&subject| subject < token)?;
        (self.tree.upos(subject) == Upos::Noun && self.plural(subject).is_some()).then_some(subject)
    }

    /// *The two leaders* of a long paper are those whom it names together again and again.
    fn usual(&self, token: usize, plural: Plural, fits: Fits<'_>) -> Option<Vec<MentionId>> {
        if plural.class != Class::Persons {
            return None;
        }
        let mut known: BTreeMap<Vec<(bool, u32)>, (usize, &Group)> = BTreeMap::new();
        let right = |group: &&Group| {
            group.token < token
                && plural.count.is_none_or(|count| count == group.mentions.len())
                && group
                    .mentions
                    .iter()
                    .all(|&id| self.kind(id).is_some_and(|kind| fits(kind) && Class::Persons.holds(kind)))
        };
        for group in self.groups.iter().filter(right) {
            let mut things: Vec<_> = group.mentions.iter().map(|&id| self.identity(id)).collect();
            things.sort_unstable();
            let (times, last) = known.entry(things).or_insert((0, group));
            *times += 1;
            *last = group;
        }
        let (times, group) = known.values().max_by_key(|(times, group)| (*times, group.token)).copied()?;
        let others = known.values().filter(|(_, other)| other.token != group.token);
        let rare = others.map(|(times, _)| times).max().is_none_or(|next| next * 2 <= times);
        rare.then(|| group.mentions.clone())
    }

    /// Whether a mention tells more than a pronoun: *the leaders* themselves point back.
    fn names_more(&self, id: MentionId) -> bool {
        let mention = self.mention(id);
        let head = mention.head as usize;
        mention.form != MentionForm::Pronoun
            && (self.tree.upos(head) == Upos::Pron || self.plural(head).is_none())
    }

    fn plural(&self, token: usize) -> Option<Plural> {
        let doc = self.tree.doc;
        let words = &self.tree.grammar.plurals;
        let lemma = doc.lemma(token);
        if self.tree.upos(token) == Upos::Pron && words.pronouns.contains(lemma) {
            let known =
                self.headed(token).iter().any(|&id| self.companions(id).any(|other| self.names_more(other)));
            return (!known).then_some(Plural {
                count: words.counts.get(lemma).copied(),
                class: Class::Either,
                mutual: false,
            });
        }
        let class = [
            (&words.persons, Class::Persons),
            (&words.states, Class::States),
            (&words.either, Class::Either),
        ]
        .into_iter()
        .find_map(|(nouns, class)| nouns.contains(lemma).then_some(class))?;
        let count = doc.children(token).find_map(|child| {
            let counts =
                matches!(doc.deprel(child), Deprel::Det | Deprel::DetPredet | Deprel::Nummod | Deprel::Amod);
            words.counts.get(self.tree.form(child).as_str()).copied().filter(|_| counts)
        });
        // *the presidents* without more are those who are just told to have met.
        let bare = || {
            self.tree.xpos(token) == Xpos::Nns
                && token > 0
                && doc.head(token - 1) == Some(token)
                && words.definite.contains(self.tree.form(token - 1).as_str())
                && doc.children(token).filter(|&child| doc.deprel(child) != Deprel::Punct).count() == 1
        };
        let mutual = count.is_none();
        if mutual && !bare() {
            return None;
        }
        let owned = doc.children(token).any(|child| {
            matches!(doc.deprel(child), Deprel::Nmod | Deprel::NmodPoss) && self.actor(child).is_some()
        });
        (!owned).then_some(Plural { count, class, mutual })
    }
}

impl Class {
    fn holds(self, kind: &NodeKind) -> bool {
        let person = *kind == NodeKind::OFFICIAL || *kind == NodeKind::PERSON;
        match self {
            Self::Persons => person,
            Self::States => !person,
            Self::Either => true,
        }
    }
}
