//! Relations, read off dependency trees: wordings are data, and one engine knows what grammar does to predicates.

mod adjacent;
mod argument;
mod asserter;
mod clause;
mod evidence;
mod finder;
mod listing;
mod members;
mod nominal;
mod participant;
mod plural;
mod predicate;
mod reading;
mod tree;

pub use finder::find;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;
