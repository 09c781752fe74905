//! Dictionary forms: irregular words by table, the others by the rewriting learnt for their ending.

use std::collections::BTreeMap;

use compact_str::CompactString;
use serde::Deserialize;

use crate::annotate::hash::{mix, of_bytes};
use crate::annotate::model::Script;
use crate::annotate::word_table::WordTable;
use crate::error::Result;
use crate::model::Upos;
use crate::model::Xpos;
use crate::resource::Resources;

/// The tags of a verb's base form.
pub(crate) const VERB: (Upos, Xpos) = (Upos::Verb, Xpos::Vb);

/// The longest ending that a rule looks at, in letters.
pub(crate) const LONGEST: usize = 6;

/// The rewritings that a model knows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scripts(Vec<Script>);

impl Scripts {
    /// Reads lines of a number and an ending.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let script = |line: &str| {
            let (cut, add) = line.split_once(' ')?;
            Some((cut.parse().ok()?, add.into()))
        };
        text.lines().map(script).collect::<Option<_>>().map(Self)
    }

    /// Rewrites a form; none where it is too short.
    pub(crate) fn apply(&self, script: usize, form: &str) -> Option<CompactString> {
        let (cut, add) = self.0.get(script)?;
        apply(form, *cut, add)
    }
}

/// Takes `cut` letters off the end and adds others.
pub(crate) fn apply(form: &str, cut: u8, add: &str) -> Option<CompactString> {
    let end = match usize::from(cut) {
        0 => form.len(),
        cut => form.char_indices().rev().nth(cut - 1)?.0,
    };
    let mut lemma = CompactString::from(&form[..end]);
    lemma.push_str(add);
    (!lemma.is_empty()).then_some(lemma)
}

/// The form that rules work on: names keep their capitals.
pub(crate) fn base(form: &str, upos: Upos) -> CompactString {
    let plain: CompactString = form.chars().map(|c| if c == '’' { '\'' } else { c }).collect();
    if matches!(upos, Upos::Propn | Upos::X) { plain } else { plain.to_lowercase() }
}

/// The key of the rule for an ending; `whole` for that of a whole word.
pub(crate) fn key(tag: (Upos, Xpos), ending: &str, whole: bool) -> u64 {
    mix(
        mix(of_bytes(ending.as_bytes()), u64::from(whole)),
        of_bytes(tag.0.as_str().as_bytes()) ^ of_bytes(tag.1.as_str().as_bytes()).rotate_left(7),
    )
}

/// The ends of a word, the longest first, down to the empty one.
pub(crate) fn endings(word: &str) -> impl Iterator<Item = &str> {
    let starts: Vec<usize> = word.char_indices().rev().map(|(at, _)| at).take(LONGEST).collect();
    starts.into_iter().rev().chain([word.len()]).map(move |at| &word[at..])
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IrregularFile {
    #[serde(default)]
    mute: Vec<char>,
    verbs: Vec<String>,
    nouns: Vec<String>,
}

/// Irregular verbs and nouns.
#[derive(Debug, Clone, Default)]
pub(crate) struct Irregular {
    /// The letters that verbs lose before an ending.
    mute: Vec<char>,
    verbs: BTreeMap<(Xpos, CompactString), CompactString>,
    nouns: BTreeMap<CompactString, CompactString>,
}

impl Irregular {
    /// Reads `en/lemmas.toml`.
    pub(crate) fn load(resources: &Resources) -> Result<Self> {
        let mut table = Self::default();
        for file in resources.read("en/lemmas.toml")? {
            let lists: IrregularFile = file.toml()?;
            table.mute.extend(&lists.mute);
            for line in &lists.verbs {
                let forms: Vec<&str> = line.split_whitespace().collect();
                let [verb, past, participle] = forms[..] else {
                    return Err(file.error(file.line_of(line), "write a verb, its past and its participle"));
                };
                for (tag, forms) in [(Xpos::Vbd, past), (Xpos::Vbn, participle)] {
                    for form in forms.split('/') {
                        table.verbs.entry((tag, form.into())).or_insert_with(|| verb.into());
                    }
                }
            }
            for line in &lists.nouns {
                let forms: Vec<&str> = line.split_whitespace().collect();
                let [one, many] = forms[..] else {
                    return Err(file.error(file.line_of(line), "write a noun and its plural"));
                };
                for form in many.split('/') {
                    table.nouns.entry(form.into()).or_insert_with(|| one.into());
                }
            }
        }
        Ok(table)
    }

    fn get(&self, word: &CompactString, (upos, xpos): (Upos, Xpos)) -> Option<&CompactString> {
        match (upos, xpos) {
            (Upos::Verb | Upos::Aux, Xpos::Vbd | Xpos::Vbn) => self.verbs.get(&(xpos, word.clone())),
            (Upos::Noun, Xpos::Nns) => self.nouns.get(word),
            _ => None,
        }
    }
}

/// The dictionary form of a word.
pub(crate) fn lemma(
    form: &str,
    tag: (Upos, Xpos),
    irregular: &Irregular,
    rules: WordTable<'_>,
    scripts: &Scripts,
) -> CompactString {
    let word = base(form, tag.0);
    if let Some(known) = irregular.get(&word, tag) {
        return known.clone();
    }
    if let script @ 1.. = rules.get(key(tag, &word, true)) {
        return scripts.apply(script as usize - 1, &word).unwrap_or(word);
    }
    for ending in endings(&word) {
        if let script @ 1.. = rules.get(key(tag, ending, false)) {
            let made = scripts.apply(script as usize - 1, &word).unwrap_or_else(|| word.clone());
            let inflected = matches!(tag.1, Xpos::Vbd | Xpos::Vbn | Xpos::Vbg | Xpos::Vbz);
            return if tag.0 == Upos::Verb && inflected { known_verb(made, irregular, rules) } else { made };
        }
    }
    word
}

/// A verb made by rule, or, where nobody has seen that one, one of nearly the same letters that has been seen: an ending alone
/// does not tell whether a mute vowel or a doubled consonant went before it.
fn known_verb(made: CompactString, irregular: &Irregular, rules: WordTable<'_>) -> CompactString {
    let seen = |verb: &str| rules.get(key(VERB, verb, true)) > 0;
    if seen(&made) {
        return made;
    }
    let with = |letter: char| {
        let mut longer = made.clone();
        longer.push(letter);
        longer
    };
    let longer: Vec<CompactString> = irregular.mute.iter().map(|&letter| with(letter)).collect();
    let mut letters = made.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    let cut = last.filter(|last| before == Some(*last) || irregular.mute.contains(last));
    let shorter = cut.map(|cut| CompactString::from(&made[..made.len() - cut.len_utf8()]));
    longer.into_iter().chain(shorter).find(|verb| seen(verb)).unwrap_or(made)
}
