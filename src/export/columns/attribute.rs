//! Columns for the attributes of nodes, whose names are free.

use std::collections::BTreeSet;

use compact_str::CompactString;

use crate::export::column::{Column, ColumnType};
use crate::export::columns::{NODE_FIELDS, SPEECH_FIELDS};
use crate::graph::Node;

/// Attributes that have a column even where no node has them, so that a script for one graph fits all graphs.
const USUAL: [&str; 5] = ["broader", "country", "iso3", "title", "type"];

/// Attributes that another column tells.
const TOLD: [&str; 1] = ["anonymous"];

/// Names that Gephi, igraph or graphology take for something of their own.
const RESERVED: [&str; 17] = [
    "id",
    "nodelabel",
    "x",
    "y",
    "z",
    "xpos",
    "ypos",
    "zpos",
    "size",
    "r",
    "g",
    "b",
    "color",
    "colour",
    "viz",
    "name",
    "timeset",
];

/// What Gephi looks for inside the names of columns, to take them for sets of times.
const SETS_OF_TIMES: [(&str, &str); 2] = [("interval", "inter_val"), ("timestamp", "time_stamp")];

/// An attribute and its column.
#[derive(Debug, Clone)]
pub(in crate::export) struct AttributeColumn {
    /// The key among the attributes of a node.
    pub(in crate::export) key: CompactString,
    /// Its column.
    pub(in crate::export) column: Column,
}

impl AttributeColumn {
    /// The columns for all attributes of some nodes, by name.
    pub(in crate::export) fn all(nodes: &[&Node]) -> Vec<Self> {
        let mut keys: BTreeSet<CompactString> = USUAL.into_iter().map(CompactString::const_new).collect();
        for node in nodes {
            keys.extend(node.attributes.keys().filter(|key| !TOLD.contains(&key.as_str())).cloned());
        }
        let mut taken: BTreeSet<String> =
            NODE_FIELDS.iter().chain(SPEECH_FIELDS).map(|field| field.name.to_owned()).collect();
        keys.into_iter()
            .map(|key| {
                let mut name = column_name(&key);
                // Names are told apart without case: so do spreadsheets and Gephi.
                while !taken.insert(name.to_lowercase()) {
                    name.insert_str(0, "attribute_");
                }
                Self { key, column: Column::new(&name, ColumnType::Text) }
            })
            .collect()
    }
}

fn column_name(key: &str) -> String {
    let mut name: String = key
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, '_' | '-' | '.') { c } else { '_' })
        .collect();
    let lower = name.to_lowercase();
    if name.is_empty() || RESERVED.contains(&lower.as_str()) {
        name.insert_str(0, "attribute_");
    }
    for (taken, instead) in SETS_OF_TIMES {
        if name.to_lowercase().contains(taken) {
            name = name.to_lowercase().replace(taken, instead);
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_attribute_takes_a_name_that_a_client_keeps_for_itself() {
        assert_eq!(column_name("year"), "year");
        assert_eq!(column_name("size"), "attribute_size");
        assert_eq!(column_name("Color"), "attribute_Color");
        assert_eq!(column_name("Time Interval"), "time_inter_val");
        assert_eq!(column_name(""), "attribute_");
    }

    #[test]
    fn an_attribute_never_hides_another_column() {
        let attributes = [("kind", "a"), ("Kind", "b"), ("year", "c"), ("anonymous", "true")];
        let node = Node {
            id: "event.x".to_owned(),
            kind: crate::model::NodeKind::EVENT,
            label: String::new(),
            aliases: Vec::new(),
            attributes: attributes.into_iter().map(|(key, value)| (key.into(), value.to_owned())).collect(),
            mentions: Vec::new(),
            first_seen: None,
            last_seen: None,
            inferred: false,
            joins: Vec::new(),
            statement: None,
        };
        let names: Vec<_> =
            AttributeColumn::all(&[&node]).into_iter().map(|found| found.column.name).collect();
        assert_eq!(
            names,
            [
                "attribute_Kind",
                "broader",
                "country",
                "iso3",
                "attribute_attribute_kind",
                "title",
                "type",
                "year"
            ]
        );
    }
}
