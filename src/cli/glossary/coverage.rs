//! `fasih glossary coverage`: how much of a list of English expressions the glossaries know.

use std::fmt::Write;

use serde::Serialize;

use super::{
    args::CoverageArgs,
    files::{end, json, read_or_shipped},
};
use crate::{
    cli::{Status, args::ListFormat, out::Out},
    glossary::Loaded,
    keeping::coverage::{Judged, Known, Sums, coverage, inventory, share},
    output::visible,
    world,
};

/// How many missing expressions are listed unless all are asked for.
const FEW: usize = 20;

#[derive(Serialize)]
struct Row<'a> {
    expression: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u64>,
    known: Known,
    entry: Option<&'a str>,
}

#[derive(Serialize)]
struct All<'a> {
    summary: Sums,
    expressions: Vec<Row<'a>>,
}

/// Runs the command.
pub(super) fn run(args: &CoverageArgs, out: &mut Out) -> Status {
    let (files, mut problems) = read_or_shipped(&args.among.glossary);
    match world::read_text(&args.inventory) {
        Ok(text) => {
            let loaded: Vec<Loaded> = files.into_iter().map(|it| it.loaded).collect();
            let expressions = inventory(&text);
            let judged = coverage(&loaded, &expressions);
            let said = match args.format {
                ListFormat::Json => as_json(&judged),
                ListFormat::Human => as_text(&judged, args.all),
            };
            out.write(said.as_bytes());
        }
        Err(problem) => problems.push(problem),
    }
    end(&problems, false, &args.among.show, out)
}

fn as_json(judged: &[Judged<'_>]) -> String {
    json(&All {
        summary: Sums::of(judged),
        expressions: judged.iter().map(row).collect(),
    })
}

fn row<'j>(it: &'j Judged<'_>) -> Row<'j> {
    Row {
        expression: &it.expression.text,
        count: it.expression.count,
        known: it.known,
        entry: it.entry.as_deref(),
    }
}

fn as_text(judged: &[Judged<'_>], all: bool) -> String {
    let sums = Sums::of(judged);
    let mut said = String::new();
    let known = sums.covered + sums.harmless;
    let share = 100.0 * share(known as u64, sums.all() as u64);
    let _ = write!(
        said,
        "{known} of {} expressions are known ({share:.1} %): {} covered, {} harmless, {} missing",
        sums.all(),
        sums.covered,
        sums.harmless,
        sums.missing,
    );
    if let Some(share) = sums.share_of_uses {
        let _ = write!(said, "; {:.1} % of uses", 100.0 * share);
    }
    said.push('\n');
    let missing = judged.iter().filter(|it| it.known == Known::Missing);
    let mut missing: Vec<_> = missing.map(|it| it.expression).collect();
    missing.sort_by_key(|it| std::cmp::Reverse(it.count));
    let shown = if all { missing.len() } else { FEW };
    for it in missing.iter().take(shown) {
        match it.count {
            Some(count) => {
                let _ = writeln!(said, "missing {count:>8} {}", visible(&it.text));
            }
            None => {
                let _ = writeln!(said, "missing {}", visible(&it.text));
            }
        }
    }
    if missing.len() > shown {
        let _ = writeln!(said, "and {} more: --all", missing.len() - shown);
    }
    said
}
