//! All integration tests: one program, so that the embedded model is linked once.

mod export;
mod layers;
