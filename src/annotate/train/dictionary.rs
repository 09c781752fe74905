//! What is known of words before training: tags of a dictionary, clusters of words that are used alike.

use std::fs;
use std::path::Path;

use crate::annotate::hash::of_bytes;
use crate::annotate::word_table::WordTable;
use crate::error::Error;
use crate::error::Result;

/// One word.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// Of its form.
    pub(crate) hash: u64,
    /// Its tags with commas between.
    pub(crate) tags: String,
    /// The number of its cluster.
    pub(crate) cluster: u16,
}

/// Reads lines of a word in small letters, its tags and its cluster, with tabs between, by the hash of the word.
pub(crate) fn read(path: &Path) -> Result<Vec<Entry>> {
    let text = fs::read_to_string(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
    let mut entries = Vec::new();
    for (line, row) in text.lines().enumerate() {
        let entry = parse(row).ok_or_else(|| Error::Data {
            file: path.display().to_string(),
            line: line + 1,
            message: "a word, its tags and the number of its cluster are wanted, with tabs between"
                .to_owned(),
        })?;
        entries.push(entry);
    }
    entries.sort_by_key(|entry| entry.hash);
    entries.dedup_by_key(|entry| entry.hash >> 16);
    Ok(entries)
}

fn parse(row: &str) -> Option<Entry> {
    let (word, rest) = row.split_once('\t')?;
    let (tags, cluster) = rest.split_once('\t')?;
    Some(Entry { hash: of_bytes(word.as_bytes()), tags: tags.to_owned(), cluster: cluster.parse().ok()? })
}

/// The table of clusters.
pub(crate) fn clusters(entries: &[Entry]) -> Vec<u8> {
    WordTable::encode(&entries.iter().map(|entry| (entry.hash, entry.cluster)).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_holds_tags_and_cluster() {
        let entry = parse("walks\tNNS,VBZ\t77").unwrap();
        assert_eq!((entry.tags.as_str(), entry.cluster), ("NNS,VBZ", 77));
        assert!(parse("walks\tNNS").is_none());
        assert!(parse("walks\tNNS\tmany").is_none());
    }
}
