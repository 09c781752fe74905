//! Learns which rewriting turns a form into its lemma, by tag and ending.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::annotate::conllu::TreeSentence;
use crate::annotate::lemma::{VERB, apply, base, endings, key};
use crate::annotate::word_table::WordTable;
use crate::model::Upos;
use crate::model::Xpos;

type Tag = (Upos, Xpos);
type Script = (u8, String);

/// A base form of a verb that stands in no dictionary of ours counts from its second time on: once may be an error.
const LEAST: u32 = 2;

/// The rules and the rewritings, as sections of the model. Of `silver`, which has no lemmas, only the base forms of verbs are
/// taken.
pub(crate) fn learn(sentences: &[TreeSentence], silver: &[TreeSentence]) -> (Vec<u8>, Vec<u8>) {
    let mut words: BTreeMap<(Tag, String), BTreeMap<Script, u32>> = BTreeMap::new();
    for word in sentences.iter().flat_map(|sentence| &sentence.words) {
        let (Some(upos), Some(xpos)) = (Upos::named(&word.upos), Xpos::named(&word.xpos)) else { continue };
        if word.lemma.is_empty() || xpos == Xpos::Gw {
            continue;
        }
        let form = base(&word.form, upos).to_string();
        if let Some(script) = script(&form, &word.lemma) {
            *words.entry(((upos, xpos), form)).or_default().entry(script).or_default() += 1;
        }
    }
    let mut by_ending: BTreeMap<(Tag, usize, String), BTreeMap<Script, u32>> = BTreeMap::new();
    for ((tag, form), scripts) in &words {
        // Each form counts once: an ending's rule is for forms not yet seen, not for frequent ones.
        let Some(script) = most(scripts) else { continue };
        for ending in endings(form) {
            let length = ending.chars().count();
            *by_ending
                .entry((*tag, length, ending.to_owned()))
                .or_default()
                .entry(script.clone())
                .or_default() += 1;
        }
    }
    let mut rules: BTreeMap<(Tag, String), Script> = BTreeMap::new();
    let mut lengths: Vec<_> = by_ending.into_iter().collect();
    lengths.sort_by(|a, b| (a.0.1, &a.0).cmp(&(b.0.1, &b.0)));
    for ((tag, length, ending), scripts) in lengths {
        let Some(script) = most(&scripts) else { continue };
        let known = endings(&ending).skip(1).find_map(|shorter| rules.get(&(tag, shorter.to_owned())));
        if length == 0 || scripts[&script] > 1 && known != Some(&script) {
            rules.insert((tag, ending), script);
        }
    }
    let mut numbers: BTreeMap<Script, u16> = BTreeMap::new();
    let mut list = Vec::new();
    let mut number = |script: &Script| {
        let next = numbers.len() as u16 + 1;
        *numbers.entry(script.clone()).or_insert_with(|| {
            list.extend_from_slice(format!("{} {}\n", script.0, script.1).as_bytes());
            next
        })
    };
    let mut rows = Vec::new();
    for ((tag, form), scripts) in &words {
        let Some(script) = most(scripts) else { continue };
        let known = endings(form).find_map(|ending| rules.get(&(*tag, ending.to_owned())));
        if known != Some(&script) {
            rows.push((key(*tag, form, true), number(&script)));
        }
    }
    for ((tag, ending), script) in &rules {
        rows.push((key(*tag, ending, false), number(script)));
    }
    let same = number(&(0, String::new()));
    let listed: BTreeSet<u64> = rows.iter().map(|row| row.0).collect();
    let known = bases(sentences.iter().chain(silver));
    rows.extend(known.into_iter().filter(|key| !listed.contains(key)).map(|key| (key, same)));
    rows.sort_unstable();
    (WordTable::encode(&rows), list)
}

/// The keys of the base forms of verbs.
fn bases<'s>(sentences: impl Iterator<Item = &'s TreeSentence>) -> BTreeSet<u64> {
    let mut seen: BTreeMap<u64, u32> = BTreeMap::new();
    for word in sentences.flat_map(|sentence| &sentence.words) {
        let plain = word.form.chars().all(char::is_alphabetic) && word.form.chars().count() > 1;
        if word.upos == Upos::Verb.as_str() && word.xpos == Xpos::Vb.as_str() && plain {
            *seen.entry(key(VERB, &base(&word.form, Upos::Verb), true)).or_default() += 1;
        }
    }
    seen.into_iter().filter(|&(_, count)| count >= LEAST).map(|(key, _)| key).collect()
}

fn most(scripts: &BTreeMap<Script, u32>) -> Option<Script> {
    scripts
        .iter()
        .max_by_key(|(script, count)| (**count, std::cmp::Reverse(*script)))
        .map(|(script, _)| script.clone())
}

fn script(form: &str, lemma: &str) -> Option<Script> {
    let same = form.chars().zip(lemma.chars()).take_while(|(a, b)| a == b).count();
    let cut = u8::try_from(form.chars().count() - same).ok()?;
    let add: String = lemma.chars().skip(same).collect();
    let fits = !add.contains('\n') && apply(form, cut, &add).is_some_and(|made| made == lemma);
    fits.then_some((cut, add))
}
