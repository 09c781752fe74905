//! Checks a graph against what every graph promises: that its evidence stands in the texts, that its edges fit the
//! schema, and that whatever it refers to is there.

mod characters;
mod edges;
mod evidence;
mod ids;
mod mentions;
mod nodes;
mod violation;

use crate::graph::KnowledgeGraph;
use crate::schema::Schema;

pub use ids::is_nmtoken;
pub use violation::{Promise, Violation};

use characters::Texts;
use mentions::MentionIndex;

/// All promises that the graph breaks; none for a sound graph. Where a text was left out, its words cannot be compared,
/// everything else is.
///
/// ```
/// # fn main() -> diplograph::error::Result<()> {
/// use diplograph::graph::{KnowledgeGraph, verify::verify};
/// use diplograph::{resource::Resources, schema::Schema};
///
/// let schema = Schema::load(&Resources::schema(&[]))?;
/// assert!(verify(&KnowledgeGraph::default(), &schema).is_empty());
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn verify(graph: &KnowledgeGraph, schema: &Schema) -> Vec<Violation> {
    let mut found = Vec::new();
    ids::check(graph, &mut found);
    let texts = Texts::of(graph, &mut found);
    nodes::check(graph, schema, &texts, &mut found);
    let mentions = MentionIndex::of(graph);
    edges::check(graph, schema, &mut found);
    for view in graph.edges() {
        evidence::check(graph, view, &texts, &mentions, &mut found);
    }
    found
}
