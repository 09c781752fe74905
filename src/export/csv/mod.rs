//! CSV: a folder of tables for spreadsheets, pandas, R and Gephi.

mod cell;
mod documents;
mod edges;
mod evidence;
mod gephi;
mod nodes;
mod readme;
mod statements;

use std::io;
use std::io::Write;

use crate::export::format::{Format, Profile, SHOWN};
use crate::export::table::Table;
use crate::model::Modality;

/// Tables that refer to each other by ids.
pub(super) struct Csv;

const GEPHI: &str = "gephi";

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn about(&self) -> &'static str {
        "a folder of tables: nodes, edges, evidence, statements, documents"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["csv"]
    }

    fn profiles(&self) -> &'static [Profile] {
        &[
            Profile { name: "plain", about: "for spreadsheets, pandas and R", modalities: &Modality::ALL },
            Profile { name: GEPHI, about: "with the headers that Gephi looks for", modalities: SHOWN },
        ]
    }

    fn files(&self) -> &'static [&'static str] {
        &["README.txt", "nodes.csv", "edges.csv", "evidence.csv", "statements.csv", "documents.csv"]
    }

    fn write(&self, table: &Table<'_>, file: &str, out: &mut dyn Write) -> io::Result<()> {
        let for_gephi = table.profile.name == GEPHI;
        match file {
            "nodes.csv" if for_gephi => gephi::nodes(table, out),
            "edges.csv" if for_gephi => gephi::edges(table, out),
            "nodes.csv" => nodes::write(table, out),
            "edges.csv" => edges::write(table, out),
            "evidence.csv" => evidence::write(table, out),
            "statements.csv" => statements::write(table, out),
            "documents.csv" => documents::write(table, out),
            _ => readme::write(table, out),
        }
    }
}
