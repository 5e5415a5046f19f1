//! `fasih glossary stats`: what glossaries consist of.

use std::fmt::Write;

use super::{
    args::StatsArgs,
    files::{end, json, read_or_shipped},
};
use crate::{
    cli::{Status, args::ListFormat, out::Out},
    glossary::Loaded,
    keeping::stats::Stats,
    output::visible,
};

/// Runs the command.
pub(super) fn run(args: &StatsArgs, out: &mut Out) -> Status {
    let (files, problems) = read_or_shipped(&args.among.glossary);
    let loaded: Vec<Loaded> = files.into_iter().map(|it| it.loaded).collect();
    let stats = Stats::of(&loaded);
    match args.format {
        ListFormat::Json => out.write(json(&stats).as_bytes()),
        ListFormat::Human => out.write(table(&stats).as_bytes()),
    }
    end(&problems, false, &args.among.show, out)
}

fn table(stats: &Stats) -> String {
    let mut table = String::new();
    let mut row = |count: usize, what: &str| {
        let _ = writeln!(table, "{count:>7}  {what}");
    };
    row(stats.files, "glossaries");
    row(stats.entries, "entries");
    for (kind, count) in &stats.kinds {
        row(*count, &format!("  of kind {kind}"));
    }
    for (status, count) in &stats.statuses {
        row(*count, &format!("  of status {}", visible(status)));
    }
    row(stats.avoiding, "entries that avoid something");
    row(stats.patterns, "patterns they avoid");
    row(stats.harmless, "entries that are harmless");
    row(stats.firing_tests, "tests that fire");
    row(stats.silent_tests, "tests that stay silent");
    row(stats.words, "declared words");
    row(stats.without_source, "entries without a source");
    row(stats.without_date, "entries without a date");
    table
}
