//! `diplograph completions`

use std::io;
use std::io::Write;

use clap::Args;
use clap::CommandFactory;
use clap_complete::Shell;

use crate::cli::Arguments;
use crate::cli::exit::Outcome;

/// Print completions for a shell, to be put where it looks for them
#[derive(Debug, Args)]
pub(crate) struct CompletionsArguments {
    /// The shell
    shell: Shell,
}

impl CompletionsArguments {
    pub(crate) fn run(&self) -> anyhow::Result<Outcome> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "diplograph", &mut script);
        io::stdout().write_all(&script)?;
        Ok(Outcome::Done)
    }
}
