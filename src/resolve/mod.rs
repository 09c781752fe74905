//! Which things of different documents are one.

mod agreements;
mod background;
mod clusters;
mod compare;
mod context;
mod copies;
mod day;
mod judge;
mod judgement_file;
mod naming;
mod offices;
mod passes;
mod person_name;
mod profile;
mod redirects;
mod resolver;
mod revisions;
mod summary;

pub use background::Background;
pub use copies::tell_copies_apart;
pub use judgement_file::load_judgements;
pub use resolver::{Resolved, resolve};
