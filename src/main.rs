//! The `diplograph` command.

fn main() -> std::process::ExitCode {
    diplograph::cli::run(std::env::args_os())
}
