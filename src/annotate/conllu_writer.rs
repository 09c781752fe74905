//! CoNLL-U out.

use std::io;
use std::io::Write;

use crate::annotate::code_points::CodePoints;
use crate::model::Annotated;

/// Writes an annotated document as CoNLL-U. The last column tells where each word stands in the text, in Unicode code
/// points (`TokenRange=12:19`), and whether no space follows it (`SpaceAfter=No`).
///
/// # Errors
/// Where the output cannot be written.
pub fn write(annotated: &Annotated<'_>, out: &mut dyn Write) -> io::Result<()> {
    let text = &annotated.document.text;
    let mut places = CodePoints::new(text);
    writeln!(out, "# newdoc id = {}", annotated.document.id)?;
    for (number, sentence) in annotated.sentences.iter().enumerate() {
        writeln!(out, "# sent_id = {}-{}", annotated.document.id, number + 1)?;
        let words: Vec<&str> = annotated.text(sentence.tokens.clone()).split_whitespace().collect();
        writeln!(out, "# text = {}", words.join(" "))?;
        for at in sentence.tokens.clone() {
            let token = &annotated.tokens[at];
            let head = token.head.map_or(0, |head| (head as usize + 1).saturating_sub(sentence.tokens.start));
            let touches =
                at + 1 < sentence.tokens.end && annotated.tokens[at + 1].span.start == token.span.end;
            let (start, end) = (places.at(token.span.start), places.at(token.span.end));
            writeln!(
                out,
                "{}\t{}\t{}\t{}\t{}\t_\t{head}\t{}\t_\t{}TokenRange={start}:{end}",
                at + 1 - sentence.tokens.start,
                annotated.form(at),
                token.lemma,
                token.upos,
                token.xpos,
                token.deprel,
                if touches { "SpaceAfter=No|" } else { "" },
            )?;
        }
        writeln!(out)?;
    }
    Ok(())
}
