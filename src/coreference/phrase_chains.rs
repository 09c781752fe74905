//! Which noun phrases of a document are one thing, whatever they are: the chains of the graph, and beyond them what words alone tell.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::coreference::pair_marks::Equation;
use crate::coreference::pair_marks::Ties;
use crate::coreference::pair_marks::first_marks;
use crate::coreference::pair_marks::is_candidate;
use crate::coreference::pair_marks::pair_marks;
use crate::coreference::phrase::Phrase;
use crate::coreference::phrase::PhraseForm;
use crate::coreference::phrase::phrases;
use crate::coreference::phrase_features::Features;
use crate::coreference::phrase_features::Role;
use crate::coreference::phrase_features::features;
use crate::coreference::phrase_features::nested;
use crate::coreference::phrase_rules::same_name;
use crate::lexicon::AntecedentWeights;
use crate::lexicon::Lexicon;
use crate::model::Annotated;
use crate::model::Chain;
use crate::model::Deprel;
use crate::model::Mention;
use crate::model::MentionForm;

/// A phrase with what it may go back to: the marks of each, and those of its going back to nothing. A trainer weighs them.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Number of the phrase among all of the document.
    pub phrase: usize,
    /// Numbers of the earlier phrases, each with the marks of the pair.
    pub antecedents: Vec<(usize, Vec<String>)>,
    /// The marks of its being the first of its thing.
    pub first: Vec<String>,
}

/// The noun phrases of a document in groups that are one thing each; single ones too.
#[must_use]
pub fn phrase_chains(
    doc: &Annotated<'_>,
    mentions: &[Mention],
    chains: &[Chain],
    lexicon: &Lexicon,
    weights: &AntecedentWeights,
) -> Vec<Vec<Phrase>> {
    let story = Story::new(doc, mentions, chains, lexicon);
    let mut groups = story.certain();
    for place in 0..story.all.len() {
        if groups.root(place) != place {
            continue;
        }
        let choice = story.choice(place, &groups);
        let mut best = (weights.score(&choice.first), None);
        for (earlier, marks) in &choice.antecedents {
            let score = weights.score(marks);
            if score > best.0 {
                best = (score, Some(*earlier));
            }
        }
        if let Some(earlier) = best.1 {
            groups.join(earlier, place);
        }
    }
    let mut found: BTreeMap<usize, Vec<Phrase>> = BTreeMap::new();
    for place in story.spoken_of() {
        found.entry(groups.root(place)).or_default().push(story.all[place].phrase.clone());
    }
    found.into_values().collect()
}

/// What a trainer needs to know of a document: its phrases, and what each may go back to. `same` tells which phrases are one thing.
#[must_use]
pub fn phrase_choices(
    doc: &Annotated<'_>,
    mentions: &[Mention],
    chains: &[Chain],
    lexicon: &Lexicon,
    same: &dyn Fn(&Phrase, &Phrase) -> bool,
) -> (Vec<Phrase>, Vec<Choice>) {
    let story = Story::new(doc, mentions, chains, lexicon);
    let sure = story.certain();
    let mut groups = Groups((0..story.all.len()).collect());
    let mut choices = Vec::new();
    for place in 0..story.all.len() {
        if sure.root(place) == place {
            choices.push(story.choice(place, &groups));
        }
        let one = &story.all[place].phrase;
        if let Some(earlier) = (0..place).rev().find(|&earlier| same(&story.all[earlier].phrase, one)) {
            groups.join(earlier, place);
        }
    }
    (story.all.into_iter().map(|one| one.phrase).collect(), choices)
}

/// The phrases of a document and what is known of them.
struct Story<'a, 'd> {
    doc: &'a Annotated<'d>,
    all: Vec<Features>,
    /// The chain of the graph to which each phrase belongs.
    chain: Vec<Option<usize>>,
    by_head: BTreeMap<usize, usize>,
    known: BTreeSet<usize>,
}

impl<'a, 'd> Story<'a, 'd> {
    fn new(doc: &'a Annotated<'d>, mentions: &[Mention], chains: &[Chain], lexicon: &Lexicon) -> Self {
        // A people and its state are one node of the graph, but two things to a reader.
        let named = |m: &&Mention| m.form != MentionForm::Demonym;
        let by_mention: BTreeMap<usize, &Mention> =
            mentions.iter().rev().filter(named).map(|m| (m.head as usize, m)).collect();
        let all: Vec<Features> = phrases(doc, lexicon)
            .into_iter()
            .map(|phrase| {
                let mention = by_mention.get(&phrase.head).copied();
                features(doc, phrase, mention, lexicon)
            })
            .collect();
        let by_head: BTreeMap<usize, usize> =
            all.iter().enumerate().map(|(place, one)| (one.phrase.head, place)).collect();
        let mut chain = vec![None; all.len()];
        for (number, one) in chains.iter().enumerate() {
            let heads = one.mentions.iter().filter_map(|id| mentions.get(id.index())).filter(named);
            for place in heads.filter_map(|m| by_head.get(&(m.head as usize))) {
                chain[*place] = Some(number);
            }
        }
        let known = mentions.iter().map(|m| m.head as usize).collect();
        Self { doc, all, chain, by_head, known }
    }

    /// The first and second person, who are the same all through a text.
    fn certain(&self) -> Groups {
        let mut groups = Groups((0..self.all.len()).collect());
        for (place, one) in self.all.iter().enumerate() {
            let Some(own) = one.pronoun.as_ref().filter(|own| own.person != 3) else { continue };
            let like = |other: &Features| other.pronoun.as_ref() == Some(own);
            if let Some(earlier) = self.all[..place].iter().rposition(like) {
                groups.join(earlier, place);
            }
        }
        groups
    }

    /// What the sentence equates with a phrase: the noun before it in apposition (*the port, a busy place*), the subject of which
    /// it is said (*the port is a busy place*).
    fn equated(&self, place: usize) -> Option<(usize, Equation)> {
        let (doc, one) = (self.doc, &self.all[place]);
        let head = one.phrase.head;
        let apposed = (doc.deprel(head) == Deprel::Appos).then(|| doc.head(head)).flatten();
        if let Some(other) = apposed.and_then(|token| self.by_head.get(&token)) {
            return Some((*other, Equation::Apposed));
        }
        let told = doc.child_by(head, Deprel::Cop)?;
        let denied = doc.children_by(head, Deprel::Advmod).any(|child| told < child && child < head);
        let subject = self.by_head.get(&doc.child_by(head, Deprel::Nsubj)?)?;
        (!denied).then_some((*subject, Equation::Said))
    }

    /// What the phrase may go back to, by what has been joined so far.
    fn choice(&self, place: usize, groups: &Groups) -> Choice {
        let one = &self.all[place];
        let mut antecedents = Vec::new();
        let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
        let mut repeated: BTreeSet<usize> = BTreeSet::new();
        let mut called: BTreeSet<usize> = BTreeSet::new();
        let mut otherwise: BTreeSet<usize> = BTreeSet::new();
        let (mut heads, mut same_words) = (0, false);
        for earlier in 0..place {
            let other = &self.all[earlier];
            let root = groups.root(earlier);
            *sizes.entry(root).or_default() += 1;
            heads += usize::from(other.noun == one.noun);
            if other.noun == one.noun {
                called.insert(root);
            }
            if !one.name.is_empty() && !other.name.is_empty() && !same_name(other, one) {
                otherwise.insert(root);
            }
            if other.words == one.words {
                same_words = true;
                repeated.insert(root);
            }
        }
        let mut seen: BTreeSet<usize> = BTreeSet::new();
        let equated = self.equated(place);
        for earlier in (0..place).rev() {
            let other = &self.all[earlier];
            let root = groups.root(earlier);
            let last = seen.insert(root);
            let chained = self.chain[place].is_some() && self.chain[place] == self.chain[earlier];
            let equation = equated.filter(|&(same, _)| same == earlier).map(|(_, equation)| equation);
            if equation.is_none() && (nested(other, one) || !is_candidate(other, one, chained)) {
                continue;
            }
            let ties = Ties {
                chained,
                equation,
                between: place - earlier - 1,
                named: sizes.get(&root).copied().unwrap_or(0),
                last,
                repeated: repeated.contains(&root),
                called: called.contains(&root),
                otherwise: otherwise.contains(&root),
            };
            antecedents.push((earlier, pair_marks(other, one, &ties)));
        }
        Choice { phrase: place, antecedents, first: first_marks(one, heads, same_words) }
    }

    /// The phrases that name something by themselves: a noun that only narrows another down does where it also stands alone, a
    /// part of a name where it names a thing.
    fn spoken_of(&self) -> impl Iterator<Item = usize> + '_ {
        let free: BTreeSet<&String> =
            self.all.iter().filter(|one| one.role != Role::Modifier).map(|one| &one.noun).collect();
        let spoken = move |place: &usize| {
            let one = &self.all[*place];
            let narrows = one.phrase.form == PhraseForm::Nominal && one.role == Role::Modifier;
            let known = !one.inner || self.known.contains(&one.phrase.head);
            known && (!narrows || free.contains(&one.noun))
        };
        (0..self.all.len()).filter(spoken)
    }
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
