//! The program: its arguments, what it does with them, and the status it ends with.

mod align;
mod apply;
mod args;
mod check;
mod explain;
mod file;
mod form;
mod glossaries;
mod glossary;
mod lines;
mod out;
mod report;
mod rules;
mod settings;
mod sink;
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

impl Status {
    /// The exit status.
    fn code(self) -> u8 {
        match self {
            Status::Clean => 0,
            Status::Findings => 1,
            Status::Failed => 2,
            Status::Unmerged => 129,
        }
    }
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
        (out::End::Closed, _) => ExitCode::SUCCESS,
        (out::End::Failed, _) => ExitCode::from(Status::Failed.code()),
        (out::End::Written, status) => ExitCode::from(status.code()),
    }
}
