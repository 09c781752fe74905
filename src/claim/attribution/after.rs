//! Words said that follow their cue: a quotation, or a clause with or without *that*.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::claim::attribution::cut::is_finite;
use crate::claim::attribution::cut::stretch;
use crate::claim::attribution::edge::group_start;
use crate::claim::attribution::edge::is_break;
use crate::claim::attribution::edge::next;
use crate::claim::attribution::edge::tail;
use crate::claim::attribution::named::Link;
use crate::claim::attribution::named::Source;
use crate::lexicon::cues::Frame;
use crate::lexicon::cues::VerbCue;
use crate::model::Deprel;
use crate::model::SpeechAct;
use crate::model::Upos;
use crate::model::Xpos;

/// The clause or quotation after the cue.
pub(super) fn after(
    context: &Context<'_>,
    verb: usize,
    cue: &VerbCue,
    source: &Source,
) -> Option<Range<usize>> {
    let text = context.text;
    let level = context.level(verb);
    let sentence = context.sentence(verb);
    let mut from = next(context, verb, &cue.particle);
    if let Some(tokens) = source.tokens.as_ref().filter(|tokens| tokens.start > verb && tokens.start <= from)
    {
        from = tokens.end;
    }
    let quote = cue.takes(Frame::Quote).then(|| quote_after(context, verb, from)).flatten();
    let clause = cue.takes(Frame::Clause).then(|| clause_after(context, verb, from, cue, source)).flatten();
    let Some(quote) = quote else { return clause };
    let tokens = text.tokens_in(context.quotes[quote].outer);
    let inner = text.tokens_in(context.quotes[quote].inner);
    let capital = inner.start < text.tokens.len() && text.form(inner.start).starts_with(char::is_uppercase);
    let led =
        (from..tokens.start).any(|token| is_break(context, token) && context.opens(level, token).is_none());
    let rest = tokens.end >= sentence.end || context.is_punct(tokens.end);
    let whole = clause.as_ref().is_none_or(|clause| clause.start >= tokens.start);
    if whole
        && ((led && capital)
            || rest && clause.as_ref().is_none_or(|clause| clause.end <= tokens.end + 1 || capital))
    {
        return Some(tokens);
    }
    clause.or(Some(tokens))
}

/// The quotation that begins after the cue, its addressees and circumstances.
fn quote_after(context: &Context<'_>, verb: usize, from: usize) -> Option<usize> {
    let level = context.level(verb);
    let end = context.sentence(verb).end;
    let first = (from.max(tail(context, verb))..end)
        .find(|&token| !is_break(context, token) || context.opens(level, token).is_some());
    let near = (from..end).find(|&token| !is_break(context, token) || context.opens(level, token).is_some());
    first
        .and_then(|first| context.opens(level, first))
        .or_else(|| near.and_then(|near| context.opens(level, near)))
        .or_else(|| {
            // *said in a speech on Monday: "..."*
            let colon =
                (from..end).find(|&token| context.lower(token) == ":" && context.level(token) == level)?;
            let plain = (from..colon).all(|token| !is_break(context, token) || context.lower(token) == ",");
            (plain && colon + 1 < context.text.tokens.len())
                .then(|| context.opens(level, colon + 1))
                .flatten()
        })
}

/// The clause that follows the verb, without *that*.
fn clause_after(
    context: &Context<'_>,
    verb: usize,
    from: usize,
    cue: &VerbCue,
    source: &Source,
) -> Option<Range<usize>> {
    let end = context.sentence(verb).end;
    if let Some(that) = complementizer(context, verb, from, end, cue) {
        return stretch(context, verb, that + 1);
    }
    let text = context.text;
    let clause = text.children(verb).find(|&child| child > verb && text.deprel(child) == Deprel::Ccomp);
    let Some(first) = first_word(context, verb, from, end) else {
        // *The envoy said, if the plan fails, it fails.*
        let start = clause.map_or(from, |clause| text.subtree(clause).start.max(from));
        let begins = group_start(context, verb);
        let opens_sentence = source.link != Link::Shared
            && source.tokens.as_ref().is_some_and(|tokens| {
                tokens.end == begins
                    && tokens.start.checked_sub(1).is_none_or(|before| !is_break(context, before))
            });
        let finite = (from..end).any(|token| context.upos(token) == Upos::Aux);
        return (opens_sentence
            && (clause.is_some() || finite && context.cues.grammar.bare.contains(text.lemma(verb))))
        .then(|| stretch(context, verb, skip_breaks(context, verb, start, end)))
        .flatten();
    };
    if context.upos(first) == Upos::Part || context.xpos(first) == Xpos::To {
        return None;
    }
    let tree = clause.map(|clause| text.subtree(clause).start).filter(|&start| start >= from && start < end);
    let grammar = &context.cues.grammar;
    // *said when he left*: a time, unless somebody asks.
    let timed = cue.act != SpeechAct::Ask && context.is(first, &grammar.temporal);
    if timed {
        return None;
    }
    let asks = context.is(first, &grammar.interrogatives)
        || matches!(context.xpos(first), Xpos::Wrb | Xpos::Wp | Xpos::Wdt);
    if cue.weak && !asks {
        return tree
            .filter(|_| has_subject(context, clause))
            .and_then(|start| stretch(context, verb, start.max(from)));
    }
    if let Some(start) = tree {
        return stretch(context, verb, skip_breaks(context, verb, start, end));
    }
    // *said work would go on*, *said it "would go on"*: where the tree shows no clause, the words still do.
    let finite = (first..end).any(|token| is_finite(context, token));
    let begins = asks
        || !matches!(
            context.upos(first),
            Upos::Adp | Upos::Sconj | Upos::Cconj | Upos::Part | Upos::Punct | Upos::Intj
        );
    let bare = context.cues.grammar.bare.contains(text.lemma(verb))
        && cue.object.is_empty()
        && !(takes_object(context, verb) && nominal_start(context, first));
    let infinitive = verb > 0 && context.xpos(verb - 1) == Xpos::To;
    (begins && (asks || bare && !infinitive) && finite).then(|| stretch(context, verb, first)).flatten()
}

fn has_subject(context: &Context<'_>, clause: Option<usize>) -> bool {
    let text = context.text;
    clause.is_some_and(|clause| {
        text.children(clause).any(|child| {
            matches!(text.deprel(child), Deprel::Nsubj | Deprel::NsubjPass | Deprel::Expl | Deprel::Csubj)
        })
    })
}

fn skip_breaks(context: &Context<'_>, verb: usize, mut start: usize, end: usize) -> usize {
    let level = context.level(verb);
    while start < end && is_break(context, start) && context.opens(level, start).is_none() {
        start += 1;
    }
    if start < end
        && context.is(start, &context.cues.grammar.complementizers)
        && is_complementizer(context, start)
    {
        start += 1;
    }
    start
}

/// The first word after the addressee and the time: *told reporters on Monday the plan would hold*.
fn first_word(context: &Context<'_>, verb: usize, from: usize, end: usize) -> Option<usize> {
    let tail = tail(context, verb).max(from);
    (tail < end && !is_break(context, tail) && context.level(tail) == context.level(verb)).then_some(tail)
}

/// *that* after the cue, its addressees and circumstances.
fn complementizer(
    context: &Context<'_>,
    verb: usize,
    from: usize,
    end: usize,
    cue: &VerbCue,
) -> Option<usize> {
    let level = context.level(verb);
    let reach = if cue.object.is_empty() { 14 } else { 8 };
    let that = (from..end.min(from + reach)).find(|&token| {
        context.is(token, &context.cues.grammar.complementizers) && context.level(token) == level
    })?;
    // No verb between, or it is another's: *said the plan that failed*.
    let free = (from..that).all(|token| {
        !matches!(context.upos(token), Upos::Verb | Upos::Aux) || context.xpos(token) == Xpos::Vbg
    });
    let nominal = (from..that).any(|token| matches!(context.upos(token), Upos::Noun | Upos::Propn));
    // *the hope that*, *noted the fact that*: the clause of the noun.
    let of_noun = that > from
        && (takes_object(context, verb) && nominal
            || context.cues.noun(context.text.lemma(that - 1)).is_some())
        && cue.object.is_empty();
    // *said on Monday that*, *said in a letter that*: trees take it for a relative pronoun.
    let circumstance = that > from
        && context.cues.grammar.bare.contains(context.text.lemma(verb))
        && (context.upos(from) == Upos::Adp || context.date_starting_at(from).is_some())
        && that + 1 < end
        && !matches!(context.upos(that + 1), Upos::Verb | Upos::Aux);
    let of_noun = of_noun && !circumstance;
    let own = is_complementizer(context, that) || circumstance;
    let heads = context.text.head(that).is_some_and(|clause| context.text.head(clause) == Some(verb));
    let goes_on = that + 1 < end && !matches!(context.upos(that + 1), Upos::Adp | Upos::Punct | Upos::Part);
    if cue.weak && !(heads && that <= from + 1) {
        return None;
    }
    let told = context.cues.grammar.telling.contains(context.text.lemma(verb)) && that > from;
    (free && !of_noun && goes_on && (own || heads || told)).then_some(that)
}

/// *stressed a point*, not *stressed they would come*.
fn nominal_start(context: &Context<'_>, first: usize) -> bool {
    matches!(context.upos(first), Upos::Det | Upos::Adj) || context.xpos(first) == Xpos::PrpS
}

fn takes_object(context: &Context<'_>, verb: usize) -> bool {
    let cues = context.cues.verb(context.text.lemma(verb));
    cues.iter().any(|cue| cue.takes(Frame::Object) && cue.object.is_empty())
}

/// Whether *that* opens a reported clause, no relative one and no noun phrase.
pub(super) fn is_complementizer(context: &Context<'_>, token: usize) -> bool {
    matches!(context.text.deprel(token), Deprel::Mark) || context.upos(token) == Upos::Sconj
}
