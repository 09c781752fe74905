//! Trains the parser with a dynamic oracle: it walks on from its own mistakes.

use crate::annotate::parse_features::{Sentence, features};
use crate::annotate::parser::Steps;
use crate::annotate::tagger::Features;
use crate::annotate::train::oracle::Costs;
use crate::annotate::train::perceptron::Perceptron;
use crate::annotate::train::plan::Plan;
use crate::annotate::train::random::Random;
use crate::annotate::train::sample::Sample;
use crate::annotate::train::tagging::highest;
use crate::annotate::transition::State;
use crate::annotate::weights::CLASSES;

/// The unit of the weights.
const UNIT: f64 = 0.2;
/// Smaller weights, in units, cost time and memory and tell nothing.
const SMALLEST: i32 = 3;

/// Learns from samples with the tags that the tagger gave them; gives the table of weights.
pub(crate) fn train(samples: &[(&Sample, Vec<u8>)], kinds: &[u8], steps: Steps, plan: Plan) -> Vec<u8> {
    let mut learner = Perceptron::default();
    let mut random = Random::new(plan.seed);
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut found = Features::default();
    let mut allowed = Vec::new();
    for epoch in 0..plan.epochs {
        random.shuffle(&mut order);
        for &at in &order {
            let (sample, tags) = &samples[at];
            let sentence = Sentence::new(&sample.words, tags, kinds);
            let mut state = State::new(sentence.len());
            while !state.is_done() {
                let costs = Costs::of(&state, &sample.gold);
                allowed.clear();
                allowed.extend(steps.allowed(&state));
                let Some(least) = allowed.iter().map(|&class| costs.cost(steps.step(class))).min() else {
                    break;
                };
                if state.stack.is_empty() {
                    state.take(steps.step(allowed[0]));
                    continue;
                }
                features(&sentence, &state, &mut found);
                let mut scores = [0.0; CLASSES];
                learner.add(&found.hashes, &mut scores);
                let chosen = highest(&scores, allowed.iter().copied());
                let harmless =
                    allowed.iter().copied().filter(|&class| costs.cost(steps.step(class)) == least);
                let right = highest(&scores, harmless);
                learner.tick();
                let mistaken = costs.cost(steps.step(chosen)) > least;
                if mistaken {
                    learner.update(&found.hashes, right, chosen);
                }
                let explore = epoch > 0 && random.happens(900);
                state.take(steps.step(if mistaken && !explore { right } else { chosen }));
            }
        }
    }
    learner.quantise(plan.least, plan.most, UNIT, SMALLEST)
}
