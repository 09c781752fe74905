//! What speaks for and against two phrases naming one thing, as marks that a model weighs.

use std::collections::BTreeSet;

use crate::coreference::phrase::PhraseForm;
use crate::coreference::phrase_features::Features;
use crate::coreference::phrase_features::Role;
use crate::coreference::phrase_features::nested;
use crate::coreference::phrase_rules::is_same;
use crate::coreference::phrase_rules::same_name;

/// How many sentences back a phrase may mean a thing that none of its words names.
const REACH: usize = 3;

/// How a sentence says that two phrases are one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Equation {
    Apposed,
    Said,
}

/// What else is known of a pair beyond the words of both.
#[expect(clippy::struct_excessive_bools, reason = "they are marks of a pair, which come in any combination")]
pub(super) struct Ties {
    /// Whether the chains of the graph hold them together.
    pub(super) chained: bool,
    /// Whether the sentence equates them.
    pub(super) equation: Option<Equation>,
    /// Phrases between them.
    pub(super) between: usize,
    /// How often the thing of the earlier phrase was named before the later one.
    pub(super) named: usize,
    /// Whether the earlier phrase is the last one of its thing.
    pub(super) last: bool,
    /// Whether an earlier phrase of the same thing has the very same words.
    pub(super) repeated: bool,
    /// Whether an earlier phrase of the same thing has the same noun, and whether one has another name.
    pub(super) called: bool,
    pub(super) otherwise: bool,
}

/// Whether the earlier phrase is worth a look as antecedent of the later one.
pub(super) fn is_candidate(earlier: &Features, later: &Features, chained: bool) -> bool {
    if chained {
        return true;
    }
    let distance = later.sentence - earlier.sentence;
    if later.phrase.form == PhraseForm::Pronoun {
        return distance <= REACH && agrees(earlier, later);
    }
    if earlier.phrase.form == PhraseForm::Pronoun {
        return false;
    }
    let shares = earlier.noun == later.noun
        || same_name(earlier, later)
        || earlier.name.iter().any(|word| later.name.contains(word));
    shares || distance <= REACH && later.definite && later.phrase.form == PhraseForm::Nominal
}

/// Number, gender and person of a pronoun against those of what stands before it.
fn agrees(earlier: &Features, later: &Features) -> bool {
    let Some(own) = &later.pronoun else { return false };
    if let Some(other) = &earlier.pronoun {
        return other == own;
    }
    own.person == 3
        && (own.gender.is_none()
            || earlier.gender.is_none()
            || own.gender.as_deref() == earlier.gender.as_deref())
}

/// The marks of a pair.
pub(super) fn pair_marks(earlier: &Features, later: &Features, ties: &Ties) -> Vec<String> {
    let sort = sort_of(later);
    let before = sort_of(earlier);
    let mut marks = Vec::with_capacity(48);
    let mut mark = |name: &str, value: &str| {
        marks.push(format!("{name}={value}"));
        marks.push(format!("{name}={value}/{sort}"));
        marks.push(format!("{name}={value}/{sort}/{before}"));
    };
    let distance = bucket(later.sentence - earlier.sentence);
    let same_head = earlier.noun == later.noun;
    let head = match (same_head, earlier.plural == later.plural) {
        (true, true) => "same",
        (true, false) => "number",
        (false, _) => "other",
    };
    mark("bias", "");
    mark("head", head);
    mark("distance", &format!("{head}{distance}"));
    mark("between", &format!("{head}{}", bucket(ties.between)));
    mark("rule", yes(is_same(earlier, later)));
    mark("chain", yes(ties.chained));
    let equation = match ties.equation {
        Some(Equation::Apposed) => "apposed",
        Some(Equation::Said) => "said",
        None => "none",
    };
    mark("equation", equation);
    if ties.equation.is_some() {
        mark(
            "equated",
            &format!("{equation}{}{}", yes(later.indefinite), yes(earlier.plural == later.plural)),
        );
    }
    mark("named", &format!("{head}{}", bucket(ties.named)));
    mark("last", &format!("{head}{}", yes(ties.last)));
    mark("repeated", &format!("{head}{}", yes(ties.repeated)));
    mark("called", &format!("{head}{}", yes(ties.called)));
    mark("otherwise", yes(ties.otherwise));
    mark("words", &format!("{head}{}", yes(earlier.words == later.words)));
    mark("name", name_match(earlier, later));
    mark("before", &format!("{head}{}", compared(&earlier.before, &later.before)));
    mark("behind", &format!("{head}{}", compared(&earlier.behind, &later.behind)));
    mark("numbers", compared(&earlier.numbers, &later.numbers));
    mark("owner", owners(earlier, later));
    mark("plural", &format!("{head}{}{}", yes(earlier.plural), yes(later.plural)));
    mark("role", &format!("{head}{:?}{:?}", earlier.role, later.role));
    mark("nested", yes(nested(earlier, later)));
    mark("parallel", yes(earlier.role == later.role && earlier.role == Role::Subject));
    let kinds = match (&earlier.kind, &later.kind) {
        (Some(a), Some(b)) if a == b => "same",
        (Some(_), Some(_)) => "other",
        (Some(_), None) => "earlier",
        (None, Some(_)) => "later",
        (None, None) => "none",
    };
    mark("kinds", &format!("{head}{kinds}"));
    let sorts = earlier.sort.is_some() && earlier.sort == later.sort;
    mark("sorts", &format!("{head}{}", yes(sorts)));
    if let Some(kind) = &earlier.kind {
        mark("kind", &format!("{}{}", kind.as_str(), later.kind.as_ref().map_or("", |kind| kind.as_str())));
    }
    if !same_head {
        let told = later.before.contains(&earlier.noun) || earlier.before.contains(&later.noun);
        let shared = later.before.intersection(&earlier.before).count();
        mark("told", yes(told));
        mark("shared", bucket(shared));
    }
    if same_head {
        marks.push(format!("noun={}", later.noun));
        marks.push(format!("noun={}/{sort}", later.noun));
    }
    if let Some(pronoun) = &later.pronoun {
        let what = format!("{}{:?}{}", pronoun.plural, pronoun.gender, pronoun.thing);
        let kind = earlier.kind.as_ref().map_or("none", |kind| kind.as_str());
        marks.push(format!("stands={what}/{before}/{}{kind}", earlier.plural));
        marks.push(format!("stands={what}/{distance}/{:?}/{:?}", earlier.role, later.role));
        marks.push(format!("stands={what}/{}", earlier.noun));
        marks.push(format!("stands={what}/{distance}/{}", bucket(ties.between)));
    }
    marks
}

/// The marks of a phrase that names what was not named before; `heads` counts the phrases of the same noun before it.
pub(super) fn first_marks(one: &Features, heads: usize, same_words: bool) -> Vec<String> {
    let sort = sort_of(one);
    let mut marks = Vec::with_capacity(24);
    let mut mark = |name: &str, value: &str| {
        marks.push(format!("new-{name}={value}"));
        marks.push(format!("new-{name}={value}/{sort}"));
    };
    mark("bias", "");
    mark("heads", bucket(heads));
    mark("words", yes(same_words));
    mark("sentence", bucket(one.sentence));
    mark("behind", bucket(one.behind.len()));
    mark("before", bucket(one.before.len()));
    mark("owned", yes(one.possessor.is_some()));
    mark("role", &format!("{:?}", one.role));
    mark("plural", yes(one.plural));
    mark("inner", yes(one.inner));
    mark("kind", one.kind.as_ref().map_or("none", |kind| kind.as_str()));
    mark("noun", &one.noun);
    mark("all", &format!("{}{}{}", bucket(heads), yes(same_words), yes(one.behind.is_empty())));
    marks
}

/// The form of a phrase and how it is determined.
fn sort_of(one: &Features) -> String {
    let form = match one.phrase.form {
        PhraseForm::Name => "name",
        PhraseForm::Nominal => "noun",
        PhraseForm::Pronoun => "pronoun",
    };
    if let Some(pronoun) = &one.pronoun {
        return format!("{form}{}{}{}", pronoun.person, pronoun.plural, pronoun.thing);
    }
    let determiner = match (&one.determiner, one.possessor.is_some()) {
        (_, true) => "own",
        (Some(word), _) if one.definite => word,
        (Some(_), _) => "some",
        (None, _) => "bare",
    };
    format!("{form}-{determiner}")
}

fn name_match(earlier: &Features, later: &Features) -> &'static str {
    if earlier.name.is_empty() || later.name.is_empty() {
        return "none";
    }
    if earlier.name == later.name {
        "equal"
    } else if same_name(earlier, later) {
        "part"
    } else if earlier.name.iter().any(|word| later.name.contains(word)) {
        "shared"
    } else {
        "other"
    }
}

fn compared(earlier: &BTreeSet<String>, later: &BTreeSet<String>) -> &'static str {
    match (earlier.is_empty(), later.is_empty()) {
        (true, true) => "none",
        (false, true) => "dropped",
        (true, false) => "added",
        (false, false) if earlier == later => "equal",
        (false, false) if later.is_subset(earlier) => "fewer",
        (false, false) if earlier.is_subset(later) => "more",
        (false, false) if earlier.is_disjoint(later) => "other",
        (false, false) => "shared",
    }
}

fn owners(earlier: &Features, later: &Features) -> &'static str {
    match (&earlier.possessor, &later.possessor) {
        (None, None) => "none",
        (Some(a), Some(b)) if a == b => "equal",
        (Some(_), Some(_)) => "other",
        (Some(_), None) => "dropped",
        (None, Some(_)) => "added",
    }
}

fn yes(is: bool) -> &'static str {
    if is { "+" } else { "-" }
}

fn bucket(number: usize) -> &'static str {
    match number {
        0 => "0",
        1 => "1",
        2 => "2",
        3..=4 => "3",
        5..=8 => "5",
        9..=16 => "9",
        17..=40 => "17",
        _ => "41",
    }
}
