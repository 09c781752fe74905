//! Texts that stand word for word in several places are documents of their own, each with an id of its own.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::model::Fragment;

/// Gives each document an id of its own. The first place of a text, in the order of paths, keeps the id that the words give; an id of
/// the others is made of the words and the place. What was read twice from one place is one document.
pub fn tell_copies_apart(fragments: &mut Vec<Fragment>) {
    fragments.sort_by(|a, b| (&a.document.id, &a.document.path).cmp(&(&b.document.id, &b.document.path)));
    fragments.dedup_by(|a, b| a.document.id == b.document.id && a.document.path == b.document.path);
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for fragment in fragments {
        let record = &mut fragment.document;
        if !taken.insert(record.id.clone()) {
            let digest = Sha256::digest(format!("{}\n{}", record.sha256, record.path).as_bytes());
            record.id = digest.iter().take(8).fold(String::new(), |mut hex, byte| {
                let _ = write!(hex, "{byte:02x}");
                hex
            });
            taken.insert(record.id.clone());
        }
    }
}
