//! Trains the tagger.

use crate::annotate::tagger::{Features, features};
use crate::annotate::train::perceptron::Perceptron;
use crate::annotate::train::plan::Plan;
use crate::annotate::train::random::Random;
use crate::annotate::train::sample::Sample;
use crate::annotate::weights::CLASSES;

/// The unit of the weights.
const UNIT: f64 = 0.05;
/// Smaller weights, in units, cost time and memory and tell nothing.
const SMALLEST: i32 = 2;

/// Learns from samples; gives the table of weights.
pub(crate) fn train(samples: &[&Sample], classes: usize, plan: Plan) -> Vec<u8> {
    let mut learner = Perceptron::default();
    let mut random = Random::new(plan.seed);
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut found = Features::default();
    for _ in 0..plan.epochs {
        random.shuffle(&mut order);
        for &at in &order {
            let sample = samples[at];
            let mut tags = Vec::with_capacity(sample.words.len());
            for (word, &right) in sample.tags.iter().enumerate() {
                if let Some(class) = sample.words[word].certain {
                    tags.push(class);
                    continue;
                }
                features(&sample.words, &tags, word, &mut found);
                let mut scores = [0.0; CLASSES];
                learner.add(&found.hashes, &mut scores);
                let chosen = highest(&scores, 0..classes);
                learner.tick();
                if chosen != usize::from(right) {
                    learner.update(&found.hashes, usize::from(right), chosen);
                }
                tags.push(chosen as u8);
            }
        }
    }
    learner.quantise(plan.least, plan.most, UNIT, SMALLEST)
}

/// The class with the highest score; the first of equals.
pub(crate) fn highest(scores: &[f32; CLASSES], classes: impl Iterator<Item = usize>) -> usize {
    let mut found = None;
    for class in classes {
        if found.is_none_or(|best: usize| scores[class] > scores[best]) {
            found = Some(class);
        }
    }
    found.unwrap_or(0)
}
