//! All integration tests: one program, so that the embedded model is linked once.

// Marked as tests so that clippy lets them unwrap and print.
#[cfg(test)]
mod attribution;
#[cfg(test)]
mod chains;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod collisions;
#[cfg(test)]
mod export;
#[cfg(test)]
mod issues;
#[cfg(test)]
mod judgements;
#[cfg(test)]
mod layers;
#[cfg(test)]
mod mentions;
#[cfg(test)]
mod modality;
#[cfg(test)]
mod obligation;
#[cfg(test)]
mod occasion;
#[cfg(test)]
mod read;
#[cfg(test)]
mod score;
#[cfg(test)]
mod stance;
#[cfg(test)]
mod standing_for;
#[cfg(test)]
mod when;
#[cfg(test)]
mod wording;
