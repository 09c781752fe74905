//! Items of a list behind words that lead in: *The Ministers: 1. **Condemned** the attack; 2. **Called upon** Kenya ...*.

use std::ops::Range;

use crate::claim::relation::predicate::Predicate;
use crate::claim::relation::reading::Reading;
use crate::claim::relation::tree::Argument;
use crate::claim::relation::tree::Tree;
use crate::lexicon::relations::Sort;
use crate::model::Deprel;
use crate::model::Upos;
use crate::model::Xpos;

/// How many sentences a list may have behind what leads in.
const LONGEST: usize = 60;

/// How many marks and numbers may stand before an item.
const MARKS: usize = 6;

/// Who does what the items of lists say.
#[derive(Debug, Clone, Default)]
pub(super) struct LeadIns(Vec<Option<(usize, usize)>>);

impl LeadIns {
    /// Finds the items of a document, with their first verb and the subject that leads in.
    pub(super) fn of(tree: Tree<'_>) -> Self {
        let mut lead: Option<(usize, usize)> = None;
        let mut found = Vec::with_capacity(tree.doc.sentences.len());
        for (number, sentence) in tree.doc.sentences.iter().enumerate() {
            let verb = item(tree, sentence.tokens.clone());
            let near = lead.filter(|&(since, _)| number - since <= LONGEST);
            found.push(verb.zip(near.map(|(_, subject)| subject)));
            if verb.is_none()
                && let Some(subject) = leads_in(tree, sentence.tokens.clone())
            {
                lead = Some((number, subject));
            }
        }
        Self(found)
    }

    /// Whether a noun opens such an item, which a tagger has taken for one: ***Calls** upon Kenya to cease fire*.
    pub(super) fn is_verb(&self, tree: Tree<'_>, token: usize) -> bool {
        let item = self.0.get(tree.doc.sentence_of(token)).copied().flatten();
        tree.upos(token) == Upos::Noun && item.is_some_and(|(verb, _)| verb == token)
    }

    /// The subject of a predicate that stands in such an item and has none of its own.
    pub(super) fn subject(&self, tree: Tree<'_>, predicate: &Predicate) -> Option<Argument> {
        let start = predicate.governor();
        let (verb, subject) = (*self.0.get(tree.doc.sentence_of(start))?)?;
        let climbs = |at: &usize| {
            matches!(tree.doc.deprel(*at), Deprel::Conj | Deprel::Xcomp | Deprel::Parataxis)
                .then(|| tree.doc.head(*at))
                .flatten()
        };
        let own = std::iter::successors(Some(start), climbs).take(MARKS).any(|at| at == verb);
        own.then_some(Argument { token: subject, steps: 1 })
    }
}

impl Reading<'_> {
    /// The sort under which wordings of a token are looked up.
    pub(super) fn sort_of(&self, token: usize) -> Option<Sort> {
        if self.lead_ins.is_verb(self.tree, token) { Some(Sort::Verb) } else { self.tree.sort_of(token) }
    }
}

/// The verb with which a sentence without a subject begins.
fn item(tree: Tree<'_>, tokens: Range<usize>) -> Option<usize> {
    let is_mark = |&token: &usize| {
        matches!(tree.upos(token), Upos::Punct | Upos::Num | Upos::Sym | Upos::X)
            || tree.doc.form(token).chars().count() == 1
            || tree.xpos(token) == Xpos::Ls
    };
    let first = tokens.clone().take(MARKS).find(|token| !is_mark(token))?;
    let adverb = tree.upos(first) == Upos::Adv && first + 1 < tokens.end;
    let verb = if adverb { first + 1 } else { first };
    let tensed = matches!(tree.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbn | Xpos::Vbg);
    let subject =
        |token: usize| matches!(tree.doc.deprel(token), Deprel::Nsubj | Deprel::NsubjPass | Deprel::Expl);
    let root = tokens.clone().find(|&token| tree.doc.deprel(token) == Deprel::Root)?;
    let whose = [verb, root];
    let alone = !tokens
        .clone()
        .any(|token| subject(token) && tree.doc.head(token).is_some_and(|head| whose.contains(&head)));
    let taken_for_noun = tree.xpos(verb) == Xpos::Nns
        && verb == root
        && tree.doc.children(verb).all(|child| child > verb || is_mark(&child))
        && tree.has(verb, Deprel::Acl);
    (tree.is_verb(verb) && tensed && alone || taken_for_noun).then_some(verb)
}

/// The subject of words that end in a colon, or of a lone name with a comma: *The Ministers:*, *The Security Council,*.
fn leads_in(tree: Tree<'_>, tokens: Range<usize>) -> Option<usize> {
    let last = tokens.clone().next_back()?;
    let root = tokens.clone().find(|&token| tree.doc.deprel(token) == Deprel::Root)?;
    let nominal = tree.is_nominal(root) && !tree.is_predicate(root);
    match tree.doc.form(last) {
        ":" if nominal => Some(root),
        ":" => tree.surface_subject(root).map(|subject| subject.token),
        "," => nominal.then_some(root),
        _ => None,
    }
}
