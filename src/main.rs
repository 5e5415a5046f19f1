//! The program `fasih`.

use std::process::ExitCode;

fn main() -> ExitCode {
    fasih::cli::run()
}
