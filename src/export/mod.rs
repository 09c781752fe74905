//! The graph in the formats of other tools: one table of [`FORMATS`], each format a file of this folder.
//!
//! All formats but JSON carry the same columns, which [`Table`] defines once: every edge directed, with `symmetric`
//! as a column; every element with every column; ids twice, as the id of the element and as `node_id` or `edge_id`;
//! lists joined by ` | `; no control characters; nodes before edges.

mod colour;
mod column;
mod columns;
mod csv;
mod cytoscape;
mod format;
mod gexf;
mod graphml;
mod graphology;
mod json;
mod options;
mod provenance;
mod save;
mod selection;
mod table;
mod text;
mod time_span;
mod xml;

pub use column::{Column, ColumnType, Value};
pub use format::{FORMATS, Format, Profile, by_name, by_path};
pub use options::ExportOptions;
pub use save::{save, write};
pub use selection::Selection;
pub use table::Table;
