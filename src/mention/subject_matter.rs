//! Issues that are known by their place alone: what is discussed, what talks are on, what somebody is concerned about.

use std::ops::Range;

use compact_str::CompactString;

use crate::lexicon::WordRole;
use crate::lexicon::WordSet;
use crate::mention::draft::Draft;
use crate::mention::text::Words;
use crate::mention::topic::modifiers;
use crate::mention::topic::open;
use crate::mention::topic::whole_issue;
use crate::model::Deprel;
use crate::model::NodeKind;
use crate::model::Upos;

/// How many words a complement behind *of* may take.
const LONGEST: usize = 9;

/// How far up one looks for the word whose place it is.
const DEEPEST: u8 = 6;

/// What a place asks of the words that fill it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Any noun there is an issue.
    Sure,
    /// An issue where its words are known for one, or more than one names it.
    Named,
    /// An issue only where more than one word names it.
    Wide,
}

/// The issues in the places of issues that neither `free` nor the mentions found so far close.
pub(super) fn subject_matters(
    words: &Words<'_, '_>,
    free: &dyn Fn(usize) -> bool,
    found: &[Draft],
) -> Vec<Draft> {
    let issues: Vec<Range<usize>> =
        found.iter().filter(|draft| draft.is(&NodeKind::TOPIC)).map(|draft| draft.tokens.clone()).collect();
    let mut matters: Vec<Draft> = Vec::new();
    for head in words.range.clone() {
        let completed = words.has(head + 1)
            && words.lexicon.subject_matter.is_completed(words.doc.lemma(head), words.form(head + 1));
        let known = issues.iter().any(|issue| issue.contains(&head) && !(completed && issue.end == head + 1))
            || matters.last().is_some_and(|matter| head < matter.tokens.end);
        if known || !free(head) {
            continue;
        }
        let end = complement_end(words, head).map(|end| whole_name(found, head, end));
        if !may_be_issue(words, head, end.is_some() && !words.is_owning(head + 1)) {
            continue;
        }
        let Some(place) = place(words, head, 0) else { continue };
        let start = modifiers(words, head, free);
        let end = end.unwrap_or(head + 1);
        let several = end - start > 1;
        // *cooperation* alone only says that something is done together, *cooperation with Kenya* and *in trade* say what.
        let fieldless = words.lexicon.relations.grammar.fields.contains_key(words.doc.lemma(head));
        // *increased cooperation in trade*: trade is what it is about.
        let told = end == head + 1 && has_field(words, head);
        if told || !several && (fieldless || is_torn(words, head)) {
            continue;
        }
        // An issue among the words before the head is what matters: *human rights situation*.
        let before = !completed && issues.iter().any(|issue| issue.start >= start && issue.end <= head + 1);
        // What is listed behind it are issues of their own: *the aspirations of democracy and freedom*.
        let within = |issue: &&Range<usize>| issue.start > head && issue.end <= end;
        let inside = before || issues.iter().filter(within).count() > 1;
        let above = words.issue_above(start..end);
        // "Discussed fish" says what of; "discussed the plan" speaks of what was told before.
        let bare = words
            .doc
            .children(head)
            .all(|child| !matches!(words.doc.deprel(child), Deprel::Det | Deprel::NmodPoss));
        // "Interest in the partnership" points at one that was told of.
        let pointing = words
            .doc
            .children_by(head, Deprel::Det)
            .any(|determiner| words.has(determiner) && words.is_in(WordSet::Definite, determiner));
        let familiar = place != Place::Wide && above.is_some() && !pointing;
        if !inside && (several || place == Place::Sure && bare || familiar) {
            matters.push(open(start..end, above));
        }
    }
    matters
}

/// The end of the name that goes on where a phrase would end: *situation around the Lisbon Plan **of Action***.
fn whole_name(found: &[Draft], head: usize, end: usize) -> usize {
    let cut = |draft: &&Draft| {
        !draft.is(&NodeKind::TOPIC)
            && draft.tokens.start > head
            && draft.tokens.start < end
            && draft.tokens.end > end
    };
    found.iter().filter(cut).map(|draft| draft.tokens.end).max().unwrap_or(end)
}

/// One word of a coordination that shares what stands at another: *the **overlap** and duplication of services*, *tax
/// avoidance and **evasion***.
fn is_torn(words: &Words<'_, '_>, head: usize) -> bool {
    let doc = words.doc;
    let conjunction = |token: usize| words.has(token) && words.upos(token) == Upos::Cconj;
    let shared = conjunction(head + 1)
        && doc.children_by(head, Deprel::Conj).any(|conjunct| {
            conjunct == head + 2
                && words.has(conjunct + 1)
                && words.is_owning(conjunct + 1)
                && doc.head(conjunct + 1).is_some_and(|owner| {
                    doc.deprel(owner) == Deprel::Nmod
                        && doc.head(owner).is_some_and(|noun| noun == head || noun == conjunct)
                })
        });
    let qualified = |noun: usize| doc.child_by(noun, Deprel::Compound).is_some_and(|before| before < noun);
    let sharing = head >= words.range.start + 2
        && conjunction(head - 1)
        && doc.deprel(head) == Deprel::Conj
        && doc.head(head).is_some_and(|above| above == head - 2 && qualified(above));
    shared || sharing
}

/// Whether the field in which something is done together stands behind the noun for it.
fn has_field(words: &Words<'_, '_>, head: usize) -> bool {
    let doc = words.doc;
    let Some(prepositions) = words.lexicon.relations.grammar.fields.get(doc.lemma(head)) else {
        return false;
    };
    let field = |child: usize| {
        preposition(words, child).is_some_and(|found| prepositions.iter().any(|one| *one == found))
            && words.issue(child).or_else(|| words.issue(modifiers(words, child, &|_| true))).is_some()
    };
    doc.children_by(head, Deprel::Nmod).filter(|&child| child > head).any(field)
}

/// Whether a noun may name an issue; one that says nothing alone may with its complement: *developments in Kenya*.
fn may_be_issue(words: &Words<'_, '_>, head: usize, completed: bool) -> bool {
    let lexicon = &words.lexicon.subject_matter;
    let lemma = words.doc.lemma(head);
    let plain = words.upos(head) == Upos::Noun
        && !words.is_capital(head)
        && words.doc.deprel(head) != Deprel::Compound
        && words.noun(head).is_none();
    let empty = lexicon.is_never_issue(lemma)
        || lexicon.is_empty_noun(lemma)
        || [WordRole::Shell, WordRole::Source, WordRole::Person, WordRole::Collective, WordRole::Medium]
            .into_iter()
            .any(|role| words.has_role(head, role));
    plain && (!empty || completed && lexicon.needs_complement(lemma))
}

/// The place of a noun in its clause, through coordination and nouns that only point at an issue.
fn place(words: &Words<'_, '_>, token: usize, depth: u8) -> Option<Place> {
    let doc = words.doc;
    let above = doc.head(token).filter(|above| words.has(*above) && depth < DEEPEST)?;
    let lexicon = &words.lexicon.subject_matter;
    let grammar = &words.lexicon.relations.grammar;
    let lemma = doc.lemma(above);
    let preposition = preposition(words, token);
    match (doc.deprel(token), preposition) {
        (Deprel::Conj | Deprel::Appos, _) => place(words, above, depth + 1),
        (Deprel::Obj | Deprel::NsubjPass, None) if lexicon.takes_issue(lemma) => Some(Place::Sure),
        (Deprel::Obj | Deprel::NsubjPass, None) if lexicon.is_aim(lemma) => Some(Place::Wide),
        (Deprel::Obl | Deprel::Nmod | Deprel::Obj, Some(preposition)) => {
            let through = grammar.inclusive.contains(&preposition)
                || lexicon.is_empty_noun(lemma)
                || grammar.transparent.contains(lemma) && grammar.owning.contains(&preposition);
            if through && let Some(place) = place(words, above, depth + 1) {
                let example = place == Place::Sure && grammar.inclusive.contains(&preposition);
                return Some(if example { Place::Named } else { place });
            }
            // *Attention was paid **to** trade* hangs at the verb.
            let beside = || {
                doc.children(above).any(|child| {
                    matches!(doc.deprel(child), Deprel::Obj | Deprel::NsubjPass)
                        && child < token
                        && lexicon.stands_behind(doc.lemma(child), &preposition)
                })
            };
            (lexicon.stands_behind(lemma, &preposition) || words.upos(above) == Upos::Verb && beside())
                .then_some(Place::Sure)
        }
        _ => None,
    }
}

/// The preposition before a noun, with the words fixed to it.
fn preposition(words: &Words<'_, '_>, token: usize) -> Option<CompactString> {
    let doc = words.doc;
    let Some(case) = doc.child_by(token, Deprel::Case).filter(|&case| case < token) else {
        // *as well as to*, where the tree ties all of it together
        let cc = doc.child_by(token, Deprel::Cc)?;
        return doc.children_by(cc, Deprel::Fixed).nth(2).map(|last| words.form(last).to_lowercase().into());
    };
    let mut form = words.form(case).to_lowercase();
    for fixed in doc.children_by(case, Deprel::Fixed) {
        form.push(' ');
        form.push_str(&words.form(fixed).to_lowercase());
    }
    Some(form.into())
}

/// The end of what directly follows with *of*, or with a preposition that completes the noun, names and coordinated
/// nouns included: *militarization of Crimea*, *situation in northern Kenya*.
fn complement_end(words: &Words<'_, '_>, head: usize) -> Option<usize> {
    let doc = words.doc;
    let first = head + 1;
    let completed =
        words.has(first) && words.lexicon.subject_matter.is_completed(doc.lemma(head), words.form(first));
    let own = doc.children_by(head, Deprel::Nmod).find(|&child| {
        words.has(first) && doc.head(first) == Some(child) && (words.is_owning(first) || completed)
    });
    // In a list the tree may hang it at another noun than the one right before it.
    let torn = || {
        completed.then(|| doc.head(first)).flatten().filter(|&noun| {
            noun > first
                && matches!(words.upos(noun), Upos::Noun | Upos::Propn)
                && doc.head(noun).is_some_and(|above| above < head && words.upos(above) == Upos::Noun)
        })
    };
    let complement = own.or_else(torn)?;
    let plain = |token: usize| {
        !matches!(words.upos(token), Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Pron)
            && (words.upos(token) != Upos::Punct
                || words.form(token) == "-"
                || words.form(token) == "," && words.is_owning(first))
            && (words.upos(token) != Upos::Adp || token == first)
    };
    // *the settlement of the matter* points at it; *the loss of life* does not.
    let pointing = || doc.children(complement).any(|child| doc.deprel(child) == Deprel::Det);
    if words.is_owning(first) && words.has_role(complement, WordRole::Shell) && pointing()
        || words.upos(complement) == Upos::Num
    {
        return None;
    }
    let mut end = complement + 1;
    for token in first..words.range.end.min(first + LONGEST) {
        // *respect for law and the settlement of disputes* are two issues; two names make one.
        // So are *the exemption of income or the exemption of goods*.
        let other = words.upos(token) == Upos::Cconj
            && doc.head(token).is_some_and(|conjunct| {
                words.upos(conjunct) == Upos::Noun
                    && (!words.is_owning(first) || doc.lemma(conjunct) == doc.lemma(head))
            });
        if other || !plain(token) || !doc.is_under(token, complement) {
            break;
        }
        if matches!(words.upos(token), Upos::Noun | Upos::Propn) {
            end = token + 1;
        }
    }
    // A list goes on: its members are issues or actors of their own.
    let listed = !words.is_owning(first)
        && words.has(end)
        && words.form(end) == ","
        && doc.child_by(complement, Deprel::Conj).is_some();
    (!listed && (first..end).all(plain)).then_some(whole_issue(words, first + 1, end))
}
