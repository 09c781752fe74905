//! Sentences and words as JSON.

use std::io::Write;

use serde::Serialize;

use crate::annotate::code_points::CodePoints;
use crate::model::Annotated;
use crate::model::BlockKind;
use crate::model::Deprel;
use crate::model::Upos;
use crate::model::Xpos;

#[derive(Serialize)]
struct JsonDocument<'a> {
    id: &'a str,
    path: &'a str,
    sentences: Vec<JsonSentence<'a>>,
}

#[derive(Serialize)]
struct JsonSentence<'a> {
    start: usize,
    end: usize,
    kind: BlockKind,
    text: &'a str,
    tokens: Vec<JsonToken<'a>>,
}

#[derive(Serialize)]
struct JsonToken<'a> {
    id: usize,
    start: usize,
    end: usize,
    form: &'a str,
    lemma: &'a str,
    upos: Upos,
    xpos: Xpos,
    head: usize,
    deprel: Deprel,
}

/// Writes an annotated document as one JSON object on one line: `id`, `path` and `sentences` with their `tokens`.
/// Words are numbered from 1 in each sentence, the root's head is 0, `start` and `end` count Unicode code points.
///
/// # Errors
/// Where the output cannot be written.
pub fn write(annotated: &Annotated<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let mut places = CodePoints::new(&annotated.document.text);
    let sentences = annotated
        .sentences
        .iter()
        .map(|sentence| {
            let first = sentence.tokens.start;
            let tokens: Vec<JsonToken<'_>> = sentence
                .tokens
                .clone()
                .map(|at| {
                    let token = &annotated.tokens[at];
                    JsonToken {
                        id: at + 1 - first,
                        start: places.at(token.span.start),
                        end: places.at(token.span.end),
                        form: annotated.form(at),
                        lemma: &token.lemma,
                        upos: token.upos,
                        xpos: token.xpos,
                        head: token.head.map_or(0, |head| (head as usize + 1).saturating_sub(first)),
                        deprel: token.deprel,
                    }
                })
                .collect();
            JsonSentence {
                start: tokens.first().map_or(0, |token| token.start),
                end: tokens.last().map_or(0, |token| token.end),
                kind: sentence.kind,
                text: annotated.text(sentence.tokens.clone()),
                tokens,
            }
        })
        .collect();
    let document = JsonDocument { id: &annotated.document.id.0, path: &annotated.document.path, sentences };
    serde_json::to_writer(&mut *out, &document)?;
    writeln!(out)
}
