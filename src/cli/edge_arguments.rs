//! Which edges count: `--modality`, `--kinds`, `--min-confidence`.

use std::collections::BTreeSet;

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::error::Error;
use crate::graph::KnowledgeGraph;
use crate::model::EdgeKind;
use crate::model::Modality;
use crate::query::EdgeFilter;
use crate::resource::Resources;
use crate::schema::Schema;

const ALL: &str = "all";

/// The modalities by name, and `all`.
pub(crate) fn modality_names() -> PossibleValuesParser {
    let names = Modality::ALL.map(Modality::as_str);
    PossibleValuesParser::new(names.into_iter().chain([ALL]))
}

/// The modalities of some names.
pub(crate) fn modalities(names: &[String]) -> BTreeSet<Modality> {
    if names.iter().any(|name| name == ALL) {
        return Modality::ALL.into();
    }
    names.iter().filter_map(|name| Modality::named(name)).collect()
}

/// Which edges count.
#[derive(Debug, Args)]
pub(crate) struct EdgeArguments {
    /// Only edges of these modalities
    #[arg(long, value_name = "MODALITY", value_delimiter = ',', value_parser = modality_names())]
    modality: Vec<String>,
    /// Only edges of these kinds (`met-with,replaces`)
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    kinds: Vec<String>,
    /// Only edges at least so sure, 0 to 1
    #[arg(long, value_name = "NUMBER", default_value_t = 0.0)]
    min_confidence: f64,
}

impl EdgeArguments {
    /// The filter, with the modalities of `default` where none are given.
    pub(crate) fn filter(&self, graph: &KnowledgeGraph, default: EdgeFilter) -> anyhow::Result<EdgeFilter> {
        let mut filter = EdgeFilter { min_confidence: self.min_confidence, ..default };
        if !self.modality.is_empty() {
            filter.modalities = modalities(&self.modality);
        }
        filter.kinds.extend(self.kinds.iter().map(|name| EdgeKind::named(name)));
        let used: BTreeSet<&EdgeKind> = graph.edges().map(|view| &view.edge.kind).collect();
        if filter.kinds.iter().any(|kind| !used.contains(kind)) {
            let schema = Schema::load(&Resources::schema(&[]))?;
            let is_known = |kind: &&EdgeKind| used.contains(*kind) || schema.edge(kind).is_some();
            if let Some(unknown) = filter.kinds.iter().find(|kind| !is_known(kind)) {
                let names: Vec<_> = schema.edges().map(|(kind, _)| kind.as_str()).collect();
                return Err(Error::Option {
                    option: "--kinds".to_owned(),
                    message: format!("there is no kind of edge `{unknown}`; there are {}", names.join(", ")),
                }
                .into());
            }
        }
        Ok(filter)
    }
}
