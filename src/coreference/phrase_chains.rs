//! Which noun phrases of a document are one thing, whatever they are: the chains of the graph, and beyond them what words alone tell.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::coreference::phrase::Phrase;
use crate::coreference::phrase::PhraseForm;
use crate::coreference::phrase::determination;
use crate::coreference::phrase::extent;
use crate::coreference::phrase::is_inside_name;
use crate::coreference::phrase::phrases;
use crate::lexicon::Lexicon;
use crate::model::Annotated;
use crate::model::Chain;
use crate::model::Deprel;
use crate::model::Mention;
use crate::model::MentionForm;
use crate::model::Upos;
use crate::model::Xpos;
use crate::model::normal_name;

/// How many sentences back a pronoun of the third person may point.
const REACH: usize = 2;

/// Within how many sentences two equal indefinite phrases are more often one thing than two.
const SAME_STORY: usize = 10;

/// What the words of a phrase tell.
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are marks of a phrase, which come in any combination"
)]
struct Features {
    phrase: Phrase,
    sentence: usize,
    /// The lemma of the head.
    noun: String,
    /// The words of a name.
    name: Vec<String>,
    /// Whether it is a part of a longer name.
    inner: bool,
    plural: bool,
    definite: bool,
    indefinite: bool,
    possessor: Option<String>,
    numbers: BTreeSet<String>,
    /// What narrows the noun down, before it and behind it.
    before: BTreeSet<String>,
    behind: BTreeSet<String>,
}

/// The noun phrases of a document in groups that are one thing each; single ones too.
#[must_use]
pub fn phrase_chains(
    doc: &Annotated<'_>,
    mentions: &[Mention],
    chains: &[Chain],
    lexicon: &Lexicon,
) -> Vec<Vec<Phrase>> {
    let all: Vec<Features> =
        phrases(doc, lexicon).into_iter().map(|phrase| features(doc, phrase, lexicon)).collect();
    let mut groups = Groups((0..all.len()).collect());
    let by_head: BTreeMap<usize, usize> =
        all.iter().enumerate().map(|(place, one)| (one.phrase.head, place)).collect();
    for chain in chains {
        let heads = chain.mentions.iter().filter_map(|id| mentions.get(id.index()));
        // A people and its state are one node of the graph, but two things to a reader.
        let heads = heads.filter(|m| m.form != MentionForm::Demonym);
        let places: Vec<usize> = heads.filter_map(|m| by_head.get(&(m.head as usize)).copied()).collect();
        for pair in places.windows(2) {
            groups.join(pair[0], pair[1]);
        }
    }
    equated(doc, &all, &by_head, &mut groups);
    for (place, one) in all.iter().enumerate() {
        let found = match one.phrase.form {
            PhraseForm::Pronoun => pronoun(doc, &all, place, lexicon),
            PhraseForm::Name | PhraseForm::Nominal => {
                let same = |&earlier: &usize| !nested(&all[earlier], one) && is_same(&all[earlier], one);
                (0..place).rev().find(same).or_else(|| last_resort(&all, place, &groups))
            }
        };
        if let Some(earlier) =
            found.filter(|_| one.phrase.form != PhraseForm::Pronoun || groups.root(place) == place)
        {
            groups.join(earlier, place);
        }
    }
    let mut found: BTreeMap<usize, Vec<Phrase>> = BTreeMap::new();
    let known: BTreeSet<usize> = mentions.iter().map(|m| m.head as usize).collect();
    let free: BTreeSet<&String> =
        all.iter().filter(|one| !is_modifier(doc, one)).map(|one| &one.noun).collect();
    for (place, one) in all.iter().enumerate() {
        // A noun that only narrows another down is spoken of where it also stands by itself, a part of a name where it names a thing.
        let narrows = one.phrase.form == PhraseForm::Nominal && is_modifier(doc, one);
        if narrows && !free.contains(&one.noun) || one.inner && !known.contains(&one.phrase.head) {
            continue;
        }
        found.entry(groups.root(place)).or_default().push(one.phrase.clone());
    }
    found.into_values().collect()
}

fn is_modifier(doc: &Annotated<'_>, one: &Features) -> bool {
    doc.deprel(one.phrase.head) == Deprel::Compound
}

struct Groups(Vec<usize>);

impl Groups {
    fn root(&self, mut place: usize) -> usize {
        while self.0[place] != place {
            place = self.0[place];
        }
        place
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}

fn features(doc: &Annotated<'_>, phrase: Phrase, lexicon: &Lexicon) -> Features {
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

/// Appositions, and subjects with the noun that is said of them: *the port, a busy place*; *the port is a busy place*.
fn equated(doc: &Annotated<'_>, all: &[Features], by_head: &BTreeMap<usize, usize>, groups: &mut Groups) {
    for (place, one) in all.iter().enumerate().filter(|(_, one)| one.phrase.form != PhraseForm::Pronoun) {
        let head = one.phrase.head;
        let apposed = (doc.deprel(head) == Deprel::Appos).then(|| doc.head(head)).flatten();
        let negated = || doc.children_by(head, Deprel::Advmod).any(|child| child < head);
        let said = doc.child_by(head, Deprel::Cop).filter(|_| !negated());
        let subject = said.and_then(|_| doc.child_by(head, Deprel::Nsubj));
        // *dues are money* says of what sort they are: nothing is named twice.
        let subject = subject.filter(|_| one.definite || one.indefinite || one.possessor.is_some());
        let other = apposed.or(subject).and_then(|token| by_head.get(&token).copied());
        if let Some(other) = other.filter(|&other| all[other].plural == one.plural) {
            groups.join(other, place);
        }
    }
}

fn nested(a: &Features, b: &Features) -> bool {
    let (a, b) = (&a.phrase.tokens, &b.phrase.tokens);
    a.start <= b.start && b.end <= a.end || b.start <= a.start && a.end <= b.end
}

/// Whether the later phrase means what the earlier one means, by their words.
fn is_same(earlier: &Features, later: &Features) -> bool {
    match (earlier.phrase.form, later.phrase.form) {
        (PhraseForm::Name, PhraseForm::Name) => same_name(earlier, later),
        (PhraseForm::Nominal, PhraseForm::Nominal) => same_noun(earlier, later),
        (PhraseForm::Name, PhraseForm::Nominal) | (PhraseForm::Nominal, PhraseForm::Name) => {
            let owned = earlier.possessor.is_some() || later.possessor.is_some();
            let plain = !owned && !later.indefinite && later.behind.is_empty();
            plain && earlier.noun == later.noun && earlier.before == later.before
        }
        (PhraseForm::Pronoun, _) | (_, PhraseForm::Pronoun) => false,
    }
}

/// A definite phrase whose every likely antecedent nearby is one thing, though it adds words of its own.
fn last_resort(all: &[Features], place: usize, groups: &Groups) -> Option<usize> {
    const NEAR: usize = 4;
    let one = &all[place];
    if !one.definite || one.phrase.form != PhraseForm::Nominal || !one.numbers.is_empty() {
        return None;
    }
    let fits = |&earlier: &usize| {
        let other = &all[earlier];
        other.noun == one.noun
            && other.plural == one.plural
            && other.phrase.form == PhraseForm::Nominal
            && one.sentence - other.sentence <= NEAR
            && !nested(other, one)
    };
    let near: Vec<usize> = (0..place).rev().filter(fits).collect();
    let &nearest = near.first()?;
    near.iter().all(|&earlier| groups.root(earlier) == groups.root(nearest)).then_some(nearest)
}

fn same_name(a: &Features, b: &Features) -> bool {
    let (a_name, b_name) = (&a.name, &b.name);
    if a_name == b_name {
        return !a_name.is_empty();
    }
    if a.inner || b.inner {
        return false;
    }
    let (short, long) = if a_name.len() < b_name.len() { (a_name, b_name) } else { (b_name, a_name) };
    let part =
        !short.is_empty() && short.len() < long.len() && (long.ends_with(short) || long.starts_with(short));
    let letters: String = long.iter().filter_map(|word| word.chars().next()).collect();
    let initials = matches!(short.as_slice(), [one] if one.len() > 1 && *one == letters);
    part && a.plural == b.plural || initials
}

fn same_noun(earlier: &Features, later: &Features) -> bool {
    if earlier.noun != later.noun || earlier.plural != later.plural {
        return false;
    }
    if later.indefinite {
        let equal = earlier.before == later.before && earlier.behind == later.behind;
        return earlier.indefinite && equal && later.sentence - earlier.sentence < SAME_STORY;
    }
    let bare = |one: &Features| !one.definite && !one.indefinite && one.possessor.is_none();
    let told = |words: &BTreeSet<String>| {
        words.iter().all(|word| earlier.before.contains(word) || earlier.behind.contains(word))
    };
    if !later.numbers.is_subset(&earlier.numbers) || !told(&later.before) || !told(&later.behind) {
        return false;
    }
    if later.possessor.is_some() {
        let unowned = earlier.possessor.is_none() && later.sentence - earlier.sentence <= REACH;
        return later.possessor == earlier.possessor || unowned;
    }
    later.definite || bare(earlier) && earlier.before == later.before && later.behind.is_empty()
}

/// The first and second person stand for one all through a text; the third for what was last spoken of and agrees.
fn pronoun(doc: &Annotated<'_>, all: &[Features], place: usize, lexicon: &Lexicon) -> Option<usize> {
    let told = |one: &Features| lexicon.mentions.pronoun(&doc.form(one.phrase.head).to_lowercase()).cloned();
    let one = &all[place];
    let own = told(one)?;
    let like = |other: &&Features| {
        other.phrase.form == PhraseForm::Pronoun && told(other).is_some_and(|other| other == own)
    };
    if own.person != 3 {
        return all[..place].iter().rposition(|other| like(&other));
    }
    (0..place).rev().find(|&earlier| {
        let other = &all[earlier];
        if one.sentence - other.sentence > REACH || nested(other, one) {
            return false;
        }
        if other.phrase.form == PhraseForm::Pronoun {
            return like(&other);
        }
        let subject = matches!(doc.deprel(other.phrase.head), Deprel::Nsubj | Deprel::NsubjPass);
        let person = other.phrase.form == PhraseForm::Name
            && own.gender.is_some()
            && other.name.first().is_some_and(|word| lexicon.names.is_given(word));
        subject && other.plural == own.plural && (own.gender.is_none() || person)
    })
}
