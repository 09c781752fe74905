//! Words that show a stand, with what the tree says that they are about.

use crate::claim::stance::Scene;
use crate::claim::stance::Shown;
use crate::claim::stance::holder::Holder;
use crate::claim::stance::holder::subject;
use crate::claim::stance::target::contrary;
use crate::lexicon::stance::StanceCue;
use crate::model::Deprel;
use crate::model::Position;
use crate::model::Upos;

/// The stands that the word at a token shows, if they are the speaker's.
pub(super) fn at(scene: &Scene<'_>, holder: &Holder<'_>, token: usize) -> Vec<Shown> {
    let lemma = scene.text.lemma(token);
    let upos = scene.text.tokens[token].upos;
    let mut found = Vec::new();
    if upos == Upos::Verb {
        found.extend(scene.lexicon.verb(lemma).iter().filter_map(|cue| of_verb(scene, holder, token, cue)));
    }
    if upos == Upos::Noun {
        found.extend(scene.lexicon.noun(lemma).iter().filter_map(|cue| of_noun(scene, holder, token, cue)));
    }
    if matches!(upos, Upos::Noun | Upos::Adj | Upos::Verb) {
        let cues = scene.lexicon.predicate(lemma).iter();
        found.extend(cues.filter_map(|cue| of_predicate(scene, holder, token, cue)));
    }
    found.extend(phrase(scene, holder, token));
    found
}

fn of_verb(scene: &Scene<'_>, holder: &Holder<'_>, verb: usize, cue: &StanceCue) -> Option<Shown> {
    let text = scene.text;
    let own = Some(verb) == holder.cue;
    let held = own || if cue.deed { holder.calls_for(verb) } else { holder.does(verb) };
    if !held || own && cue.deed {
        return None;
    }
    let mut words = vec![verb];
    let towards = if cue.prepositions.is_empty() {
        let passive = text.child_by(verb, Deprel::NsubjPass).filter(|_| cue.deed || own);
        let object = text.children_by(verb, Deprel::Obj).filter(|&child| child > verb).last();
        object.or(passive)?
    } else {
        led(scene, verb, cue, &mut words)?
    };
    shown(scene, verb, cue, words, vec![towards])
}

fn of_noun(scene: &Scene<'_>, holder: &Holder<'_>, noun: usize, cue: &StanceCue) -> Option<Shown> {
    let text = scene.text;
    let owner = text.child_by(noun, Deprel::NmodPoss);
    let held = match owner {
        Some(owner) => holder.is(owner),
        None => cue.general || Some(noun) == holder.cue || is_voiced(scene, holder, noun),
    };
    let mut words = vec![noun];
    let towards = held.then(|| led(scene, noun, cue, &mut words)).flatten()?;
    shown(scene, noun, cue, words, vec![towards])
}

/// *we have concerns*, *voiced support*: the object of a verb of the speaker's.
fn is_voiced(scene: &Scene<'_>, holder: &Holder<'_>, noun: usize) -> bool {
    let text = scene.text;
    let joined = if text.deprel(noun) == Deprel::Conj { text.head(noun).unwrap_or(noun) } else { noun };
    matches!(text.deprel(joined), Deprel::Obj | Deprel::Obl)
        && text.head(joined).is_some_and(|verb| text.tokens[verb].upos == Upos::Verb && holder.does(verb))
}

fn of_predicate(scene: &Scene<'_>, holder: &Holder<'_>, word: usize, cue: &StanceCue) -> Option<Shown> {
    let text = scene.text;
    let copula = text.children(word).any(|child| matches!(text.deprel(child), Deprel::Cop | Deprel::AuxPass));
    let mut words = vec![word];
    if !cue.prepositions.is_empty() {
        let held = copula && holder.does(word);
        let towards = held.then(|| led(scene, word, cue, &mut words)).flatten()?;
        return shown(scene, word, cue, words, vec![towards]);
    }
    if copula && text.tokens[word].upos != Upos::Verb {
        let subject = subject(scene, word)?;
        return shown(scene, word, cue, words, vec![subject]);
    }
    // *called the talks a mistake*, *described them as vital*
    let above =
        text.head(word).filter(|&above| text.tokens[above].upos == Upos::Verb && holder.does(above))?;
    let named =
        matches!(text.deprel(word), Deprel::Xcomp | Deprel::Obl) && text.tokens[word].upos != Upos::Verb;
    let object = text.child_by(above, Deprel::Obj).filter(|&object| named && object < word)?;
    shown(scene, word, cue, words, vec![object])
}

/// *in favour of the pact*, beside a verb or after a copula, not behind a noun: *sanctions against it* are somebody's deed.
fn phrase(scene: &Scene<'_>, holder: &Holder<'_>, token: usize) -> Option<Shown> {
    let text = scene.text;
    let end = text.sentences[text.sentence_of(token)].tokens.end;
    let (words, position) = scene.lexicon.phrases().iter().find(|(words, _)| {
        token + words.len() < end
            && words.iter().enumerate().all(|(at, word)| scene.lower(token + at) == *word)
    })?;
    let behind = token + words.len();
    let inside = |word: &usize| *word >= behind && *word < end;
    let head = std::iter::once(behind).chain(text.ancestors(behind)).take_while(inside).last()?;
    let above = text.head(head).filter(|&above| above < token);
    let beside = match above {
        Some(above) => matches!(text.tokens[above].upos, Upos::Verb | Upos::Aux) && holder.does(above),
        None => subject(scene, head).is_some_and(|subject| holder.is(subject)),
    };
    let nominal = matches!(text.tokens[head].upos, Upos::Noun | Upos::Propn);
    (beside && nominal).then(|| Shown {
        position: *position,
        words: (token..behind).collect(),
        towards: vec![head],
    })
}

/// What one of the prepositions leads to.
fn led(scene: &Scene<'_>, word: usize, cue: &StanceCue, words: &mut Vec<usize>) -> Option<usize> {
    let text = scene.text;
    let fits = |&child: &usize| {
        child > word
            && matches!(text.deprel(child), Deprel::Nmod | Deprel::Obl | Deprel::Advcl | Deprel::Acl)
            && marker(scene, child, cue).is_some()
    };
    // Trees hang *about migration* in *voiced concern about migration* on the verb.
    let beside = |&child: &usize| {
        text.deprel(word) == Deprel::Obj && fits(&child) && marker(scene, child, cue) == Some(word + 1)
    };
    let child = text
        .children(word)
        .find(fits)
        .or_else(|| text.head(word).and_then(|above| text.children(above).find(beside)))?;
    words.extend(marker(scene, child, cue));
    Some(child)
}

fn marker(scene: &Scene<'_>, head: usize, cue: &StanceCue) -> Option<usize> {
    let text = scene.text;
    text.children(head).find(|&child| {
        child < head
            && matches!(text.deprel(child), Deprel::Case | Deprel::Mark)
            && cue.prepositions.iter().any(|word| *word == scene.lower(child))
    })
}

/// The stand with its negations reckoned in.
fn shown(
    scene: &Scene<'_>,
    word: usize,
    cue: &StanceCue,
    mut words: Vec<usize>,
    towards: Vec<usize>,
) -> Option<Shown> {
    let (text, grammar) = (scene.text, &scene.lexicon.grammar);
    let mut position = cue.position;
    let negation = text
        .children(word)
        .find(|&child| child < word && word - child < 6 && scene.is(child, &grammar.negations));
    if let Some(negation) = negation {
        position = cue.when_negated()?;
        words.push(negation);
    }
    let reversed = text.head(word).filter(|&above| {
        matches!(text.deprel(word), Deprel::Xcomp | Deprel::Advcl | Deprel::Acl)
            && scene.is_lemma(above, &grammar.reversers)
    });
    if let Some(reverser) = reversed {
        position = if position == Position::Supports { Position::Opposes } else { contrary(position) };
        words.push(reverser);
    }
    Some(Shown { position, words, towards })
}
