//! The command line.

mod annotate;
mod arguments;
mod build;
mod completions;
mod console;
mod contradictions;
mod diff;
mod edge_arguments;
mod exit;
mod explain;
mod export;
mod export_arguments;
mod find;
mod folder;
mod graph_argument;
mod meetings;
mod names;
mod neighbours;
mod network;
mod output;
mod path;
mod per_document;
mod period_arguments;
mod progress;
mod read_arguments;
mod review;
mod said;
mod score;
mod search;
mod show;
mod stats;
mod successions;
mod timeline;
mod train;
mod verify;

use arguments::Arguments;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use crate::cli::console::Console;
use crate::cli::exit::Outcome;

/// Runs a command as given on the command line and says how it went.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // A reader that has gone away needs no help.
            let _ = error.print();
            return u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from);
        }
    };
    let console = Console::new(arguments.quiet, arguments.color);
    match arguments.command.run(console) {
        Ok(outcome) => outcome.code(),
        Err(error) if exit::is_broken_pipe(&error) => Outcome::Done.code(),
        Err(error) => {
            console.error(&error);
            exit::code_of(&error)
        }
    }
}
