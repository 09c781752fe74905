//! Attribution, relations, modality and time.
