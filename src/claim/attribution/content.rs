//! The words said: runs of tokens turned into spans, with quotation marks kept or left out as they should be.

use std::ops::Range;

use crate::claim::attribution::context::Context;
use crate::model::Span;
use crate::model::StatementForm;

/// What was said, and whether in the speaker's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Content {
    pub(super) spans: Vec<Span>,
    pub(super) form: StatementForm,
}

/// The words of some runs of tokens. A run that cuts a quotation is stretched over the whole of it; a run that is one
/// quotation loses its marks and the comma before the closing one.
pub(super) fn of_runs(context: &Context<'_>, level: Option<usize>, runs: &[Range<usize>]) -> Option<Content> {
    let mut spans: Vec<Span> = Vec::new();
    let (mut quoted, mut reported) = (false, false);
    for run in runs {
        let Some(run) = trim(context, level, run.clone()) else { continue };
        let mut span = context.text.span(run);
        if let Some(quote) = context.quote_over(level, span.start) {
            span.start = span.start.min(context.quotes[quote].outer.start);
        }
        if let Some(quote) = context.quote_over(level, span.end.saturating_sub(1)) {
            span.end = span.end.max(context.quotes[quote].outer.end);
        }
        if spans.last().is_some_and(|last| last.end > span.start) {
            span.start = spans.last().map_or(span.start, |last| last.end);
        }
        if span.is_empty() {
            continue;
        }
        let inside = context.quotes_in(level, span);
        let bare = inside.first().map(|&quote| &context.quotes[quote]);
        let bare = bare.filter(|quote| inside.len() == 1 && is_all(context, quote.outer, span));
        if let Some(quote) = bare {
            spans.push(unquoted(context, quote.inner));
            quoted = true;
        } else {
            spans.push(span);
            quoted |= !inside.is_empty();
            reported = true;
        }
    }
    let form = match (quoted, reported) {
        (true, false) => StatementForm::Direct,
        (true, true) => StatementForm::Mixed,
        (false, _) => StatementForm::Indirect,
    };
    (!spans.is_empty()).then_some(Content { spans, form })
}

/// The words of a whole quotation.
pub(super) fn of_quote(context: &Context<'_>, quote: usize) -> Content {
    Content { spans: vec![unquoted(context, context.quotes[quote].inner)], form: StatementForm::Direct }
}

/// Whether `span` holds no word beside those inside `outer`.
fn is_all(context: &Context<'_>, outer: Span, span: Span) -> bool {
    let text = context.text.document.text.as_str();
    let blank = |from: u32, to: u32| {
        from >= to || !Span::new(from, to).of(text).contains(|c: char| c.is_alphanumeric())
    };
    blank(span.start, outer.start) && blank(outer.end, span.end)
}

/// Without blanks at the ends and without the comma before the closing mark.
fn unquoted(context: &Context<'_>, inner: Span) -> Span {
    let words = inner.of(&context.document().text);
    let start = inner.start as usize + (words.len() - words.trim_start().len());
    let end = start + words.trim().trim_end_matches([',', ';']).trim_end().len();
    Span::at(start, end)
}

/// Without punctuation at the ends; quotation marks, brackets and what they enclose stay.
pub(super) fn trim(
    context: &Context<'_>,
    level: Option<usize>,
    mut run: Range<usize>,
) -> Option<Range<usize>> {
    let loose = |token: usize| {
        context.is_punct(token)
            && !context.lower(token).contains(['(', ')', '[', ']', '?', '!', '%', '$', '…'])
            && context.quote_over(level, context.text.tokens[token].span.start).is_none()
    };
    while run.start < run.end && loose(run.start) {
        run.start += 1;
    }
    while run.start < run.end && loose(run.end - 1) {
        run.end -= 1;
    }
    let words = run.clone().any(|token| !context.is_punct(token));
    words.then_some(run)
}
