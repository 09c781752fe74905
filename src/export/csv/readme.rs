//! `README.txt`: what the tables are, and in which order to import them.

use std::io;
use std::io::Write;

use crate::export::provenance::Provenance;
use crate::export::table::Table;

const TEXT: &str = include_str!("readme.txt");

pub(super) fn write(table: &Table<'_>, out: &mut dyn Write) -> io::Result<()> {
    let provenance = Provenance::of(table.graph);
    let modalities = table.options.modalities.as_deref().unwrap_or(table.profile.modalities);
    let names: Vec<&str> = modalities.iter().map(|modality| modality.as_str()).collect();
    let text = TEXT
        .replace("{generator}", provenance.generator)
        .replace("{provenance}", &provenance.line())
        .replace("{profile}", table.profile.name)
        .replace("{modalities}", &names.join(", "));
    out.write_all(text.as_bytes())
}
