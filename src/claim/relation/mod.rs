//! Relations, read off dependency trees: wordings are data, and one engine knows what grammar does to predicates.

mod adjacent;
mod argument;
mod asserter;
mod bars;
mod certainty;
mod clause;
mod coming;
mod company;
mod displaced;
mod enumeration;
mod evidence;
mod fellows;
mod finder;
mod gathering;
mod inside;
mod lead_in;
mod listing;
mod members;
mod misplaced;
mod naming;
mod nationals;
mod nominal;
mod obligation;
mod occasion;
mod participant;
mod place;
mod plural;
mod portfolio;
mod predicate;
mod purpose;
mod reading;
mod settled;
mod speaker;
mod standing;
mod targets;
mod tree;
mod undertaking;

pub use finder::find;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;
