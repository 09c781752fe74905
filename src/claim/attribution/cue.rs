//! Finds the words that say that somebody says something, and joins them to source and content.

use std::ops::Range;

use crate::claim::attribution::adjective;
use crate::claim::attribution::clause;
use crate::claim::attribution::complement;
use crate::claim::attribution::content;
use crate::claim::attribution::context::Context;
use crate::claim::attribution::edge::group_start;
use crate::claim::attribution::named::Link;
use crate::claim::attribution::named::Source;
use crate::claim::attribution::noun;
use crate::claim::attribution::phrase;
use crate::claim::attribution::record::Record;
use crate::claim::attribution::refusal;
use crate::claim::attribution::source;
use crate::lexicon::cues::Frame;
use crate::lexicon::cues::VerbCue;
use crate::model::Deprel;
use crate::model::SpeechAct;
use crate::model::Upos;
use crate::model::Xpos;

/// The statement of which the token is the cue. `told` says whether the token stands in a speaker's own words.
pub(super) fn at(context: &Context<'_>, token: usize, told: bool) -> Option<Record> {
    if let Some(found) = phrase::at(context, token) {
        let level = context.level(token);
        return Some(Record {
            content: content::of_runs(context, level, &found.runs)?,
            source: found.source,
            cue: Some(found.cue),
            word: None,
            act: SpeechAct::Say,
            level,
            matter: Vec::new(),
            unnamed: false,
        });
    }
    if context.upos(token) == Upos::Noun {
        let (source, run, act) = noun::of_noun(context, token)?;
        return record(context, token, source, act, &[run]);
    }
    let verbal = (context.upos(token) == Upos::Verb).then(|| of_verb(context, token, told)).flatten();
    verbal.or_else(|| {
        let (source, run, act) = adjective::of_adjective(context, token).filter(|_| !told)?;
        record(context, token, source, act, &[run])
    })
}

fn record(
    context: &Context<'_>,
    word: usize,
    source: Source,
    act: SpeechAct,
    runs: &[Range<usize>],
) -> Option<Record> {
    let level = context.level(word);
    // *Having stressed the need for talks, the envoy left*: the speaker ends what is said.
    let speaker = source.tokens.as_ref().map_or(0, |tokens| tokens.start);
    let mut runs = runs.to_vec();
    for run in runs.iter_mut().filter(|run| speaker > word && run.start < speaker && speaker < run.end) {
        run.end = speaker;
    }
    let unnamed = source.speakers.is_empty() && source.tokens.is_none() && !addresses(context, word);
    Some(Record {
        content: content::of_runs(context, level, &runs)?,
        source,
        cue: Some(cue_words(context, word)),
        word: Some(word),
        act,
        level,
        matter: Vec::new(),
        unnamed,
    })
}

fn of_verb(context: &Context<'_>, verb: usize, told: bool) -> Option<Record> {
    let text = context.text;
    let attributive =
        matches!(text.deprel(verb), Deprel::Amod | Deprel::Compound | Deprel::Case | Deprel::Fixed);
    let lemma = text.lemma(verb);
    let cues = context.cues.verb(lemma);
    let refuses = context.cues.refusal.words.contains(lemma);
    if cues.is_empty() && !refuses {
        return None;
    }
    if context.xpos(verb) == Xpos::Vbg && context.sentence(verb).start == verb {
        return None;
    }
    let source = source::of_verb(context, verb)?;
    // *the noted envoy*, but not *"...," the envoy told us*, whatever the tree says.
    if attributive && !follows_quote(context, verb, &source) {
        return None;
    }
    let own_words = told || context.level(verb).is_some();
    if own_words && (source.first_person || source.speakers.is_empty()) {
        return None;
    }
    let infinitive =
        context.xpos(verb) == Xpos::Vb && verb.checked_sub(1).is_some_and(|to| context.xpos(to) == Xpos::To);
    if infinitive && text.deprel(verb) != Deprel::Xcomp {
        return None;
    }
    if refuses
        && !source.thing
        && let Some(run) = refusal::of_verb(context, verb)
    {
        return record(context, verb, source, SpeechAct::Decline, &[run]);
    }
    let negated = context.is_negated(verb);
    if !negated && is_hypothetical(context, verb) {
        return None;
    }
    let fitting: Vec<&VerbCue> = cues
        .iter()
        .filter(|cue| cue.negated == negated && fits(context, verb, cue, &source, own_words))
        .collect();
    if negated {
        let cue = fitting.first()?;
        let run = fitting.iter().find_map(|cue| complement::of_verb(context, verb, cue));
        return record(context, verb, source, cue.act, &[run?.run]);
    }
    if let Some(run) = said_before(context, verb) {
        let cue = fitting.first()?;
        return record(context, verb, source, cue.act, &[run]);
    }
    let spoken = fitting
        .iter()
        .filter(|cue| cue.takes(Frame::Quote) || cue.takes(Frame::Clause))
        .find_map(|cue| clause::of_verb(context, verb, cue, &source).map(|found| (cue.act, found)));
    if let Some((act, found)) = &spoken
        && !found.weak
    {
        return record(context, verb, source, *act, &found.runs);
    }
    let complement = fitting.iter().find_map(|cue| {
        complement::of_verb(context, verb, cue).map(|found| (found.act.unwrap_or(cue.act), found.run))
    });
    // Without a speaker, only a clause is certain to be said: *hopes were voiced for talks* may be nobody's words.
    let held = |run: &Range<usize>| source.tokens.is_some() || clause_follows(context, run);
    if let Some((act, run)) = complement.filter(|(_, run)| held(run)) {
        return record(context, verb, source, act, &[run]);
    }
    let (act, found) = spoken.filter(|_| !own_words)?;
    record(context, verb, source, act, &found.runs)
}

/// *could say*: nothing is said.
fn is_hypothetical(context: &Context<'_>, verb: usize) -> bool {
    let group = group_start(context, verb);
    (group..verb).any(|token| context.is(token, &context.cues.grammar.hypothetical))
}

/// Whether the subject of a passive is the one spoken to: *the envoy was told*.
fn addresses(context: &Context<'_>, verb: usize) -> bool {
    let subject = context.text.child_by(verb, Deprel::NsubjPass);
    subject.and_then(|subject| context.mention_of(subject)).is_some_and(|id| context.can_speak(id))
}

/// Whether a verb stands below another cue.
fn is_reported(context: &Context<'_>, verb: usize) -> bool {
    context.text.ancestors(verb).any(|above| {
        context.upos(above) == Upos::Verb
            && context.cues.verb(context.text.lemma(above)).iter().any(|cue| !cue.weak)
    })
}

/// Whether the verb is used as this entry says.
fn fits(context: &Context<'_>, verb: usize, cue: &VerbCue, source: &Source, own_words: bool) -> bool {
    let text = context.text;
    let modal = (group_start(context, verb)..verb).any(|token| context.xpos(token) == Xpos::Md);
    if cue.weak
        && (own_words
            || modal
            || source.first_person
            || source.speakers.is_empty()
            || context.is_passive(verb))
    {
        return false;
    }
    // What somebody wants or doubts in another's words is what that other says.
    let held = cue.weak && (cue.takes(Frame::Infinitive) || cue.takes(Frame::Object));
    if held && is_reported(context, verb) {
        return false;
    }
    if source.thing && !context.cues.grammar.telling_things.contains(text.lemma(verb)) {
        return false;
    }
    is_used(context, verb, cue)
}

/// Whether particle and object of the entry stand with the verb.
pub(super) fn is_used(context: &Context<'_>, verb: usize, cue: &VerbCue) -> bool {
    let text = context.text;
    let particle = cue.particle.is_empty()
        || text
            .children(verb)
            .any(|child| child > verb && cue.particle.iter().any(|word| word == context.lower(child)));
    let passive = context.is_passive(verb);
    let object = cue.object.is_empty()
        || text.children(verb).any(|child| {
            let role = match text.deprel(child) {
                Deprel::Obj | Deprel::Xcomp | Deprel::Obl => child > verb,
                Deprel::NsubjPass => passive,
                _ => false,
            };
            role && cue.object.iter().any(|word| word == text.lemma(child))
        });
    particle && object
}

/// Whether a quotation ends right before the speaker.
fn follows_quote(context: &Context<'_>, verb: usize, source: &Source) -> bool {
    let before = source.tokens.as_ref().filter(|tokens| source.link != Link::Shared && tokens.end == verb);
    let before = before.and_then(|tokens| tokens.start.checked_sub(1));
    before.is_some_and(|before| context.closes(context.level(verb), before).is_some())
}

/// Whether the words said follow a complementizer.
fn clause_follows(context: &Context<'_>, run: &Range<usize>) -> bool {
    run.start > 0 && context.is(run.start - 1, &context.cues.grammar.complementizers)
}

/// *This was stressed by the envoy*: the sentence before.
fn said_before(context: &Context<'_>, verb: usize) -> Option<Range<usize>> {
    let text = context.text;
    let subject = text.child_by(verb, Deprel::NsubjPass)?;
    let bare =
        context.is(subject, &context.cues.grammar.demonstratives) && context.upos(subject) == Upos::Pron;
    let number = text.sentence_of(verb).checked_sub(1)?;
    let (before, here) = (&text.sentences[number], &text.sentences[number + 1]);
    (bare && before.block == here.block).then(|| before.tokens.clone())
}

/// The verb with its auxiliaries, its negation and its particle, and with the verb above it that tells how it is said:
/// *appeared to suggest*, *continues to insist*.
pub(super) fn cue_words(context: &Context<'_>, word: usize) -> Range<usize> {
    let text = context.text;
    let mut words = word..word + 1;
    // *once again said*: an adverb of an adverb belongs too.
    let belongs = |token: usize| {
        let head = text.head(token);
        let adverb = head.is_some_and(|above| {
            above > token
                && above < word
                && text.head(above) == Some(word)
                && context.upos(token) == Upos::Adv
        });
        (head == Some(word) || adverb)
            && matches!(
                text.deprel(token),
                Deprel::Aux | Deprel::AuxPass | Deprel::Cop | Deprel::Advmod | Deprel::CompoundPrt
            )
    };
    while words.start > 0 && (belongs(words.start - 1) || context.xpos(words.start - 1) == Xpos::To) {
        words.start -= 1;
    }
    if context.xpos(words.start) == Xpos::To {
        words.start += 1;
    }
    if let Some(above) = text.head(word)
        && text.deprel(word) == Deprel::Xcomp
        && above < words.start
        && (above + 1..words.start).all(|token| context.xpos(token) == Xpos::To)
        && (above + 1 < words.start || context.xpos(word) == Xpos::Vbg)
        && context.upos(above) == Upos::Verb
    {
        words.start = group_start(context, above);
    }
    while words.end < text.tokens.len() && text.deprel(words.end) == Deprel::CompoundPrt && belongs(words.end)
    {
        words.end += 1;
    }
    words
}
