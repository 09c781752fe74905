//! Hand-made trees for tests: one word a line, `form UPOS XPOS lemma head deprel`, heads counted from 1.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lexicon::Lexicon;
use crate::model::Annotated;
use crate::model::Block;
use crate::model::BlockKind;
use crate::model::Chain;
use crate::model::Deprel;
use crate::model::Document;
use crate::model::DocumentId;
use crate::model::Mention;
use crate::model::MentionForm;
use crate::model::MentionId;
use crate::model::NodeKind;
use crate::model::OffsetBase;
use crate::model::Sentence;
use crate::model::Span;
use crate::model::Token;
use crate::model::Upos;
use crate::model::Xpos;
use crate::resource::Resources;
use crate::schema::Schema;

/// The claims of a tree with mentions given as `kind: words`, as `kind: source -> target`.
pub(super) fn claims(tree: &str, named: &[&str]) -> Vec<String> {
    static KNOWN: LazyLock<(Schema, Lexicon)> = LazyLock::new(|| {
        let schema = Schema::load(&Resources::schema(&[])).unwrap();
        let lexicon = Lexicon::load(&Resources::data(&[]), &schema).unwrap();
        (schema, lexicon)
    });
    let (schema, lexicon) = &*KNOWN;
    let rows: Vec<Vec<&str>> = tree
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>())
        .filter(|row| !row.is_empty())
        .collect();
    let mut text = String::new();
    let mut tokens = Vec::new();
    for row in &rows {
        if !text.is_empty() {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(row[0]);
        let head: u32 = row[4].parse().unwrap();
        tokens.push(Token {
            span: Span::at(start, text.len()),
            upos: Upos::named(row[1]).unwrap(),
            xpos: Xpos::named(row[2]).unwrap(),
            lemma: row[3].into(),
            head: head.checked_sub(1),
            deprel: Deprel::named(row[5]).unwrap(),
        });
    }
    let whole = Span::at(0, text.len());
    let document = Document {
        id: DocumentId("test".into()),
        path: "test".into(),
        title: None,
        source: None,
        date: None,
        language: "en".into(),
        sha256: String::new(),
        offset_base: OffsetBase::Source,
        blocks: vec![Block { kind: BlockKind::Paragraph, spans: vec![whole] }],
        text,
    };
    let sentence = Sentence { tokens: 0..tokens.len(), block: 0, kind: BlockKind::Paragraph };
    let doc = Annotated::new(&document, vec![sentence], tokens);
    let (mut mentions, mut chains) = (Vec::new(), Vec::new());
    for spec in named {
        let (kind, words) = spec.split_once(": ").unwrap();
        let start = document.text.find(words).unwrap();
        let span = Span::at(start, start + words.len());
        let range = doc.tokens_in(span);
        let head = range
            .clone()
            .find(|&token| doc.head(token).is_none_or(|head| !range.contains(&head)))
            .unwrap_or(range.start);
        chains.push(Chain {
            kind: NodeKind::named(kind),
            mentions: vec![MentionId(mentions.len() as u32)],
            anonymous: false,
            entry: None,
            attributes: BTreeMap::new(),
        });
        mentions.push(Mention {
            span,
            tokens: range.start as u32..range.end as u32,
            head: head as u32,
            form: MentionForm::Name,
            kind: Some(NodeKind::named(kind)),
            name: None,
            entry: None,
            when: None,
            attributes: BTreeMap::new(),
        });
    }
    let found = super::find(&doc, &mentions, &chains, &[], lexicon, schema);
    let words = |id: MentionId| mentions[id.index()].span.of(&document.text);
    found
        .iter()
        .map(|claim| format!("{}: {} -> {}", claim.kind, words(claim.source), words(claim.target)))
        .collect()
}
