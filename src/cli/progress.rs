//! How far long work has come, shown on a terminal.

use std::sync::atomic::{AtomicUsize, Ordering};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::console::Console;
use crate::model::Document;
use crate::pipeline::Observer;
use crate::read::Source;

/// A bar that moves with each file and counts documents.
pub(crate) struct Progress {
    bar: ProgressBar,
    documents: AtomicUsize,
}

impl Progress {
    /// A bar for so many files; nothing is drawn with `--quiet` or where standard error is no terminal.
    pub(crate) fn new(files: usize, console: Console) -> Self {
        let target =
            if console.draws() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(files as u64), target);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} files, {elapsed}  {wide_msg}") {
            bar.set_style(style);
        }
        bar.tick();
        Self { bar, documents: AtomicUsize::new(0) }
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Observer for Progress {
    fn document_done(&self, document: &Document) {
        let documents = self.documents.fetch_add(1, Ordering::Relaxed) + 1;
        self.bar.set_message(format!("{documents} documents, {}", document.path));
    }

    fn source_done(&self, _: &Source) {
        self.bar.inc(1);
    }
}
