//! Plain text, with or without front matter.

use crate::model::OffsetBase;
use crate::read::draft::Draft;
use crate::read::draft::Drafts;
use crate::read::draft::Refusal;
use crate::read::encoding;
use crate::read::front_matter;
use crate::read::layout;
use crate::read::options::ReadOptions;
use crate::read::reader::Reader;

/// Plain text.
#[derive(Debug)]
pub(crate) struct Plain;

impl Reader for Plain {
    fn name(&self) -> &'static str {
        "text"
    }

    fn about(&self) -> &'static str {
        "plain text, optionally with YAML front matter"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["txt", "text"]
    }

    fn sniff(&self, _head: &[u8]) -> bool {
        true
    }

    fn read(&self, bytes: Vec<u8>, _options: &ReadOptions) -> Drafts {
        vec![encoding::decode(bytes).map(draft).map_err(Refusal::new)]
    }
}

/// The whole text with its prose found.
pub(crate) fn draft(text: String) -> Draft {
    let (origin, body) = front_matter::split(&text).unwrap_or_default();
    let blocks = layout::blocks(&text, body..text.len());
    Draft { part: None, offset_base: OffsetBase::Source, text, blocks, origin }
}
