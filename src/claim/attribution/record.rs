//! A statement while it is being put together.

use std::ops::Range;

use crate::claim::attribution::content::Content;
use crate::claim::attribution::context::Context;
use crate::claim::attribution::named::Source;
use crate::claim::attribution::named::tokens_of;
use crate::model::Span;
use crate::model::SpeechAct;

/// What was found of one statement.
#[derive(Debug, Clone)]
pub(super) struct Record {
    pub(super) source: Source,
    /// The words of the cue; none for a quotation that goes on.
    pub(super) cue: Option<Range<usize>>,
    /// The verb or noun of the cue.
    pub(super) word: Option<usize>,
    pub(super) act: SpeechAct,
    pub(super) content: Content,
    /// The quotation in which the cue stands.
    pub(super) level: Option<usize>,
    /// Phrases outside the content that tell what it is about.
    pub(super) matter: Vec<Range<usize>>,
    /// Whether the speaker is not named but may be the one who spoke before.
    pub(super) unnamed: bool,
}

impl Record {
    /// From the first to the last word said.
    pub(super) fn cover(&self) -> Span {
        let spans = &self.content.spans;
        spans
            .iter()
            .skip(1)
            .fold(spans.first().copied().unwrap_or(Span::new(0, 0)), |all, span| all.cover(*span))
    }

    /// Source, cue and content together, and of joint speakers those whom the sentence names elsewhere.
    pub(super) fn span(&self, context: &Context<'_>) -> Span {
        let mut span = self.cover();
        if let Some(source) = self.source.tokens.as_ref().filter(|_| self.source.speakers.len() > 1) {
            let sentence = context.sentence(source.start);
            let mentions = self.source.speakers.iter().map(|&id| tokens_of(context, id));
            for tokens in
                mentions.filter(|tokens| sentence.contains(&tokens.start) && tokens.end <= sentence.end)
            {
                span = span.cover(context.text.span(tokens));
            }
        }
        for tokens in self.cue.iter().chain(self.cue.as_ref().and(self.source.tokens.as_ref())) {
            span = span.cover(context.text.span(tokens.clone()));
        }
        span
    }

    /// Whether a byte lies in the words said.
    pub(super) fn says(&self, byte: u32) -> bool {
        self.content.spans.iter().any(|span| span.start <= byte && byte < span.end)
    }
}
