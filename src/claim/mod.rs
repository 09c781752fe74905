//! Attribution, relations, modality and time.

pub mod modality;
pub mod when;
