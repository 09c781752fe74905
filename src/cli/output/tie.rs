//! Edges of networks as rows.

use crate::cli::output::Place;
use crate::cli::output::Row;
use crate::cli::output::cells::clean;
use crate::query::TieRow;

impl Row for TieRow<'_> {
    const HEADINGS: &'static [&'static str] = &["who", "how", "what", "weight", "statements"];

    fn brief(&self) -> Vec<String> {
        vec![
            clean(self.source.label),
            self.kind.to_string(),
            clean(self.target.label),
            self.weight.to_string(),
            self.statements.to_string(),
        ]
    }

    const PLACED: bool = false;

    const COLUMNS: &'static [&'static str] =
        &["source", "source_label", "kind", "target", "target_label", "weight", "statements"];

    fn records(&self) -> Vec<(Vec<String>, Place<'_>)> {
        let record = vec![
            self.source.id.to_owned(),
            self.source.label.to_owned(),
            self.kind.to_string(),
            self.target.id.to_owned(),
            self.target.label.to_owned(),
            self.weight.to_string(),
            self.statements.to_string(),
        ];
        vec![(record, None)]
    }
}
