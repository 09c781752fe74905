//! Makes a PDF safe for the text extractor, which trusts every file: it reads pictures as if they were drawing commands, and
//! follows references that lead back to where they came from without end.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

/// No sound file inherits through more levels of pages.
const MOST_LEVELS: usize = 100;

/// Empties the pictures and refuses what refers to itself.
///
/// # Errors
/// The reason.
pub(super) fn tame(document: &mut Document) -> Result<(), String> {
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && is_kind(stream, b"Image")
        {
            *stream = Stream::new(Dictionary::new(), Vec::new());
        }
    }
    let loops =
        document.get_pages().values().any(|page| !reaches_root(document, *page)) || draws_itself(document);
    if loops { Err("its parts contain themselves".to_owned()) } else { Ok(()) }
}

fn is_kind(stream: &Stream, kind: &[u8]) -> bool {
    stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == kind)
}

/// Whether the way up from a page ends.
fn reaches_root(document: &Document, page: ObjectId) -> bool {
    let mut at = page;
    for _ in 0..MOST_LEVELS {
        let parent =
            document.get_dictionary(at).and_then(|node| node.get(b"Parent")).and_then(Object::as_reference);
        let Ok(parent) = parent else { return true };
        at = parent;
    }
    false
}

/// Whether a drawing that is used in others is used, over however many steps, in itself.
fn draws_itself(document: &Document) -> bool {
    let uses: BTreeMap<ObjectId, Vec<ObjectId>> = document
        .objects
        .iter()
        .filter_map(|(id, object)| Some((*id, object.as_stream().ok()?)))
        .filter(|(_, stream)| is_kind(stream, b"Form"))
        .map(|(id, stream)| (id, used(document, stream).unwrap_or_default()))
        .collect();
    // Drawings that use no others are taken out until none is left, or only those that go round.
    let mut open: BTreeSet<ObjectId> = uses.keys().copied().collect();
    loop {
        let before = open.len();
        let done: Vec<ObjectId> =
            open.iter().copied().filter(|id| !uses[id].iter().any(|used| open.contains(used))).collect();
        for id in done {
            open.remove(&id);
        }
        if open.is_empty() || open.len() == before {
            return !open.is_empty();
        }
    }
}

/// The drawings that a drawing has at hand. One without resources of its own has those of whoever uses it: nobody writes such
/// files now, so that one which draws others counts as using itself.
fn used(document: &Document, stream: &Stream) -> Option<Vec<ObjectId>> {
    let deref = |object| document.dereference(object).ok().map(|(_, object)| object);
    let resources =
        stream.dict.get(b"Resources").ok().and_then(deref).and_then(|object| object.as_dict().ok());
    let Some(resources) = resources else {
        let words = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
        let draws = words.windows(3).any(|window| window == b" Do");
        return draws.then(|| document.objects.keys().copied().collect());
    };
    let drawings = deref(resources.get(b"XObject").ok()?)?.as_dict().ok()?;
    Some(drawings.iter().filter_map(|(_, object)| object.as_reference().ok()).collect())
}
