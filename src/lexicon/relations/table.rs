//! All wordings, found by the words that they begin with.

use std::collections::BTreeMap;

use compact_str::{CompactString, format_compact};
use serde::Deserialize;
use toml::Spanned;

use crate::error::Error;
use crate::error::Result;
use crate::lexicon::relations::certainty::Certainty;
use crate::lexicon::relations::example::Example;
use crate::lexicon::relations::grammar::RelationGrammar;
use crate::lexicon::relations::role::Path;
use crate::lexicon::relations::wording::Ends;
use crate::lexicon::relations::wording::Infinitive;
use crate::lexicon::relations::wording::Phrase;
use crate::lexicon::relations::wording::Sort;
use crate::lexicon::relations::wording::Wording;
use crate::model::EdgeKind;
use crate::model::Modality;
use crate::model::NodeKind;
use crate::resource::ResourceFile;
use crate::resource::Resources;
use crate::schema::Schema;

const FOLDER: &str = "en/relations";

type Text = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileToml {
    #[serde(default)]
    wording: Vec<WordingToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent switches of a data file")]
struct WordingToml {
    id: Text,
    #[serde(default)]
    verb: Vec<Text>,
    #[serde(default)]
    noun: Vec<Text>,
    #[serde(default)]
    adjective: Vec<Text>,
    #[serde(default)]
    mention: Vec<Text>,
    #[serde(default)]
    source: Vec<Text>,
    #[serde(default)]
    target: Vec<Text>,
    #[serde(default)]
    pair: Vec<Text>,
    #[serde(default)]
    source_kinds: Vec<Text>,
    #[serde(default)]
    target_kinds: Vec<Text>,
    #[serde(default)]
    under: Vec<CompactString>,
    #[serde(default)]
    objects: Vec<CompactString>,
    #[serde(default)]
    unless: Vec<CompactString>,
    #[serde(default)]
    ends: Ends,
    #[serde(default)]
    infinitive: Infinitive,
    #[serde(default)]
    circumstance: bool,
    #[serde(default)]
    nationals: bool,
    #[serde(default)]
    heading: bool,
    #[serde(default)]
    of_state: bool,
    #[serde(default)]
    by_speaker: bool,
    #[serde(default)]
    only_affirmed: bool,
    #[serde(default)]
    only_actual: bool,
    modality: Option<Text>,
    confidence: Option<f32>,
    #[serde(default, rename = "match")]
    matches: Vec<Text>,
    #[serde(default, rename = "no_match")]
    no_matches: Vec<Text>,
}

/// The wordings of all relations, and the grammar around them.
#[derive(Debug, Clone, Default)]
pub struct RelationLexicon {
    /// Words that matter to every wording.
    pub grammar: RelationGrammar,
    /// How sure claims are, as measured.
    pub certainty: Certainty,
    wordings: Vec<Wording>,
    by_lemma: BTreeMap<(Sort, CompactString), Vec<(usize, Phrase)>>,
    by_kind: BTreeMap<NodeKind, Vec<usize>>,
}

impl RelationLexicon {
    /// Reads `data/en/relations/<edge kind>.toml` and what users lay over it; a wording with a known id takes the
    /// place of the former.
    ///
    /// # Errors
    /// File and line where a kind, role, modality or example is wrong.
    pub fn load(data: &Resources, schema: &Schema) -> Result<Self> {
        let grammar = RelationGrammar::load(data)?;
        let mut wordings: Vec<Wording> = Vec::new();
        for file in data.list(FOLDER, "toml")? {
            let reader = WordingReader { file: &file, schema, grammar: &grammar };
            for wording in reader.wordings()? {
                match wordings.iter_mut().find(|known| known.rule == wording.rule) {
                    Some(known) => *known = wording,
                    None => wordings.push(wording),
                }
            }
        }
        Ok(Self { certainty: Certainty::load(data)?, ..Self::indexed(grammar, wordings) })
    }

    fn indexed(grammar: RelationGrammar, wordings: Vec<Wording>) -> Self {
        let mut by_lemma: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut by_kind: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (number, wording) in wordings.iter().enumerate() {
            for (sort, phrase) in &wording.phrases {
                let endings = || grammar.lost_endings.iter().filter(|_| *sort == Sort::Verb);
                let cut = endings()
                    .filter_map(|ending| phrase.head.strip_suffix(ending.as_str()))
                    .map(CompactString::new);
                // *co-chaire* for *co-chair*
                let grown = endings().map(|ending| format_compact!("{}{ending}", phrase.head));
                for lemma in std::iter::once(phrase.head.clone()).chain(cut).chain(grown) {
                    let known: &mut Vec<_> = by_lemma.entry((*sort, lemma)).or_default();
                    known.push((number, phrase.clone()));
                }
            }
            for kind in &wording.mentions {
                by_kind.entry(kind.clone()).or_default().push(number);
            }
        }
        Self { grammar, certainty: Certainty::default(), wordings, by_lemma, by_kind }
    }

    /// All wordings, in order of their files.
    #[must_use]
    pub fn wordings(&self) -> &[Wording] {
        &self.wordings
    }

    /// The wordings whose predicate begins with that lemma, with the phrase that does.
    pub fn of_lemma(&self, sort: Sort, lemma: &str) -> impl Iterator<Item = (&Wording, &Phrase)> {
        self.by_lemma
            .get(&(sort, CompactString::new(lemma)))
            .into_iter()
            .flatten()
            .map(|(number, phrase)| (&self.wordings[*number], phrase))
    }

    /// The wordings for which a thing of that kind is a predicate itself.
    pub fn of_kind(&self, kind: &NodeKind) -> impl Iterator<Item = &Wording> {
        self.by_kind.get(kind).into_iter().flatten().map(|&number| &self.wordings[number])
    }
}

struct WordingReader<'a> {
    file: &'a ResourceFile,
    schema: &'a Schema,
    grammar: &'a RelationGrammar,
}

impl WordingReader<'_> {
    fn wordings(&self) -> Result<Vec<Wording>> {
        let stem = &self.file.stem;
        let Some(kind) = self.schema.edge_kind(stem) else {
            return Err(self.file.error(0, &format!("the schema has no edge kind `{stem}`")));
        };
        let parsed: FileToml = self.file.toml()?;
        parsed.wording.into_iter().map(|raw| self.wording(&kind, raw)).collect()
    }

    fn wording(&self, kind: &EdgeKind, raw: WordingToml) -> Result<Wording> {
        let mut phrases = Vec::new();
        for (sort, texts) in
            [(Sort::Verb, &raw.verb), (Sort::Noun, &raw.noun), (Sort::Adjective, &raw.adjective)]
        {
            for text in texts {
                let phrase = Phrase::parse(text.get_ref(), sort)
                    .ok_or_else(|| self.wrong(text, "an empty predicate: write a lemma"))?;
                phrases.push((sort, phrase));
            }
        }
        if phrases.is_empty() && raw.mention.is_empty() {
            return Err(self.wrong(&raw.id, "no predicate: give `verb`, `noun`, `adjective` or `mention`"));
        }
        let ends = !raw.source.is_empty() && !raw.target.is_empty();
        if !ends && raw.pair.is_empty() {
            return Err(self.wrong(&raw.id, "no ends: give `source` and `target`, or `pair`"));
        }
        let modality = match &raw.modality {
            Some(name) => Some(
                Modality::named(name.get_ref())
                    .ok_or_else(|| self.wrong(name, &format!("there is no modality `{}`", name.get_ref())))?,
            ),
            None => None,
        };
        let plain = match phrases.first().map(|(sort, _)| *sort) {
            Some(Sort::Verb) => 0.9,
            Some(Sort::Noun | Sort::Adjective) => 0.8,
            Some(Sort::Mention) | None => 0.75,
        };
        Ok(Wording {
            rule: format_compact!("{}/{}", kind, raw.id.get_ref()),
            kind: kind.clone(),
            phrases,
            mentions: self.kinds(&raw.mention)?,
            source: self.paths(&raw.source)?,
            target: self.paths(&raw.target)?,
            pair: self.paths(&raw.pair)?,
            source_kinds: self.kinds(&raw.source_kinds)?,
            target_kinds: self.kinds(&raw.target_kinds)?,
            under: raw.under,
            objects: raw.objects,
            unless: raw.unless,
            ends: raw.ends,
            infinitive: raw.infinitive,
            circumstance: raw.circumstance,
            nationals: raw.nationals,
            heading: raw.heading,
            of_state: raw.of_state,
            by_speaker: raw.by_speaker,
            only_affirmed: raw.only_affirmed,
            only_actual: raw.only_actual,
            modality,
            confidence: raw.confidence.unwrap_or(plain),
            matches: self.examples(&raw.matches)?,
            no_matches: self.examples(&raw.no_matches)?,
        })
    }

    fn paths(&self, texts: &[Text]) -> Result<Vec<Path>> {
        let read = |text: &Text| {
            Path::parse(text.get_ref(), &self.grammar.prepositions).map_err(|step| {
                self.wrong(text, &format!("`{step}` is neither a role nor a preposition of the grammar"))
            })
        };
        texts.iter().map(read).collect()
    }

    fn kinds(&self, texts: &[Text]) -> Result<Vec<NodeKind>> {
        let read = |text: &Text| {
            self.schema
                .node_kind(text.get_ref())
                .ok_or_else(|| self.wrong(text, &format!("the schema has no node kind `{}`", text.get_ref())))
        };
        texts.iter().map(read).collect()
    }

    fn examples(&self, texts: &[Text]) -> Result<Vec<Example>> {
        let read = |text: &Text| {
            Example::parse(text.get_ref(), self.line(text)).map_err(|message| self.wrong(text, &message))
        };
        texts.iter().map(read).collect()
    }

    fn line(&self, text: &Text) -> usize {
        let start = text.span().start.min(self.file.text.len());
        self.file.text.get(..start).map_or(0, |before| before.matches('\n').count()) + 1
    }

    fn wrong(&self, at: &Text, message: &str) -> Error {
        self.file.error(self.line(at), message)
    }
}
