//! Lists of names as they stand in the line, where the tree has lost them: *A, B and C*.

use std::ops::Range;

use crate::claim::relation::tree::Tree;
use crate::model::Deprel;
use crate::model::Mention;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;
use crate::model::Upos;
use crate::model::Xpos;

/// How far above a part of a name its head may stand.
const WIDEST: usize = 4;

/// What stands between two members of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Separator {
    Comma,
    And,
    CommaAnd,
}

/// The lists of a document: for each mention that stands in one, all its members in order.
pub(super) fn lists(tree: Tree<'_>, mentions: &[Mention]) -> Vec<Vec<MentionId>> {
    let mut starting: Vec<Option<usize>> = vec![None; tree.doc.tokens.len() + 1];
    for (number, mention) in mentions.iter().enumerate() {
        let possessive = tree.xpos(mention.head as usize) == Xpos::PrpS;
        let named = !possessive && !matches!(mention.form, MentionForm::Date | MentionForm::Amount);
        let place = &mut starting[mention.tokens.start as usize];
        let wider = place.is_none_or(|known| mentions[known].tokens.end < mention.tokens.end);
        if named && wider {
            *place = Some(number);
        }
    }
    let mut found = Vec::new();
    let mut taken = vec![false; mentions.len()];
    let firsts: Vec<usize> = starting.iter().copied().flatten().collect();
    for first in firsts {
        if taken[first] {
            continue;
        }
        let members = Listing { tree, mentions, starting: &starting }.from(first);
        if members.len() > 1 {
            for &member in &members {
                taken[member] = true;
            }
            found.push(members.into_iter().map(|member| MentionId(member as u32)).collect());
        }
    }
    found
}

struct Listing<'l, 't> {
    tree: Tree<'t>,
    mentions: &'l [Mention],
    starting: &'l [Option<usize>],
}

impl Listing<'_, '_> {
    fn from(&self, first: usize) -> Vec<usize> {
        let mut members = vec![first];
        let mut separators = Vec::new();
        let mut last = first;
        while let Some((separator, next)) = self.next(first, last) {
            members.push(next);
            separators.push(separator);
            last = next;
            if separator != Separator::Comma && !self.goes_on(last) {
                break;
            }
        }
        // What follows the last *and* belongs to something else.
        let end =
            separators.iter().rposition(|&separator| separator != Separator::Comma).map_or(0, |at| at + 1);
        members.truncate(end + 1);
        let only_two = members.len() == 2 && separators[0] == Separator::CommaAnd;
        if only_two || self.is_apposition(&members, &separators) {
            members.truncate(1);
        }
        members
    }

    /// *A, the minister, and B* has the commas of three, but names two.
    fn is_apposition(&self, members: &[usize], separators: &[Separator]) -> bool {
        let described = |at: usize| self.mentions[members[at]].form == MentionForm::Description;
        members.len() == 3 && separators[0] == Separator::Comma && described(0) != described(1)
    }

    /// Whether another *and* follows right away: *A and B and C*.
    fn goes_on(&self, last: usize) -> bool {
        let at = self.mentions[last].tokens.end as usize;
        self.tree.doc.tokens.get(at).is_some_and(|token| token.upos == Upos::Cconj)
    }

    fn next(&self, first: usize, last: usize) -> Option<(Separator, usize)> {
        let doc = self.tree.doc;
        let sentence = doc.sentences[doc.sentence_of(self.mentions[last].head as usize)].tokens.clone();
        let mut at = self.mentions[last].tokens.end as usize;
        let comma = self.is(at, &sentence, Upos::Punct) && doc.form(at) == ",";
        at += usize::from(comma);
        let and = self.is(at, &sentence, Upos::Cconj);
        at += usize::from(and);
        let separator = match (comma, and) {
            (true, true) => Separator::CommaAnd,
            (true, false) => Separator::Comma,
            (false, true) => Separator::And,
            (false, false) => return None,
        };
        if self.is(at, &sentence, Upos::Adp) && self.has_preposition(first, at) {
            at += 1;
        }
        let skipped = usize::from(self.starting.get(at)?.is_none() && self.is(at, &sentence, Upos::Det));
        let next = self.starting[at + skipped].filter(|_| sentence.contains(&(at + skipped)))?;
        let fits =
            self.alike(last, next) && !self.begins_clause(last, next) && !self.ends_another(last, next);
        fits.then_some((separator, next))
    }

    /// *the Ministry of Trade of **Kenya** and the Foreign Ministry*: the ministries are listed, not the state.
    fn ends_another(&self, last: usize, next: usize) -> bool {
        let (one, other) = (&self.mentions[last], &self.mentions[next]);
        one.kind != other.kind
            && self.tree.doc.ancestors(one.head as usize).take(WIDEST).any(|above| {
                let wider = |mention: &Mention| {
                    mention.head as usize == above
                        && mention.tokens.end == one.tokens.end
                        && mention.tokens.start < one.tokens.start
                };
                self.mentions.iter().any(wider)
            })
    }

    fn is(&self, token: usize, sentence: &Range<usize>, upos: Upos) -> bool {
        sentence.contains(&token) && self.tree.upos(token) == upos
    }

    /// Whether the first of the list stands after the same preposition: *to arms, **to** drugs and to money*.
    fn has_preposition(&self, first: usize, preposition: usize) -> bool {
        let before = (self.mentions[first].tokens.start as usize).checked_sub(1);
        before.is_some_and(|before| {
            self.tree.upos(before) == Upos::Adp && self.tree.form(before) == self.tree.form(preposition)
        })
    }

    fn alike(&self, one: usize, other: usize) -> bool {
        match (&self.mentions[one].kind, &self.mentions[other].kind) {
            (Some(one), Some(other)) => class(one) == class(other),
            _ => false,
        }
    }

    /// Whether the next is the subject of a clause of its own: *met A, and **B left***.
    fn begins_clause(&self, last: usize, next: usize) -> bool {
        let doc = self.tree.doc;
        let subject = |mention: usize| {
            matches!(doc.deprel(self.mentions[mention].head as usize), Deprel::Nsubj | Deprel::NsubjPass)
        };
        subject(next) && !subject(last) && !self.opens(last)
    }

    /// Whether nothing but the list has stood in the sentence so far.
    fn opens(&self, last: usize) -> bool {
        let doc = self.tree.doc;
        let mention = &self.mentions[last];
        let sentence = doc.sentences[doc.sentence_of(mention.head as usize)].tokens.clone();
        (sentence.start..mention.tokens.start as usize)
            .all(|token| !matches!(self.tree.upos(token), Upos::Verb | Upos::Aux | Upos::Adp))
    }
}

/// Kinds that are listed together: an envoy with an analyst, a state with its bodies.
fn class(kind: &NodeKind) -> NodeKind {
    if *kind == NodeKind::PERSON {
        NodeKind::OFFICIAL
    } else if *kind == NodeKind::AGENCY || *kind == NodeKind::ORGANIZATION {
        NodeKind::COUNTRY
    } else {
        kind.clone()
    }
}
