//! What a format is, and the table of all formats.

use std::io;
use std::io::Write;
use std::path::Path;

use crate::error::Error;
use crate::error::Result;
use crate::export::csv::Csv;
use crate::export::cytoscape::Cytoscape;
use crate::export::gexf::Gexf;
use crate::export::graphml::GraphMl;
use crate::export::graphology::Graphology;
use crate::export::json::Json;
use crate::export::table::Table;
use crate::model::Modality;

/// A flavour of a format, for one of the programs that read it.
#[derive(Debug)]
pub struct Profile {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is for, in one line.
    pub about: &'static str,
    /// The modalities of the edges that are written unless others are asked for.
    pub modalities: &'static [Modality],
}

/// What happened or will: a picture shows nothing else, lest denied meetings be seen as meetings.
pub(super) const SHOWN: &[Modality] = &[Modality::Actual, Modality::Planned];

/// A format in which a graph can be written.
pub trait Format: Sync {
    /// Its name on the command line.
    fn name(&self) -> &'static str;

    /// What it is for, in one line.
    fn about(&self) -> &'static str;

    /// Extensions of its files, without the first dot. A longer one (`cy.json`) is tried before a shorter one (`json`).
    fn extensions(&self) -> &'static [&'static str];

    /// Its flavours, the default first; at least one.
    fn profiles(&self) -> &'static [Profile];

    /// The files of its folder; none for a format that is a single file.
    fn files(&self) -> &'static [&'static str] {
        &[]
    }

    /// Writes one file of its folder, or its single file (then `file` is empty).
    ///
    /// # Errors
    /// What the output says when it cannot be written.
    fn write(&self, table: &Table<'_>, file: &str, out: &mut dyn Write) -> io::Result<()>;
}

/// All formats.
pub static FORMATS: &[&dyn Format] = &[&Json, &GraphMl, &Gexf, &Csv, &Graphology, &Cytoscape];

/// The format of that name.
///
/// # Errors
/// [`Error::Option`] that lists the names, where there is none.
pub fn by_name(name: &str) -> Result<&'static dyn Format> {
    FORMATS.iter().copied().find(|format| format.name() == name).ok_or_else(|| {
        let names: Vec<_> = FORMATS.iter().map(|format| format.name()).collect();
        Error::Option {
            option: "--format".to_owned(),
            message: format!("there is no format `{name}`; there are {}", names.join(", ")),
        }
    })
}

/// The format that files or folders of that name have; none where the name does not tell.
///
/// ```
/// use std::path::Path;
/// let format = diplograph::export::by_path(Path::new("maps/talks.GEXF")).unwrap();
/// assert_eq!(format.name(), "gexf");
/// ```
#[must_use]
pub fn by_path(path: &Path) -> Option<&'static dyn Format> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    let fitting = |extension: &&'static str| {
        name.strip_suffix(extension).is_some_and(|stem| stem.len() > 1 && stem.ends_with('.'))
    };
    FORMATS
        .iter()
        .flat_map(|&format| format.extensions().iter().map(move |extension| (extension, format)))
        .filter(|(extension, _)| fitting(extension))
        .max_by_key(|(extension, _)| extension.len())
        .map(|(_, format)| format)
}

/// The profile of that name, or the default.
pub(super) fn profile(format: &dyn Format, name: Option<&str>) -> Result<&'static Profile> {
    let profiles = format.profiles();
    let found = match name {
        Some(name) => profiles.iter().find(|profile| profile.name == name),
        None => profiles.first(),
    };
    found.ok_or_else(|| {
        let names: Vec<_> = profiles.iter().map(|profile| profile.name).collect();
        Error::Option {
            option: "--profile".to_owned(),
            message: format!(
                "the format {} has no profile `{}`; it has {}",
                format.name(),
                name.unwrap_or_default(),
                names.join(", ")
            ),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_extension_tells_the_format() {
        let name = |path: &str| by_path(Path::new(path)).map(Format::name);
        assert_eq!(name("a/graph.json"), Some("json"));
        assert_eq!(name("a/graph.graphology.json"), Some("graphology"));
        assert_eq!(name("graph.cyjs"), Some("cytoscape"));
        assert_eq!(name("graph.CSV"), Some("csv"));
        assert_eq!(name("graph.graphml"), Some("graphml"));
        assert_eq!(name("graph"), None);
        assert_eq!(name(".json"), None);
        assert_eq!(name("graph.docx"), None);
    }

    #[test]
    fn unknown_names_are_answered_with_what_there_is() {
        let error = by_name("graphlm").map(Format::name).unwrap_err().to_string();
        assert_eq!(
            error,
            "--format: there is no format `graphlm`; there are json, graphml, gexf, csv, graphology, cytoscape"
        );
        let error = profile(&GraphMl, Some("yed")).unwrap_err().to_string();
        assert!(error.contains("gephi, strict, neo4j, cytoscape"), "{error}");
    }

    #[test]
    fn no_name_and_no_extension_is_used_twice() {
        let twice = |mut names: Vec<&str>| {
            names.sort_unstable();
            names.windows(2).any(|pair| pair[0] == pair[1])
        };
        assert!(!twice(FORMATS.iter().map(|format| format.name()).collect()));
        assert!(!twice(FORMATS.iter().flat_map(|format| format.extensions().iter().copied()).collect()));
        assert!(FORMATS.iter().all(|format| !format.profiles().is_empty()));
    }
}
