//! A mention while it is being found.

use std::ops::Range;

use compact_str::CompactString;

use crate::mention::text::Words;
use crate::model::Attributes;
use crate::model::Mention;
use crate::model::MentionForm;
use crate::model::NodeKind;

/// A mention in tokens, before spans are taken.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) tokens: Range<usize>,
    pub(super) form: MentionForm,
    pub(super) kind: Option<NodeKind>,
    /// The proper name inside.
    pub(super) name: Option<Range<usize>>,
    pub(super) entry: Option<CompactString>,
    pub(super) attributes: Attributes,
}

impl Draft {
    pub(super) fn new(tokens: Range<usize>, form: MentionForm, kind: NodeKind) -> Self {
        Self { tokens, form, kind: Some(kind), name: None, entry: None, attributes: Attributes::new() }
    }

    pub(super) fn named(tokens: Range<usize>, name: Range<usize>, kind: NodeKind) -> Self {
        Self { name: Some(name), ..Self::new(tokens, MentionForm::Name, kind) }
    }

    pub(super) fn with(mut self, attribute: &str, value: impl Into<String>) -> Self {
        self.attributes.insert(attribute.into(), value.into());
        self
    }

    pub(super) fn is(&self, kind: &NodeKind) -> bool {
        self.kind.as_ref() == Some(kind)
    }

    pub(super) fn finish(self, words: &Words<'_, '_>) -> Mention {
        let head = words.head_of(self.name.clone().unwrap_or_else(|| self.tokens.clone()));
        let outer = words.head_of(self.tokens.clone());
        // The tree hangs the whole mention on one token: that one, unless it is only the title's complement.
        let head = if self.tokens.contains(&outer) { outer } else { head };
        Mention {
            span: words.doc.span(self.tokens.clone()),
            tokens: self.tokens.start as u32..self.tokens.end as u32,
            head: head as u32,
            form: self.form,
            kind: self.kind,
            name: self.name.map(|name| words.doc.span(name)),
            entry: self.entry,
            when: None,
            attributes: self.attributes,
        }
    }
}
