//! Spans that name something.

mod demonym;
mod description;
mod draft;
mod find;
mod known;
mod name;
mod name_run;
mod office;
mod person;
mod person_name;
mod phrase;
mod pronoun;
mod several;
mod subject_matter;
mod text;
mod title_in_name;
mod topic;
mod unknown_name;
mod unnamed_person;

pub mod amount;
pub mod date;

pub use find::find;
