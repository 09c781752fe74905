//! How a command ended.

use std::io;
use std::process::ExitCode;

use crate::error::Error;

/// What the help says of exit codes.
pub(crate) const HELP: &str = "\
Exit codes:
  0  all went well (a question without an answer included)
  1  it failed; standard error says where and what to do
  2  the command line is wrong
  3  some documents could not be used and were left out; all others were";

/// How a command ended that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All went well.
    Done,
    /// What was to be checked is wrong.
    Found,
    /// Some documents were left out.
    Skipped,
}

impl Outcome {
    pub(crate) fn code(self) -> ExitCode {
        match self {
            Self::Done => ExitCode::SUCCESS,
            Self::Found => ExitCode::FAILURE,
            Self::Skipped => ExitCode::from(3),
        }
    }
}

/// A command line that clap takes and that makes no sense all the same is a wrong one.
pub(crate) fn code_of(error: &anyhow::Error) -> ExitCode {
    let is_usage = matches!(error.downcast_ref(), Some(Error::Option { .. }));
    if is_usage { ExitCode::from(2) } else { ExitCode::FAILURE }
}

/// Whether whoever read the output has gone away, as `head` does: nothing to complain of.
pub(crate) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>().or_else(|| match cause.downcast_ref::<Error>() {
            Some(Error::Io { source, .. }) => Some(source),
            _ => None,
        });
        io.is_some_and(|io| io.kind() == io::ErrorKind::BrokenPipe)
    })
}
