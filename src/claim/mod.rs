//! Attribution, relations, modality and time.

pub mod attribution;
pub mod modality;
pub mod relation;
pub mod stance;
pub mod when;
