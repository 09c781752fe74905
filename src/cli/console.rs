//! Words to the user, on standard error.

use std::env;
use std::fmt::Display;
use std::io;
use std::io::IsTerminal;
use std::io::Write;

use clap::ValueEnum;

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl ColorChoice {
    fn on(self, stream: &impl IsTerminal) -> bool {
        match self {
            Self::Auto => {
                stream.is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            }
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// How to speak to the user.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Console {
    quiet: bool,
    color_err: bool,
    /// Whether what goes to standard output is coloured.
    pub(crate) color_out: bool,
}

impl Console {
    pub(crate) fn new(quiet: bool, color: ColorChoice) -> Self {
        Self { quiet, color_err: color.on(&io::stderr()), color_out: color.on(&io::stdout()) }
    }

    /// Whether progress is drawn on standard error.
    pub(crate) fn draws(self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// Something worth knowing; not with `--quiet`.
    pub(crate) fn note(self, text: impl Display) {
        if !self.quiet {
            self.line("", "", &text);
        }
    }

    /// Something amiss that does not stop the work; not with `--quiet`.
    pub(crate) fn warning(self, text: impl Display) {
        if !self.quiet {
            self.line("warning: ", "33", &text);
        }
    }

    /// What stopped the work.
    pub(crate) fn error(self, error: &anyhow::Error) {
        let mut text = String::new();
        for cause in error.chain().map(ToString::to_string) {
            // Many errors repeat their cause in their own words.
            if !text.ends_with(&cause) {
                if !text.is_empty() {
                    text.push_str(": ");
                }
                text.push_str(&cause);
            }
        }
        self.line("error: ", "31", &text);
    }

    fn line(self, head: &str, color: &str, text: &dyn Display) {
        let head = if self.color_err && !head.is_empty() {
            format!("\x1b[1;{color}m{head}\x1b[0m")
        } else {
            head.to_owned()
        };
        // Where standard error is closed there is nobody to tell.
        let _ = writeln!(io::stderr(), "{head}{text}");
    }
}
