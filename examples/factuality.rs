//! Measures modality on UDS factuality: `cargo run --release --example factuality -- TREEBANK.conllu VALUES.tsv [--gold] [--show WORD]`
//!
//! Readers said of each predicate whether it happened (above 0) or not. Printed: the share of predicates where `actual` agrees
//! with that, the mean value of each modality, and of each cue. `--gold` takes the trees of the treebank, else they are parsed.

#![expect(clippy::print_stdout, reason = "it prints figures")]

use std::collections::BTreeMap;

use diplograph::annotate::Annotator;
use diplograph::annotate::conllu;
use diplograph::claim::modality;
use diplograph::lexicon::modality::ModalityLexicon;
use diplograph::model::BlockKind;
use diplograph::model::{Annotated, Deprel, Document, Modality, Sentence, Span, Token, Upos, Xpos};
use diplograph::resource::Resources;

fn gold<'d>(document: &'d Document, trees: &[conllu::TreeSentence], words: &[Vec<Span>]) -> Annotated<'d> {
    let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
    for (block, (tree, spans)) in trees.iter().zip(words).enumerate() {
        let first = tokens.len();
        for (word, &span) in tree.words.iter().zip(spans) {
            let base = word.deprel.split(':').next().unwrap_or_default();
            let deprel = Deprel::named(&word.deprel).or_else(|| Deprel::named(base)).unwrap_or_default();
            tokens.push(Token {
                span,
                upos: Upos::named(&word.upos).unwrap_or_default(),
                xpos: Xpos::named(&word.xpos).unwrap_or_default(),
                lemma: word.lemma.as_str().into(),
                head: word.head.map(|head| (first + head) as u32),
                deprel,
            });
        }
        sentences.push(Sentence { tokens: first..tokens.len(), block, kind: BlockKind::Paragraph });
    }
    Annotated::new(document, sentences, tokens)
}

#[derive(Default)]
struct Mean {
    count: usize,
    happened: usize,
    sum: f64,
}

impl Mean {
    fn add(&mut self, value: f64) {
        self.count += 1;
        self.happened += usize::from(value > 0.0);
        self.sum += value;
    }
}

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [treebank, values, options @ ..] = arguments.as_slice() else {
        anyhow::bail!("give a treebank in CoNLL-U and a table of values");
    };
    let show = options.iter().position(|option| option == "--show").and_then(|at| options.get(at + 1));
    let resources = Resources::data(&[]);
    let lexicon = ModalityLexicon::load(&resources)?;
    let trees = conllu::read(treebank, &std::fs::read_to_string(treebank)?)?;
    let (document, words) = conllu::document(treebank, &trees);
    let annotated = if options.iter().any(|option| option == "--gold") {
        gold(&document, &trees, &words)
    } else {
        Annotator::load(&resources)?.annotate_words(&document, &words)
    };
    let ids: BTreeMap<&str, usize> =
        trees.iter().enumerate().map(|(number, tree)| (tree.id.as_str(), number)).collect();
    let mut by_modality: BTreeMap<Modality, Mean> = BTreeMap::new();
    let mut by_cue: BTreeMap<(String, Modality), Mean> = BTreeMap::new();
    let (mut right, mut all, mut product, mut squares) = (0usize, 0usize, 0.0f64, (0.0f64, 0.0f64));
    for row in std::fs::read_to_string(values)?.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let [id, token, form, value, ..] = columns.as_slice() else { continue };
        let (Some(&number), Ok(token), Ok(value)) =
            (ids.get(id), token.parse::<usize>(), value.parse::<f64>())
        else {
            continue;
        };
        let token = annotated.sentences[number].tokens.start + token - 1;
        if *form == "_" || token >= annotated.sentences[number].tokens.end {
            continue;
        }
        let judged = modality::of(&annotated, token, &lexicon);
        all += 1;
        let sign = if judged.modality == Modality::Actual { 1.0 } else { -1.0 };
        right += usize::from((value > 0.0) == (sign > 0.0));
        product += value * sign;
        squares = (squares.0 + value * value, squares.1 + 1.0);
        by_modality.entry(judged.modality).or_default().add(value);
        let cue = judged.cue.map_or_else(|| "(none)".to_owned(), |cue| cue.of(&document.text).to_lowercase());
        if show.is_some_and(|word| *word == cue) {
            let sentence = annotated.text(annotated.sentences[number].tokens.clone());
            println!(
                "{value:6.2} {} {form} [{}]: {}",
                judged.modality,
                annotated.deprel(token),
                sentence.replace('\n', " ")
            );
        }
        by_cue.entry((cue, judged.modality)).or_default().add(value);
    }
    for ((cue, modality), mean) in by_cue.iter().filter(|(_, mean)| mean.count >= 4) {
        println!("{cue:20} {modality:9} {:5} {:6.2}", mean.count, mean.sum / mean.count as f64);
    }
    for (modality, mean) in &by_modality {
        println!(
            "{modality:9} {:6} predicates, mean value {:5.2}, happened {:.3}",
            mean.count,
            mean.sum / mean.count as f64,
            mean.happened as f64 / mean.count as f64
        );
    }
    println!(
        "of {all} predicates actual agrees with the readers in {:.4}; cosine {:.4}",
        right as f64 / all as f64,
        product / (squares.0 * squares.1).sqrt()
    );
    Ok(())
}
