//! What is known of the language and the world, loaded from `data/`.

pub mod amounts;
pub mod cues;
pub mod dates;
pub mod modality;
pub mod numbers;
