//! `fasih glossary`: what a terminologist does with glossaries. One file a command.

mod add;
mod args;
mod articles;
mod ask;
mod diff;
mod exchange_args;
mod export;
mod growth_args;
mod import;
mod learn;
mod merge;
mod mine;

use super::{Status, out::Out};
pub(super) use args::GlossaryArgs;
use args::GlossaryCommand;

/// Runs the command.
pub(super) fn run(args: &GlossaryArgs, out: &mut Out) -> Status {
    match &args.command {
        GlossaryCommand::Add(args) => add::run(args, out),
        GlossaryCommand::Learn(args) => learn::run(args, out),
        GlossaryCommand::Mine(args) => mine::run(args, out),
        GlossaryCommand::Import(args) => import::run(args, out),
        GlossaryCommand::Export(args) => export::run(args, out),
        GlossaryCommand::Diff(args) => diff::run(args, out),
        GlossaryCommand::Merge(args) => merge::run(args, out),
    }
}
