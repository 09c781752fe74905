//! Issue areas: phrases of the taxonomy, and open topics in the text's own words under their nearest broader one.

use std::ops::Range;

use crate::lexicon::WordRole;
use crate::mention::draft::Draft;
use crate::mention::text::Words;
use crate::model::Deprel;
use crate::model::NodeKind;
use crate::model::Upos;
use crate::model::Xpos;

/// All topics in the part of the sentence that `free` leaves open, in order.
pub(super) fn topics(words: &Words<'_, '_>, free: &dyn Fn(usize) -> bool) -> Vec<Draft> {
    let mut found: Vec<Draft> = Vec::new();
    for head in words.range.clone() {
        let covered = found.last().is_some_and(|draft| head < draft.tokens.end);
        let named = is_nominal(words, head) || ends_issue(words, head, free);
        if covered || !free(head) || !named || qualifies_next(words, head, free) {
            continue;
        }
        let draft = topic(words, head, free);
        let start = draft.as_ref().map_or(head + 1, |draft| draft.tokens.start);
        found.extend(phrase_ending(words, head, start, free).or(draft));
    }
    found
}

fn is_nominal(words: &Words<'_, '_>, token: usize) -> bool {
    matches!(words.upos(token), Upos::Noun | Upos::Propn)
}

/// A phrase of the taxonomy that ends with the head and begins before `start`, where the tree has torn it: *people
/// smuggling*.
fn phrase_ending(
    words: &Words<'_, '_>,
    head: usize,
    start: usize,
    free: &dyn Fn(usize) -> bool,
) -> Option<Draft> {
    let first = head.saturating_sub(3).max(words.range.start);
    (first..start.min(head)).find_map(|from| {
        let issue = words.issue(from).filter(|issue| from + issue.len == head + 1)?;
        let open_throughout = (from..=head).all(free);
        let range = from..head + 1;
        open_throughout
            .then(|| if issue.same { known(range, issue.topic) } else { open(range, Some(issue.topic)) })
    })
}

/// A participle that ends an issue of several words is its head: *laundering* in *money laundering*.
fn ends_issue(words: &Words<'_, '_>, token: usize, free: &dyn Fn(usize) -> bool) -> bool {
    let first = token.saturating_sub(3).max(words.range.start);
    words.doc.tokens[token].xpos == Xpos::Vbg
        && (first..token).any(|from| {
            free(from)
                && words.issue(from).is_some_and(|issue| issue.len > 1 && from + issue.len == token + 1)
        })
}

/// The word belongs to the phrase of a later noun, where it will be met again. Not in *justice issues*: the later noun says nothing.
fn qualifies_next(words: &Words<'_, '_>, token: usize, free: &dyn Fn(usize) -> bool) -> bool {
    matches!(words.doc.deprel(token), Deprel::Compound | Deprel::Amod)
        && words.doc.head(token).is_some_and(|above| {
            let empty = above == token + 1
                && words.has_role(above, WordRole::Shell)
                && !words.has_role(above, WordRole::TopicHead);
            above > token && free(above) && !empty
        })
}

/// The first of the adjectives and nouns that stand directly before the head and qualify it.
pub(super) fn modifiers(words: &Words<'_, '_>, head: usize, free: &dyn Fn(usize) -> bool) -> usize {
    let mut start = head;
    while start > words.range.start {
        let before = start - 1;
        let hyphen = words.form(before) == "-" && before > words.range.start && words.touches(before, start);
        let qualifies = matches!(words.doc.deprel(before), Deprel::Amod | Deprel::Compound | Deprel::Advmod)
            && matches!(words.upos(before), Upos::Noun | Upos::Adj | Upos::Propn | Upos::Verb | Upos::Adv);
        // *financial **and economic** governance* is of both.
        let joined = |token: usize| {
            words.upos(token) == Upos::Adj
                && words.doc.deprel(token) == Deprel::Conj
                && words.doc.head(token).is_some_and(|first| {
                    words.has(first) && words.upos(first) == Upos::Adj && words.doc.head(first) == Some(head)
                })
        };
        let mark = words.doc.deprel(before) == Deprel::Cc || words.form(before) == ",";
        let listed = joined(before) || mark && joined(start);
        if !(free(before) && (hyphen || (qualifies || listed) && words.doc.is_under(before, head))) {
            break;
        }
        start = before;
    }
    // *of deepening cooperation*: what is done to the issue is no part of it, whatever the tree takes it for.
    let aim = |token: usize| {
        words.doc.tokens[token].xpos == Xpos::Vbg
            && words.lexicon.subject_matter.is_aim(words.doc.lemma(token))
    };
    while start < head
        && (words.form(start) == "-"
            || words.has_role(start, WordRole::Describing)
            || aim(start)
            || matches!(words.upos(start), Upos::Adv | Upos::Cconj | Upos::Punct))
        && words.issue(start).is_none()
    {
        start += 1;
    }
    // *two-way trade* begins before *way*.
    while start < head
        && start > words.range.start
        && words.form(start - 1) == "-"
        && words.touches(start - 1, start)
    {
        start += 1;
    }
    start
}

fn topic(words: &Words<'_, '_>, head: usize, free: &dyn Fn(usize) -> bool) -> Option<Draft> {
    let start = modifiers(words, head, free);
    let tail = complement_end(words, head, free);
    // A phrase of the taxonomy inside *modifiers head (of complement)*; the words before it make it an open topic.
    for end in [tail, Some(head + 1)].into_iter().flatten() {
        let phrase = (start..=head).find_map(|from| {
            words.issue(from).filter(|issue| from + issue.len == end).map(|issue| (from, issue))
        });
        if let Some((from, issue)) = phrase {
            let exact = from == start && issue.same;
            // *the normalization of diplomatic relations* is not any normalization.
            let end = tail.filter(|_| !issue.same && words.is_owning(head + 1)).unwrap_or(end);
            return Some(if exact {
                known(start..end, issue.topic)
            } else if from > start && words.lexicon.topics.is_figurative(words.doc.lemma(end - 1)) {
                open(start..end, words.issue_above(start..end))
            } else {
                open(start..end, Some(issue.topic))
            });
        }
    }
    if !words.has_role(head, WordRole::TopicHead) {
        return None;
    }
    // *flow of arms*, *protection of civilians*
    if let Some(end) = tail {
        return Some(open(start..end, words.issue_above(start..end)));
    }
    (start < head).then(|| open(start..head + 1, words.issue_above(start..head + 1)))
}

/// The end of a short complement with a preposition directly behind the head: *flow of arms*, *cooperation in the field of
/// energy*.
///
/// What is listed behind another preposition than *of* are issues of their own: *cooperation in energy, trade and finance*.
fn complement_end(words: &Words<'_, '_>, head: usize, free: &dyn Fn(usize) -> bool) -> Option<usize> {
    let doc = words.doc;
    let complement =
        doc.children_by(head, Deprel::Nmod).find(|&child| child > head + 1 && child <= head + 5)?;
    let behind = words.lexicon.subject_matter.is_linking(words.form(head + 1))
        && words.doc.tokens[head + 1].xpos == Xpos::In
        && doc.head(head + 1) == Some(complement);
    let whole = (head + 1..complement).all(|token| doc.is_under(token, complement));
    let fits = behind && whole && free(complement) && words.upos(complement) != Upos::Pron;
    if !fits || !words.is_owning(head + 1) && doc.child_by(complement, Deprel::Conj).is_some() {
        return None;
    }
    // *in a wide range of areas*
    let grammar = &words.lexicon.relations.grammar;
    let empty = words.lexicon.subject_matter.is_empty_noun(doc.lemma(complement));
    let lost = grammar.transparent.contains(doc.lemma(complement))
        || words.lexicon.subject_matter.is_never_issue(doc.lemma(complement));
    if !empty && lost && !words.is_owning(head + 1) {
        return None;
    }
    if !empty {
        return Some(whole_issue(words, head + 2, list_end(words, complement, free)));
    }
    // *the field* says nothing alone
    let inner = doc.children_by(complement, Deprel::Nmod).find(|&child| {
        child > complement + 1
            && child <= complement + 5
            && words.has(child)
            && doc.head(complement + 1) == Some(child)
    })?;
    let close = words.is_owning(complement + 1) && free(inner) && doc.child_by(inner, Deprel::Conj).is_none();
    close.then_some(inner + 1)
}

/// The end of a noun with those listed behind it that are no issues by themselves: *export of tea, coffee and sisal*.
fn list_end(words: &Words<'_, '_>, first: usize, free: &dyn Fn(usize) -> bool) -> usize {
    let doc = words.doc;
    let goods: Vec<usize> = doc.children_by(first, Deprel::Conj).collect();
    let Some(&last) = goods.last().filter(|&&last| last > first) else { return first + 1 };
    let plain = |token: usize| {
        words.has(token)
            && free(token)
            && words.issue(token).is_none()
            && (matches!(words.upos(token), Upos::Noun | Upos::Cconj) || words.form(token) == ",")
    };
    let bare = (first + 1..=last).all(plain) && doc.tokens[first].upos == Upos::Noun;
    if bare { last + 1 } else { first + 1 }
}

/// The end of the issue that goes on where a phrase would end: *the maintenance of the rule **of law***.
pub(super) fn whole_issue(words: &Words<'_, '_>, first: usize, end: usize) -> usize {
    let ends = (first..end).filter_map(|from| words.issue(from).map(|issue| from + issue.len));
    ends.max().map_or(end, |issue| issue.max(end))
}

fn known(tokens: Range<usize>, topic: &str) -> Draft {
    let mut draft = Draft::named(tokens.clone(), tokens, NodeKind::TOPIC);
    draft.entry = Some(compact_str::format_compact!("topic.{topic}"));
    draft
}

/// An issue in the text's own words, under its nearest broader one where there is one.
pub(super) fn open(tokens: Range<usize>, broader: Option<&str>) -> Draft {
    let draft = Draft::named(tokens.clone(), tokens, NodeKind::TOPIC);
    match broader {
        Some(broader) => draft.with("broader", broader),
        None => draft,
    }
}
