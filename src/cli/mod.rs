//! The program: its arguments, what it does with them, and the status it ends with.

mod align;
mod apply;
mod args;
mod check;
mod explain;
mod file;
mod glossaries;
mod glossary;
mod lines;
mod out;
mod report;
mod rules;
mod settings;
mod sources;
mod transliterate;
mod unknown;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::{config, keeping};
use args::{Args, Command, SchemaName};
use out::Out;

/// How a command ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// Nothing that the run was to fail on.
    Clean,
    /// Findings, or changes that fixing would make.
    Findings,
    /// What was asked could not be done, or not wholly.
    Failed,
    /// A merge could not be done: by its contract, git must not take what is left for a merge.
    Unmerged,
}

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    // Ends the process itself for `--help`, and with status 2 for arguments it does not know.
    let args = Args::parse();
    let mut out = Out::new();
    let status = match args.command {
        Command::Check(args) => check::run(&args, &mut out),
        Command::Align(args) => align::run(&args, &mut out),
        Command::Report(args) => report::run(&args, &mut out),
        Command::Apply(args) => apply::run(&args, &mut out),
        Command::Rules(args) => rules::run(&args, &mut out),
        Command::Explain(args) => explain::run(&args, &mut out),
        Command::Transliterate(args) => transliterate::run(&args, &mut out),
        Command::Glossary(args) => glossary::run(&args, &mut out),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Args::command(), "fasih", &mut script);
            out.write(&script);
            Status::Clean
        }
        Command::Schema { of } => {
            let schema = match of {
                SchemaName::Glossary => crate::glossary::json_schema(),
                SchemaName::Config => config::json_schema(),
                SchemaName::Review => keeping::json_schema(),
            };
            out.write(schema.as_bytes());
            Status::Clean
        }
    };
    match (out.finish(), status) {
        // Whoever read our output has seen enough: that is no failure.
        (out::End::Closed, _) | (out::End::Written, Status::Clean) => ExitCode::SUCCESS,
        (_, Status::Unmerged) => ExitCode::from(129),
        (out::End::Failed, _) | (_, Status::Failed) => ExitCode::from(2),
        (out::End::Written, Status::Findings) => ExitCode::from(1),
    }
}
