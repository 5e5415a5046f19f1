//! `fasih rules`: every rule, in a table or as JSON.

use std::fmt::Write;

use serde::Serialize;

use super::{
    Status,
    args::{ListFormat, RulesArgs},
    out::Out,
};
use crate::{config::LanguageName, output::isolate, rule::summary, rules};

#[derive(Serialize)]
struct Row {
    id: &'static str,
    group: &'static str,
    severity: &'static str,
    confidence: &'static str,
    category: &'static str,
    summary: &'static str,
    summary_ar: &'static str,
}

/// Runs the command.
pub(super) fn run(args: &RulesArgs, out: &mut Out) -> Status {
    let rows: Vec<Row> = rules::all()
        .map(|it| Row {
            id: it.id,
            group: it.group.name(),
            severity: it.severity.name(),
            confidence: it.confidence.name(),
            category: it.category.name(),
            summary: summary(it.docs),
            summary_ar: it.ar,
        })
        .collect();
    let text = match args.format {
        ListFormat::Json => serde_json::to_string_pretty(&rows).expect("plain data is JSON") + "\n",
        ListFormat::Human => table(&rows, args.language),
    };
    out.write(text.as_bytes());
    Status::Clean
}

fn table(rows: &[Row], language: Option<LanguageName>) -> String {
    let width = rows.iter().map(|it| it.id.len()).max().unwrap_or(0);
    let mut text = String::new();
    for row in rows {
        let summary = match language {
            Some(LanguageName::Ar) => isolate(row.summary_ar),
            Some(LanguageName::En) | None => row.summary.to_owned(),
        };
        let _ = writeln!(
            text,
            "{:width$}  {:8}  {:6}  {summary}",
            row.id, row.severity, row.confidence
        );
    }
    text
}
