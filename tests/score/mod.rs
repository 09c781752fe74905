//! Comparison with gold graphs gives the figures of the reference script.

mod noise;
mod reference;
mod small;
