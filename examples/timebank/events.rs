//! Events: do fact, open and not agree with actual, planned or possible, negated or denied?

use std::collections::BTreeMap;

use diplograph::claim::modality;
use diplograph::lexicon::modality::ModalityLexicon;
use diplograph::model::{Annotated, Modality};

use crate::timeml::Standing;
use crate::timeml::Text;

/// Counts over all texts: what the annotators say, what is found.
#[derive(Default)]
pub(crate) struct Events {
    counts: BTreeMap<(Standing, Standing), usize>,
}

fn standing(modality: Modality) -> Standing {
    match modality {
        Modality::Actual => Standing::Fact,
        Modality::Planned | Modality::Possible => Standing::Open,
        Modality::Negated | Modality::Denied => Standing::Not,
    }
}

impl Events {
    /// Counts one text.
    pub(crate) fn add(
        &mut self,
        text: &Text,
        annotated: &Annotated<'_>,
        lexicon: &ModalityLexicon,
        show: bool,
    ) {
        for event in &text.events {
            let Some(token) = annotated.tokens_in(event.span).next_back() else { continue };
            let judged = modality::of(annotated, token, lexicon);
            let found = standing(judged.modality);
            *self.counts.entry((event.standing, found)).or_default() += 1;
            if show && found != event.standing {
                let tokens = annotated.sentences[annotated.sentence_of(token)].tokens.clone();
                let cue = judged.cue.map_or("", |cue| cue.of(&text.document.text));
                println!(
                    "{} not {}: {} by `{cue}` in: {}",
                    name(found),
                    name(event.standing),
                    annotated.form(token),
                    annotated.text(tokens).replace('\n', " ")
                );
            }
        }
    }

    /// Prints the figures.
    pub(crate) fn print(&self) {
        let sum = |fits: &dyn Fn(Standing, Standing) -> bool| -> f64 {
            self.counts
                .iter()
                .filter(|((gold, found), _)| fits(*gold, *found))
                .map(|(_, count)| *count as f64)
                .sum()
        };
        println!(
            "events: {:.0}, agreement {:.3}",
            sum(&|_, _| true),
            sum(&|gold, found| gold == found) / sum(&|_, _| true)
        );
        for class in [Standing::Fact, Standing::Open, Standing::Not] {
            let right = sum(&|gold, found| gold == class && found == class);
            let (precision, recall) =
                (right / sum(&|_, found| found == class), right / sum(&|gold, _| gold == class));
            let f1 = 2.0 * precision * recall / (precision + recall);
            println!("{:5} precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}", name(class));
        }
    }
}

fn name(standing: Standing) -> &'static str {
    match standing {
        Standing::Fact => "fact",
        Standing::Open => "open",
        Standing::Not => "not",
    }
}
