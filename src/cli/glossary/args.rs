//! The arguments of `fasih glossary`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};

use super::{
    exchange_args::{DiffArgs, ExportArgs, ImportArgs, MergeArgs},
    growth_args::{AddArgs, LearnArgs, MineArgs},
};
use crate::{
    cli::args::{FormatName, ListFormat, ShowArgs, severities},
    diagnostic::Severity,
};

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  fasih glossary lint desk.yaml               what is wrong with a glossary
  fasih glossary test desk.yaml               whether its entries find what their tests say
  fasih glossary fmt --check glossaries/      whether every file has the one layout
  fasih glossary search 'court'               entries by what you remember of them

Exit status: 0 nothing found, 1 findings, 2 the run could not be done or not wholly.")]
pub(in crate::cli) struct GlossaryArgs {
    #[command(subcommand)]
    pub(super) command: GlossaryCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum GlossaryCommand {
    /// Tell what is wrong with glossaries, and what could be better
    Lint(LintArgs),
    /// Run the tests that entries carry
    Test(TestArgs),
    /// Lay glossaries out in the one canonical way
    Fmt(FmtArgs),
    /// Print an entry as it is written, and where
    Show(ShowEntryArgs),
    /// Find entries by English or Arabic, also misspelt
    Search(SearchArgs),
    /// Count entries, patterns and tests
    Stats(StatsArgs),
    /// Tell how much of a list of English expressions the glossaries know
    Coverage(CoverageArgs),
    /// List entries that find nothing in given texts
    Unused(UnusedArgs),
    /// Print the JSON Schema of a glossary, for editors that check YAML while it is typed
    Schema,
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

#[derive(Debug, ClapArgs)]
pub(super) struct LintArgs {
    /// Glossaries, or folders of them
    #[arg(required = true, value_name = "FILES")]
    pub(super) files: Vec<PathBuf>,
    /// Form of the output
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: FormatName,
    /// Show nothing milder
    #[arg(long, value_parser = severities(), default_value = "minor", value_name = "SEVERITY")]
    pub(super) min_severity: Severity,
    /// Make the fixes that are safe
    #[arg(long)]
    pub(super) fix: bool,
    /// Also tell which entries find nothing in these texts
    #[arg(long, value_name = "PATH")]
    pub(super) corpus: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) show: ShowArgs,
}

#[derive(Debug, ClapArgs)]
pub(super) struct TestArgs {
    /// Glossaries, or folders of them; without any, the shipped ones
    #[arg(value_name = "FILES")]
    pub(super) files: Vec<PathBuf>,
    /// Write what was found into the tests that fail, after asking
    #[arg(long, requires = "files")]
    pub(super) bless: bool,
    /// With --bless: do not ask
    #[arg(long, requires = "bless")]
    pub(super) yes: bool,
    /// Also tell what the entries find in these texts
    #[arg(long, value_name = "PATH")]
    pub(super) corpus: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) show: ShowArgs,
}

#[derive(Debug, ClapArgs)]
pub(super) struct FmtArgs {
    /// Glossaries, or folders of them
    #[arg(required = true, value_name = "FILES")]
    pub(super) files: Vec<PathBuf>,
    /// Change nothing; name the files that would change, and end with status 1 if there are any
    #[arg(long)]
    pub(super) check: bool,
    /// Change nothing; print what would change, and end with status 1 if anything would
    #[arg(long)]
    pub(super) diff: bool,
    #[command(flatten)]
    pub(super) show: ShowArgs,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ShowEntryArgs {
    /// The id of an entry
    pub(super) id: String,
    #[command(flatten)]
    pub(super) among: AmongArgs,
}

#[derive(Debug, ClapArgs)]
pub(super) struct SearchArgs {
    /// English or Arabic, or part of an id
    #[arg(required = true, value_name = "TEXT")]
    pub(super) text: Vec<String>,
    /// How many entries to show at most
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(super) top: usize,
    /// Form of the output
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: ListFormat,
    #[command(flatten)]
    pub(super) among: AmongArgs,
}

#[derive(Debug, ClapArgs)]
pub(super) struct StatsArgs {
    /// Form of the output
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: ListFormat,
    #[command(flatten)]
    pub(super) among: AmongArgs,
}

#[derive(Debug, ClapArgs)]
pub(super) struct CoverageArgs {
    /// English expressions: one a line, or in the first column of a TSV file whose second column may
    /// tell how often each is met
    #[arg(long, value_name = "FILE")]
    pub(super) inventory: PathBuf,
    /// List every missing expression, not only the most frequent
    #[arg(long)]
    pub(super) all: bool,
    /// Form of the output
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: ListFormat,
    #[command(flatten)]
    pub(super) among: AmongArgs,
}

#[derive(Debug, ClapArgs)]
pub(super) struct UnusedArgs {
    /// Texts, or folders of them
    #[arg(long, required = true, value_name = "PATH")]
    pub(super) corpus: Vec<PathBuf>,
    /// Form of the output
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: ListFormat,
    #[command(flatten)]
    pub(super) among: AmongArgs,
}

/// Which glossaries are asked.
#[derive(Debug, ClapArgs)]
pub(super) struct AmongArgs {
    /// A glossary, or a folder of them, instead of the shipped ones; repeatable
    #[arg(long, value_name = "FILE")]
    pub(super) glossary: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) show: ShowArgs,
}
