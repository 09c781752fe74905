//! Rows as CSV: all columns, one line for each piece of evidence.

use std::io;
use std::io::Write;

use csv::Writer;

use crate::cli::output::Row;

const PLACE: [&str; 7] = ["path", "document", "title", "published", "start", "end", "text"];

pub(super) fn write<R: Row>(rows: &[R], out: &mut dyn Write) -> io::Result<()> {
    let mut writer = Writer::from_writer(out);
    let place: &[&str] = if R::PLACED { &PLACE } else { &[] };
    writer.write_record(R::COLUMNS.iter().chain(place))?;
    for (mut record, citation) in rows.iter().flat_map(Row::records) {
        match citation {
            Some(citation) => record.extend([
                citation.path.to_owned(),
                citation.document.to_owned(),
                citation.title.unwrap_or_default().to_owned(),
                citation.published.unwrap_or_default().to_owned(),
                citation.start.to_string(),
                citation.end.to_string(),
                citation.text.to_owned(),
            ]),
            None => record.resize(R::COLUMNS.len() + place.len(), String::new()),
        }
        writer.write_record(&record)?;
    }
    writer.flush()
}
