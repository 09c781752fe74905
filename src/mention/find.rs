//! All mentions of a document: the surest finders first, each in what the former ones left open.

use crate::lexicon::Lexicon;
use crate::mention::amount;
use crate::mention::date;
use crate::mention::demonym::demonyms;
use crate::mention::description::descriptions;
use crate::mention::draft::Draft;
use crate::mention::name::names;
use crate::mention::person::titled;
use crate::mention::pronoun::pronouns;
use crate::mention::subject_matter::subject_matters;
use crate::mention::text::SeenNames;
use crate::mention::text::Words;
use crate::mention::text::seen_names;
use crate::mention::topic::topics;
use crate::model::Annotated;
use crate::model::Mention;
use crate::model::NodeKind;

/// Finds the mentions of a document, sorted by place, the longer before the shorter.
#[must_use]
pub fn find(doc: &Annotated<'_>, lexicon: &Lexicon) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = date::find(doc, &lexicon.dates);
    let mut taken = vec![false; doc.tokens.len()];
    for mention in &mentions {
        taken[mention.tokens.start as usize..mention.tokens.end as usize].fill(true);
    }
    mentions.extend(amount::find(doc, &lexicon.amounts));
    let seen = names_of_persons(doc, lexicon, seen_names(doc));
    for sentence in &doc.sentences {
        let words = Words::new(doc, lexicon, &seen, sentence.tokens.clone());
        let mut found = Vec::new();
        let mut take = |drafts: Vec<Draft>, taken: &mut [bool]| {
            for draft in &drafts {
                taken[draft.tokens.clone()].fill(true);
            }
            found.extend(drafts);
        };
        let (persons, idle) = titled(&words, &|token| !taken[token]);
        take(persons, &mut taken);
        for title in idle {
            taken[title].fill(true);
        }
        take(names(&words, &|token| !taken[token]), &mut taken);
        let described = descriptions(&words, &|token| !taken[token]);
        for draft in &described {
            // What qualifies the noun may be named or be an issue in its own right: only the head is closed.
            let head = draft.tokens.end - 1;
            taken[head] = true;
        }
        found.extend(described);
        found.extend(demonyms(&words, &found));
        found.extend(topics(&words, &|token| !taken[token]));
        let matters = subject_matters(&words, &|token| !taken[token], &found);
        // *the delivery of grain* is one issue, not grain.
        found.retain(|draft| {
            let inside = |matter: &Draft| {
                matter.tokens.start <= draft.tokens.start && draft.tokens.end <= matter.tokens.end
            };
            !draft.is(&NodeKind::TOPIC) || !matters.iter().any(inside)
        });
        found.extend(matters);
        found.extend(pronouns(&words, &|token| !taken[token]));
        mentions.extend(found.into_iter().map(|draft| draft.finish(&words)));
    }
    mentions.sort_by(|a, b| {
        (a.span.start, std::cmp::Reverse(a.span.end), a.form).cmp(&(
            b.span.start,
            std::cmp::Reverse(b.span.end),
            b.form,
        ))
    });
    mentions.dedup_by(|a, b| a.span == b.span && a.kind == b.kind);
    mentions.retain(|mention| mention.kind != Some(NodeKind::STATEMENT));
    mentions
}

/// Adds the words of the names that stand behind titles: *Price* opens the next sentence as a name, though it is also a noun.
fn names_of_persons<'d>(doc: &Annotated<'d>, lexicon: &Lexicon, mut seen: SeenNames<'d>) -> SeenNames<'d> {
    let mut found = Vec::new();
    for sentence in &doc.sentences {
        let words = Words::new(doc, lexicon, &seen, sentence.tokens.clone());
        if words.shouting {
            continue;
        }
        found.extend(titled(&words, &|_| true).0.into_iter().filter_map(|draft| draft.name).flatten());
    }
    seen.persons
        .extend(found.into_iter().map(|token| doc.form(token)).filter(|form| form.chars().count() > 2));
    seen.all.extend(&seen.persons);
    seen
}
