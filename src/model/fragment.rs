//! What is kept of a document once its text has been let go: self-contained, counted in characters.

use std::collections::BTreeMap;

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use crate::model::Attributes;
use crate::model::ChainId;
use crate::model::ChainStatement;
use crate::model::Document;
use crate::model::EdgeKind;
use crate::model::Extraction;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::Modality;
use crate::model::NodeKind;
use crate::model::OffsetBase;
use crate::model::Sketch;
use crate::model::Span;
use crate::model::StatementId;
use crate::model::When;
use crate::model::chain_statement::Places;

/// What the graph keeps of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRecord {
    /// Made of the content.
    pub id: String,
    /// As the user gave it.
    pub path: String,
    /// Title, where known.
    pub title: Option<String>,
    /// Where it was published.
    #[serde(default)]
    pub source: Option<String>,
    /// Date of publication.
    pub date: Option<String>,
    /// Of the text, in hexadecimal.
    pub sha256: String,
    /// ISO 639-1.
    pub language: String,
    /// What offsets count in.
    pub offset_base: OffsetBase,
    /// The text that offsets point into, in Unicode code points; left out with `--no-text`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Words of the document with their place, in Unicode code points.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Quote {
    /// First character.
    pub start: u32,
    /// One past the last character.
    pub end: u32,
    /// The words, verbatim.
    pub text: String,
}

/// A mention with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedMention {
    /// The whole mention.
    pub quote: Quote,
    /// How it names.
    pub form: MentionForm,
    /// The proper name inside.
    pub name: Option<String>,
}

/// A chain with the words of its mentions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedChain {
    /// What it is.
    pub kind: NodeKind,
    /// In order of the text; pronouns included.
    pub mentions: Vec<NamedMention>,
    /// Whether it is a person known by a description only.
    pub anonymous: bool,
    /// Key of the gazetteer's entry.
    pub entry: Option<CompactString>,
    /// What the mentions tell together.
    pub attributes: Attributes,
}

/// A claim between two chains of the document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChainClaim {
    /// The relation.
    pub kind: EdgeKind,
    /// Where it starts.
    pub source: ChainId,
    /// Where it ends.
    pub target: ChainId,
    /// How it stands to the facts.
    pub modality: Modality,
    /// The speakers in whose words it stands, outermost first.
    pub asserted_by: Vec<ChainId>,
    /// When it happens.
    pub when: Option<When>,
    /// The words that state it.
    pub evidence: Quote,
    /// The predicate inside: first character and one past the last.
    pub trigger: (u32, u32),
    /// The words that decide the modality.
    pub modality_cue: Option<(u32, u32)>,
    /// The statement that it stands in.
    pub statement: Option<StatementId>,
    /// The wording that matched.
    pub rule: CompactString,
    /// 0 to 1.
    pub confidence: f32,
}

/// The extraction of one document in a form that needs neither its text nor its tokens: cached, merged, resolved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fragment {
    /// The document.
    pub document: DocumentRecord,
    /// As in the extraction.
    pub chains: Vec<NamedChain>,
    /// Those of the extraction whose ends are in chains.
    pub claims: Vec<ChainClaim>,
    /// As in the extraction.
    pub statements: Vec<ChainStatement>,
    /// The content in a few numbers, to find copies and revised versions.
    #[serde(default)]
    pub sketch: Sketch,
    /// The first prose.
    #[serde(default)]
    pub opening: Option<Quote>,
}

/// Translates byte offsets into counts of characters.
struct CharOffsets {
    /// Number of characters before each 64th byte, so that a look-up counts 63 bytes at most.
    marks: Vec<u32>,
}

const STRIDE: usize = 64;

fn characters(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count() as u32
}

impl CharOffsets {
    fn new(text: &str) -> Self {
        let mut marks = vec![0];
        for chunk in text.as_bytes().chunks(STRIDE) {
            marks.push(marks.last().copied().unwrap_or(0) + characters(chunk));
        }
        Self { marks }
    }

    fn at(&self, text: &str, byte: u32) -> u32 {
        let byte = (byte as usize).min(text.len());
        let mark = byte / STRIDE;
        self.marks[mark] + characters(&text.as_bytes()[mark * STRIDE..byte])
    }
}

/// The chains of some mentions, each once.
fn all(chain_of: &BTreeMap<MentionId, ChainId>, mentions: &[MentionId]) -> Vec<ChainId> {
    let mut chains: Vec<ChainId> = Vec::new();
    for &found in mentions.iter().filter_map(|mention| chain_of.get(mention)) {
        if !chains.contains(&found) {
            chains.push(found);
        }
    }
    chains
}

fn prose(document: &Document) -> impl Iterator<Item = Span> + '_ {
    document.blocks.iter().flat_map(|block| &block.spans).copied()
}

/// The first words of a document, at most about a line.
fn opening(document: &Document) -> Option<Span> {
    const LINE: usize = 120;
    let text = document.text.as_str();
    let span = prose(document).find(|span| !span.of(text).trim().is_empty())?;
    let words = span.of(text);
    let start = words.len() - words.trim_start().len();
    let words = words.trim_start();
    let cut = words.char_indices().nth(LINE).map_or(words, |(end, _)| &words[..end]);
    let cut = cut.lines().next().unwrap_or(cut).trim_end();
    let start = span.start + start as u32;
    Some(Span::new(start, start + cut.len() as u32))
}

impl Fragment {
    /// Condenses the extraction of a document; with `keep_text` the record keeps the text.
    #[must_use]
    pub fn new(document: &Document, extraction: &Extraction, keep_text: bool) -> Self {
        let text = document.text.as_str();
        let offsets = CharOffsets::new(text);
        let place = |span: Span| (offsets.at(text, span.start), offsets.at(text, span.end));
        let quote = |span: Span| {
            let (start, end) = place(span);
            Quote { start, end, text: span.of(text).to_owned() }
        };
        let mut chain_of = BTreeMap::new();
        for (number, chain) in extraction.chains.iter().enumerate() {
            chain_of.extend(chain.mentions.iter().map(|&mention| (mention, ChainId(number as u32))));
        }
        let chain = |mention: &MentionId| chain_of.get(mention).copied();
        let all = |mentions: &[MentionId]| all(&chain_of, mentions);
        let chains = extraction
            .chains
            .iter()
            .map(|chain| NamedChain {
                kind: chain.kind.clone(),
                mentions: chain
                    .mentions
                    .iter()
                    .filter_map(|id| extraction.mentions.get(id.index()))
                    .map(|mention| NamedMention {
                        quote: quote(mention.span),
                        form: mention.form,
                        name: mention.name.map(|name| name.of(text).to_owned()),
                    })
                    .collect(),
                anonymous: chain.anonymous,
                entry: chain.entry.clone(),
                attributes: chain.attributes.clone(),
            })
            .collect();
        let claims = extraction
            .claims
            .iter()
            .filter_map(|claim| {
                Some(ChainClaim {
                    kind: claim.kind.clone(),
                    source: chain(&claim.source)?,
                    target: chain(&claim.target)?,
                    modality: claim.modality,
                    asserted_by: all(&claim.asserted_by),
                    when: claim.when,
                    evidence: quote(claim.evidence),
                    trigger: place(claim.trigger),
                    modality_cue: claim.modality_cue.map(place),
                    statement: claim.statement,
                    rule: claim.rule.clone(),
                    confidence: claim.confidence,
                })
            })
            .filter(|claim| claim.source != claim.target)
            .collect();
        let mention = |id: MentionId| extraction.mentions.get(id.index()).map(|mention| mention.span);
        let places = Places { quote: &quote, place: &place, all: &all, mention: &mention };
        let statements =
            extraction.statements.iter().map(|statement| ChainStatement::new(statement, &places)).collect();
        let opening = opening(document).map(quote);
        let sketch = Sketch::new(prose(document).map(|span| span.of(text)));
        let document = DocumentRecord {
            id: document.id.to_string(),
            path: document.path.clone(),
            title: document.title.clone(),
            source: document.source.clone(),
            date: document.date.map(|date| date.to_string()),
            sha256: document.sha256.clone(),
            language: document.language.to_string(),
            offset_base: document.offset_base,
            text: keep_text.then(|| document.text.clone()),
        };
        Self { document, chains, claims, statements, sketch, opening }
    }
}

#[cfg(test)]
mod tests {
    use super::CharOffsets;

    #[test]
    fn byte_offsets_become_counts_of_characters_on_both_sides_of_a_mark() {
        let text = "é€😀a".repeat(40);
        let offsets = CharOffsets::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.at(&text, byte as u32), count as u32);
        }
        assert_eq!(offsets.at(&text, text.len() as u32), 160);
    }
}
