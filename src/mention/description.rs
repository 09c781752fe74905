//! Things named by a common noun: *the new agreement*, *talks in Doha*, *a second senior official*, *drug cartels*.

use std::ops::Range;

use compact_str::CompactString;

use crate::lexicon::WordRole;
use crate::lexicon::WordSet;
use crate::mention::draft::Draft;
use crate::mention::known::known_at;
use crate::mention::known::known_ending;
use crate::mention::phrase::phrase_start;
use crate::mention::several::is_of_several;
use crate::mention::text::Words;
use crate::mention::unnamed_person::unnamed;
use crate::model::Deprel;
use crate::model::MentionForm;
use crate::model::NodeKind;
use crate::model::Upos;
use crate::model::Xpos;

/// All descriptions in the part of the sentence that `free` leaves open.
pub(super) fn descriptions(words: &Words<'_, '_>, free: &dyn Fn(usize) -> bool) -> Vec<Draft> {
    words.range.clone().filter(|&token| free(token)).filter_map(|token| description(words, token)).collect()
}

fn description(words: &Words<'_, '_>, head: usize) -> Option<Draft> {
    let nominal = matches!(words.upos(head), Upos::Noun | Upos::Propn) && !is_modifier(words, head);
    if !(nominal || is_lone_source(words, head)) {
        return None;
    }
    let plural = matches!(words.doc.tokens[head].xpos, Xpos::Nns | Xpos::Nnps);
    if words.has_role(head, WordRole::Source) || words.has_role(head, WordRole::Person) {
        return unnamed(words, head, plural);
    }
    if words.is_in(WordSet::Idiomatic, head)
        && head > words.range.start
        && words.is_in(WordSet::IdiomOpener, head - 1)
    {
        return None;
    }
    // *rule of law* is an issue, not a rule.
    if (words.range.start.max(head.saturating_sub(3))..=head)
        .any(|start| words.issue(start).is_some_and(|issue| start + issue.len > head + 1))
    {
        return None;
    }
    if let Some(side) = side_of_state(words, head) {
        return Some(side);
    }
    let (length, noun) = words.noun(head)?;
    // *a round* of *a round of talks* is no thing of its own.
    let longer = (head + 1..(head + 4).min(words.range.end))
        .any(|last| words.noun(last).is_some_and(|(long, _)| last < head + long && long > last - head));
    if longer {
        return None;
    }
    if noun.kind == NodeKind::EVENT && length == 1 && is_appeal(words, head) {
        return None;
    }
    // *their agreement to wait* binds them in no paper.
    if noun.kind == NodeKind::AGREEMENT && length == 1 && is_resolve(words, head) {
        return None;
    }
    // *the organization of defence procurement* is an action.
    if noun.kind == NodeKind::ORGANIZATION && length == 1 && is_of_common_noun(words, head) {
        return None;
    }
    let start = (head + 1).saturating_sub(length).max(words.range.start);
    // *the planned third round of talks*: the phrase may hang on another word than the last.
    let top = words.head_of(start..head + 1);
    let tokens = phrase_start(words, start, top)..head + 1;
    if noun.kind == NodeKind::PLACE && plural && names_several(words, tokens.clone()) {
        return None;
    }
    if noun.kind == NodeKind::AGENCY && plural && is_of_several(words, &tokens) {
        return None;
    }
    let shape = Shape::of(words, tokens.clone(), top);
    if !shape.is_thing(noun.vague, plural, &noun.kind, length) {
        return None;
    }
    let mut draft = Draft::new(tokens.clone(), MentionForm::Description, noun.kind.clone())
        .with("type", noun.class.as_str());
    if plural {
        draft = draft.with("number", "plural");
    }
    let end = tokens.end;
    let draft = with_country(words, draft, tokens);
    let open = noun.kind == NodeKind::AGENCY && !draft.attributes.contains_key("country");
    Some(match state_behind(words, head, end).filter(|_| open) {
        Some(country) => draft.with("country", country),
        None => draft,
    })
}

/// *the government **of Ardenia***, *the government and people **of Ardenia***: the state whose body it is.
fn state_behind(words: &Words<'_, '_>, head: usize, end: usize) -> Option<CompactString> {
    let together = words.has(end)
        && words.upos(end) == Upos::Cconj
        && words.has(end + 1)
        && words.upos(end + 1) == Upos::Noun
        && words.doc.head(end + 1) == Some(head);
    let at = if together { end + 2 } else { end };
    let owned = words.is_owning(at);
    let article = words.has(at + 1) && words.upos(at + 1) == Upos::Det;
    let state = known_at(words, at + 1 + usize::from(article)).filter(|_| owned)?;
    // *of Ardenia's neighbours*, *of Ardenian citizens*
    let genitive = words.has(state.end) && words.doc.tokens[state.end].xpos == Xpos::Pos;
    (state.kind == NodeKind::COUNTRY && !state.demonym && !genitive).then_some(state.country).flatten()
}

/// *a call **for restraint***, *calls **to resign***
fn is_appeal(words: &Words<'_, '_>, head: usize) -> bool {
    words.is_in(WordSet::Appeal, head)
        && (words.has(head + 1) && words.is_in(WordSet::AppealOpener, head + 1)
            || has_infinitive(words, head))
}

/// *their agreement **to wait***: what they have come to want.
fn is_resolve(words: &Words<'_, '_>, head: usize) -> bool {
    let owned = words.doc.children_by(head, Deprel::NmodPoss).any(|owner| words.upos(owner) == Upos::Pron);
    owned && words.has(head + 1) && words.doc.tokens[head + 1].xpos == Xpos::To
}

fn has_infinitive(words: &Words<'_, '_>, head: usize) -> bool {
    let marked = |clause| {
        words.doc.children_by(clause, Deprel::Mark).any(|mark| words.doc.tokens[mark].xpos == Xpos::To)
    };
    words.doc.children_by(head, Deprel::Acl).any(marked)
}

/// *the Ardenian side*: a state as one of those who deal with each other.
fn side_of_state(words: &Words<'_, '_>, head: usize) -> Option<Draft> {
    let state = head.checked_sub(1).filter(|&before| words.has(before)).and_then(|before| {
        let known = known_ending(words, before, words.range.start)?;
        (known.kind == NodeKind::COUNTRY && known.demonym).then_some(known)
    })?;
    let article = state.start.checked_sub(1).filter(|&article| words.is_in(WordSet::Definite, article))?;
    if !words.is_in(WordSet::StateSide, head) || words.is_capital(head) {
        return None;
    }
    Some(Draft::new(article..head + 1, MentionForm::Description, NodeKind::COUNTRY))
}

/// *the Sol and Delta regions* are two, each of which is named.
fn names_several(words: &Words<'_, '_>, tokens: Range<usize>) -> bool {
    let named = tokens.clone().filter(|&token| words.upos(token) == Upos::Propn).count();
    named > 1 && tokens.clone().any(|token| words.upos(token) == Upos::Cconj)
}

/// *one official saying ...*, *the official told ...*: a noun for a person, which a tagger may take for an adjective.
pub(super) fn is_lone_source(words: &Words<'_, '_>, token: usize) -> bool {
    words.upos(token) == Upos::Adj
        && words.has_role(token, WordRole::Source)
        && token > words.range.start
        && matches!(words.upos(token - 1), Upos::Num | Upos::Det)
        && words.has(token + 1)
        && (words.upos(token - 1) == Upos::Num || words.doc.tokens[token + 1].xpos != Xpos::Vbg)
        && !matches!(words.upos(token + 1), Upos::Noun | Upos::Propn | Upos::Adj)
}

/// A noun that qualifies the next one is no thing of its own: *summit* in *summit declaration*.
fn is_modifier(words: &Words<'_, '_>, token: usize) -> bool {
    matches!(words.doc.deprel(token), Deprel::Compound | Deprel::Amod | Deprel::Flat)
        && words.doc.head(token).is_some_and(|above| above > token)
}

/// Whether a complement with *of* and a common noun follows at once.
fn is_of_common_noun(words: &Words<'_, '_>, head: usize) -> bool {
    let owning = words.is_owning(head + 1);
    let complement = words.doc.children_by(head, Deprel::Nmod).find(|&child| child > head);
    owning && complement.is_some_and(|child| words.upos(child) == Upos::Noun && !words.is_capital(child))
}

/// What the phrase of a noun looks like.
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are the marks of a phrase, which come in any combination"
)]
pub(super) struct Shape {
    /// An article, possessor or numeral.
    pub(super) determined: bool,
    /// An article or possessor that points at one certain thing.
    pub(super) definite: bool,
    /// An adjective or noun before it.
    pub(super) modified: bool,
    /// The name of a state or body before it.
    pub(super) named: bool,
    /// A complement behind it: *on trade*, *with Ardenia*.
    complemented: bool,
    /// It explains the name before it: *the Delta Initiative, a 2008 pact*.
    explains: bool,
}

impl Shape {
    pub(super) fn of(words: &Words<'_, '_>, tokens: Range<usize>, head: usize) -> Self {
        let relation = |token: usize| words.doc.deprel(token);
        let before = || tokens.clone().filter(|&token| token != head);
        let own = |token: usize| words.doc.head(token) == Some(head);
        Self {
            determined: before()
                .any(|t| own(t) && matches!(relation(t), Deprel::Det | Deprel::NmodPoss | Deprel::Nummod)),
            definite: before().any(|t| {
                own(t)
                    && (relation(t) == Deprel::NmodPoss
                        || relation(t) == Deprel::Det && words.is_in(WordSet::Definite, t))
            }),
            modified: before().any(|t| matches!(relation(t), Deprel::Amod | Deprel::Compound)),
            named: before().any(|t| known_at(words, t).is_some()),
            complemented: words.doc.children_by(head, Deprel::Nmod).any(|child| child > head),
            explains: words.doc.deprel(head) == Deprel::Appos,
        }
    }

    fn is_thing(&self, vague: bool, plural: bool, kind: &NodeKind, length: usize) -> bool {
        let anchored = self.named || self.complemented && (self.determined || plural);
        if *kind == NodeKind::COUNTRY {
            return self.definite && !plural;
        }
        if *kind == NodeKind::AGENCY {
            return self.named
                || self.definite && !plural && (!vague || self.modified)
                || length > 1 && self.definite;
        }
        if *kind == NodeKind::AGREEMENT && plural {
            return self.named || self.definite && !vague;
        }
        if *kind == NodeKind::PLACE {
            return self.named && !vague;
        }
        if *kind == NodeKind::ORGANIZATION {
            return self.named
                || self.definite && !plural && !vague
                || length > 1 && !vague
                || self.modified && plural && !vague;
        }
        if vague {
            return self.named || self.definite && self.modified && !plural;
        }
        self.named
            || self.explains
            || self.definite && !plural
            || self.modified && (self.determined || plural)
            || anchored
            || self.determined && *kind == NodeKind::EVENT
            || length > 1
    }
}

pub(super) fn with_country(words: &Words<'_, '_>, draft: Draft, tokens: Range<usize>) -> Draft {
    match tokens.clone().find_map(|token| known_at(words, token).and_then(|known| known.country)) {
        Some(country) => draft.with("country", country),
        None => draft,
    }
}
