//! How texts are to be read.

use crate::model::PartialDate;
use crate::read::reader::Reader;
use crate::read::sidecar::Sidecar;

/// Which fields of a JSON record hold what: the first that is there is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonFields {
    /// The text.
    pub text: Vec<String>,
    /// Its title.
    pub title: Vec<String>,
    /// Its date of publication.
    pub date: Vec<String>,
    /// Who published it.
    pub source: Vec<String>,
    /// What the record is called by in reports; its line where there is none.
    pub id: Vec<String>,
}

impl Default for JsonFields {
    fn default() -> Self {
        let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        Self {
            text: names(&["text", "body", "content"]),
            title: names(&["title", "headline"]),
            date: names(&["date", "published", "date_published"]),
            source: names(&["source", "publisher", "url"]),
            id: names(&["id"]),
        }
    }
}

/// How texts are to be read.
#[derive(Debug, Clone)]
pub struct ReadOptions {
    /// The format of every file; none to tell it by extension and content.
    pub format: Option<&'static dyn Reader>,
    /// The date of publication of texts that nothing else tells it of.
    pub date: Option<PartialDate>,
    /// What a table beside the texts tells of them; it counts for more than what they tell themselves.
    pub metadata: Option<Sidecar>,
    /// The fields of JSON records.
    pub fields: JsonFields,
    /// ISO 639-1 codes of the languages that are read; the first stands for texts too short to tell.
    pub languages: Vec<String>,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            format: None,
            date: None,
            metadata: None,
            fields: JsonFields::default(),
            languages: vec!["en".to_owned()],
        }
    }
}
