//! The graph as two tables, one of nodes and one of edges: what every format but JSON writes in its own way.

use crate::error::Error;
use crate::error::Result;
use crate::export::column::{Column, Value};
use crate::export::columns::{AttributeColumn, EDGE_FIELDS, NODE_FIELDS, NodeField, SPEECH_FIELDS};
use crate::export::format::{self, Format, Profile};
use crate::export::options::ExportOptions;
use crate::export::selection::Selection;
use crate::export::text::clean;
use crate::graph::EdgeView;
use crate::graph::KnowledgeGraph;
use crate::graph::Node;
use crate::schema::Schema;

/// How many of the columns of nodes stand before those of the attributes.
const BEFORE_ATTRIBUTES: usize = 4;

/// The chosen nodes and edges with their columns.
pub struct Table<'g> {
    /// The whole graph.
    pub graph: &'g KnowledgeGraph,
    /// What the kinds mean.
    pub schema: &'g Schema,
    /// What the user chose.
    pub options: &'g ExportOptions,
    /// The flavour of the format.
    pub profile: &'static Profile,
    /// The nodes and edges that are written.
    pub selection: Selection<'g>,
    /// Columns of nodes; [`Table::node`] gives the values in this order.
    pub node_columns: Vec<Column>,
    /// Columns of edges; [`Table::edge`] gives the values in this order.
    pub edge_columns: Vec<Column>,
    attributes: Vec<AttributeColumn>,
}

impl<'g> Table<'g> {
    /// Chooses nodes and edges for a format.
    ///
    /// # Errors
    /// [`Error::Option`] where the format has no such profile, or a confidence is not between 0 and 1.
    pub fn new(
        graph: &'g KnowledgeGraph,
        schema: &'g Schema,
        format: &dyn Format,
        options: &'g ExportOptions,
    ) -> Result<Self> {
        let profile = format::profile(format, options.profile.as_deref())?;
        if !(0.0..=1.0).contains(&options.min_confidence) {
            return Err(Error::Option {
                option: "--min-confidence".to_owned(),
                message: format!("{} is not between 0 and 1", options.min_confidence),
            });
        }
        let modalities = options.modalities.as_deref().unwrap_or(profile.modalities);
        let all = Selection::of(graph, options.with_statements, modalities, options.min_confidence);
        let selection = if options.connected { all.connected() } else { all };
        let attributes = AttributeColumn::all(&selection.nodes);
        let known = |field: &NodeField| Column::new(field.name, field.r#type);
        let speech = if options.with_statements { SPEECH_FIELDS } else { &[] };
        let (before, after) = NODE_FIELDS.split_at(BEFORE_ATTRIBUTES);
        let mut node_columns: Vec<Column> = before.iter().map(known).collect();
        node_columns.extend(attributes.iter().map(|attribute| attribute.column.clone()));
        node_columns.extend(after.iter().chain(speech).map(known));
        let edge_columns = EDGE_FIELDS.iter().map(|field| Column::new(field.name, field.r#type)).collect();
        Ok(Self { graph, schema, options, profile, selection, node_columns, edge_columns, attributes })
    }

    /// The values of a node.
    #[must_use]
    pub fn node(&self, node: &'g Node) -> Vec<Value<'g>> {
        let (before, after) = NODE_FIELDS.split_at(BEFORE_ATTRIBUTES);
        let known = |field: &NodeField| cleaned((field.value)(self, node));
        let mut values: Vec<Value<'g>> = before.iter().map(known).collect();
        values.extend(self.attributes.iter().map(|attribute| {
            cleaned(Value::optional(node.attributes.get(&attribute.key).map(String::as_str)))
        }));
        let speech = if self.options.with_statements { SPEECH_FIELDS } else { &[] };
        values.extend(after.iter().chain(speech).map(known));
        values
    }

    /// The values of an edge.
    #[must_use]
    pub fn edge(&self, view: EdgeView<'g>) -> Vec<Value<'g>> {
        EDGE_FIELDS.iter().map(|field| cleaned((field.value)(self, view))).collect()
    }

    /// The name of a node; its id where there is no such node.
    pub(super) fn label<'t>(&self, id: &'t str) -> &'t str
    where
        'g: 't,
    {
        self.graph.node(id).map_or(id, |node| &node.label)
    }

    /// The title of a document, else its path, else its id.
    pub(super) fn title<'t>(&self, id: &'t str) -> &'t str
    where
        'g: 't,
    {
        self.graph.document(id).map_or(id, |record| record.title.as_deref().unwrap_or(&record.path))
    }
}

fn cleaned(value: Value<'_>) -> Value<'_> {
    match value {
        Value::Text(text) => Value::Text(clean(text)),
        other => other,
    }
}
