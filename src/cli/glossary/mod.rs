//! `fasih glossary`: what a terminologist does with glossaries. One file a command.

mod add;
mod args;
mod articles;
mod ask;
mod coverage;
mod diff;
mod exchange_args;
mod export;
mod files;
mod fmt;
mod growth_args;
mod import;
mod learn;
mod lint;
mod merge;
mod mine;
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
        GlossaryCommand::Add(args) => add::run(args, out),
        GlossaryCommand::Learn(args) => learn::run(args, out),
        GlossaryCommand::Mine(args) => mine::run(args, out),
        GlossaryCommand::Import(args) => import::run(args, out),
        GlossaryCommand::Export(args) => export::run(args, out),
        GlossaryCommand::Diff(args) => diff::run(args, out),
        GlossaryCommand::Merge(args) => merge::run(args, out),
    }
}
