//! Who speaks: the one named right before or after a cue, or its subject in the tree, through relative clauses,
//! coordination and participles.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::claim::attribution::edge::group_start;
use crate::claim::attribution::edge::is_break;
use crate::claim::attribution::named::Link;
use crate::claim::attribution::named::Source;
use crate::claim::attribution::named::author_of;
use crate::claim::attribution::named::is_agent;
use crate::claim::attribution::named::of_phrase;
use crate::claim::attribution::named::tokens_of;
use crate::claim::attribution::named::with_partners;
use crate::model::Deprel;
use crate::model::Upos;
use crate::model::Xpos;

/// How many words a speaker may have whom no mention names.
const LONGEST_UNKNOWN: usize = 8;

/// The speaker of a verb. None where the verb has nobody who could speak: an imperative, a thing that says nothing.
pub(super) fn of_verb(context: &Context<'_>, verb: usize) -> Option<Source> {
    if context.is_passive(verb) && context.xpos(verb) != Xpos::Vbg {
        return match agent(context, verb) {
            Some(agent) => of_phrase(context, agent, Some(verb)),
            None => Some(Source::default()),
        };
    }
    let named = beside(context, verb);
    if named.is_none()
        && context.xpos(verb) == Xpos::Vbg
        && let Some(shared) = cue_before(context, verb)
    {
        return Some(shared);
    }
    let found = named.or_else(|| above(context, verb, 0));
    let joined = group_start(context, verb)
        .checked_sub(1)
        .is_some_and(|link| context.upos(link) == Upos::Cconj || context.lower(link) == ";");
    match found {
        Some(source) if joined && (source.speakers.is_empty() || misjoined(context, verb, &source)) => {
            Some(cue_before(context, verb).unwrap_or(source))
        }
        None if joined => cue_before(context, verb),
        found => found,
    }
}

/// Whether the tree joins a cue to a verb that is none and has another tense.
fn misjoined(context: &Context<'_>, verb: usize, source: &Source) -> bool {
    source.link == Link::Shared
        && context.text.head(verb).is_some_and(|head| {
            context.cues.verb(context.text.lemma(head)).is_empty() && context.xpos(head) != context.xpos(verb)
        })
}

/// *said the talks had failed, adding that*, *and urged*: the speaker of the cue before it.
fn cue_before(context: &Context<'_>, participle: usize) -> Option<Source> {
    let start = context.sentence(participle).start;
    let group = group_start(context, participle);
    let link = group.checked_sub(1).filter(|&before| {
        before > start && (is_break(context, before) || context.upos(before) == Upos::Cconj)
    })?;
    let source = (start..link).rev().find_map(|token| {
        let lemma = context.text.lemma(token);
        let cue = context.upos(token) == Upos::Verb
            && context.level(token) == context.level(participle)
            && !matches!(context.xpos(token), Xpos::Vbg | Xpos::Vb)
            && (!context.cues.verb(lemma).is_empty() || context.cues.refusal.words.contains(lemma));
        cue.then(|| beside(context, token)).flatten().filter(|source| !source.speakers.is_empty())
    })?;
    Some(Source { link: Link::Shared, ..source })
}

/// The speaker that the words next to the verb name.
fn beside(context: &Context<'_>, verb: usize) -> Option<Source> {
    let start = context.sentence(verb).start;
    let group = group_start(context, verb);
    let previous = group.checked_sub(1).filter(|&previous| previous >= start);
    if let Some(previous) = previous {
        if context.is_relative(previous) {
            let antecedent = antecedent(context, verb, previous)?;
            let source = of_phrase(context, antecedent, Some(verb))?;
            let thing = source.speakers.is_empty();
            return Some(Source { link: Link::Relative, thing, ..source });
        }
        let subject = subject(context, verb);
        if let Some(id) = context.speaker_ending_at(group, verb) {
            let head = context.mentions[id.index()].head as usize;
            if let Some(subject) =
                subject.filter(|&subject| subject != head && context.text.is_under(head, subject))
            {
                return of_phrase(context, subject, Some(verb));
            }
            return Some(with_partners(context, id, verb));
        }
        if context.upos(previous) == Upos::Pron {
            return of_phrase(context, previous, Some(verb));
        }
        if let Some(subject) = subject {
            return of_phrase(context, subject, Some(verb));
        }
        if let Some(source) = aside(context, group, verb) {
            return Some(source);
        }
    }
    let led = previous.is_none_or(|previous| is_break(context, previous) && context.lower(previous) != ";");
    if led && context.xpos(verb) != Xpos::Vbg {
        return inverted(context, verb);
    }
    previous.and_then(|_| unknown(context, group))
}

/// The speaker before a few words in brackets or between commas: *the senator (D-Ohio) said*, *the lawyer, Ana Oduya, said*.
fn aside(context: &Context<'_>, group: usize, verb: usize) -> Option<Source> {
    const LONGEST: usize = 12;
    let start = context.sentence(verb).start.max(group.saturating_sub(LONGEST));
    let last = group.checked_sub(1).filter(|&last| last > start)?;
    let open = if context.lower(last) == ")" { "(" } else { "," };
    if open == "," && context.lower(last) != "," {
        return None;
    }
    let first = (start..last).rev().find(|&token| context.lower(token) == open)?;
    let plain = (first..last).all(|token| {
        !matches!(context.upos(token), Upos::Verb | Upos::Aux) && context.level(token) == context.level(verb)
    });
    let id = context.speaker_ending_at(first, verb).filter(|_| plain && last > first + 1)?;
    let source = with_partners(context, id, verb);
    let tokens = source.tokens.as_ref()?.start..if open == "(" { group } else { last };
    Some(Source { tokens: Some(tokens), ..source })
}

/// The few words between a break and a cue after it, where no mention was found in them.
fn unknown(context: &Context<'_>, group: usize) -> Option<Source> {
    let start = context.sentence(group).start;
    let mut first = group;
    while first > start && !is_break(context, first - 1) && group - first <= LONGEST_UNKNOWN {
        first -= 1;
    }
    let named = (first..group).any(|token| {
        matches!(context.upos(token), Upos::Noun | Upos::Propn | Upos::Adj)
            && context.mention_of(token).is_none()
    });
    let plain = (first..group).all(|token| {
        !matches!(context.upos(token), Upos::Verb | Upos::Cconj | Upos::Sconj | Upos::Pron)
            && context.level(token) == context.level(group)
    });
    if context.is(first, &context.cues.grammar.accompaniment) {
        first += 1;
    }
    let opens = first > start && group - first <= LONGEST_UNKNOWN && context.upos(first) != Upos::Adp;
    (opens && named && plain).then(|| Source {
        tokens: Some(first..group),
        link: Link::Own,
        ..Source::default()
    })
}

/// The subject in the tree, if it stands before the verb and in the same words.
fn subject(context: &Context<'_>, verb: usize) -> Option<usize> {
    let text = context.text;
    let found = text.children(verb).find(|&child| {
        matches!(text.deprel(child), Deprel::Nsubj | Deprel::NsubjOuter)
            && context.level(child) == context.level(verb)
            && (child < verb || context.mention_of(child).is_some())
    })?;
    (!context.is_relative(found)).then_some(found)
}

/// The one by whom it is said.
fn agent(context: &Context<'_>, verb: usize) -> Option<usize> {
    context.text.children(verb).find(|&child| is_agent(context, child)).or_else(|| {
        let by = verb + 1;
        let follows = by < context.sentence(verb).end && context.is(by, &context.cues.grammar.agents);
        follows
            .then(|| context.speaker_starting_at(by + 1))
            .flatten()
            .map(|id| context.mentions[id.index()].head as usize)
    })
}

/// *said the envoy*.
fn inverted(context: &Context<'_>, verb: usize) -> Option<Source> {
    let mut next = verb + 1;
    let end = context.sentence(verb).end;
    while next < end && (context.text.deprel(next) == Deprel::CompoundPrt || context.upos(next) == Upos::Adv)
    {
        next += 1;
    }
    let Some(id) = (next < end).then(|| context.speaker_starting_at(next)).flatten() else {
        return unknown_after(context, verb, next..end);
    };
    // *..., urged the envoy to come*: the one spoken to.
    let behind = tokens_of(context, id).end;
    if behind < end
        && (context.xpos(behind) == Xpos::To || context.is(behind, &context.cues.grammar.complementizers))
    {
        return None;
    }
    let head = context.mentions[id.index()].head as usize;
    let mut source = of_phrase(context, head, Some(verb)).unwrap_or_default();
    if !source.speakers.contains(&id) {
        source.speakers = vec![id];
    }
    let tokens = tokens_of(context, id);
    let around = source.tokens.clone().unwrap_or(tokens.clone());
    source.tokens = Some(tokens.start..around.end.max(tokens.end));
    source.link = Link::Own;
    Some(source)
}

/// *"We agree," said a man in the street*: the words after the cue where no mention was found in them.
fn unknown_after(context: &Context<'_>, verb: usize, rest: Range<usize>) -> Option<Source> {
    let before = group_start(context, verb).checked_sub(1)?;
    let level = context.level(verb);
    let quoted = context.closes(level, before).is_some()
        || before > 0 && is_break(context, before) && context.closes(level, before - 1).is_some();
    let end = rest.clone().find(|&token| is_break(context, token)).unwrap_or(rest.end);
    let named = rest.start < end
        && end - rest.start <= 2 * LONGEST_UNKNOWN
        && matches!(context.upos(rest.start), Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num)
        && (rest.start..end)
            .all(|token| !matches!(context.upos(token), Upos::Verb | Upos::Aux | Upos::Sconj));
    (quoted && named).then(|| Source { tokens: Some(rest.start..end), link: Link::Own, ..Source::default() })
}

/// The speaker that a verb shares with one above it in the tree.
fn above(context: &Context<'_>, verb: usize, depth: usize) -> Option<Source> {
    let text = context.text;
    let above = text.head(verb)?;
    if depth > 5 {
        return None;
    }
    let own = depth == 0;
    let shared = |source: Source| Source { link: Link::Shared, ..source };
    match text.deprel(verb) {
        Deprel::Acl if own && context.xpos(verb) == Xpos::Vbn => None,
        Deprel::Acl
            if !context.is_infinitive(verb)
                && context.is_nominal(above)
                && context.upos(above) != Upos::Adj =>
        {
            let lemma = text.lemma(above);
            if context.cues.is_document(lemma) || context.cues.noun(lemma).is_some() {
                return author_of(context, above).or_else(|| up(context, above, depth)).map(shared);
            }
            let absolute = above.checked_sub(1).is_some_and(|before| {
                context.is(text.subtree(above).start, &context.cues.grammar.accompaniment)
                    || !is_break(context, before)
            });
            let near = text.subtree(above).start <= above && verb == above + 1;
            if near && absolute {
                return of_phrase(context, above, Some(verb))
                    .map(|source| Source { link: Link::Own, ..source });
            }
            up(context, above, depth).map(shared)
        }
        _ => up(context, verb, depth).map(shared),
    }
}

/// The speaker of the nearest verb above a word.
fn up(context: &Context<'_>, word: usize, depth: usize) -> Option<Source> {
    let text = context.text;
    let verb = text.head(word)?;
    if context.level(verb) != context.level(word) {
        return None;
    }
    let is_clause = matches!(context.upos(verb), Upos::Verb | Upos::Aux)
        || text.children(verb).any(|child| text.deprel(child) == Deprel::Cop);
    if !is_clause {
        return up(context, verb, depth + 1).filter(|_| depth < 5);
    }
    if let Some(passive) = text.child_by(verb, Deprel::NsubjPass) {
        return of_phrase(context, passive, Some(verb));
    }
    beside(context, verb).or_else(|| above(context, verb, depth + 1))
}

/// The noun that a relative pronoun stands for.
fn antecedent(context: &Context<'_>, verb: usize, pronoun: usize) -> Option<usize> {
    let text = context.text;
    let start = context.sentence(verb).start;
    let mut end = pronoun;
    while end > start && is_break(context, end - 1) {
        end -= 1;
    }
    if let Some(id) = context.speaker_ending_at(end, verb) {
        return Some(context.mentions[id.index()].head as usize);
    }
    let clause = std::iter::once(verb)
        .chain(text.ancestors(verb))
        .find(|&above| matches!(text.deprel(above), Deprel::AclRelcl | Deprel::Acl | Deprel::AdvclRelcl));
    clause
        .and_then(|clause| text.head(clause))
        .filter(|&noun| noun < pronoun && noun >= start && context.is_nominal(noun))
}
