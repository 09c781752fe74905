//! Noun phrases, whether or not they are things of the graph: the whole of what a text speaks of.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::lexicon::WordSet;
use crate::model::Annotated;
use crate::model::Deprel;
use crate::model::Upos;
use crate::model::Xpos;

/// How a phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhraseForm {
    /// By a proper name.
    Name,
    /// By a noun.
    Nominal,
    /// By a pronoun.
    Pronoun,
}

/// A noun phrase with what stands behind its head: *the dues that both raise*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token that is its head.
    pub head: usize,
    /// How it names.
    pub form: PhraseForm,
}

/// All noun phrases and pronouns of a document, in order of their heads.
pub(super) fn phrases(doc: &Annotated<'_>, lexicon: &Lexicon) -> Vec<Phrase> {
    let nouns = nouns(doc);
    let found = (0..doc.tokens.len()).filter_map(|head| {
        let form = form(doc, head, lexicon).or_else(|| misread(doc, head, &nouns))?;
        let tokens = if form == PhraseForm::Pronoun { head..head + 1 } else { extent(doc, head) };
        Some(Phrase { tokens, head, form })
    });
    found.collect()
}

/// The nouns of a document that stand by themselves more often than they qualify others.
fn nouns<'d>(doc: &Annotated<'d>) -> BTreeSet<&'d str> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for token in 0..doc.tokens.len() {
        let count = counts.entry(doc.form(token)).or_default();
        match doc.tokens[token].upos {
            Upos::Noun if !matches!(doc.deprel(token), Deprel::Compound | Deprel::Amod) => count.0 += 1,
            Upos::Adj => count.1 += 1,
            _ => {}
        }
    }
    counts
        .into_iter()
        .filter(|(_, (free, other))| *free > 1 && free * 4 >= *other)
        .map(|(form, _)| form)
        .collect()
}

/// A noun before another that the tagger took for an adjective: *iron* in *iron ore*.
fn misread(doc: &Annotated<'_>, token: usize, nouns: &BTreeSet<&str>) -> Option<PhraseForm> {
    let adjective = doc.tokens[token].upos == Upos::Adj && doc.deprel(token) == Deprel::Amod;
    (adjective && nouns.contains(doc.form(token))).then_some(PhraseForm::Nominal)
}

fn form(doc: &Annotated<'_>, token: usize, lexicon: &Lexicon) -> Option<PhraseForm> {
    let part = doc.deprel(token);
    if lexicon.mentions.pronoun(&doc.form(token).to_lowercase()).is_some() {
        return Some(PhraseForm::Pronoun);
    }
    if matches!(part, Deprel::Flat | Deprel::Fixed | Deprel::Goeswith | Deprel::NmodDesc) {
        return None;
    }
    match doc.tokens[token].upos {
        Upos::Propn if doc.head(token).is_some_and(|day| day == token + 1 && is_day(doc, day)) => None,
        Upos::Propn => Some(PhraseForm::Name),
        Upos::Noun => Some(PhraseForm::Nominal),
        // *May 7*: the day is the head.
        Upos::Num if is_day(doc, token) => Some(PhraseForm::Nominal),
        Upos::Num if is_year(doc.form(token)) => Some(PhraseForm::Nominal),
        _ => None,
    }
}

fn is_day(doc: &Annotated<'_>, token: usize) -> bool {
    token > 0
        && doc.tokens[token].upos == Upos::Num
        && doc.tokens[token - 1].upos == Upos::Propn
        && doc.deprel(token - 1) == Deprel::Compound
        && doc.head(token - 1) == Some(token)
}

fn is_year(form: &str) -> bool {
    form.len() == 4 && form.bytes().all(|byte| byte.is_ascii_digit())
}

/// The phrase of a head: its determiners, adjectives, complements and relative clauses, without prepositions, appositions and
/// what else is said of it.
pub(super) fn extent(doc: &Annotated<'_>, head: usize) -> Range<usize> {
    let predicate = doc.child_by(head, Deprel::Cop).is_some();
    let (mut first, mut last) = (head, head);
    for child in doc.children(head) {
        let inside = match doc.deprel(child) {
            relation if relation.qualifies() => true,
            Deprel::Nmod | Deprel::Fixed | Deprel::Goeswith | Deprel::Acl | Deprel::AclRelcl => true,
            Deprel::Case => {
                if doc.tokens[child].xpos == Xpos::Pos {
                    last = last.max(child);
                }
                false
            }
            Deprel::Advmod => {
                !predicate && child < head && doc.child_by(head, Deprel::Det).is_some_and(|det| det < child)
            }
            _ => false,
        };
        if inside {
            let under = doc.subtree(child);
            (first, last) = (first.min(under.start), last.max(under.end - 1));
        }
    }
    while first < head
        && matches!(doc.tokens[first].upos, Upos::Adp | Upos::Cconj | Upos::Sconj | Upos::Punct)
    {
        first += 1;
    }
    while last > head && matches!(doc.form(last), "," | "." | ";" | ":" | "-" | "\u{2014}") {
        last -= 1;
    }
    first..last + 1
}

/// Whether a proper noun is a part of a longer name: *Lisbon* in *the Lisbon Port Council*.
pub(super) fn is_inside_name(doc: &Annotated<'_>, head: usize) -> bool {
    doc.deprel(head) == Deprel::Compound
        && doc.tokens[head].upos == Upos::Propn
        && doc.head(head).is_some_and(|above| doc.tokens[above].upos == Upos::Propn)
}

/// Whether a determiner points back, and whether one is there that does not.
pub(super) fn determination(doc: &Annotated<'_>, head: usize, lexicon: &Lexicon) -> (bool, bool) {
    let mut found = (false, false);
    for det in doc.children_by(head, Deprel::Det).filter(|&det| det < head) {
        if lexicon.mentions.has(WordSet::Definite, &doc.form(det).to_lowercase()) {
            found.0 = true;
        } else {
            found.1 = true;
        }
    }
    found
}
