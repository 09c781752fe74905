//! How far long work has come, shown on a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::console::Console;
use crate::pipeline::Observer;
use crate::read::Source;

/// A bar that moves with each file.
pub(crate) struct Progress {
    bar: ProgressBar,
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
        Self { bar }
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Observer for Progress {
    fn source_done(&self, source: &Source) {
        self.bar.set_message(source.path());
        self.bar.inc(1);
    }
}
