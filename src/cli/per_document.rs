//! One graph for each text.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use rayon::prelude::*;

use crate::cli::export_arguments::ExportArguments;
use crate::error::Error;
use crate::error::Result;
use crate::export;
use crate::model::Document;
use crate::pipeline::Observer;
use crate::pipeline::Pipeline;
use crate::read;
use crate::read::ReadOptions;
use crate::read::Source;

/// Writes the graph of each document into the output folder: `talks.txt` becomes `talks.json`, the third record of
/// `wire.jsonl` becomes `wire-3.json`. Tells how many there are, and which documents could not be used.
pub(crate) fn build(
    pipeline: &Pipeline,
    read: &ReadOptions,
    sources: &[Source],
    arguments: &ExportArguments,
    observer: &dyn Observer,
) -> Result<(usize, Vec<Error>)> {
    let (format, options, folder) = (arguments.format_in_folder()?, arguments.options(), &arguments.output);
    fs::create_dir_all(folder).map_err(|source| Error::Io { path: folder.clone(), source })?;
    let ending = format.extensions().first().copied().unwrap_or_default();
    let names = names(sources);
    let outcomes: Vec<Result<(usize, Vec<Error>)>> = sources
        .par_iter()
        .zip(names)
        .map(|(source, name)| {
            let (mut written, mut skipped) = (0, Vec::new());
            for document in read::load(source, read) {
                match document {
                    Ok(document) => {
                        let path = folder.join(format!("{name}{}.{ending}", part(&document, source)));
                        let graph = pipeline.graph(&[pipeline.fragment(&document)]);
                        export::save(format, &graph, pipeline.schema(), &options, &path)?;
                        observer.document_done(&document);
                        written += 1;
                    }
                    Err(error) => skipped.push(error),
                }
            }
            observer.source_done(source);
            Ok((written, skipped))
        })
        .collect();
    let (mut written, mut skipped) = (0, Vec::new());
    for outcome in outcomes {
        let (more, errors) = outcome?;
        written += more;
        skipped.extend(errors);
    }
    Ok((written, skipped))
}

/// A name for the graph of each source: its stem, with a number where an earlier source has the same.
fn names(sources: &[Source]) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut name = |source: &Source| {
        let path = PathBuf::from(source.path());
        let stem =
            path.file_stem().map_or_else(|| "text".to_owned(), |stem| stem.to_string_lossy().into_owned());
        let stem = if stem == "-" { "standard-input".to_owned() } else { stem };
        let number = seen.entry(stem.clone()).or_default();
        *number += 1;
        if *number == 1 { stem } else { format!("{stem}.{number}") }
    };
    sources.iter().map(&mut name).collect()
}

/// What tells apart the documents of one file.
fn part(document: &Document, source: &Source) -> String {
    let part = document.path.strip_prefix(&source.path()).unwrap_or_default();
    let safe = |c: char| if c.is_alphanumeric() || ['-', '_', '.'].contains(&c) { c } else { '-' };
    part.chars().map(safe).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn graphs_of_texts_with_one_name_are_told_apart() {
        let sources = ["a/talks.txt", "b/talks.md", "c/visit.txt"].map(|path| Source::File(path.into()));
        assert_eq!(names(&sources), ["talks", "talks.2", "visit"]);
        assert_eq!(names(&[Source::Stdin]), ["standard-input"]);
    }
}
