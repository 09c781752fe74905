//! Who speaks: the subject of a cue, through passives, relative clauses, coordination and participles.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::model::Deprel;
use crate::model::MentionId;
use crate::model::Upos;
use crate::model::Xpos;

/// The words that name a speaker, and the mentions among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Source {
    /// Joint speakers together; none where it cannot be told.
    pub(super) speakers: Vec<MentionId>,
    /// The words; none where nobody is named.
    pub(super) tokens: Option<Range<usize>>,
    /// Whether it is the one who speaks around it: *I*, *we*.
    pub(super) first_person: bool,
    /// Whether the words belong to this cue alone, not to a verb above it.
    pub(super) own: bool,
    /// Whether it is a relative pronoun: *who said*.
    pub(super) relative: bool,
}

/// The speaker of a verb. None where the verb has nobody who could speak: an imperative, a thing that says nothing.
pub(super) fn of_verb(context: &Context<'_>, verb: usize) -> Option<Source> {
    match subject(context, verb, 0) {
        Subject::Word(word, own) => {
            let relative = context.is_relative(word) && own;
            let word = if context.is_relative(word) { antecedent(context, verb, word)? } else { word };
            let mut source = of_phrase(context, word, Some(verb))?;
            source.own = own;
            source.relative = relative;
            Some(source)
        }
        Subject::Unnamed => Some(Source::default()),
        Subject::Nobody => None,
    }
}

/// The speaker that the noun phrase under `head` names; `verb` is the cue, whose words are no part of it.
pub(super) fn of_phrase(context: &Context<'_>, head: usize, verb: Option<usize>) -> Option<Source> {
    let text = context.text;
    if context.is_relative(head) {
        return None;
    }
    let first_person = context.is(head, &context.cues.grammar.first_person);
    if context.upos(head) == Upos::Noun && context.cues.is_document(text.lemma(head)) {
        return Some(author_of(context, head).unwrap_or_default());
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
    if speakers.is_empty() && !named.is_empty() {
        return None;
    }
    let mut tokens = phrase(context, head, verb);
    if let Some(&id) = speakers.first() {
        let mention = &context.mentions[id.index()].tokens;
        let mention = mention.start as usize..mention.end as usize;
        if verb.is_none_or(|verb| !mention.contains(&verb))
            && (mention.contains(&head) || mention.end <= tokens.start)
        {
            tokens = tokens.start.min(mention.start)..tokens.end.max(mention.end);
        }
    }
    let someone = !speakers.is_empty()
        || first_person
        || matches!(context.upos(head), Upos::Propn)
        || (matches!(context.upos(head), Upos::Noun) && context.mention_of(head).is_none());
    someone.then_some(Source { speakers, tokens: Some(tokens), first_person, own: true, relative: false })
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

enum Subject {
    Word(usize, bool),
    Unnamed,
    Nobody,
}

fn is_agent(context: &Context<'_>, child: usize) -> bool {
    context.text.deprel(child) == Deprel::OblAgent
        || (context.text.deprel(child) == Deprel::Obl
            && context.is_marked(child, &context.cues.grammar.agents))
}

fn subject(context: &Context<'_>, verb: usize, depth: usize) -> Subject {
    let text = context.text;
    let own = depth == 0;
    if depth > 6 {
        return Subject::Nobody;
    }
    let active =
        text.children(verb).find(|&child| matches!(text.deprel(child), Deprel::Nsubj | Deprel::NsubjOuter));
    if let Some(subject) = active {
        return Subject::Word(subject, own);
    }
    if context.is_passive(verb) {
        if own || text.deprel(verb) == Deprel::Conj {
            let agent = text.children(verb).find(|&child| is_agent(context, child));
            return agent.map_or(Subject::Unnamed, |agent| Subject::Word(agent, own));
        }
        return text
            .child_by(verb, Deprel::NsubjPass)
            .map_or(Subject::Nobody, |word| Subject::Word(word, false));
    }
    if own && let Some(inverted) = inverted(context, verb) {
        return Subject::Word(inverted, true);
    }
    let Some(above) = text.head(verb) else {
        return before(context, verb).map_or(Subject::Nobody, |word| Subject::Word(word, true));
    };
    match text.deprel(verb) {
        Deprel::Acl if context.xpos(verb) == Xpos::Vbn => {
            let agent = text.children(verb).find(|&child| is_agent(context, child));
            agent.map_or(Subject::Nobody, |agent| Subject::Word(agent, own))
        }
        Deprel::Acl => {
            if context.cues.is_document(text.lemma(above)) || context.cues.noun(text.lemma(above)).is_some() {
                return issuer(context, above, depth);
            }
            if context.is_infinitive(verb) {
                return subject_above(context, above, depth);
            }
            Subject::Word(above, own)
        }
        Deprel::AclRelcl | Deprel::AdvclRelcl => {
            before(context, verb).map_or(Subject::Nobody, |word| Subject::Word(word, own))
        }
        Deprel::Conj
        | Deprel::Xcomp
        | Deprel::Advcl
        | Deprel::Parataxis
        | Deprel::Dep
        | Deprel::Ccomp
        | Deprel::List
        | Deprel::Obl => {
            if own
                && text.deprel(verb) == Deprel::Parataxis
                && let Some(word) = before(context, verb)
            {
                return Subject::Word(word, true);
            }
            subject(context, above, depth + 1)
        }
        _ => before(context, verb).map_or(Subject::Nobody, |word| Subject::Word(word, own)),
    }
}

fn subject_above(context: &Context<'_>, noun: usize, depth: usize) -> Subject {
    match context.text.head(noun) {
        Some(verb) => subject(context, verb, depth + 1),
        None => Subject::Nobody,
    }
}

/// *issued a statement saying*: the owner of the statement, else the one who issued it.
fn issuer(context: &Context<'_>, noun: usize, depth: usize) -> Subject {
    if author_of(context, noun).is_some() {
        return Subject::Word(noun, false);
    }
    match subject_above(context, noun, depth) {
        Subject::Word(word, _) if word != noun => Subject::Word(word, false),
        _ => Subject::Word(noun, false),
    }
}

/// *said the envoy*: a noun right after the verb where words said stand before it.
fn inverted(context: &Context<'_>, verb: usize) -> Option<usize> {
    let text = context.text;
    let sentence = context.sentence(verb);
    let led = verb > sentence.start && context.is_punct(verb - 1);
    if !led || context.xpos(verb) == Xpos::Vbg {
        return None;
    }
    text.children(verb).find(|&child| {
        child > verb
            && matches!(
                text.deprel(child),
                Deprel::Obj
                    | Deprel::Obl
                    | Deprel::OblUnmarked
                    | Deprel::Dep
                    | Deprel::Iobj
                    | Deprel::Parataxis
            )
            && context.is_nominal(child)
            && text.children(child).all(|mark| text.deprel(mark) != Deprel::Case || mark > child)
            && context.mention_of(child).is_some_and(|id| context.can_speak(id))
    })
}

/// Where the tree shows no subject: the speaker named right before the verb.
fn before(context: &Context<'_>, verb: usize) -> Option<usize> {
    let start = context.sentence(verb).start;
    let mut word = verb;
    while word > start {
        word -= 1;
        match context.upos(word) {
            Upos::Aux | Upos::Adv | Upos::Part => {}
            Upos::Noun | Upos::Propn | Upos::Pron => {
                let id = context.mention_of(word)?;
                let mention = &context.mentions[id.index()];
                let ends_here = mention.tokens.end as usize == word + 1;
                return (ends_here && context.can_speak(id) && context.level(word) == context.level(verb))
                    .then_some(mention.head as usize);
            }
            _ => return None,
        }
    }
    None
}

/// The noun that a relative pronoun stands for.
fn antecedent(context: &Context<'_>, verb: usize, pronoun: usize) -> Option<usize> {
    let text = context.text;
    let clause = std::iter::once(verb)
        .chain(text.ancestors(verb))
        .find(|&above| matches!(text.deprel(above), Deprel::AclRelcl | Deprel::Acl | Deprel::AdvclRelcl));
    if let Some(noun) =
        clause.and_then(|clause| text.head(clause)).filter(|&noun| noun < pronoun && context.is_nominal(noun))
    {
        return Some(noun);
    }
    let start = context.sentence(verb).start;
    (start..pronoun).rev().find(|&word| {
        context
            .mention_of(word)
            .is_some_and(|id| context.mentions[id.index()].head as usize == word && context.can_speak(id))
    })
}

/// The words of a noun phrase, the cue and punctuation at its ends left out.
fn phrase(context: &Context<'_>, head: usize, verb: Option<usize>) -> Range<usize> {
    let mut tokens = context.text.subtree(head);
    let sentence = context.sentence(head);
    tokens = tokens.start.max(sentence.start)..tokens.end.min(sentence.end);
    if let Some(verb) = verb.filter(|verb| tokens.contains(verb)) {
        tokens = if verb > head { tokens.start..verb } else { verb + 1..tokens.end };
    }
    while tokens.end > head + 1 && context.is_punct(tokens.end - 1) {
        tokens.end -= 1;
    }
    while tokens.start < head && (context.is_punct(tokens.start) || is_edge(context, tokens.start, head)) {
        tokens.start += 1;
    }
    tokens
}

fn is_edge(context: &Context<'_>, token: usize, head: usize) -> bool {
    context.text.head(token) == Some(head)
        && matches!(context.text.deprel(token), Deprel::Case | Deprel::Mark | Deprel::Cc)
        && context.lower(token).chars().all(char::is_alphabetic)
}
