//! Head nouns by the kind of thing that they name: *ministry*, *treaty*, *talks*, *border*.

use compact_str::CompactString;
use serde::Deserialize;

use crate::error::Result;
use crate::lexicon::fold::case_fits;
use crate::lexicon::phrase_index::PhraseIndex;
use crate::model::NodeKind;
use crate::resource::Resources;
use crate::schema::Schema;

/// What a noun, or a compound, names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NounSense {
    /// The kind of node.
    pub kind: NodeKind,
    /// What sort of it: `treaty`, `ministry`, `meeting`, `river` ...
    pub class: CompactString,
    /// Whether the bare noun, without name or complement, is too vague to be a thing of its own: *group*, *plan*, *office*.
    pub vague: bool,
}

/// All head nouns, and sets of words that mark what is no thing.
#[derive(Debug, Clone, Default)]
pub struct Nouns {
    index: PhraseIndex,
    /// Each noun as the file writes it, with its sense.
    senses: Vec<(CompactString, NounSense)>,
    sets: PhraseIndex,
    roles: Vec<WordRole>,
}

/// What a word does in descriptions, whatever it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WordRole {
    /// A noun that never is an entity: *issue*, *matter*, *side*.
    Shell,
    /// A word that describes and tells nothing of the matter: *new*, *joint*, *high-level*.
    Describing,
    /// A noun that makes an issue of what stands before it: *trafficking*, *reform*, *cooperation*.
    TopicHead,
    /// A noun for an unnamed person who speaks for a state or body: *official*, *diplomat*, *source*.
    Source,
    /// A noun for another person: *analyst*, *activist*, *migrant*.
    Person,
    /// A noun for a group of unnamed persons: *delegation*, *team*, *negotiators*.
    Collective,
    /// A noun for a document or medium that can speak: *statement*, *report*, *spokesperson's post*.
    Medium,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NounsFile {
    #[serde(default)]
    group: Vec<Group>,
    #[serde(default)]
    words: Vec<Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    kind: String,
    class: CompactString,
    #[serde(default)]
    vague: bool,
    nouns: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    role: WordRole,
    list: Vec<String>,
}

/// Words of the longest compound.
const LONGEST: usize = 4;

impl Nouns {
    /// Loads `en/nouns.toml`.
    ///
    /// # Errors
    /// Where a file is wrong or names a kind that the schema has not, with file and line.
    pub fn load(resources: &Resources, schema: &Schema) -> Result<Self> {
        let mut nouns = Self::default();
        for file in resources.read("en/nouns.toml")? {
            let read: NounsFile = file.toml()?;
            for group in read.group {
                let Some(kind) = schema.node_kind(&group.kind) else {
                    let line = file.line_of(&format!("\"{}\"", group.kind));
                    return Err(file.error(line, &format!("there is no node kind {}", group.kind)));
                };
                for noun in &group.nouns {
                    nouns.index.insert(noun, nouns.senses.len() as u32);
                    let (kind, class) = (kind.clone(), group.class.clone());
                    nouns.senses.push((noun.into(), NounSense { kind, class, vague: group.vague }));
                }
            }
            for words in read.words {
                for word in &words.list {
                    nouns.sets.insert(word, nouns.roles.len() as u32);
                    nouns.roles.push(words.role);
                }
            }
        }
        Ok(nouns)
    }

    /// What the longest compound that ends with word `last` of a sentence may name, and how many words it takes:
    /// *press conference* before *conference*. Each word may fit by its form or lemma. A noun that the file writes with a capital
    /// needs one in the text: *the Migration Act* is a law, *a brave act* is not.
    #[must_use]
    pub fn ending_at(&self, words: &[&str], lemmas: &[&str], last: usize) -> (usize, Vec<&NounSense>) {
        for start in (last + 1).saturating_sub(LONGEST)..=last {
            let len = last + 1 - start;
            let hits = self.index.find(&[words, lemmas], start);
            let whole = hits.iter().filter(|hit| hit.len == len).map(|hit| &self.senses[hit.id as usize]);
            let fitting = whole.filter(|(noun, _)| case_fits(noun, &words[start..=last]));
            let senses: Vec<_> = fitting.map(|(_, sense)| sense).collect();
            if !senses.is_empty() {
                return (len, senses);
            }
        }
        (0, Vec::new())
    }

    /// What a single noun (by its lemma) may name.
    #[must_use]
    pub fn senses(&self, lemma: &str) -> Vec<&NounSense> {
        self.ending_at(&[lemma], &[lemma], 0).1
    }

    /// Whether a noun (by its lemma) may name a thing of that kind.
    #[must_use]
    pub fn may_name(&self, lemma: &str, kind: &NodeKind) -> bool {
        self.senses(lemma).iter().any(|sense| sense.kind == *kind)
    }

    /// Whether a word (by its lemma) does that in descriptions.
    #[must_use]
    pub fn has_role(&self, lemma: &str, role: WordRole) -> bool {
        self.sets.find(&[&[lemma]], 0).iter().any(|hit| self.roles[hit.id as usize] == role)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nouns() -> Nouns {
        let schema = Schema::load(&Resources::schema(&[])).unwrap();
        Nouns::load(&Resources::data(&[]), &schema).unwrap()
    }

    #[test]
    fn nouns_tell_the_kind_and_sort_of_things() {
        let nouns = nouns();
        assert!(nouns.may_name("ministry", &NodeKind::AGENCY));
        assert!(nouns.may_name("treaty", &NodeKind::AGREEMENT));
        assert!(!nouns.may_name("umbrella", &NodeKind::AGREEMENT));
        assert_eq!(nouns.senses("memorandum")[0].class, "memorandum");
    }

    #[test]
    fn compounds_win_over_their_head() {
        let nouns = nouns();
        let words = ["a", "long", "press", "conferences"];
        let lemmas = ["a", "long", "press", "conference"];
        let (len, senses) = nouns.ending_at(&words, &lemmas, 3);
        assert_eq!((len, senses[0].class.as_str()), (2, "press-conference"));
    }

    #[test]
    fn a_noun_with_a_capital_in_the_file_needs_one_in_the_text() {
        let nouns = nouns();
        assert!(nouns.may_name("Act", &NodeKind::AGREEMENT));
        assert!(!nouns.may_name("act", &NodeKind::AGREEMENT));
        assert!(nouns.may_name("Treaty", &NodeKind::AGREEMENT));
    }

    #[test]
    fn no_noun_names_two_sorts_of_one_kind() {
        let nouns = nouns();
        let mut seen: Vec<_> =
            nouns.senses.iter().map(|(noun, sense)| (noun.as_str(), sense.kind.as_str())).collect();
        seen.sort_unstable();
        let twice: Vec<_> = seen.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn words_that_are_no_things_are_told() {
        let nouns = nouns();
        assert!(nouns.has_role("issue", WordRole::Shell));
        assert!(nouns.has_role("high-level", WordRole::Describing));
        assert!(nouns.has_role("trafficking", WordRole::TopicHead));
        assert!(nouns.has_role("diplomat", WordRole::Source));
        assert!(!nouns.has_role("treaty", WordRole::Shell));
    }
}
