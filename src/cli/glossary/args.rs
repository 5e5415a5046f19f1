//! The arguments of `fasih glossary`.

use clap::{Args as ClapArgs, Subcommand};

use super::{
    exchange_args::{DiffArgs, ExportArgs, ImportArgs, MergeArgs},
    growth_args::{AddArgs, LearnArgs, MineArgs},
};

#[derive(Debug, ClapArgs)]
pub(in crate::cli) struct GlossaryArgs {
    #[command(subcommand)]
    pub(super) command: GlossaryCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum GlossaryCommand {
    /// Write an entry into a glossary
    Add(Box<AddArgs>),
    /// Propose entries from what editors changed
    Learn(LearnArgs),
    /// Look through articles for what a glossary should have
    Mine(MineArgs),
    /// Make a glossary of a termbase or table
    Import(ImportArgs),
    /// Write glossaries as a termbase or table
    Export(ExportArgs),
    /// Tell what differs between two versions of a glossary
    Diff(DiffArgs),
    /// Merge two versions of a glossary, for git
    Merge(MergeArgs),
}
