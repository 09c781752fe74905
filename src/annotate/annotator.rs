//! The annotation stage: from a document to sentences, tokens, tags, lemmas, trees and names.

use std::ops::Range;

use crate::annotate::conllu::TreeSentence;
use crate::annotate::engine::analyse;
use crate::annotate::evaluate::{Scores, evaluate_with};
use crate::annotate::lemma::Irregular;
use crate::annotate::model::Model;
use crate::annotate::names::NameModel;
use crate::annotate::sentences::{Tokens, ends};
use crate::annotate::tagger::tag;
use crate::annotate::token_rules::TokenRules;
use crate::annotate::tokenize::tokens;
use crate::annotate::word::{Word, words};
use crate::error::Result;
use crate::model::Annotated;
use crate::model::Block;
use crate::model::BlockKind;
use crate::model::Document;
use crate::model::NodeKind;
use crate::model::Sentence;
use crate::model::Span;
use crate::model::TaggedName;
use crate::model::Token;
use crate::model::Xpos;
use crate::resource::Resources;

/// Reads the structure of English. Made once, it serves any number of documents and threads.
///
/// ```
/// use diplograph::annotate::Annotator;
/// use diplograph::resource::Resources;
/// let annotator = Annotator::load(&Resources::data(&[]))?;
/// # Ok::<(), diplograph::error::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Annotator {
    rules: TokenRules,
    irregular: Irregular,
    model: Model,
    names: NameModel,
}

impl Annotator {
    /// Reads the word lists and the model of `data/en/`.
    ///
    /// # Errors
    /// Where a user's own list or model is not what it should be.
    pub fn load(resources: &Resources) -> Result<Self> {
        Ok(Self {
            rules: TokenRules::load(resources)?,
            irregular: Irregular::load(resources)?,
            model: Model::new("en/model.bin", resources.bytes("en/model.bin")?)?,
            names: NameModel::new("en/names.bin", resources.bytes("en/names.bin")?)?,
        })
    }

    /// Divides the prose of a document into sentences and words, and reads each sentence.
    pub fn annotate<'d>(&self, document: &'d Document) -> Annotated<'d> {
        let mut read = Read::default();
        for (number, block) in document.blocks.iter().enumerate() {
            let mut spans = Vec::new();
            for span in stretches(&document.text, block) {
                tokens(&document.text, span, &self.rules, &mut spans);
            }
            let mut start = 0;
            for end in ends(Tokens { text: &document.text, spans: &spans }, &self.rules) {
                self.sentence(document, &spans[start..end], (number, block.kind), &mut read);
                start = end;
            }
        }
        Annotated::new(document, read.sentences, read.tokens).with_names(read.names)
    }

    /// Reads sentences whose words are given: the spans of each sentence's words, in order of the text.
    /// All of them are taken to stand in the block that their first word stands in.
    pub fn annotate_words<'d>(&self, document: &'d Document, sentences: &[Vec<Span>]) -> Annotated<'d> {
        let mut read = Read::default();
        for words in sentences {
            let Some(first) = words.first() else { continue };
            let block = document.blocks.partition_point(|block| block.cover().end <= first.start);
            let kind = document.blocks.get(block).map_or(BlockKind::Paragraph, |block| block.kind);
            self.sentence(document, words, (block, kind), &mut read);
        }
        Annotated::new(document, read.sentences, read.tokens).with_names(read.names)
    }

    /// Scores tags, trees and lemmas on the words of a treebank.
    pub fn evaluate(&self, sentences: &[TreeSentence]) -> Scores {
        evaluate_with(&self.model, &self.irregular, &self.rules.says, sentences)
    }

    /// The words of a sentence as the models see them, and their tags.
    pub(crate) fn words_and_tags(&self, forms: &[&str]) -> (Vec<Word>, Vec<Xpos>) {
        let words = words(forms, self.model.words());
        let Some(tagger) = self.model.tagger() else { return (words, Vec::new()) };
        let tags = tag(&words, tagger, self.model.tags.len());
        let read = |tag: &u8| self.model.tags.get(usize::from(*tag)).copied().unwrap_or_default().1;
        let tags = tags.iter().map(read).collect();
        (words, tags)
    }

    /// The names in a sentence whose words are given, as places of words.
    pub fn names(&self, forms: &[&str]) -> Vec<(Range<usize>, NodeKind)> {
        let (words, tags) = self.words_and_tags(forms);
        self.names.find(&words, &tags)
    }

    fn sentence(
        &self,
        document: &Document,
        spans: &[Span],
        (block, kind): (usize, BlockKind),
        read: &mut Read,
    ) {
        let forms: Vec<&str> = spans.iter().map(|span| span.of(&document.text)).collect();
        let first = read.tokens.len();
        let mut tags = Vec::with_capacity(forms.len());
        let seen = words(&forms, self.model.words());
        let analysed = analyse(&self.model, &self.irregular, &self.rules.says, &forms, &seen);
        for (span, found) in spans.iter().zip(analysed) {
            tags.push(found.tags.1);
            read.tokens.push(Token {
                span: *span,
                upos: found.tags.0,
                xpos: found.tags.1,
                lemma: found.lemma,
                head: found.head.map(|head| (first + head) as u32),
                deprel: found.deprel,
            });
        }
        let found = self.names.find(&seen, &tags);
        read.names.extend(
            found
                .into_iter()
                .map(|(name, kind)| TaggedName { tokens: first + name.start..first + name.end, kind }),
        );
        read.sentences.push(Sentence { tokens: first..read.tokens.len(), block, kind });
    }
}

#[derive(Default)]
struct Read {
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
    names: Vec<TaggedName>,
}

/// The stretches of a block, those that touch joined: no token crosses a gap, but one may cross a seam.
fn stretches(text: &str, block: &Block) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::with_capacity(block.spans.len());
    for span in block.spans.iter().filter(|span| !span.of(text).is_empty()) {
        match joined.last_mut() {
            Some(last) if last.end == span.start => last.end = span.end,
            Some(last) if last.end > span.start => {}
            _ => joined.push(*span),
        }
    }
    joined
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;
    use crate::annotate::conllu;
    use crate::model::Deprel;
    use crate::model::Upos;
    use crate::model::Xpos;

    static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(|| Annotator::load(&Resources::data(&[])).unwrap());

    fn document(text: &str) -> Document {
        let (mut document, _) = conllu::document("-", &[]);
        document.text = text.to_owned();
        document.blocks = vec![Block { kind: BlockKind::Paragraph, spans: vec![Span::at(0, text.len())] }];
        document
    }

    fn sentences(text: &str) -> Vec<String> {
        let document = document(text);
        let read = ANNOTATOR.annotate(&document);
        read.sentences
            .iter()
            .map(|s| s.tokens.clone().map(|t| read.form(t)).collect::<Vec<_>>().join(" "))
            .collect()
    }

    fn lemmas(text: &str) -> String {
        let document = document(text);
        let read = ANNOTATOR.annotate(&document);
        read.tokens.iter().map(|token| token.lemma.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_divide_as_in_the_treebanks() {
        for (text, wanted) in [
            ("They don't know Oduya's plan.", "They do n't know Oduya 's plan ."),
            ("He can’t say; she’ll ask.", "He ca n’t say ; she ’ll ask ."),
            ("A US$3 billion, 10-year fund (50% paid)", "A US$ 3 billion , 10 - year fund ( 50 % paid )"),
            (
                "the Iran-Iraq war and pro-peace, non-binding talks",
                "the Iran - Iraq war and pro-peace , non-binding talks",
            ),
            ("and/or 24/7 on 9/11", "and / or 24/7 on 9/11"),
            ("It cost $4.50—no more.", "It cost $ 4.50 — no more ."),
            ("See https://example.org/a-b.html, please.", "See https://example.org/a-b.html , please ."),
            ("(\"http://a.example.org/b\")", "( \" http://a.example.org/b \" )"),
            ("Write to press@mfa.example.org.", "Write to press@mfa.example.org ."),
            ("the workers' rights", "the workers ' rights"),
            ("“Wait…” she said", "“ Wait … ” she said"),
            (
                "The U.S. envoy, Mr. J. R. Oduya Jr., left at 5 p.m. today.",
                "The U.S. envoy , Mr. J. R. Oduya Jr. , left at 5 p.m. today .",
            ),
            ("Resolution No. 4 says no.", "Resolution No. 4 says no ."),
            ("in the '90s", "in the '90s"),
            ("the member(s) cannot", "the member(s) can not"),
            ("Oduya AnaPresident of McKenna", "Oduya Ana President of McKenna"),
            ("H[enry] L. S[timson] [signed]", "H[enry] L. S[timson] [ signed ]"),
            ("50km at 11:30am", "50 km at 11:30am"),
        ] {
            assert_eq!(sentences(text).join(" "), wanted);
        }
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        for (text, wanted) in [
            ("He met Gen. Oduya. They talked.", 2),
            ("The U.S. delegation left. The U.S. The end came.", 3),
            ("She works for the U.N. He does not.", 2),
            ("“We are ready,” Oduya said. “Are you?” “No!” Mr. Vale replied. He left.", 4),
            ("\"It is late,\" she said. \"It is very late.\" He agreed.", 3),
            ("The terms (see Art. 5) were clear. (They had been published.) Nobody read them.", 3),
            ("He waited ... and waited.", 1),
            ("They met at 5 p.m. The talks lasted.", 2),
            ("1. The two leaders met. 2. They agreed.", 2),
            ("John F. Vale spoke. A. B. Oduya answered.", 2),
            ("It grew by 3.5 percent. It then fell.", 2),
            ("First\n- the border\n- the water", 3),
            ("QUESTION: Will you go?\nMR VALE: I will.", 4),
            ("Really? Yes! Fine.", 3),
        ] {
            assert_eq!(sentences(text).len(), wanted, "{:#?}", sentences(text));
        }
    }

    #[test]
    fn no_token_crosses_a_gap_in_a_block() {
        let mut document = document("the *new* pact<b>s</b>");
        let spans = [(0, 4), (5, 8), (9, 14), (17, 18)].map(|(start, end)| Span::new(start, end));
        document.blocks[0].spans = spans.to_vec();
        let read = ANNOTATOR.annotate(&document);
        let forms: Vec<&str> = (0..read.tokens.len()).map(|token| read.form(token)).collect();
        assert_eq!(forms, ["the", "new", "pact", "s"]);
    }

    #[test]
    fn lemmas_are_dictionary_forms_and_names_stay() {
        assert_eq!(
            lemmas("The ministers were meeting the envoys; Oduya sought allies and wrote better reports."),
            "the minister be meet the envoy ; Oduya seek ally and write good report ."
        );
        assert_eq!(lemmas("The crises worsened and women fled."), "the crisis worsen and woman flee .");
    }

    #[test]
    fn a_plain_sentence_is_read_rightly() {
        use Upos::{Adj, Adp, Adv, Det, Noun, Propn, Punct, Verb};
        let document = document("The president of Zembla quickly signed a new treaty.");
        let read = ANNOTATOR.annotate(&document);
        let tags: Vec<Upos> = read.tokens.iter().map(|token| token.upos).collect();
        assert_eq!(tags, [Det, Noun, Adp, Propn, Adv, Verb, Det, Adj, Noun, Punct]);
        assert_eq!(read.tokens[5].xpos, Xpos::Vbd);
        let heads: Vec<Option<usize>> = (0..read.tokens.len()).map(|token| read.head(token)).collect();
        let some = |list: [usize; 10]| list.map(|head| (head < 10).then_some(head));
        assert_eq!(heads, some([1, 5, 3, 1, 5, 10, 8, 8, 5, 5]));
        assert_eq!(read.deprel(1), Deprel::Nsubj);
        assert_eq!(read.deprel(8), Deprel::Obj);
    }

    fn check(text: &str) {
        let document = document(text);
        let read = ANNOTATOR.annotate(&document);
        let mut last = 0;
        for token in &read.tokens {
            assert!(token.span.start >= last && token.span.end > token.span.start);
            assert!(
                text.is_char_boundary(token.span.start as usize)
                    && text.is_char_boundary(token.span.end as usize)
            );
            assert!(
                !read.document.text[token.span.start as usize..token.span.end as usize].trim().is_empty()
            );
            last = token.span.end;
        }
        let mut at = 0;
        for sentence in &read.sentences {
            assert!(sentence.tokens.start == at && !sentence.tokens.is_empty());
            at = sentence.tokens.end;
            let roots: Vec<usize> =
                sentence.tokens.clone().filter(|&token| read.head(token).is_none()).collect();
            assert_eq!(roots.len(), 1);
            assert_eq!(read.deprel(roots[0]), Deprel::Root);
            for token in sentence.tokens.clone() {
                assert!(
                    read.ancestors(token)
                        .take(sentence.tokens.len() + 1)
                        .all(|above| sentence.tokens.contains(&above))
                );
                assert!(
                    read.ancestors(token).take(sentence.tokens.len() + 1).count() < sentence.tokens.len()
                );
            }
        }
        assert_eq!(at, read.tokens.len());
        assert_eq!(read.tokens, ANNOTATOR.annotate(&document).tokens);
    }

    #[test]
    fn monsters_are_read_in_linear_time() {
        for text in ["", " ", "....", "?!?!", "-", "'", "a", "\u{200B}\u{FEFF}"] {
            check(text);
        }
        for unit in ["x", "and then ", "- ", ".", "\"", "a.", "((", "1,", "\n", "’s", "é-"] {
            check(&unit.repeat(3_000));
        }
    }

    proptest! {
        #[test]
        fn any_text_gives_tokens_in_order_and_trees(text in "\\PC{0,80}") {
            check(&text);
        }

        #[test]
        fn text_like_texts_give_tokens_in_order_and_trees(
            text in "([A-Z]?[a-z]{1,5}|[0-9]{1,3}|U\\.S\\.|n't|['’\"“”.,!?()$%:/–—-]|\n| ){0,60}"
        ) {
            check(&text);
        }
    }
}
