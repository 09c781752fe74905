//! The words that name a speaker: one mention, several joined, or a noun phrase without any.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::claim::attribution::edge::group_start;
use crate::claim::attribution::edge::is_break;
use crate::model::Deprel;
use crate::model::MentionId;
use crate::model::Upos;
use crate::model::Xpos;

/// How the words that name a speaker belong to a cue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Link {
    /// They are those of a verb above it or before it.
    #[default]
    Shared,
    /// They are its own.
    Own,
    /// They are what a relative pronoun stands for: *the envoy, who said*.
    Relative,
}

/// The words that name a speaker, and the mentions among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Source {
    /// Joint speakers together; none where it cannot be told.
    pub(super) speakers: Vec<MentionId>,
    /// The words; none where nobody is named.
    pub(super) tokens: Option<Range<usize>>,
    /// Whether it is the one who speaks around it: *I*, *we*.
    pub(super) first_person: bool,
    /// How the words belong to the cue.
    pub(super) link: Link,
    /// Whether the words name something that seems unable to speak: the plainest verbs of speech only are trusted.
    pub(super) thing: bool,
}

pub(super) fn tokens_of(context: &Context<'_>, id: MentionId) -> Range<usize> {
    let tokens = &context.mentions[id.index()].tokens;
    tokens.start as usize..tokens.end as usize
}

/// A mention with those joined to it on the left: *the envoy and the minister said*.
pub(super) fn with_partners(context: &Context<'_>, id: MentionId, verb: usize) -> Source {
    let mut tokens = tokens_of(context, id);
    let mut speakers = vec![id];
    let start = context.sentence(verb).start;
    let head = context.mentions[id.index()].head as usize;
    let mut joined = false;
    while tokens.start > start {
        let link = tokens.start - 1;
        let conjunction = context.upos(link) == Upos::Cconj;
        if !(conjunction || (joined && context.lower(link) == ",")) {
            break;
        }
        let Some(other) = context.speaker_ending_at(link, verb) else { break };
        let other_tokens = tokens_of(context, other);
        let lead = other_tokens.start.checked_sub(1).filter(|&lead| lead >= start);
        let free = lead.is_none_or(|lead| is_break(context, lead) || context.upos(lead) == Upos::Cconj);
        let in_tree = context.text.head(head) == Some(context.mentions[other.index()].head as usize);
        if !(free || in_tree) {
            break;
        }
        joined = true;
        speakers.insert(0, other);
        tokens.start = other_tokens.start;
    }
    let first_person = context.is(head, &context.cues.grammar.first_person);
    let around = phrase(context, head, Some(verb));
    if around.end <= tokens.end
        && around.start < tokens.start
        && !(around.start..tokens.start).any(|token| is_break(context, token))
    {
        tokens.start = around.start;
    }
    Source { speakers, tokens: Some(tokens), first_person, link: Link::Own, ..Source::default() }
}

/// The speaker that the noun phrase under `head` names; `verb` is the cue, whose words are no part of it.
pub(super) fn of_phrase(context: &Context<'_>, head: usize, verb: Option<usize>) -> Option<Source> {
    let text = context.text;
    if context.is_relative(head) {
        return None;
    }
    let first_person = context.is(head, &context.cues.grammar.first_person);
    if context.upos(head) == Upos::Noun && context.cues.is_document(text.lemma(head)) {
        let author = author_of(context, head).unwrap_or_default();
        return Some(Source { tokens: Some(phrase(context, head, verb)), link: Link::Own, ..author });
    }
    let covered = |word: usize| {
        context
            .mention_of(head)
            .is_some_and(|id| context.mentions[id.index()].tokens.contains(&(word as u32)))
    };
    let joined =
        text.children_by(head, Deprel::Conj).filter(|&other| context.is_nominal(other) && !covered(other));
    let named: Vec<MentionId> =
        std::iter::once(head).chain(joined).filter_map(|word| context.mention_of(word)).collect();
    let mut speakers: Vec<MentionId> = Vec::new();
    for &id in named.iter().filter(|&&id| context.can_speak(id)) {
        if !speakers.contains(&id) {
            speakers.push(id);
        }
    }
    if speakers.is_empty() && matches!(context.upos(head), Upos::Num | Upos::Det | Upos::Pron | Upos::Adj) {
        // *one of the envoys*, *three of them*
        let whole = text
            .children_by(head, Deprel::Nmod)
            .find(|&child| context.is_marked(child, &context.cues.grammar.origins));
        speakers
            .extend(whole.and_then(|whole| context.mention_of(whole)).filter(|&id| context.can_speak(id)));
    }
    let thing = speakers.is_empty() && !named.is_empty();
    let mut tokens = phrase(context, head, verb);
    if let Some(&id) = speakers.first() {
        let mention = tokens_of(context, id);
        if verb.is_none_or(|verb| !mention.contains(&verb))
            && (mention.contains(&head) || mention.end <= tokens.start)
        {
            tokens = tokens.start.min(mention.start)..tokens.end.max(mention.end);
        }
    }
    let someone = !speakers.is_empty()
        || (thing && context.upos(head) != Upos::Pron)
        || first_person
        || matches!(context.upos(head), Upos::Propn)
        || is_indefinite(context, head)
        || (matches!(context.upos(head), Upos::Noun) && context.mention_of(head).is_none());
    someone.then_some(Source { speakers, tokens: Some(tokens), first_person, link: Link::Own, thing })
}

/// *someone*, *eight of ten voters*, *many of them*: somebody, but nobody knows who.
fn is_indefinite(context: &Context<'_>, head: usize) -> bool {
    let of_some = || {
        let mut parts = context.text.children_by(head, Deprel::Nmod);
        parts.any(|child| context.is_marked(child, &context.cues.grammar.origins))
    };
    match context.upos(head) {
        Upos::Pron => context.xpos(head) == Xpos::Nn || of_some(),
        Upos::Num | Upos::Det | Upos::Adj => of_some(),
        _ => false,
    }
}

/// Who issued a text: *the ministry's statement*, *a letter from the envoy*.
pub(super) fn author_of(context: &Context<'_>, noun: usize) -> Option<Source> {
    let text = context.text;
    let owner = text.child_by(noun, Deprel::NmodPoss).or_else(|| {
        text.children(noun).find(|&child| {
            matches!(text.deprel(child), Deprel::Nmod | Deprel::Obl | Deprel::OblAgent)
                && context.is_marked(child, &context.cues.grammar.origins)
        })
    });
    owner
        .or_else(|| {
            let made = text.children_by(noun, Deprel::Acl);
            made.flat_map(|verb| text.children(verb)).find(|&child| is_agent(context, child))
        })
        .and_then(|owner| of_phrase(context, owner, Some(noun)))
        .filter(|source| !source.speakers.is_empty())
}

pub(super) fn is_agent(context: &Context<'_>, child: usize) -> bool {
    context.text.deprel(child) == Deprel::OblAgent
        || (matches!(context.text.deprel(child), Deprel::Obl | Deprel::Nmod)
            && context.is_marked(child, &context.cues.grammar.agents))
}

/// The words of a noun phrase, the cue and punctuation at its ends left out.
fn phrase(context: &Context<'_>, head: usize, verb: Option<usize>) -> Range<usize> {
    let mut tokens = context.text.subtree(head);
    let sentence = context.sentence(head);
    tokens = tokens.start.max(sentence.start)..tokens.end.min(sentence.end);
    if let Some(verb) = verb.filter(|verb| tokens.contains(verb)) {
        tokens = if verb > head { tokens.start..verb } else { verb + 1..tokens.end };
    }
    let before_cue = verb.is_some_and(|verb| verb == tokens.end || group_start(context, verb) <= tokens.end);
    if before_cue {
        tokens.end = without_circumstances(context, head, tokens.end);
    }
    while tokens.end > head + 1 && context.is_punct(tokens.end - 1) {
        tokens.end -= 1;
    }
    close_bracket(context, &mut tokens, sentence.end);
    while tokens.start < head && (context.is_punct(tokens.start) || is_edge(context, tokens.start, head)) {
        tokens.start += 1;
    }
    tokens
}

/// The end of a noun phrase without what belongs to the cue behind it: *the envoy on Tuesday*, *who have*.
fn without_circumstances(context: &Context<'_>, head: usize, mut end: usize) -> usize {
    while end > head + 1 {
        let date = context.date_ending_at(end).map(|id| tokens_of(context, id).start);
        let last = end - 1;
        end = match date {
            Some(date) if date > head + 1 && context.upos(date - 1) == Upos::Adp => date - 1,
            Some(date) if date > head => date,
            None | Some(_)
                if matches!(context.upos(last), Upos::Aux | Upos::Part)
                    || context.upos(last) == Upos::Adv && context.is_relative(last - 1) =>
            {
                last
            }
            None | Some(_) => return end,
        };
    }
    end
}

/// A bracket opened in the words is closed in them: *a senator (D-Ohio)*.
fn close_bracket(context: &Context<'_>, tokens: &mut Range<usize>, limit: usize) {
    const LONGEST: usize = 5;
    let is = |token: usize, mark: &str| context.lower(token) == mark;
    let open = tokens.clone().filter(|&token| is(token, "(")).count();
    let closed = tokens.clone().filter(|&token| is(token, ")")).count();
    if open > closed
        && let Some(close) = (tokens.end..limit.min(tokens.end + LONGEST)).find(|&token| is(token, ")"))
    {
        tokens.end = close + 1;
    }
}

fn is_edge(context: &Context<'_>, token: usize, head: usize) -> bool {
    context.text.head(token) == Some(head)
        && matches!(context.text.deprel(token), Deprel::Case | Deprel::Mark | Deprel::Cc)
        && context.lower(token).chars().all(char::is_alphabetic)
}
