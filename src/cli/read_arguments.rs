//! How texts are to be read: `--input`, `--date`, `--metadata`, `--text-field` ...

use std::path::PathBuf;

use clap::Args;

use crate::model::PartialDate;
use crate::read::JsonFields;
use crate::read::ReadOptions;
use crate::read::Sidecar;
use crate::read::reader_named;

/// How texts are to be read.
#[derive(Debug, Args)]
#[command(next_help_heading = "Reading")]
pub(crate) struct ReadArguments {
    /// Date of publication of texts that do not tell it (YYYY, YYYY-MM or YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    date: Option<PartialDate>,
    /// A table with the columns path, date, title, source; it counts for more than what the texts tell
    #[arg(long, value_name = "FILE.csv")]
    metadata: Option<PathBuf>,
    /// ISO 639-1 codes of the languages to read; texts in others are left out
    #[arg(long, value_name = "CODE", value_delimiter = ',', default_value = "en")]
    languages: Vec<String>,
    /// The field of JSON records that holds the text
    #[arg(long, value_name = "NAME")]
    text_field: Option<String>,
    /// The field that holds the title
    #[arg(long, value_name = "NAME")]
    title_field: Option<String>,
    /// The field that holds the date of publication
    #[arg(long, value_name = "NAME")]
    date_field: Option<String>,
    /// The field that tells who published it
    #[arg(long, value_name = "NAME")]
    source_field: Option<String>,
    /// The field by which reports call the record
    #[arg(long, value_name = "NAME")]
    id_field: Option<String>,
}

impl ReadArguments {
    /// The options; `format` is the name of the format that every input has, where it is given.
    pub(crate) fn options(&self, format: Option<&str>) -> anyhow::Result<ReadOptions> {
        let mut fields = JsonFields::default();
        for (given, names) in [
            (&self.text_field, &mut fields.text),
            (&self.title_field, &mut fields.title),
            (&self.date_field, &mut fields.date),
            (&self.source_field, &mut fields.source),
            (&self.id_field, &mut fields.id),
        ] {
            if let Some(name) = given {
                *names = vec![name.clone()];
            }
        }
        Ok(ReadOptions {
            format: format.and_then(reader_named),
            date: self.date,
            metadata: self.metadata.as_deref().map(Sidecar::load).transpose()?,
            fields,
            languages: self.languages.clone(),
        })
    }
}
