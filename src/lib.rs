//! Turns diplomatic texts into a typed knowledge graph with verbatim evidence behind every edge.

pub mod error;
pub mod model;
pub mod resource;

pub mod schema;

pub mod lexicon;

pub mod annotate;
pub mod claim;
pub mod coreference;
pub mod mention;
pub mod read;
pub mod resolve;

pub mod graph;

pub mod export;

pub mod query;

pub mod score;

pub mod pipeline;

pub mod cli;
