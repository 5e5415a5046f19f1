//! `fasih glossary`: what a terminologist does with glossaries. One file a command.

mod args;
mod coverage;
mod files;
mod fmt;
mod lint;
mod search;
mod show;
mod stats;
mod test;
mod unused;

use super::{Status, out::Out};
pub(super) use args::GlossaryArgs;
use args::GlossaryCommand;

/// Runs the command.
pub(super) fn run(args: &GlossaryArgs, out: &mut Out) -> Status {
    match &args.command {
        GlossaryCommand::Lint(args) => lint::run(args, out),
        GlossaryCommand::Test(args) => test::run(args, out),
        GlossaryCommand::Fmt(args) => fmt::run(args, out),
        GlossaryCommand::Show(args) => show::run(args, out),
        GlossaryCommand::Search(args) => search::run(args, out),
        GlossaryCommand::Stats(args) => stats::run(args, out),
        GlossaryCommand::Coverage(args) => coverage::run(args, out),
        GlossaryCommand::Unused(args) => unused::run(args, out),
        GlossaryCommand::Schema => {
            out.write(crate::glossary::json_schema().as_bytes());
            Status::Clean
        }
    }
}
