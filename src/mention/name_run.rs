//! How far a name may reach: the longest run of words that may be one.

use std::ops::Range;

use crate::lexicon::NounSense;
use crate::lexicon::WordRole;
use crate::lexicon::WordSet;
use crate::mention::known::known_at;
use crate::mention::text::Words;
use crate::mention::title_in_name::opens_complement;
use crate::model::Deprel;
use crate::model::NodeKind;
use crate::model::Upos;
use crate::model::Xpos;

/// The class of governments in nouns.toml.
pub(super) const GOVERNMENT: &str = "government";

/// How many words behind a conjunction or genitive the noun may stand that makes all of it the name of a body.
const LONGEST_TAIL: usize = 4;

/// The longest run of words that may be one name.
pub(super) fn run(words: &Words<'_, '_>, start: usize, free: &dyn Fn(usize) -> bool) -> Range<usize> {
    let known = known_at(words, start).filter(|known| (known.start..known.end).all(free));
    if known.is_none() && !words.is_capital(start) {
        return start..start;
    }
    let mut end = known.map_or(start + 1, |known| known.end);
    while words.has(end) && free(end) {
        let joint = matches!(words.form(end), "-" | "\u{2013}" | "/");
        if joint && words.touches(end - 1, end) && words.touches(end, end + 1) && words.has(end + 1) {
            end += 2;
            continue;
        }
        if parts(words, end) {
            break;
        }
        if words.is_capital(end) && !(words.title(end).is_some() && words.noun(end).is_none())
            || is_numbered(words, start, end)
        {
            end = known_at(words, end).map_or(end + 1, |known| known.end);
            continue;
        }
        if joins_body(words, start, end) {
            end += 1;
            continue;
        }
        if let Some(closed) = closing_noun(words, end) {
            return start..closed;
        }
        let Some(next) = connected(words, start, end, free) else { break };
        end = next;
    }
    start..end
}

/// Whether a capital begins something else all the same: *Agreement **Amending***, *TREATY **BETWEEN***, *AGREEMENT **AGREEMENT***.
fn parts(words: &Words<'_, '_>, end: usize) -> bool {
    if !words.is_capital(end) {
        return false;
    }
    let pact = |token: usize| words.noun(token).is_some_and(|(_, noun)| noun.kind == NodeKind::AGREEMENT);
    let form = words.form(end).to_lowercase();
    let loud = form.len() > 1 && words.form(end).chars().all(char::is_uppercase);
    let preposition = || words.lexicon.relations.grammar.prepositions.iter().any(|known| *known == form);
    let again = pact(end) && words.form(end).eq_ignore_ascii_case(words.form(end - 1));
    amends(words, end) || again || loud && preposition() && !words.is_in(WordSet::NameConnector, end)
}

/// *Agreement **Amending** the Harbour Treaty*: what a pact does, written with a capital.
pub(super) fn amends(words: &Words<'_, '_>, token: usize) -> bool {
    let pact = |token: usize| words.noun(token).is_some_and(|(_, noun)| noun.kind == NodeKind::AGREEMENT);
    token > words.range.start && pact(token - 1) && words.has(token + 1) && words.upos(token + 1) == Upos::Det
}

/// *Securities **and** Exchange Commission*, *Workers**\u{2019}** Council*: a common word before the joint, and behind it the noun that
/// makes all of it the name of a body.
fn joins_body(words: &Words<'_, '_>, start: usize, end: usize) -> bool {
    let last = end - 1;
    let genitive = words.doc.tokens[end].xpos == Xpos::Pos
        && matches!(words.doc.tokens[last].xpos, Xpos::Nns | Xpos::Nnps);
    let institution = |token: usize| words.noun(token).is_some_and(|(_, noun)| is_institution(noun));
    let lemma = words.doc.lemma(last).to_lowercase();
    // *Jones'* is no plural.
    let plural = genitive && lemma != words.form(last).to_lowercase();
    let issue = words.issue(last).is_some_and(|issue| issue.len == 1);
    let somebody = words.has_role(last, WordRole::Source) || words.has_role(last, WordRole::Person);
    let common = (plural || issue || words.lexicon.names.is_common(&lemma))
        && !words.opens(last)
        && known_at(words, last).is_none()
        && (genitive || !somebody);
    if !(genitive || words.upos(end) == Upos::Cconj) || !common || (start..end).any(institution) {
        return false;
    }
    let next = end + 1;
    let plain = |token: &usize| words.is_capital(*token) && known_at(words, *token).is_none();
    let tail = (next..next + LONGEST_TAIL).take_while(plain);
    let mut bodies = tail.filter(|&token| {
        words.noun(token).is_some_and(|(_, noun)| {
            [NodeKind::AGENCY, NodeKind::ORGANIZATION].contains(&noun.kind) && noun.class != GOVERNMENT
        })
    });
    bodies.next().is_some_and(|body| genitive || body > next)
}

/// *Resolution 1737*, *Article 5*: a number behind a name that has a head noun.
fn is_numbered(words: &Words<'_, '_>, start: usize, end: usize) -> bool {
    words.upos(end) == Upos::Num
        && end > start
        && words.form(end).starts_with(|c: char| c.is_ascii_digit())
        && words.noun(end - 1).is_some_and(|(_, noun)| noun.kind == NodeKind::AGREEMENT)
}

/// The end of a plain noun that makes the run before it a thing: *the Delta initiative*, *Brandt administration*.
fn closing_noun(words: &Words<'_, '_>, end: usize) -> Option<usize> {
    let last = (end..words.range.end.min(end + 4))
        .take_while(|&token| matches!(words.upos(token), Upos::Noun | Upos::Adj))
        .last()?;
    let head = (end..=last)
        .rev()
        .find(|&token| words.noun(token).is_some_and(|(length, _)| token + 1 >= end + length))?;
    if head == end && words.is_in(WordSet::StateSide, head) {
        return None;
    }
    let hangs = words.doc.head(end - 1).is_some_and(|above| (end..=head).contains(&above))
        || words.doc.is_under(end - 1, head);
    let direct = (end..head).all(|token| words.doc.is_under(token, head));
    let related = matches!(
        words.doc.deprel(end - 1),
        Deprel::Compound | Deprel::Amod | Deprel::NmodDesc | Deprel::Flat
    );
    (hangs && direct && related && words.upos(head) == Upos::Noun).then_some(head + 1)
}

/// Where a run goes on behind a connector at `end`: *Ministry* of *Health*, *Public Health* and *Safe Communities*.
fn connected(words: &Words<'_, '_>, start: usize, end: usize, free: &dyn Fn(usize) -> bool) -> Option<usize> {
    let institution =
        (start..end).any(|token| words.noun(token).is_some_and(|(_, noun)| is_institution(noun)));
    let next = end + 1;
    if !words.has(next) || !institution {
        return None;
    }
    let inside = |token: usize| (start..end).any(|part| words.doc.is_under(token, part));
    let connector = |token: usize| words.is_in(WordSet::NameConnector, token);
    if connector(end) {
        let first = if words.upos(next) == Upos::Det { next + 1 } else { next };
        let place = words.lexicon.mentions.has(WordSet::Locative, &words.form(end).to_lowercase());
        let known = known_at(words, first).is_some();
        // The tree often loses what follows *for*; a capital that is no name of its own goes on with the run.
        let fits = words.is_capital(first) && free(first) && (inside(first) || !known) && (!place || !known);
        let whose = first > next && opens_complement(words, end);
        // *on behalf of the Government for **the Government** of Kenya*: another body begins.
        let other = first > next && !connects_owner(words, end) && words.noun(first).is_some();
        // *the adoption by the Council of **Resolution 9***: an instrument is no part of a body.
        // *the Government of Kenya **on** Trade*: what it deals with is no part of a government.
        let matter = !connects_owner(words, end)
            && (start..end).any(|token| words.noun(token).is_some_and(|(_, noun)| noun.class == GOVERNMENT));
        let instrument = words.noun(first).is_some_and(|(_, noun)| noun.kind == NodeKind::AGREEMENT)
            && !(start..end)
                .any(|token| words.noun(token).is_some_and(|(_, noun)| noun.kind == NodeKind::AGREEMENT));
        if other || instrument || matter {
            return None;
        }
        return match words.title(first) {
            Some(title) => (fits && whose).then_some(first + title.len),
            None => fits.then_some(first),
        };
    }
    let comma = words.form(end) == ",";
    if !(words.upos(end) == Upos::Cconj || comma) || !(start..end).any(connector) {
        return None;
    }
    // A comma joins only where a conjunction with another capital closes the list.
    let close = (next..words.range.end)
        .find(|&token| !words.is_capital(token) && words.form(token) != ",")
        .unwrap_or(next);
    let listed = words.has(close) && words.upos(close) == Upos::Cconj && words.is_capital(close + 1);
    let known = known_at(words, next).is_some() || words.title(next).is_some();
    (words.is_capital(next) && free(next) && !known && inside(next) && (!comma || listed)).then_some(next)
}

/// Whether the connector says whose: *of*.
fn connects_owner(words: &Words<'_, '_>, connector: usize) -> bool {
    words
        .lexicon
        .relations
        .grammar
        .owning
        .iter()
        .any(|owning| owning.eq_ignore_ascii_case(words.form(connector)))
}

/// Kinds whose names go on behind *of* and *for*.
fn is_institution(noun: &NounSense) -> bool {
    [NodeKind::AGENCY, NodeKind::ORGANIZATION, NodeKind::AGREEMENT, NodeKind::EVENT].contains(&noun.kind)
}
