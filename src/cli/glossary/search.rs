//! `fasih glossary search`: entries by what a person remembers of them.

use serde::Serialize;

use super::{
    args::SearchArgs,
    files::{end, json, read_or_shipped},
};
use crate::{
    cli::{Status, args::ListFormat, out::Out},
    glossary::{Loaded, place},
    keeping::lookup::{Found, lookup},
    output::{isolated, visible},
};

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    en: &'a str,
    ar: &'a str,
    path: &'a str,
    line: u32,
    score: f64,
}

/// Runs the command.
pub(super) fn run(args: &SearchArgs, out: &mut Out) -> Status {
    let (files, problems) = read_or_shipped(&args.among.glossary);
    let loaded: Vec<Loaded> = files.into_iter().map(|it| it.loaded).collect();
    let text = args.text.join(" ");
    let mut found = lookup(&loaded, &text);
    found.truncate(args.top);
    let rows: Vec<Row<'_>> = found.iter().map(row).collect();
    match args.format {
        ListFormat::Json => out.write(json(&rows).as_bytes()),
        ListFormat::Human => {
            for row in &rows {
                let (path, id) = (visible(row.path), visible(row.id));
                let (en, ar) = (visible(row.en), isolated(row.ar));
                let line = format!("{path}:{}: {id}: {en} → {ar}\n", row.line);
                out.write(line.as_bytes());
            }
        }
    }
    // As with `grep`, nothing found is status 1.
    end(&problems, rows.is_empty(), &args.among.show, out)
}

fn row<'a>(found: &Found<'a>) -> Row<'a> {
    let entry = found.entry;
    Row {
        id: &entry.id.value,
        en: &entry.en,
        ar: entry.ar.as_ref().map_or("", |it| it.value.as_str()),
        path: &found.loaded.path,
        line: place(&entry.id).line,
        score: (found.score * 1000.0).round() / 1000.0,
    }
}
