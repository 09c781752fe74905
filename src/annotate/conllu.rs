//! CoNLL-U in: words as a treebank divides them, for scoring and for training. [`write()`] is the way out.

use sha2::Digest;
use sha2::Sha256;

use crate::error::Error;
use crate::error::Result;
use crate::model::Block;
use crate::model::BlockKind;
use crate::model::Document;
use crate::model::DocumentId;
use crate::model::OffsetBase;
use crate::model::Span;

pub use crate::annotate::conllu_writer::write;

/// A word of a treebank. Columns that are not used, or hold `_`, are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TreeWord {
    /// Its letters.
    pub form: String,
    /// Dictionary form.
    pub lemma: String,
    /// Universal part of speech.
    pub upos: String,
    /// Penn Treebank tag.
    pub xpos: String,
    /// The head, as index into the sentence; none for the root, and where the column is empty.
    pub head: Option<usize>,
    /// Relation to the head.
    pub deprel: String,
    /// Whether a space follows in the text.
    pub space_after: bool,
}

/// A sentence of a treebank.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TreeSentence {
    /// Its name in the treebank.
    pub id: String,
    /// The name of its document, where the treebank tells.
    pub document: String,
    /// Its syntactic words. Words inside a multiword token are words; empty nodes are not.
    pub words: Vec<TreeWord>,
}

/// Reads CoNLL-U. Rows that are neither words nor ranges nor empty nodes are errors.
///
/// # Errors
/// [`Error::Data`] with the line of a row that is no CoNLL-U.
pub fn read(name: &str, text: &str) -> Result<Vec<TreeSentence>> {
    let mut sentences = Vec::new();
    let mut sentence = TreeSentence::default();
    let mut document = String::new();
    // The last word of the multiword token at hand, and whether a space follows the token.
    let mut joined: Option<(usize, bool)> = None;
    for (number, line) in text.lines().enumerate() {
        let line = line.trim_end_matches('\r');
        let wrong = |message: &str| Error::Data {
            file: name.to_owned(),
            line: number + 1,
            message: message.to_owned(),
        };
        if line.trim().is_empty() {
            if !sentence.words.is_empty() {
                sentence.document.clone_from(&document);
                sentences.push(std::mem::take(&mut sentence));
            }
            joined = None;
        } else if let Some(comment) = line.strip_prefix('#') {
            if let Some((key, value)) = comment.split_once('=') {
                match key.trim() {
                    "sent_id" => value.trim().clone_into(&mut sentence.id),
                    "newdoc id" => value.trim().clone_into(&mut document),
                    _ => {}
                }
            }
        } else {
            let columns: Vec<&str> = line.split('\t').collect();
            let (Some(id), Some(form)) = (columns.first(), columns.get(1)) else {
                return Err(wrong("a row needs ten columns with tabs between them"));
            };
            let spaced =
                columns.get(9).is_none_or(|misc| !misc.split('|').any(|item| item == "SpaceAfter=No"));
            if let Some((_, last)) = id.split_once('-') {
                let last: usize =
                    last.parse().map_err(|_| wrong("the range of a multiword token is no range"))?;
                joined = Some((last, spaced));
                continue;
            }
            if id.contains('.') {
                continue;
            }
            let id: usize = id.parse().map_err(|_| wrong("the first column is no number"))?;
            if id != sentence.words.len() + 1 {
                return Err(wrong("the words are not numbered from 1 in order"));
            }
            let column =
                |at: usize| columns.get(at).filter(|&&value| value != "_").copied().unwrap_or_default();
            let mut word = TreeWord {
                form: if form.is_empty() { "_".to_owned() } else { (*form).to_owned() },
                lemma: if *form == "_" { "_".to_owned() } else { column(2).to_owned() },
                upos: column(3).to_owned(),
                xpos: column(4).to_owned(),
                head: column(6).parse::<usize>().ok().and_then(|head| head.checked_sub(1)),
                deprel: column(7).to_owned(),
                space_after: spaced,
            };
            match joined {
                Some((last, _)) if id < last => word.space_after = false,
                Some((last, spaced)) if id == last => word.space_after = spaced,
                _ => {}
            }
            sentence.words.push(word);
        }
    }
    if !sentence.words.is_empty() {
        sentence.document = document;
        sentences.push(sentence);
    }
    Ok(sentences)
}

/// Joins the sentences of a treebank to a document, one block a sentence, with the span of each word:
/// what [`Annotator::annotate_words`](crate::annotate::Annotator::annotate_words) takes.
#[must_use]
pub fn document(path: &str, sentences: &[TreeSentence]) -> (Document, Vec<Vec<Span>>) {
    let mut text = String::new();
    let mut blocks = Vec::with_capacity(sentences.len());
    let mut words = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let mut spans = Vec::with_capacity(sentence.words.len());
        for word in &sentence.words {
            let start = text.len();
            text.push_str(&word.form);
            spans.push(Span::at(start, text.len()));
            if word.space_after {
                text.push(' ');
            }
        }
        if let (Some(first), Some(last)) = (spans.first(), spans.last()) {
            blocks.push(Block { kind: BlockKind::Paragraph, spans: vec![Span::new(first.start, last.end)] });
            text.truncate(last.end as usize);
            text.push('\n');
        }
        words.push(spans);
    }
    let sha256 = format!("{:x}", Sha256::digest(text.as_bytes()));
    let document = Document {
        id: DocumentId(sha256[..16].into()),
        path: path.to_owned(),
        title: None,
        source: None,
        date: None,
        language: "en".into(),
        sha256,
        offset_base: OffsetBase::Extracted,
        text,
        blocks,
    };
    (document, words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiword_tokens_and_empty_nodes_leave_only_the_words() {
        let text = "# sent_id = a-1\n# text = They don't.\n1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n\
            2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_\n\
            3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_\n3.1\tgo\tgo\tVERB\t_\t_\t_\t_\t0:root\t_\n\
            4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";
        let read = read("a.conllu", text).unwrap();
        let words: Vec<_> = read[0].words.iter().map(|w| (w.form.as_str(), w.space_after)).collect();
        assert_eq!(words, [("They", true), ("do", false), ("n't", false), (".", true)]);
        assert_eq!(read[0].words[0].head, Some(1));
        assert_eq!(read[0].id, "a-1");
    }

    #[test]
    fn a_wrong_row_is_named_by_its_line() {
        let error = read("a.conllu", "1\tThey\n3\tgo\n").unwrap_err();
        assert!(error.to_string().starts_with("a.conllu:2:"), "{error}");
    }
}
