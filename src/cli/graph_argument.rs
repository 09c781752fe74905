//! The graph that a question is put to.

use std::io;
use std::path::Path;
use std::path::PathBuf;

use anyhow::Context;
use clap::Args;

use crate::error::Error;
use crate::graph::KnowledgeGraph;
use crate::graph::json;

/// A graph file.
#[derive(Debug, Args)]
pub(crate) struct GraphArgument {
    /// The graph, as written by `diplograph build`; `-` reads standard input
    #[arg(value_name = "GRAPH")]
    path: PathBuf,
}

impl GraphArgument {
    pub(crate) fn load(&self) -> anyhow::Result<KnowledgeGraph> {
        load(&self.path)
    }
}

/// Loads a graph; `-` reads standard input.
pub(crate) fn load(path: &Path) -> anyhow::Result<KnowledgeGraph> {
    let loaded = if path == Path::new("-") {
        json::read("standard input", io::stdin().lock())
    } else {
        json::load(path)
    };
    match loaded {
        Err(error @ Error::Graph { .. }) => {
            Err(error).context("this is no graph (make one with `diplograph build TEXTS -o graph.json`)")
        }
        other => Ok(other?),
    }
}
