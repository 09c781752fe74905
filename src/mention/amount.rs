//! Sums and quantities: *$3 billion*, *2,000 miles*, *15 per cent*.

use std::ops::Range;

use crate::lexicon::amounts::AmountLexicon;
use crate::model::Annotated;
use crate::model::Attributes;
use crate::model::Mention;
use crate::model::MentionForm;

/// The sums and quantities of a document, in order. A number without currency or unit is none.
#[must_use]
pub fn find(annotated: &Annotated<'_>, lexicon: &AmountLexicon) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for sentence in &annotated.sentences {
        let reader = Reader { annotated, lexicon, end: sentence.tokens.end };
        let mut token = sentence.tokens.start;
        while token < sentence.tokens.end {
            if let Some(end) = reader.amount(token) {
                mentions.push(mention(annotated, token..end));
                token = end;
            } else {
                token += 1;
            }
        }
    }
    mentions
}

fn mention(annotated: &Annotated<'_>, tokens: Range<usize>) -> Mention {
    let outside = |&token: &usize| annotated.head(token).is_none_or(|head| !tokens.contains(&head));
    let head = tokens.clone().find(outside).unwrap_or(tokens.start);
    Mention {
        span: annotated.span(tokens.clone()),
        tokens: tokens.start as u32..tokens.end as u32,
        head: head as u32,
        form: MentionForm::Amount,
        kind: None,
        name: None,
        entry: None,
        when: None,
        attributes: Attributes::new(),
    }
}

struct Reader<'a, 'd> {
    annotated: &'a Annotated<'d>,
    lexicon: &'a AmountLexicon,
    end: usize,
}

impl Reader<'_, '_> {
    fn word(&self, token: usize) -> Option<String> {
        (token < self.end).then(|| self.annotated.form(token).to_lowercase())
    }

    /// One past the amount that begins at the token.
    fn amount(&self, start: usize) -> Option<usize> {
        let word = self.word(start)?;
        let alone = self.lexicon.is_currency(&word);
        // "$3" may be one token or two.
        let joined =
            word.find(|c: char| c.is_ascii_digit()).is_some_and(|at| self.lexicon.is_currency(&word[..at]));
        let number = start + usize::from(alone);
        let after = if joined { start + 1 } else { self.number(number)? };
        let mut end = self.magnitudes(after);
        if alone || joined {
            return Some(end);
        }
        if self.word(end).is_some_and(|mark| mark == "-") {
            end += 1;
        }
        let unit = self.word(end)?;
        if self.lexicon.is_unit(&unit) || self.lexicon.is_currency(&unit) {
            return Some(end + 1);
        }
        self.word(end + 1).filter(|next| self.lexicon.is_pair(&unit, next)).map(|_| end + 2)
    }

    fn number(&self, start: usize) -> Option<usize> {
        let word = self.word(start)?;
        let figures = word.starts_with(|c: char| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '-' | '–'));
        let numbers = &self.lexicon.numbers;
        (figures || numbers.cardinal(&word).is_some() || numbers.magnitude(&word).is_some())
            .then_some(start + 1)
    }

    fn magnitudes(&self, mut end: usize) -> usize {
        let numbers = &self.lexicon.numbers;
        while self
            .word(end)
            .is_some_and(|word| numbers.magnitude(&word).is_some() || numbers.cardinal(&word).is_some())
        {
            end += 1;
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BlockKind;
    use crate::model::Deprel;
    use crate::model::Document;
    use crate::model::DocumentId;
    use crate::model::OffsetBase;
    use crate::model::Sentence;
    use crate::model::Span;
    use crate::model::Token;
    use crate::model::Upos;
    use crate::model::Xpos;
    use crate::resource::Resources;

    fn amounts(text: &str) -> Vec<String> {
        let document = Document {
            id: DocumentId("0".into()),
            path: "-".into(),
            title: None,
            source: None,
            date: None,
            language: "en".into(),
            sha256: String::new(),
            offset_base: OffsetBase::Source,
            text: text.to_owned(),
            blocks: Vec::new(),
        };
        let mut start = 0;
        let tokens: Vec<Token> = text
            .split_inclusive(' ')
            .map(|piece| {
                let word = piece.trim_end();
                let span = Span::at(start, start + word.len());
                start += piece.len();
                let lemma = word.into();
                Token { span, upos: Upos::Noun, xpos: Xpos::Nn, lemma, head: None, deprel: Deprel::Root }
            })
            .collect();
        let sentence = Sentence { tokens: 0..tokens.len(), block: 0, kind: BlockKind::Paragraph };
        let annotated = Annotated::new(&document, vec![sentence], tokens);
        let lexicon = AmountLexicon::load(&Resources::data(&[])).unwrap();
        find(&annotated, &lexicon).into_iter().map(|mention| mention.span.of(text).to_owned()).collect()
    }

    #[test]
    fn currencies_stand_before_or_after_the_number() {
        assert_eq!(amounts("the $ 3 billion pact and US$40 million"), ["$ 3 billion", "US$40 million"]);
        assert_eq!(amounts("some 3 billion dollars and EUR 1.5 bn"), ["3 billion dollars", "EUR 1.5 bn"]);
    }

    #[test]
    fn units_make_a_number_an_amount_and_other_nouns_do_not() {
        assert_eq!(amounts("over 2,000 miles , 15 per cent or 12 %"), ["2,000 miles", "15 per cent", "12 %"]);
        assert_eq!(amounts("ten thousand tonnes for 13 years and 2,000 troops"), ["ten thousand tonnes"]);
    }
}
