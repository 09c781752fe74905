//! What the words of a noun phrase tell of the thing that it names.

use std::collections::BTreeSet;

use crate::coreference::phrase::Phrase;
use crate::coreference::phrase::PhraseForm;
use crate::coreference::phrase::determination;
use crate::coreference::phrase::extent;
use crate::coreference::phrase::is_inside_name;
use crate::lexicon::Lexicon;
use crate::lexicon::Pronoun;
use crate::model::Annotated;
use crate::model::Deprel;
use crate::model::Mention;
use crate::model::NodeKind;
use crate::model::Upos;
use crate::model::Xpos;
use crate::model::normal_name;

/// What the words of a phrase tell.
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are marks of a phrase, which come in any combination"
)]
pub(super) struct Features {
    pub(super) phrase: Phrase,
    pub(super) sentence: usize,
    /// The lemma of the head.
    pub(super) noun: String,
    /// The words of a name.
    pub(super) name: Vec<String>,
    /// Whether it is a part of a longer name.
    pub(super) inner: bool,
    pub(super) plural: bool,
    pub(super) definite: bool,
    pub(super) indefinite: bool,
    pub(super) possessor: Option<String>,
    pub(super) numbers: BTreeSet<String>,
    /// What narrows the noun down, before it and behind it.
    pub(super) before: BTreeSet<String>,
    pub(super) behind: BTreeSet<String>,
    /// The word that determines it, in lower case: *the*, *this*, *a*.
    pub(super) determiner: Option<String>,
    /// What part it plays in its sentence.
    pub(super) role: Role,
    /// Its words but for what determines it, in lower case.
    pub(super) words: String,
    /// The kind and sort of thing, where the finder of mentions told it.
    pub(super) kind: Option<NodeKind>,
    pub(super) sort: Option<String>,
    /// What a pronoun tells.
    pub(super) pronoun: Option<Pronoun>,
    /// The gender that a given name or a title tells.
    pub(super) gender: Option<String>,
}

/// What part a phrase plays in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Subject,
    Object,
    Oblique,
    Owner,
    Complement,
    Modifier,
    Apposed,
    Predicate,
    Other,
}

pub(super) fn features(
    doc: &Annotated<'_>,
    phrase: Phrase,
    mention: Option<&Mention>,
    lexicon: &Lexicon,
) -> Features {
    let head = phrase.head;
    let (definite, indefinite) = determination(doc, head, lexicon);
    let possessors: Vec<usize> =
        doc.children_by(head, Deprel::NmodPoss).filter(|&child| child < head).collect();
    let owned = |token: usize| possessors.iter().any(|&owner| owner == token || doc.is_under(token, owner));
    let telling = |token: &usize| {
        matches!(doc.tokens[*token].upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Verb)
    };
    let lemma = |token: usize| doc.lemma(token).to_lowercase();
    let possessor = possessors.first().map(|&owner| {
        extent(doc, owner).filter(|&token| token <= owner).map(lemma).collect::<Vec<_>>().join(" ")
    });
    let before = (phrase.tokens.start..head).filter(telling).filter(|&token| !owned(token));
    let numbers = before.clone().filter(|&token| doc.tokens[token].upos == Upos::Num).map(lemma).collect();
    Features {
        sentence: doc.sentence_of(head),
        noun: lemma(head),
        name: if phrase.form == PhraseForm::Name { name(doc, &phrase) } else { Vec::new() },
        inner: is_inside_name(doc, head),
        plural: matches!(doc.tokens[head].xpos, Xpos::Nns | Xpos::Nnps),
        definite,
        indefinite,
        possessor,
        numbers,
        before: before.map(lemma).collect(),
        behind: (head + 1..phrase.tokens.end).filter(telling).map(lemma).collect(),
        determiner: doc
            .children_by(head, Deprel::Det)
            .find(|&det| det < head)
            .map(|det| doc.form(det).to_lowercase()),
        role: role(doc, head),
        words: phrase
            .tokens
            .clone()
            .filter(|&token| doc.tokens[token].upos != Upos::Det)
            .map(|token| doc.form(token).to_lowercase())
            .collect::<Vec<_>>()
            .join(" "),
        kind: mention.and_then(|m| m.kind.clone()),
        sort: mention.and_then(|m| m.attributes.get("type").cloned()),
        pronoun: lexicon.mentions.pronoun(&doc.form(head).to_lowercase()).cloned(),
        gender: mention.and_then(|m| m.attributes.get("gender").cloned()),
        phrase,
    }
}

/// The run of proper nouns around the head.
fn name(doc: &Annotated<'_>, phrase: &Phrase) -> Vec<String> {
    let proper = |token: usize| doc.tokens[token].upos == Upos::Propn || doc.deprel(token) == Deprel::Flat;
    let mut first = phrase.head;
    while first > phrase.tokens.start && proper(first - 1) {
        first -= 1;
    }
    let mut end = phrase.head + 1;
    while end < phrase.tokens.end && proper(end) {
        end += 1;
    }
    // A title is no part of the name.
    while first + 1 < end && doc.deprel(first) == Deprel::NmodDesc && first != phrase.head {
        first += 1;
    }
    (first..end).map(|token| normal_name(doc.form(token))).filter(|word| !word.is_empty()).collect()
}

fn role(doc: &Annotated<'_>, head: usize) -> Role {
    if doc.child_by(head, Deprel::Cop).is_some() {
        return Role::Predicate;
    }
    match doc.deprel(head) {
        Deprel::Nsubj | Deprel::NsubjPass | Deprel::NsubjOuter => Role::Subject,
        Deprel::Obj | Deprel::Iobj => Role::Object,
        Deprel::Obl | Deprel::OblAgent => Role::Oblique,
        Deprel::NmodPoss => Role::Owner,
        Deprel::Nmod => Role::Complement,
        Deprel::Compound | Deprel::Amod => Role::Modifier,
        Deprel::Appos => Role::Apposed,
        _ => Role::Other,
    }
}

pub(super) fn nested(a: &Features, b: &Features) -> bool {
    let (a, b) = (&a.phrase.tokens, &b.phrase.tokens);
    a.start <= b.start && b.end <= a.end || b.start <= a.start && a.end <= b.end
}
